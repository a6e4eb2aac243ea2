"""What the narrator needs of a voice, whoever speaks."""

from typing import Protocol

from kiosk.speech.delivery import Pace
from kiosk.speech.earcons import Earcon
from kiosk.speech.utterance import Utterance


class Speaker(Protocol):
    """Says one thing at a time; a new one breaks off the one before. `kiosk.speech.voice.Voice` is one."""

    @property
    def paused(self) -> bool:
        """Whether it stopped in the middle of something."""

    def say(self, utterance: Utterance, pace: Pace, volume: int, earcon: Earcon | None = None) -> None:
        """Say `utterance` now, after `earcon`."""

    def repeat(self) -> None:
        """Say the last one again, from its beginning."""

    def pause(self) -> None:
        """Stop in the middle."""

    def resume(self) -> None:
        """Go on from there."""

    def quiet(self) -> None:
        """Break off at once."""

    def forget(self) -> None:
        """Break off, and keep nothing of what was said."""

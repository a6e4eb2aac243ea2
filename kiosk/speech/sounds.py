"""Where the sound of words comes from: kept from before, or made now; what a person typed is never kept."""

from collections import OrderedDict
from threading import Lock

from kiosk.speech.delivery import Pace
from kiosk.speech.sound import Sound
from kiosk.speech.synthesis import Synthesiser
from kiosk.speech.utterance import Run

KEPT_BYTES = 16_000_000
"""Six minutes of speech."""


class Sounds:
    """Sounds of runs, from a synthesiser; the last ones said are kept in memory, at most `limit` bytes of them.

    May be asked from several threads.
    """

    def __init__(self, synthesiser: Synthesiser, limit: int = KEPT_BYTES) -> None:
        self._synthesiser = synthesiser
        self._limit = limit
        self._kept: OrderedDict[tuple[Run, Pace], Sound] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def of(self, run: Run, pace: Pace, private: bool = False) -> Sound | None:
        """The sound of `run`; None where nothing speaks its language. Raises `SpeechError`."""
        kept = self._found(run, pace)
        if kept is not None:
            return kept
        if not self._synthesiser.speaks(run.language):
            return None
        made = self._synthesiser.sound_of(run, pace)
        if not private:
            self._keep(run, pace, made)
        return made

    def forget(self) -> None:
        """Let go of every sound: what one person heard is nobody else’s business."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _found(self, run: Run, pace: Pace) -> Sound | None:
        with self._lock:
            sound = self._kept.get((run, pace))
            if sound is not None:
                self._kept.move_to_end((run, pace))
            return sound

    def _keep(self, run: Run, pace: Pace, sound: Sound) -> None:
        with self._lock:
            self._bytes += len(sound.samples) - len(
                replaced.samples if (replaced := self._kept.pop((run, pace), None)) else b""
            )
            self._kept[run, pace] = sound
            while self._bytes > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.samples)

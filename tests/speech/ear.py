"""A player that needs no sound: it takes every sound, and lets it last as long as the test says."""

import threading

from kiosk.speech.sound import Sound


class Ear:
    """Hears `sounds`. Each is over at once; while `holds` is true, when it is stopped or `let_go` is called.

    A sound that is stopped was heard for `heard_s` seconds.
    """

    audible = True

    def __init__(self, holds: bool = False, heard_s: float = 0.0) -> None:
        self.sounds: list[Sound] = []
        self.holds = holds
        self.heard_s = heard_s
        self._more = threading.Condition()
        self._playing: Hearing | None = None

    def start(self, sound: Sound) -> "Hearing":
        """Take the sound."""
        hearing = Hearing(sound, self.heard_s)
        with self._more:
            self.sounds.append(sound)
            self._playing = hearing
            self._more.notify_all()
        if not self.holds:
            hearing.over.set()
        return hearing

    def let_go(self) -> None:
        """Let what is heard now come to its end."""
        with self._more:
            assert self._playing is not None
            self._playing.over.set()

    def await_sounds(self, count: int) -> None:
        """Come back when so many sounds began."""
        with self._more:
            assert self._more.wait_for(lambda: len(self.sounds) >= count, timeout=10)


class Hearing:
    """One sound being heard."""

    def __init__(self, sound: Sound, heard_s: float) -> None:
        self.over = threading.Event()
        self.stopped = False
        self._sound = sound
        self._heard_s = heard_s

    def wait(self) -> float:
        """Wait until it is over."""
        assert self.over.wait(timeout=10)
        return self._heard_s if self.stopped else self._sound.seconds

    def stop(self) -> None:
        """End it."""
        self.stopped = True
        self.over.set()

"""Whether a headset is plugged in, and word when that changes: what starts speech without anything to find."""

import os
import selectors
from collections.abc import Callable
from threading import Thread
from typing import Protocol

from kiosk.speech.jacks import Jacks
from kiosk.speech.sinks import SoundServerSockets

_AGAIN_S = 10.0
"""How long after the sound server went away it is looked for again."""


class Source(Protocol):
    """One way of knowing about headsets."""

    @property
    def lost(self) -> bool:
        """Whether it cannot be listened to now, but perhaps after `retry`."""

    def retry(self) -> None:
        """Try to listen again."""

    def present(self) -> bool | None:
        """Whether a headset is plugged in; None where that cannot be known."""

    def to_wait_for(self) -> tuple[int, ...]:
        """Open files that can be read when something changed."""

    def changed(self, readable: int) -> bool:
        """Take what one of them gives, and tell whether to ask `present` again."""

    def close(self) -> None:
        """Let go of everything."""


class Headset:
    """The headset of this machine, by every way of knowing about it. What asks takes some ten milliseconds."""

    def __init__(self, *sources: Source) -> None:
        self._sources = sources
        self._wake, self._waker = os.pipe()
        self._thread: Thread | None = None

    def present(self) -> bool | None:
        """Whether one is plugged in; None where nothing on this machine can tell."""
        known = [present for source in self._sources if (present := source.present()) is not None]
        return any(known) if known else None

    def watch(self, changed: Callable[[bool], None]) -> None:
        """Call `changed` with true when one comes and with false when it goes, from a thread of its own.

        It is called at once when one is plugged in already.
        """
        if self._thread is not None:
            raise RuntimeError("one watch at a time")
        self._thread = Thread(target=self._watch, args=(changed,), name="headset", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Watch no more, and come back when the thread has ended."""
        os.write(self._waker, b"0")
        if self._thread is not None:
            self._thread.join()
        for source in self._sources:
            source.close()
        os.close(self._wake)
        os.close(self._waker)

    def _watch(self, changed: Callable[[bool], None]) -> None:
        was = False
        look = True
        while True:
            waiting = {file: source for source in self._sources for file in source.to_wait_for()}
            if look and (now := bool(self.present())) != was:
                was = now
                changed(now)
            readable = self._readable([*waiting])
            if self._wake in readable:
                return
            look = not readable or any({file: waiting[file].changed(file) for file in readable}.values())
            if not readable:
                for source in self._sources:
                    source.retry()

    def _readable(self, files: list[int]) -> list[int]:
        """Wait for any of `files` or the end of the watch; not for long when a source is to be tried again."""
        with selectors.DefaultSelector() as selector:
            for file in (self._wake, *files):
                selector.register(file, selectors.EVENT_READ)
            is_one_lost = any(source.lost for source in self._sources)
            return [key.fd for key, _ in selector.select(_AGAIN_S if is_one_lost else None)]


def headset_here() -> Headset:
    """The headset of this machine; takes some ten milliseconds."""
    return Headset(Jacks(), SoundServerSockets())

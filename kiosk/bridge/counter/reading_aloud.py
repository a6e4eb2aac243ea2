"""The basket's slip read aloud to the person, in the languages it is in."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.handing_over import HandingOver
from kiosk.bridge.narration.speaker import Speaker
from kiosk.bridge.slip_desk import Ready
from kiosk.bridge.viewmodels.slip_words import blocks_of
from kiosk.speech.delivery import LOUDEST, Pace
from kiosk.speech.utterance import Run, Utterance

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_VOLUME = LOUDEST // 2


class Reader(Speaker, Protocol):
    """A speaker that is let go of."""

    def close(self) -> None:
        """Fall silent for good."""


@QmlElement
@QmlUncreatable("made by the application")
class ReadingAloudViewModel(QObject):  # type: ignore[operator]
    """Reads the slip and falls silent again. Nothing is handed over by it: no code is written down."""

    changed = Signal()

    def __init__(self, handing: HandingOver, speaker: Callable[[], Reader | None]) -> None:
        """`speaker` is asked once, when something is first to be read; None where nothing can be heard."""
        super().__init__()
        self._handing = handing
        self._speaker = speaker
        self._voice: Reader | None = None
        self._mute = self._reading = False
        handing.voided.connect(self.stop)

    @Property(bool, notify=changed)
    def mute(self) -> bool:
        """Whether it turned out that nothing can be heard here."""
        return self._mute

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Whether it was begun and not yet stopped."""
        return self._reading

    @Slot()
    def toggle(self) -> None:
        """Read the slip from its beginning, or fall silent."""
        if self._reading:
            self.stop()
            return
        self._voice = self._voice or self._speaker()
        self._mute = self._voice is None
        if self._voice is not None:
            self._handing.make(self._read, handed=False)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Fall silent and keep nothing of what was said."""
        if self._reading and self._voice is not None:
            self._voice.forget()
            self._reading = False
            self.changed.emit()

    def let_go(self) -> None:
        """Fall silent, and wait for the voice's thread."""
        self.stop()
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def _read(self, ready: Ready) -> None:
        assert self._voice is not None
        runs = tuple(Run(block.spoken, block.tongue) for block in blocks_of(ready.prepared.slip))
        self._voice.say(Utterance(runs, private=True), Pace.NORMAL, _VOLUME)
        self._reading = True
        self.changed.emit()

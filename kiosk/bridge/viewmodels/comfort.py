"""How the person wants screen and voice: every setting of the access panel, in effect the moment it is chosen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.visit.comfort import LETTER_SIZES, LOUDEST, Comfort, Pace, Palette

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ComfortViewModel(QObject):  # type: ignore[operator]
    """Holds one `Comfort`. It has nothing to do with the visit, so that place and answers stay as they are; with the
    next person it is the site's own again.
    """

    changed = Signal()

    def __init__(self, usual: Comfort | None = None) -> None:
        """`usual` is what every person begins with."""
        super().__init__()
        self._usual = usual or Comfort()
        self._value = self._usual
        self._mute = False

    @property
    def value(self) -> Comfort:
        """All settings as they stand."""
        return self._value

    @Property(bool, notify=changed)
    def mute(self) -> bool:
        """Whether nothing can be heard: somebody wanted to listen, and there was no voice or nothing to play it."""
        return self._mute

    def set_mute(self, mute: bool) -> None:
        """Tell whether a voice can be heard; where it cannot, nobody is left before a black screen in silence."""
        if mute != self._mute:
            self._mute = mute
            self.changed.emit()
        if mute:
            self._change(lambda comfort: replace(comfort, listening=False, blank=False))

    @Property(int, notify=changed)
    def letters(self) -> int:
        """0 is A, 1 is A+, 2 is A++."""
        return self._value.letters

    @Property(str, notify=changed)
    def palette(self) -> str:
        """The name of the colours, as `Palette` spells it."""
        return self._value.palette

    @Property(bool, notify=changed)
    def listening(self) -> bool:
        """Whether the screen is spoken."""
        return self._value.listening

    @Property(int, notify=changed)
    def volume(self) -> int:
        """How loud the voice is, from 1 to `loudest`."""
        return self._value.volume

    @Property(int, constant=True)
    def loudest(self) -> int:
        """The most that the volume can be."""
        return LOUDEST

    @Property(str, notify=changed)
    def pace(self) -> str:
        """How fast the voice speaks, as `Pace` spells it."""
        return self._value.pace

    @Property(bool, notify=changed)
    def steady(self) -> bool:
        """Whether targets are 30 mm in one column, and touches that follow too soon are let go by."""
        return self._value.steady

    @Property(bool, notify=changed)
    def lower(self) -> bool:
        """Whether everything to touch is in the lower part of the screen."""
        return self._value.lower

    @Property(bool, notify=changed)
    def moreTime(self) -> bool:
        """Whether the kiosk waits three times as long."""
        return self._value.more_time

    @Property(bool, notify=changed)
    def motion(self) -> bool:
        """Whether pages may fade in."""
        return self._value.motion

    @Property(bool, notify=changed)
    def blank(self) -> bool:
        """Whether the screen is black, for whoever only listens."""
        return self._value.blank

    @Slot(int)
    def setLetters(self, letters: int) -> None:
        """Letters of one size; others than A, A+ and A++ are let go by."""
        if letters in range(LETTER_SIZES):
            self._change(lambda comfort: replace(comfort, letters=letters))

    @Slot()
    def enlarge(self) -> None:
        """The next size of letters; after the largest, the first again."""
        self.setLetters((self._value.letters + 1) % LETTER_SIZES)

    @Slot(str)
    def setPalette(self, untrusted_name: str) -> None:
        """Other colours; a name that is none of `Palette` is let go by."""
        if untrusted_name in set(Palette):
            self._change(lambda comfort: replace(comfort, palette=Palette(untrusted_name)))

    @Slot(bool)
    def setListening(self, listening: bool) -> None:
        """Speak the screen, or fall silent; a screen that nobody hears is never black."""
        self._change(lambda comfort: replace(comfort, listening=listening, blank=comfort.blank and listening))

    @Slot(int)
    def setVolume(self, volume: int) -> None:
        """A loudness from 1 to `loudest`; what lies outside is the nearest."""
        self._change(lambda comfort: replace(comfort, volume=max(1, min(LOUDEST, volume))))

    @Slot()
    def louder(self) -> None:
        """One step louder, as far as it goes."""
        self.setVolume(self._value.volume + 1)

    @Slot()
    def quieter(self) -> None:
        """One step quieter, never silent."""
        self.setVolume(self._value.volume - 1)

    @Slot(str)
    def setPace(self, untrusted_name: str) -> None:
        """Another pace of the voice; a name that is none of `Pace` is let go by."""
        if untrusted_name in set(Pace):
            self._change(lambda comfort: replace(comfort, pace=Pace(untrusted_name)))

    @Slot(bool)
    def setSteady(self, steady: bool) -> None:
        """Touch for a hand that trembles."""
        self._change(lambda comfort: replace(comfort, steady=steady))

    @Slot(bool)
    def setLower(self, lower: bool) -> None:
        """Everything to touch in the lower part of the screen, or all of it again."""
        self._change(lambda comfort: replace(comfort, lower=lower))

    @Slot(bool)
    def setMoreTime(self, more_time: bool) -> None:
        """Three times the time, or the usual."""
        self._change(lambda comfort: replace(comfort, more_time=more_time))

    @Slot(bool)
    def setMotion(self, motion: bool) -> None:
        """Pages that fade in, or nothing that moves."""
        self._change(lambda comfort: replace(comfort, motion=motion))

    @Slot(bool)
    def setBlank(self, blank: bool) -> None:
        """A black screen for whoever listens, so that speech begins with it; or the picture again."""
        self._change(lambda comfort: replace(comfort, blank=blank, listening=comfort.listening or blank))

    @Slot()
    def reset(self) -> None:
        """What every person begins with, for the next one."""
        self.set_mute(False)
        self._show(self._usual)

    def _change(self, change: Callable[[Comfort], Comfort]) -> None:
        self._show(change(self._value))

    def _show(self, comfort: Comfort) -> None:
        if comfort != self._value:
            self._value = comfort
            self.changed.emit()

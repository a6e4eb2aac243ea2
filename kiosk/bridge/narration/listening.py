"""Joins voice, headset and narrator, none of which exists before somebody wants to listen or plugs something in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.narration.keypad import Keypad
from kiosk.bridge.narration.touching import Touching
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.kiosk import KioskViewModel
from kiosk.bridge.viewmodels.patience import PatienceViewModel
from kiosk.config import Speech
from kiosk.languages import Messages

if TYPE_CHECKING:
    from kiosk.bridge.narration.narrator import Narrator
    from kiosk.bridge.narration.speaker import Speaker
    from kiosk.speech.headset import Headset
    from kiosk.speech.voice import Voice


class Listening(QObject):
    """Lets one window be heard: it watches its keys from the start, and the headset once `watch_headset` was called."""

    headset = Signal(bool)
    """A headset has come, or gone."""

    def __init__(
        self,
        window: QQuickWindow,
        session: Session,
        kiosk: KioskViewModel,
        comfort: ComfortViewModel,
        patience: PatienceViewModel,
        words_of: Callable[[str], Messages],
        speech: Speech,
        pixels_per_mm: float,
        speaker: "Speaker | None" = None,
    ) -> None:
        """`speaker` stands in for the voice that is configured."""
        super().__init__()
        self._parts = (window, session, kiosk, comfort, patience, words_of)
        self._comfort = comfort
        self._speech = speech
        self._speaker = speaker
        self._voice: Voice | None = None
        self._jack: Headset | None = None
        self._narrator: Narrator | None = None
        self._alone = False
        self._keypad = Keypad(session, comfort, patience, self.narrator)
        window.installEventFilter(self._keypad)
        self.touching = Touching(window, session, comfort, pixels_per_mm, self.narrator)
        self.touching.touched.connect(patience.begin_anew)
        window.installEventFilter(self.touching)
        comfort.changed.connect(self._follow_wishes)
        self.headset.connect(self._follow_headset)

    def watch_headset(self) -> None:
        """From now on speech begins when a headset is plugged in."""
        from kiosk.speech.headset import headset_here

        self._jack = headset_here()
        self._jack.watch(self.headset.emit)

    def narrator(self) -> "Narrator | None":
        """Who says the window aloud, made when first asked for; None where nothing can be heard."""
        if self._narrator is None and (speaker := self._speaker_here()) is not None:
            from kiosk.bridge.narration.narrator import Narrator

            self._narrator = Narrator(*self._parts, speaker, lambda: self._alone)
            self._narrator.follow_wishes()
        return self._narrator

    @Slot()
    def arrive_again(self) -> None:
        """Something else stands on the screen, over the page or no longer."""
        if self._narrator is not None:
            self._narrator.arrive_again()

    def close(self) -> None:
        """Fall silent, and wait for the threads of voice and headset."""
        self._comfort.changed.disconnect(self._follow_wishes)
        if self._narrator is not None:
            self._narrator.leave()
        if self._jack is not None:
            self._jack.close()
        if self._voice is not None:
            self._voice.close()

    def _speaker_here(self) -> "Speaker | None":
        if self._speaker is None and self._voice is None:
            from kiosk.speech.voice import voice_for

            self._voice = voice_for(self._speech)
        if self._speaker is None and self._voice is not None and self._voice.audible:
            self._speaker = self._voice
        return self._speaker

    @Slot()
    def _follow_wishes(self) -> None:
        if self._comfort.value.listening:
            self._comfort.set_mute(self.narrator() is None)

    @Slot(bool)
    def _follow_headset(self, plugged_in: bool) -> None:
        self._alone = plugged_in
        narrator = self.narrator()
        if narrator is not None and plugged_in:
            self._comfort.set_mute(False)
            narrator.plugged_in()
        elif narrator is not None:
            narrator.unplugged()

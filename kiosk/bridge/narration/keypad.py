"""Hears the keys of the window before anything else does, and hands on those that are meant for the voice."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.bridge.narration.keys import Command, asked_by
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.patience import PatienceViewModel
from kiosk.visit.visit import Page

if TYPE_CHECKING:
    from kiosk.bridge.narration.narrator import Narrator

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_DONE = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.KeyRelease})
"""What buttons act upon."""
_BARE = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})


class Keypad(QObject):
    """Watch a window with `installEventFilter`, after anything that must hear its keys later.

    On the first screen any key of a keypad begins speech. A key held down is one key: none repeats.
    """

    def __init__(
        self,
        session: Session,
        comfort: ComfortViewModel,
        patience: PatienceViewModel,
        narrator: "Callable[[], Narrator | None]",
    ) -> None:
        """`narrator` is made when it is first asked for; None where there is no voice."""
        super().__init__()
        self._session = session
        self._comfort = comfort
        self._patience = patience
        self._narrator = narrator

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take away what the voice has done, and every repetition."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.isAutoRepeat() or self._pressed(event)
        if self._comfort.value.listening and (kind in _TOUCHES or kind in _DONE):
            self._touched(kind)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        asked = asked_by(event.key(), event.modifiers(), typing=_typing())
        listening = self._comfort.value.listening
        if self._patience.warning:
            return listening and event.key() not in _BARE and self._answered(asked)
        if event.key() in _BARE or not (listening or self._may_begin(asked is not None)):
            return False
        narrator = self._narrator()
        if narrator is None:
            return False
        if not listening:
            narrator.begin()
            return True
        if asked is None:
            narrator.break_off()
            narrator.look_again()
            return False
        return narrator.obey(asked)

    def _answered(self, asked: Command | int | None) -> bool:
        """Whether a key went through the answers to "Are you still there?"; any other says that somebody is."""
        narrator = self._narrator()
        return narrator is not None and asked is not None and narrator.answer(asked)

    def _may_begin(self, meant: bool) -> bool:
        return meant and self._session.visit.page is Page.ATTRACT

    def _touched(self, kind: QEvent.Type) -> None:
        narrator = self._narrator()
        if narrator is not None and kind in _TOUCHES:
            narrator.break_off()
        elif narrator is not None:
            narrator.look_again()


def _typing() -> bool:
    focus = QGuiApplication.focusObject()
    return focus is not None and (focus.inherits("QQuickTextInput") or focus.inherits("QQuickTextEdit"))

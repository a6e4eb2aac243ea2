"""The hands at the counter during a tour: they press keys, and keep pictures on the way."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.touring.guide import Album, TourError

_PATIENCE_MS = 20_000
_GLANCE_MS = 5
_DRAWINGS = 4
"""How often the window draws before it is at rest: a layout may ask for another."""


class Clerk:
    """Works in one window, by its keys alone."""

    def __init__(self, window: QQuickWindow, album: Album) -> None:
        self._window = window
        self._album = album

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as Qt spells it: "F9", "Ctrl+N"."""
        for key in keys:
            pressed = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self._window, pressed.key(), pressed.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        """Type on a keyboard of any language."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(self._window, key)
        self.settle()

    def settle(self) -> None:
        """Let the window work off what is due, layouts included."""
        for _ in range(_DRAWINGS):
            self._window.grabWindow()
            QTest.qWait(_GLANCE_MS)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the window live until `condition` holds. Raises `TourError` after twenty seconds."""
        for _ in range(_PATIENCE_MS // _GLANCE_MS):
            if condition():
                self.settle()
                return
            QTest.qWait(_GLANCE_MS)
        raise TourError(f"waited in vain for {what} at the counter")

    def picture(self, name: str) -> None:
        """Keep a picture of the window."""
        self.settle()
        self._album.keep(self._window.grabWindow(), name)

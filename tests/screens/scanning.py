"""A scanner that types into a window, by its own clock."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.screens.window import WindowScreen

_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def scanner_types(screen: WindowScreen, text: str, pace_ms: int = 2, after: int = 100_000) -> None:
    """Press keys as a scanner does, whose clock goes on however long the window takes over each."""
    at = after
    for character in text:
        at += pace_ms
        key, said = _KEYS.get(character, Qt.Key.Key_unknown), character.replace("\n", "\r")
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, said)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(screen.window, event)

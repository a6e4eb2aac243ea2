"""What the keys of a keypad, which is a keyboard to the machine, mean to somebody who listens."""

from enum import Enum, auto

from PySide6.QtCore import Qt

Key = Qt.Key


class Command(Enum):
    """What a key asks for. Digits ask for a choice and are numbers instead."""

    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    ACTIVATE = auto()
    BACK = auto()
    HELP = auto()
    LOUDER = auto()
    SOFTER = auto()
    REPEAT = auto()
    PAUSE = auto()


_COMMANDS = {
    Key.Key_Down: Command.NEXT,
    Key.Key_Up: Command.PREVIOUS,
    Key.Key_Right: Command.NEXT,
    Key.Key_Left: Command.BACK,
    Key.Key_Home: Command.FIRST,
    Key.Key_End: Command.LAST,
    Key.Key_Return: Command.ACTIVATE,
    Key.Key_Enter: Command.ACTIVATE,
    Key.Key_Select: Command.ACTIVATE,
    Key.Key_Space: Command.ACTIVATE,
    Key.Key_Escape: Command.BACK,
    Key.Key_Back: Command.BACK,
    Key.Key_F1: Command.HELP,
    Key.Key_Help: Command.HELP,
    Key.Key_F2: Command.REPEAT,
    Key.Key_F3: Command.PAUSE,
    Key.Key_MediaTogglePlayPause: Command.PAUSE,
    Key.Key_Plus: Command.LOUDER,
    Key.Key_VolumeUp: Command.LOUDER,
    Key.Key_Minus: Command.SOFTER,
    Key.Key_VolumeDown: Command.SOFTER,
}

_TYPED = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_Space, Key.Key_Plus, Key.Key_Minus})
"""Keys that belong to the field while somebody types."""

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def asked_by(key: int, modifiers: Qt.KeyboardModifier, *, typing: bool) -> Command | int | None:
    """What `key` asks for: a command, the number of a choice, or nothing. `typing` leaves the field what is its own."""
    if modifiers & ~_SHIFTED or (typing and (key in _TYPED or Key.Key_0 <= key <= Key.Key_9)):
        return None
    if Key.Key_0 <= key <= Key.Key_9:
        return int(key - Key.Key_0)
    return _COMMANDS.get(Key(key))

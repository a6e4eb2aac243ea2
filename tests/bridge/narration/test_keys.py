"""What each key of a keypad asks for, and what stays with a field that is typed into."""

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.narration.keys import Command, asked_by

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Key.Key_Down, Command.NEXT),
        (Key.Key_Up, Command.PREVIOUS),
        (Key.Key_Home, Command.FIRST),
        (Key.Key_End, Command.LAST),
        (Key.Key_Return, Command.ACTIVATE),
        (Key.Key_Enter, Command.ACTIVATE),
        (Key.Key_Left, Command.BACK),
        (Key.Key_Escape, Command.BACK),
        (Key.Key_F1, Command.HELP),
        (Key.Key_F2, Command.REPEAT),
        (Key.Key_F3, Command.PAUSE),
        (Key.Key_Plus, Command.LOUDER),
        (Key.Key_Minus, Command.SOFTER),
        (Key.Key_7, 7),
        (Key.Key_0, 0),
        (Key.Key_A, None),
        (Key.Key_Tab, None),
    ],
)
def test_every_key_of_a_keypad_has_one_meaning(key, asked):
    assert asked_by(key, NONE, typing=False) == asked


@pytest.mark.parametrize("key", [Key.Key_5, Key.Key_Left, Key.Key_Home, Key.Key_Space, Key.Key_Plus, Key.Key_Minus])
def test_a_field_keeps_the_keys_that_write_in_it(key):
    assert asked_by(key, NONE, typing=True) is None


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Escape, Key.Key_F1, Key.Key_Return])
def test_no_field_is_a_trap(key):
    assert asked_by(key, NONE, typing=True) is not None


def test_two_keys_at_once_are_never_asked_for():
    assert asked_by(Key.Key_Down, Qt.KeyboardModifier.ControlModifier, typing=False) is None


def test_the_digits_of_a_number_pad_are_digits():
    assert asked_by(Key.Key_4, Qt.KeyboardModifier.KeypadModifier, typing=False) == 4

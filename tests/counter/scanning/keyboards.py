"""The system's own keyboards, without a screen: what a program is given when a scanner presses its keys."""

import ctypes
import os
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p
from functools import cache

from kiosk.counter.scanning.layouts import MEANT, Layout

_KEYCODES = (49, *range(10, 22), *range(24, 36), 51, *range(38, 49), *range(52, 62))
"""Those of a keyboard of 105 keys, in the order of `MEANT`."""
_OTHERS = {" ": 65, "\n": 36, "\t": 23}
_DEAD = {"dead_circumflex": "\u0302", "dead_diaeresis": "\u0308", "dead_grave": "\u0300", "dead_acute": "\u0301"}
_DEAD["dead_cedilla"] = "\u0327"


class NoKeyboardDataError(Exception):
    """This system has no keyboard data to compare with."""


class _Names(ctypes.Structure):
    _fields_ = [(name, c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


@cache
def _library():
    try:
        library = ctypes.CDLL("libxkbcommon.so.0")
    except OSError as error:
        raise NoKeyboardDataError(str(error)) from error
    for name, result, *arguments in (
        ("context_new", c_void_p, c_int),
        ("keymap_new_from_names", c_void_p, c_void_p, POINTER(_Names), c_int),
        ("keymap_key_get_syms_by_level", c_int, c_void_p, c_uint32, c_uint32, c_uint32, POINTER(POINTER(c_uint32))),
        ("keymap_mod_get_index", c_uint32, c_void_p, c_char_p),
        ("state_new", c_void_p, c_void_p),
        ("state_unref", None, c_void_p),
        ("state_update_mask", c_int, c_void_p, *[c_uint32] * 6),
        ("state_key_get_one_sym", c_uint32, c_void_p, c_uint32),
        ("keysym_to_utf32", c_uint32, c_uint32),
        ("keysym_get_name", c_int, c_uint32, c_char_p, c_size_t),
        ("compose_table_new_from_locale", c_void_p, c_void_p, c_char_p, c_int),
        ("compose_state_new", c_void_p, c_void_p, c_int),
        ("compose_state_unref", None, c_void_p),
        ("compose_state_feed", c_int, c_void_p, c_uint32),
        ("compose_state_get_status", c_int, c_void_p),
        ("compose_state_get_one_sym", c_uint32, c_void_p),
        ("compose_state_reset", None, c_void_p),
    ):
        function = getattr(library, f"xkb_{name}")
        function.restype, function.argtypes = result, arguments
    return library


class Keyboard:
    """One layout of the system."""

    def __init__(self, layout: Layout) -> None:
        self._xkb = _library()
        name, _bracket, variant = str(layout).rstrip(")").partition("(")
        context = self._xkb.xkb_context_new(0)
        names = _Names(b"evdev", b"pc105", name.encode(), variant.encode(), b"")
        self._keymap = self._xkb.xkb_keymap_new_from_names(context, byref(names), 0)
        locale = os.environ.get("GUICHET_TEST_COMPOSE", "en_US.UTF-8").encode()
        self._compose = self._xkb.xkb_compose_table_new_from_locale(context, locale, 0) if context else None
        if not self._keymap or not self._compose:
            raise NoKeyboardDataError(str(layout))

    def comes_out(self) -> str:
        """What each key of `MEANT` gives, a dead key as the mark that it puts on a letter."""
        return "".join(self._at_level(key, level) for level in (0, 1) for key in _KEYCODES)

    def types(self, text: str, *, caps: bool = False) -> str:
        """What a program is given when the keys of `text` are pressed as on a United States keyboard."""
        compose = self._xkb.xkb_compose_state_new(self._compose, 0)
        try:
            return "".join(self._pressed(character, caps, compose) for character in text)
        finally:
            self._xkb.xkb_compose_state_unref(compose)

    def _pressed(self, character: str, caps: bool, compose: int) -> str:
        symbol = self._symbol(character, caps)
        self._xkb.xkb_compose_state_feed(compose, symbol)
        match self._xkb.xkb_compose_state_get_status(compose):
            case 1:
                return ""
            case 2:
                symbol = self._xkb.xkb_compose_state_get_one_sym(compose)
                self._xkb.xkb_compose_state_reset(compose)
            case 3:
                self._xkb.xkb_compose_state_reset(compose)
                return ""
        letter = self._xkb.xkb_keysym_to_utf32(symbol)
        return chr(letter).replace("\r", "\n") if letter else ""

    def _symbol(self, character: str, caps: bool) -> int:
        if character in _OTHERS:
            key, shifted = _OTHERS[character], False
        else:
            place = MEANT.index(character)
            key, shifted = _KEYCODES[place % len(_KEYCODES)], place >= len(_KEYCODES)
        state = self._xkb.xkb_state_new(self._keymap)
        try:
            shift = 1 << self._xkb.xkb_keymap_mod_get_index(self._keymap, b"Shift")
            lock = 1 << self._xkb.xkb_keymap_mod_get_index(self._keymap, b"Lock")
            self._xkb.xkb_state_update_mask(state, shift if shifted else 0, 0, lock if caps else 0, 0, 0, 0)
            return self._xkb.xkb_state_key_get_one_sym(state, key)
        finally:
            self._xkb.xkb_state_unref(state)

    def _at_level(self, key: int, level: int) -> str:
        symbols = POINTER(c_uint32)()
        assert self._xkb.xkb_keymap_key_get_syms_by_level(self._keymap, key, 0, level, byref(symbols)) == 1
        name = ctypes.create_string_buffer(64)
        self._xkb.xkb_keysym_get_name(symbols[0], name, 64)
        return _DEAD.get(name.value.decode()) or chr(self._xkb.xkb_keysym_to_utf32(symbols[0]))

"""Keyboard layouts, for scanners that type: which character comes out of a key, and which one was meant.

A scanner that pretends to be a keyboard presses the keys of a United States keyboard. The computer reads them with the
layout of its own people, so that `https://` arrives as `httpsÖ--` on a German one. Each table holds, key by key in the
order of `MEANT`, what comes out instead; a test holds them to the system's own keyboard data. A dead key stands as the
combining mark that it puts on the next letter.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

_CIRCUMFLEX, _DIAERESIS, _GRAVE, _ACUTE, _CEDILLA = "\u0302", "\u0308", "\u0300", "\u0301", "\u0327"

_KEYS = "`1234567890-=" + "qwertyuiop[]\\" + "asdfghjkl;'" + "zxcvbnm,./"
_KEYS_SHIFTED = "~!@#$%^&*()_+" + "QWERTYUIOP{}|" + 'ASDFGHJKL:"' + "ZXCVBNM<>?"
MEANT = _KEYS + _KEYS_SHIFTED
"""What a scanner means, key by key: the rows of a United States keyboard, then the same with Shift."""


class Layout(StrEnum):
    """A layout that a computer at a counter may have, by its name in the system's keyboard data."""

    US = "us"
    UK = "gb"
    GERMAN = "de"
    FRENCH = "fr"
    BELGIAN = "be"
    SPANISH = "es"
    CANADIAN_MULTILINGUAL = "ca(multix)"
    CANADIAN_FRENCH = "ca"
    CANADIAN_FRENCH_LEGACY = "ca(fr-legacy)"
    SWISS_FRENCH = "ch(fr)"


COMES_OUT: Mapping[Layout, str] = {
    Layout.US: MEANT,
    Layout.UK: "".join((
        "`1234567890-=", "qwertyuiop[]#", "asdfghjkl;'", "zxcvbnm,./",
        '¬!"£$%^&*()_+', "QWERTYUIOP{}~", "ASDFGHJKL:@", "ZXCVBNM<>?",
    )),
    Layout.GERMAN: "".join((
        _CIRCUMFLEX, "1234567890ß", _ACUTE, "qwertzuiopü+#", "asdfghjklöä", "yxcvbnm,.-",
        '°!"§$%&/()=?', _GRAVE, "QWERTZUIOPÜ*'", "ASDFGHJKLÖÄ", "YXCVBNM;:_",
    )),
    Layout.FRENCH: "".join((
        "²&é\"'(-è_çà)=", "azertyuiop", _CIRCUMFLEX, "$*", "qsdfghjklmù", "wxcvbn,;:!",
        "~1234567890°+", "AZERTYUIOP", _DIAERESIS, "£µ", "QSDFGHJKLM%", "WXCVBN?./§",
    )),
    Layout.BELGIAN: "".join((
        "²&é\"'(§è!çà)-", "azertyuiop", _CIRCUMFLEX, "$µ", "qsdfghjklmù", "wxcvbn,;:=",
        "³1234567890°_", "AZERTYUIOP", _DIAERESIS, "*£", "QSDFGHJKLM%", "WXCVBN?./+",
    )),
    Layout.SPANISH: "".join((
        "º1234567890'¡", "qwertyuiop", _GRAVE, "+ç", "asdfghjklñ", _ACUTE, "zxcvbnm,.-",
        'ª!"·$%&/()=?¿', "QWERTYUIOP", _CIRCUMFLEX, "*Ç", "ASDFGHJKLÑ", _DIAERESIS, "ZXCVBNM;:_",
    )),
    Layout.CANADIAN_MULTILINGUAL: "".join((
        "/1234567890-=", "qwertyuiop", _CIRCUMFLEX, "çà", "asdfghjkl;è", "zxcvbnm,.é",
        "\\!@#$%?&*()_+", "QWERTYUIOP", _DIAERESIS, "ÇÀ", "ASDFGHJKL:È", "ZXCVBNM'\"É",
    )),
    Layout.CANADIAN_FRENCH: "".join((
        "#1234567890-=", "qwertyuiop", _CIRCUMFLEX, _CEDILLA, "<", "asdfghjkl;", _GRAVE, "zxcvbnm,.é",
        '|!"/$%?&*()_+', "QWERTYUIOP", _CIRCUMFLEX, _DIAERESIS, ">", "ASDFGHJKL:", _GRAVE, "ZXCVBNM'.É",
    )),
    Layout.CANADIAN_FRENCH_LEGACY: "".join((
        "°1234567890-=", "qwertyuiop", _CIRCUMFLEX, "çà", "asdfghjkl;è", "zxcvbnm,.é",
        '°!"#$%?&*()_+', "QWERTYUIOP", _CIRCUMFLEX, "ÇÀ", "ASDFGHJKL:È", "ZXCVBNM'.É",
    )),
    Layout.SWISS_FRENCH: "".join((
        "§1234567890'", _CIRCUMFLEX, "qwertzuiopè", _DIAERESIS, "$", "asdfghjkléà", "yxcvbnm,.-",
        '°+"*ç%&/()=?', _GRAVE, "QWERTZUIOPü!£", "ASDFGHJKLöä", "YXCVBNM;:_",
    )),
}  # fmt: skip

_SPACING = {"^": _CIRCUMFLEX, "¨": _DIAERESIS, "`": _GRAVE, "´": _ACUTE, "¸": _CEDILLA}
"""What a dead key leaves when the next key takes no mark."""


def as_meant(typed: str, layout: Layout, *, other_level: bool = False) -> str:
    """What was meant where a computer with `layout` made `typed` of it.

    With `other_level`, Shift counts for the other way round: with Caps Lock on, with a scanner that turns case about,
    or with digits from the number pad of a layout that has them above. What no key of the layout gives stays as it is.
    """
    table = _inverse(layout, other_level)
    return "".join(_meant(character, table) for character in typed)


def _meant(character: str, table: Mapping[str, str]) -> str:
    """One character; an accented one that no key gives came from a dead key and a letter, in that order."""
    for spelling in (character, character.swapcase(), _SPACING.get(character, "")):
        if spelling in table:
            return table[spelling]
    decomposed = unicodedata.normalize("NFD", character)
    letter, marks = decomposed[0], decomposed[1:]
    if marks and all(mark in table for mark in marks):
        return "".join(table[mark] for mark in marks) + table.get(letter, letter)
    return character


@cache
def _inverse(layout: Layout, other_level: bool) -> Mapping[str, str]:
    keys = len(_KEYS)
    meant = MEANT[keys:] + MEANT[:keys] if other_level else MEANT
    return dict(_first_of_each(COMES_OUT[layout], meant))


def _first_of_each(out: str, meant: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for character, intended in zip(out, meant, strict=True):
        if character not in seen:
            seen.add(character)
            yield character, intended

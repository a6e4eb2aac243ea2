"""Words in a language other than the one around them: marked where they are made, told apart where they are said.

A text of the catalogue that does not exist in the language shown is given in an office language, between the two
invisible characters that Unicode has for a left-to-right stretch (U+2066 and U+2069, UAX 9). On a right-to-left screen
they keep its full stops and numbers in place; for the voice they say where to speak another language.
"""

import re
import unicodedata
from collections.abc import Iterator

_LEFT_TO_RIGHT, _FIRST_STRONG = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{FIRST STRONG ISOLATE}"
_END = "\N{POP DIRECTIONAL ISOLATE}"
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
_INVISIBLE = str.maketrans("", "", _LEFT_TO_RIGHT + _FIRST_STRONG + _END + RIGHT_TO_LEFT_MARK)
_FIELD = re.compile(r"\{[^}]*\}|%[1-9n]")


def foreign(words: str) -> str:
    """`words`, marked as being in the office language; nothing stays nothing."""
    return f"{_LEFT_TO_RIGHT}{words}{_END}" if words else ""


def is_foreign(words: str) -> bool:
    """Tell whether all of `words` is in the office language."""
    return words.startswith(_LEFT_TO_RIGHT) and words.find(_END) == len(words) - 1


def isolated(words: str) -> str:
    """`words` kept together whatever is written around them: a telephone number in Arabic keeps its order."""
    return f"{_FIRST_STRONG}{words}{_END}" if words else ""


def kept_in_order(pattern: str) -> str:
    """A right-to-left pattern that keeps whatever fills its fields (`{name}`, `%1`) together and in order."""
    letters = _FIELD.sub("", pattern)
    marked = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters)
    # A pattern of fields alone, `{day}: {hours}`, would take its direction from nothing.
    return ("" if marked else RIGHT_TO_LEFT_MARK) + _FIELD.sub(lambda field: isolated(field[0]), pattern)


def bare(words: str) -> str:
    """`words` without any of the invisible characters, for looking up, sorting and comparing."""
    return words.translate(_INVISIBLE)


def stretches(words: str) -> Iterator[tuple[str, bool]]:
    """The stretches of `words` in reading order, without marks, each with whether it is in the office language."""
    depths: list[bool] = []
    stretch, told = "", False
    for character in words:
        if character in (_LEFT_TO_RIGHT, _FIRST_STRONG):
            depths.append(character == _LEFT_TO_RIGHT)
        elif character == _END and depths:
            depths.pop()
        elif character != RIGHT_TO_LEFT_MARK:
            if stretch and any(depths) != told:
                yield stretch, told
                stretch = ""
            told = any(depths)
            stretch += character
    if stretch:
        yield stretch, told

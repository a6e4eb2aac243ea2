"""The stretches of one line: which language each is in, and which must keep its own order among Arabic words.

The invisible marks of `kiosk.languages.foreign` end here. A PDF would carry them to whoever copies its words, so the
template is told in their place what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.languages.foreign import RIGHT_TO_LEFT_MARK, bare, stretches
from kiosk.languages.known import tongue_of

_LEFT_TO_RIGHT, _FIRST_STRONG = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{FIRST STRONG ISOLATE}"
_END = "\N{POP DIRECTIONAL ISOLATE}"
_LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"
_VOWELS = dict.fromkeys(range(0x064B, 0x0653))
"""Arabic is read without its vowel marks, and a PDF gives back each letter that carries one twice."""
_LONGEST_KEPT = 24
_LAST_NUMBER = re.compile(rf" ({_FIRST_STRONG}?\d{{1,2}}{_END}?\.?)$")
"""A number that would stand alone on the last line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one language. `kept` words are set as one, left to right: a telephone number, an amount."""

    text: str
    language: str
    kept: bool = False


def pieces(words: str, language: str, office: str) -> tuple[Piece, ...]:
    """Take apart a line in `language`, whose foreign stretches are in `office`."""
    words = _LAST_NUMBER.sub("\N{NO-BREAK SPACE}\\1", words)
    if not tongue_of(language).right_to_left:
        told = ((stretch, office if foreign else language) for stretch, foreign in stretches(words))
        return tuple(Piece(stretch, spoken) for stretch, spoken in told)
    return tuple(_joined(_right_to_left(words, language, office)))


def _right_to_left(words: str, language: str, office: str) -> Iterator[Piece]:
    at = 0
    while at < len(words):
        if words[at] not in (_LEFT_TO_RIGHT, _FIRST_STRONG):
            ends = [found for mark in (_LEFT_TO_RIGHT, _FIRST_STRONG) if (found := words.find(mark, at)) >= 0]
            end = min(ends, default=len(words))
            yield Piece(words[at:end].replace(RIGHT_TO_LEFT_MARK, "").translate(_VOWELS), language)
            at = end
            continue
        end = _end_of(words, at)
        inside = words[at + 1 : end]
        if words[at] == _LEFT_TO_RIGHT:
            yield Piece(_closed(bare(inside)), office)
        elif _runs_right_to_left(inside):
            yield from _right_to_left(inside, language, office)
        else:
            whole = bare(inside)
            foreign = any(told for _, told in stretches(inside))
            kept = len(whole) <= _LONGEST_KEPT
            yield Piece(whole if kept else _closed(whole), office if foreign else language, kept)
        at = end + 1


def _end_of(words: str, start: int) -> int:
    """Where the stretch that begins at `start` ends; the end of the words where nothing closes it."""
    depth = 0
    for at in range(start, len(words)):
        if words[at] in (_LEFT_TO_RIGHT, _FIRST_STRONG):
            depth += 1
        elif words[at] == _END:
            depth -= 1
            if depth == 0:
                return at
    return len(words)


def _runs_right_to_left(words: str) -> bool:
    strong = (unicodedata.bidirectional(letter) for letter in bare(words))
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def _closed(words: str) -> str:
    """A full stop or a bracket at either end stays with the foreign words it belongs to."""
    open_start, open_end = (bool(words) and not words[place].isalnum() for place in (0, -1))
    return (_LEFT_TO_RIGHT_MARK if open_start else "") + words + (_LEFT_TO_RIGHT_MARK if open_end else "")


def _joined(parts: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one language as one piece, the empty ones left out."""
    last: Piece | None = None
    for piece in parts:
        if not piece.text:
            continue
        if last is not None and not last.kept and not piece.kept and last.language == piece.language:
            last = Piece(last.text + piece.text, last.language)
            continue
        if last is not None:
            start, space, end = last.text.rpartition(" ")
            if piece.kept and piece.text.isdecimal() and end and last.language == piece.language and not last.kept:
                # The "and" of a list is written against the number that follows it.
                last, piece = Piece(start + space, last.language), Piece(end + piece.text, piece.language, kept=True)
            if last.text:
                yield last
        last = piece
    if last is not None:
        yield last

"""The words of one language in the form that Qt's own translator reads (.qm), made in memory.

Qt asks its translators from its loader thread too; words that it reads by itself keep Python out of that thread. Layout
of the form: qtranslator.cpp of Qt 6. A message is found by the hash of its source text and its note of context.
"""

import struct
from collections.abc import Iterable, Mapping

from kiosk.languages.known import tongue_of

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _NOTE = 1, 3, 6, 8
_DIRECTION = "QT_LAYOUT_DIRECTION"


def qm(language: str, words: Mapping[tuple[str, str], str]) -> bytes:
    """`words` by note of context and source text; the direction of writing is added, because Qt asks for it so."""
    direction = "RTL" if tongue_of(language).right_to_left else "LTR"
    return _file([(("", _DIRECTION), direction), *words.items()])


def _file(entries: Iterable[tuple[tuple[str, str], str]]) -> bytes:
    messages = bytearray()
    places = []
    for (note, source), translation in entries:
        places.append((_hash(source.encode() + note.encode()), len(messages)))
        messages += _message(note.encode(), source.encode(), translation)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + _section(_HASHES, hashes) + _section(_MESSAGES, bytes(messages))


def _message(note: bytes, source: bytes, translation: str) -> bytes:
    told = translation.encode("utf-16-be")
    parts = ((_TRANSLATION, told), (_SOURCE, source), (_NOTE, note + b"\0"))
    return b"".join(struct.pack(">BI", tag, len(part)) + part for tag, part in parts) + bytes([_END])


def _section(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _hash(text: bytes) -> int:
    """The hash of ELF object files, which Qt uses; never 0."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        if high := value & 0xF0000000:
            value ^= high >> 24
        value &= 0x0FFFFFFF
    return value or 1

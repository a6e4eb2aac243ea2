"""What msgspec says of a value that has not the shape it should, taken apart: each reader has its own words for it."""

import re

from kiosk.frozen import dataclass

_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`")
_ENUM = re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)
_OTHER_TYPE = re.compile(r"Expected `(?P<wanted>[a-z |]+)`, got `(?P<got>[a-z]+)`")


@dataclass(frozen=True, slots=True)
class Missing:
    """A key that must be there."""

    key: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A key that nobody asks for."""

    key: str


@dataclass(frozen=True, slots=True)
class NotOffered:
    """A value that is none of those there are, as Python writes it."""

    value: str


@dataclass(frozen=True, slots=True)
class OtherType:
    """A value of another type than those that are wanted, by msgspec's names: `str`, `int`, `array` and so on."""

    wanted: tuple[str, ...]
    got: str


Mistake = Missing | Unknown | NotOffered | OtherType


def mistake_in(what: str) -> Mistake | None:
    """What msgspec's words, without the place they end with, tell of; None for anything else."""
    if missing := _MISSING.fullmatch(what):
        return Missing(missing["key"])
    if unknown := _UNKNOWN.fullmatch(what):
        return Unknown(unknown["key"])
    if enum := _ENUM.fullmatch(what):
        return NotOffered(enum["value"])
    if other := _OTHER_TYPE.fullmatch(what):
        return OtherType(tuple(other["wanted"].split(" | ")), other["got"])
    return None

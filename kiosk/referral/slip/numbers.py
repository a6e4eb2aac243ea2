"""A sheet of numbers as it is printed: what was counted at a place. It has room for no person."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import msgspec

from kiosk.referral.slip.content import Paper


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A name with its number, in the words that stand for it."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class NumberSection:
    """Lines under a title."""

    title: str
    lines: tuple[NumberLine, ...]


@dataclass(frozen=True, slots=True)
class NumberSheet:
    """All that stands on it. `foot` says what is not told."""

    language: str
    place: str
    title: str
    sections: tuple[NumberSection, ...]
    foot: str

    @property
    def code(self) -> str:
        """There is no code: no referral is on it."""
        return ""


def numbers_text(sheet: NumberSheet) -> str:
    """The sheet as plain text."""
    lines = [sheet.place, sheet.title]
    for section in sheet.sections:
        lines += ["", section.title, *(f"{line.name}: {line.number}" for line in section.lines)]
    return "\n".join([*lines, "", sheet.foot, ""])


def numbers_json(sheet: NumberSheet, paper: Paper) -> str:
    """The words as the template takes them."""
    return msgspec.json.encode({**asdict(sheet), "paper": paper.value}).decode()

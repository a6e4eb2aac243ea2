"""A hand-off as it is printed: who hands somebody on, to whom, what for, by when, and the code of their plan.

It has room for a first name and for nothing else of a person; whether that may stand there, the caller knows.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import msgspec

from kiosk.referral import qr
from kiosk.referral.slip.content import Paper


@dataclass(frozen=True, slots=True)
class HandOffLine:
    """A label with what stands behind it."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class HandOffSheet:
    """All that stands on it. `code` is that of the plan, `R-7K3F-9XD`, or "", and then there is no square."""

    language: str
    place: str
    title: str
    code: str
    lines: tuple[HandOffLine, ...]
    code_caption: str
    foot: str


def hand_off_text(sheet: HandOffSheet) -> str:
    """The sheet as plain text."""
    lines = [sheet.place, sheet.title, "", *(f"{line.label}: {line.words}" for line in sheet.lines), ""]
    if sheet.code:
        lines += [sheet.code, sheet.code_caption, ""]
    return "\n".join([*lines, sheet.foot, ""])


def hand_off_json(sheet: HandOffSheet, paper: Paper) -> str:
    """The words as the template takes them."""
    symbol = qr.matrix(sheet.code, qr.Level.Q) if sheet.code else ()
    drawn = {"side": len(symbol) + 2 * qr.QUIET_MODULES, "svg": qr.svg(symbol)} if symbol else None
    return msgspec.json.encode({**asdict(sheet), "paper": paper.value, "qr": drawn}).decode()

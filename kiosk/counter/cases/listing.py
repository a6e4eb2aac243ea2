"""The list of cases: what is due, what is open, whose it is; nothing in it is sealed, and nothing names anybody."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kiosk.counter.cases.cabinet import CaseNumber
from kiosk.counter.cases.statuses import Status
from kiosk.counter.staff.roles import StaffId
from kiosk.referral.code import ALPHABET
from kiosk.state import state_errors

_LONGEST_TYPED = 20


class Which(StrEnum):
    """Which cases are listed."""

    DUE = "due"
    OPEN = "open"
    MINE = "mine"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Listed:
    """One case of the list. `bundle` is 0 for none; `last_status` is what was noted last, of any step."""

    number: CaseNumber
    code: str
    bundle: int
    opened: date
    last_day: date
    due: date | None
    attempts: int
    steps: int
    open_steps: int
    last_status: Status
    consented: bool
    last_by: StaffId


@dataclass(frozen=True, slots=True)
class Totals:
    """How many cases each choice would list."""

    due: int
    open: int
    mine: int
    all: int


def listed(
    state: sqlite3.Connection,
    which: Which,
    *,
    today: date,
    me: StaffId | None = None,
    typed: str = "",
    also: Collection[CaseNumber] = (),
    most: int | None = None,
) -> tuple[Listed, ...]:
    """The cases of a choice: those with a date first, the most overdue on top, then the newest.

    `typed` is the beginning of a number or of a code, as people type them; `also` are numbers that what was typed
    stands for in another way. Cases past their last day are not listed.
    """
    where, values = _chosen(which, today, me)
    number, code = _beginnings(typed)
    if typed.strip():
        marks = ", ".join("?" * len(also))
        where += f" AND (number LIKE ? OR (? AND code LIKE ?) OR number IN ({marks}))"
        values = [*values, f"{number}%", bool(code), f"{code}%", *also]
    with state_errors():
        rows = state.execute(
            f"SELECT {_COLUMNS} FROM case_file WHERE {where} "
            "ORDER BY due_day IS NULL, due_day, opened_day DESC, number DESC LIMIT ?",
            (*values, -1 if most is None else most),
        ).fetchall()
    return tuple(map(_listed, rows))


def totals(state: sqlite3.Connection, *, today: date, me: StaffId | None = None) -> Totals:
    """How many cases there are of each choice."""
    day = today.isoformat()
    with state_errors():
        row = state.execute(
            "SELECT count(CASE WHEN due_day <= ? THEN 1 END), count(CASE WHEN open_steps > 0 THEN 1 END), "
            "count(CASE WHEN opened_by = ? OR last_by = ? THEN 1 END), count(*) FROM case_file WHERE last_day >= ?",
            (day, me, me, day),
        ).fetchone()
    return Totals(*row)


_COLUMNS = (
    "number, code, bundle, opened_day, last_day, due_day, attempts, steps, open_steps, last_status, "
    "consent_day IS NOT NULL, last_by"
)


def _chosen(which: Which, today: date, me: StaffId | None) -> tuple[str, list[object]]:
    day = today.isoformat()
    match which:
        case Which.DUE:
            return "last_day >= ? AND due_day <= ?", [day, day]
        case Which.OPEN:
            return "last_day >= ? AND open_steps > 0", [day]
        case Which.MINE:
            return "last_day >= ? AND ? IN (opened_by, last_by)", [day, me]
        case Which.ALL:
            return "last_day >= ?", [day]


def _beginnings(typed: str) -> tuple[str, str]:
    """What was typed, as the beginning of a number and of a code; "" where it can be no code."""
    text = typed.strip().upper()[:_LONGEST_TYPED]
    number = "".join(c for c in text.replace("‑", "-").replace("–", "-") if c.isdigit() or c == "-")
    code = "".join(c for c in text if c.isalnum()).removeprefix("R")
    number = number if number == text.replace("‑", "-").replace("–", "-") else "none"
    return number, code if set(code) <= set(ALPHABET) else ""


# Ten thousand lines are to be read within a few frames, and most of their days and statuses are the same.
_day = lru_cache(maxsize=4096)(date.fromisoformat)
_STATUSES = {status.value: status for status in Status}


def _listed(row: tuple[CaseNumber, str, int, str, str, str | None, int, int, int, str, int, StaffId]) -> Listed:
    number, code, bundle, opened, last_day, due, attempts, steps, open_steps, status, consented, last_by = row
    return Listed(
        number,
        code,
        bundle,
        _day(opened),
        _day(last_day),
        _day(due) if due else None,
        attempts,
        steps,
        open_steps,
        _STATUSES[status],
        consented == 1,
        last_by,
    )

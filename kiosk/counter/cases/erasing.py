"""Erasing a case: its key first, for good; then every row; what stays is the number, and counts that name nobody.

Whatever interrupts it after the key is gone, the next `sweep` finishes it. A case that an old copy of state.db brings
back is known by its destroyed key and erased again.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from kiosk.counter import audit
from kiosk.counter.audit import Act
from kiosk.counter.cases.cabinet import (
    By,
    Cabinet,
    CaseId,
    CaseNumber,
    destroy_keys,
    destroyed,
    expired_keys,
    open_keys,
)
from kiosk.counter.cases.case import Case, read_case
from kiosk.counter.cases.counting import keep_counts
from kiosk.counter.cases.day import Today, day_of
from kiosk.counter.staff.roles import StaffId
from kiosk.state import atomic, scrub, state_errors

_NOBODY: Literal[""] = ""


class Why(StrEnum):
    """Why a case is gone. Values are for ever."""

    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Gone:
    """A case that was erased."""

    number: CaseNumber
    day: date
    why: Why


def erase(cabinet: Cabinet, case: Case, why: Why, by: By) -> None:
    """Erase a case; when this returns, it is in neither file nor log. Raises a `StateError`, having told no lie."""
    destroy_keys(cabinet.keys, [case.id], by.day, why)
    _let_go(cabinet.state, [(case.id, why)], by.day, by.who, by.at)


def sweep(cabinet: Cabinet, today: Today, at: datetime) -> int:
    """Erase what is past its last day, and finish what was begun; tell how many cases went.

    To be called when the counter opens and once a day. Nothing is erased for its date while the day is not certain.
    """
    state = cabinet.state
    ended = _ids(state, today.day) if today.certain else frozenset()
    orphans = expired_keys(cabinet.keys, today.day) if today.certain else ()
    if ended or orphans:
        destroy_keys(cabinet.keys, [*ended, *orphans], today.day, Why.ENDED)
    else:
        scrub(cabinet.keys)
    known = _ids(state, date.max)
    unfinished = [(gone.id, Why(gone.why)) for gone in destroyed(cabinet.keys) if gone.id in known]
    return _let_go(state, unfinished, today.day, _NOBODY, at)


def sweep_folder(
    folder: Path,
    open_state: Callable[[], sqlite3.Connection],
    clock: datetime,
    catalogue_day: date,
) -> int:
    """`sweep` the cases of a state folder with connections of its own, as when a background thread does it."""
    with closing(open_state()) as state, closing(open_keys(folder)) as keys:
        return sweep(Cabinet(state, keys), day_of(state, clock.date(), catalogue_day), clock)


def gone(state: sqlite3.Connection, number: CaseNumber) -> Gone | None:
    """When and why the case of a number was erased; None where none was."""
    with state_errors():
        row = state.execute("SELECT day, why FROM case_gone WHERE number = ?", (number,)).fetchone()
    return None if row is None else Gone(number, date.fromisoformat(row[0]), Why(row[1]))


def _ids(state: sqlite3.Connection, before: date) -> frozenset[CaseId]:
    """The cases whose last day is before a day."""
    with state_errors():
        rows = state.execute("SELECT id FROM case_file WHERE last_day < ?", (before.isoformat(),)).fetchall()
    return frozenset(CaseId(row[0]) for row in rows)


def _let_go(
    state: sqlite3.Connection,
    cases: Iterable[tuple[CaseId, Why]],
    day: date,
    who: "StaffId | Literal['']",
    at: datetime,
) -> int:
    """Count what became of each case and delete its rows, one case a commit; then empty the log."""
    went = 0
    for id_, why in cases:
        with atomic(state):
            row = state.execute("SELECT number FROM case_file WHERE id = ?", (id_,)).fetchone()
            if row is None:
                continue
            number = CaseNumber(row[0])
            keep_counts(state, read_case(state, number, date.min))
            state.execute("DELETE FROM case_file WHERE id = ?", (id_,))
            state.execute("INSERT OR IGNORE INTO case_gone VALUES (?, ?, ?)", (number, day.isoformat(), why))
            audit.record(state, who=who, act=Act.CASE_ERASED, subject=number, at=at)
            went += 1
    scrub(state)
    return went

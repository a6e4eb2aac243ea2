"""What other offices did with the slips of this one, as the hub told it: a step's status by the code on the slip.

Nothing else comes with it: not who, not where, not why.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.counter.cases.statuses import Status
from kiosk.state import Migration, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT = timedelta(days=180)
"""Counted from the day of the outcome; a slip that old is not brought back."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`service` and `step` are the catalogue's numbers, `code` the seven characters of the slip's short code."""

    code: str
    service: int
    step: int
    status: Status
    day: date


def hear(state: sqlite3.Connection, heard: Heard, today: date) -> None:
    """Keep an outcome in place of an earlier one of the same step, and forget old ones; inside `atomic`.

    Outcomes come in the order in which the hub had them, so the last one counts.
    """
    state.execute(
        "INSERT OR REPLACE INTO outcome_heard (code, service, step, status, day) VALUES (?, ?, ?, ?, ?)",
        (heard.code, heard.service, heard.step, heard.status, heard.day.isoformat()),
    )
    state.execute("DELETE FROM outcome_heard WHERE day < ?", ((today - KEPT).isoformat(),))


def heard_of(state: sqlite3.Connection, code: str) -> tuple[Heard, ...]:
    """What became elsewhere of the steps of the slip with this code."""
    with state_errors():
        rows = state.execute(
            "SELECT code, service, step, status, day FROM outcome_heard WHERE code = ? ORDER BY service, step", (code,)
        ).fetchall()
    return tuple(
        Heard(code, service, step, Status(status), date.fromisoformat(day)) for *_, service, step, status, day in rows
    )


def _outcomes_heard(database: "Database") -> None:
    database.table("outcome_heard").create(
        {"code": str, "service": int, "step": int, "status": str, "day": str},
        pk=("code", "service", "step"),
        not_null={"status", "day"},
    )


MIGRATIONS = (Migration("counter", "outcomes_heard", _outcomes_heard),)
"""For state.db."""

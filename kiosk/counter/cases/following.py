"""Following up: the day on which a case is looked at again, and how often somebody tried to reach the person."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.counter.audit import Act
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import Case, CaseStep, read_case
from kiosk.counter.cases.changing import change
from kiosk.counter.staff.roles import StaffId
from kiosk.errors import KioskError
from kiosk.state import state_errors


class FollowUpError(KioskError):
    """A case is not looked at again before tomorrow, nor after its last day."""

    code = "follow_up_day"


class In(StrEnum):
    """How long until a follow-up, as it is offered."""

    NEVER = "never"
    THREE_DAYS = "three_days"
    ONE_WEEK = "one_week"
    ONE_MONTH = "one_month"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try to reach the person."""

    day: date
    staff: StaffId
    reached: bool


def due_in(chosen: In, today: date) -> date | None:
    """The day of a follow-up; a month on is the same day of the month, or its last one."""
    match chosen:
        case In.NEVER:
            return None
        case In.THREE_DAYS:
            return today + timedelta(days=3)
        case In.ONE_WEEK:
            return today + timedelta(days=7)
        case In.ONE_MONTH:
            year, month = today.year + today.month // 12, today.month % 12 + 1
            return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def next_step(case: Case) -> CaseStep | None:
    """What is to be done next: the first step in the order of the plan of which nothing was noted, else the first that
    is still open; None where nothing more is expected.

    A plan is ordered by the days by which its steps are due; a case keeps no such day: it would tell of the person.
    """
    waiting = [step for step in case.steps if not step.is_closed]
    return next((step for step in waiting if not step.history), waiting[0] if waiting else None)


def follow_up(cabinet: Cabinet, case: Case, due: date | None, by: By) -> Case:
    """Look at the case again on `due`, or not at all; tries are counted anew. Raises `FollowUpError`."""
    if due is not None and not by.day < due <= case.last_day:
        raise FollowUpError(due.isoformat())
    with change(cabinet.state, case.number, by, Act.FOLLOW_UP_SET):
        cabinet.state.execute(
            "UPDATE case_file SET due_day = ?, attempts = 0 WHERE id = ?", (due and due.isoformat(), case.id)
        )
    return read_case(cabinet.state, case.number, by.day)


def attempted(cabinet: Cabinet, case: Case, by: By, *, reached: bool, again: date | None = None) -> Case:
    """Count a try to reach the person. Reached, the case is not due any more; not reached, it is due `again`."""
    if again is not None and not by.day < again <= case.last_day:
        raise FollowUpError(again.isoformat())
    with change(cabinet.state, case.number, by, Act.CASE_CHANGED):
        cabinet.state.execute(
            "INSERT INTO case_attempt (case_id, day, staff, reached) VALUES (?, ?, ?, ?)",
            (case.id, by.day.isoformat(), by.who, reached),
        )
        if reached:
            cabinet.state.execute("UPDATE case_file SET attempts = 0, due_day = NULL WHERE id = ?", (case.id,))
        else:
            cabinet.state.execute(
                "UPDATE case_file SET attempts = attempts + 1, due_day = coalesce(?, due_day) WHERE id = ?",
                (again and again.isoformat(), case.id),
            )
    return read_case(cabinet.state, case.number, by.day)


def attempts(cabinet: Cabinet, case: Case) -> tuple[Attempt, ...]:
    """Every try, oldest first."""
    with state_errors():
        rows = cabinet.state.execute(
            "SELECT day, staff, reached FROM case_attempt WHERE case_id = ? ORDER BY rowid", (case.id,)
        ).fetchall()
    return tuple(Attempt(date.fromisoformat(day), StaffId(staff), bool(reached)) for day, staff, reached in rows)

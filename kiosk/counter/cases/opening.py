"""Opening a case, adding to its plan, and noting what became of a step: all of it needs no consent and names nobody."""

import secrets
import sqlite3
from datetime import date

from kiosk.counter import audit
from kiosk.counter.audit import Act
from kiosk.counter.cases.cabinet import By, Cabinet, CaseId, CaseNumber
from kiosk.counter.cases.case import KEPT_WITHOUT_CONSENT, Case, CasePlan, NoSuchCaseError, Planned, read_case
from kiosk.counter.cases.changing import change
from kiosk.counter.cases.statuses import Reason, Status, closes, may_follow
from kiosk.counter.cases.telling import tell_claim, tell_outcome
from kiosk.errors import KioskError
from kiosk.state import atomic

MOST_STEPS = 60
MOST_MINUTES = 480

_ID_BYTES = 16


class IllegalOutcomeError(KioskError):
    """This status cannot come after the one that stands; only a correction can say so."""

    code = "outcome_illegal"


class PlanFullError(KioskError):
    """A case has no more than sixty steps."""

    code = "case_full"


def open_case(cabinet: Cabinet, plan: CasePlan, by: By) -> Case:
    """Open a case for a plan; it is on the disk when this returns. Raises `PlanFullError`, a `StateError`."""
    if len(plan.steps) > MOST_STEPS:
        raise PlanFullError(f"{len(plan.steps)} steps")
    state, id_ = cabinet.state, CaseId(secrets.token_bytes(_ID_BYTES))
    with atomic(state):
        number = _next_number(state, by.day)
        state.execute(
            "INSERT INTO case_file (id, number, opened_day, opened_by, last_by, last_day, code, token, bundle, steps, "
            "open_steps, last_status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
            (
                id_,
                number,
                by.day.isoformat(),
                by.who,
                by.who,
                (by.day + KEPT_WITHOUT_CONSENT).isoformat(),
                plan.code,
                plan.token,
                plan.bundle,
                Status.HANDED,
            ),
        )
        _add(state, id_, 0, plan.steps)
        tell_claim(state, plan.token, by.day)
        audit.record(state, who=by.who, act=Act.CASE_OPENED, subject=number, at=by.at)
    return read_case(state, number, by.day)


def add_steps(cabinet: Cabinet, case: Case, steps: tuple[Planned, ...], by: By) -> Case:
    """Put steps at the end of a plan; those whose service is in it already are left as they are."""
    known = {step.planned.service for step in case.steps}
    new = tuple(step for step in steps if step.service not in known)
    if len(case.steps) + len(new) > MOST_STEPS:
        raise PlanFullError(f"{len(case.steps) + len(new)} steps")
    with change(cabinet.state, case.number, by, Act.CASE_CHANGED):
        _add(cabinet.state, case.id, len(case.steps), new)
    return read_case(cabinet.state, case.number, by.day)


def note_outcome(
    cabinet: Cabinet,
    case: Case,
    place: int,
    status: Status,
    by: By,
    *,
    reasons: frozenset[Reason] = frozenset(),
    minutes: int = 0,
    corrects: bool = False,
) -> Case:
    """Note what became of the step at `place`; what was noted before stays beneath it.

    Raises `IllegalOutcomeError` where `status` cannot follow, unless it puts right what was noted wrongly.
    """
    state = cabinet.state
    with change(state, case.number, by, Act.OUTCOME_RECORDED):
        before, planned = _standing(state, case, place)
        if status is Status.HANDED or not (corrects or may_follow(before, status)):
            raise IllegalOutcomeError(f"{before} to {status}")
        state.execute(
            "INSERT INTO case_outcome (case_id, place, status, reasons, day, staff, minutes, corrects) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                case.id,
                place,
                status,
                " ".join(sorted(reasons)),
                by.day.isoformat(),
                by.who,
                max(0, min(minutes, MOST_MINUTES)),
                corrects,
            ),
        )
        state.execute("UPDATE case_step SET status = ? WHERE case_id = ? AND place = ?", (status, case.id, place))
        state.execute("UPDATE case_file SET last_status = ? WHERE id = ?", (status, case.id))
        _count_steps(state, case.id)
        tell_outcome(state, case.token, planned, status, reasons, by.day, corrects=corrects)
    return read_case(state, case.number, by.day)


def _standing(state: sqlite3.Connection, case: Case, place: int) -> tuple[Status, Planned]:
    """How the step stands now, which another window may have changed since `case` was read; and what was planned."""
    sql = "SELECT status, service, step FROM case_step WHERE case_id = ? AND place = ?"
    row = state.execute(sql, (case.id, place)).fetchone()
    if row is None:
        raise NoSuchCaseError(f"{case.number}, step {place}")
    return Status(row[0]), Planned(row[1], row[2])


def _add(state: sqlite3.Connection, id_: CaseId, after: int, steps: tuple[Planned, ...]) -> None:
    state.executemany(
        "INSERT INTO case_step (case_id, place, service, step, status) VALUES (?, ?, ?, ?, ?)",
        [(id_, place, s.service, s.step, Status.HANDED) for place, s in enumerate(steps, start=after + 1)],
    )
    _count_steps(state, id_)


def _count_steps(state: sqlite3.Connection, id_: CaseId) -> None:
    marks = ", ".join("?" * len(_OPEN))
    state.execute(
        "UPDATE case_file SET steps = (SELECT count(*) FROM case_step WHERE case_id = id), open_steps = "
        f"(SELECT count(*) FROM case_step WHERE case_id = id AND status IN ({marks})) WHERE id = ?",
        (*_OPEN, id_),
    )


def _next_number(state: sqlite3.Connection, day: date) -> CaseNumber:
    (count,) = state.execute(
        "INSERT INTO case_number (year, last) VALUES (?, 1) "
        "ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
        (day.year,),
    ).fetchone()
    return CaseNumber(f"{day.year % 100:02}-{count}")


_OPEN = tuple(status.value for status in Status if not closes(status))

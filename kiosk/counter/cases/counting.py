"""What became of steps, counted by month: the same before and after a case is erased, and nobody in it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.counter.cases.case import Case, CaseStep
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.state import state_errors


class Within(StrEnum):
    """How many days after the case was opened a step was closed, at most; OPEN when it is not. Values are for ever."""

    WEEK = "7"
    MONTH = "30"
    QUARTER = "90"
    LONGER = "more"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a step counts as. `month` is of its last outcome, or of the day the case was opened: "2026-03"."""

    month: str
    bundle: int
    service: int
    status: Status
    reasons: frozenset[Reason]
    within: Within


@dataclass(frozen=True, slots=True)
class Tally:
    """How many steps, and minutes of staff spent on them. Small numbers are to be suppressed before they are shown."""

    counted: Counted
    count: int
    minutes: int


def counted(case: Case, step: CaseStep) -> Counted:
    """What a step counts as: by what was noted last."""
    last = step.history[-1] if step.history else None
    day = last.day if last else case.opened
    return Counted(
        month=f"{day:%Y-%m}",
        bundle=case.bundle,
        service=step.planned.service,
        status=step.status,
        reasons=last.reasons if last else frozenset(),
        within=_within((day - case.opened).days) if step.is_closed else Within.OPEN,
    )


def keep_counts(state: sqlite3.Connection, case: Case) -> None:
    """Add the steps of a case to the counts that stay; within `atomic`, which also lets go of the case."""
    for step in case.steps:
        one = counted(case, step)
        state.execute(
            "INSERT INTO outcome_count (month, bundle, service, status, reasons, within, count, minutes) "
            "VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (month, bundle, service, status, reasons, within) "
            "DO UPDATE SET count = count + 1, minutes = minutes + excluded.minutes",
            (one.month, one.bundle, one.service, one.status, " ".join(sorted(one.reasons)), one.within, _minutes(step)),
        )


def tallies(state: sqlite3.Connection, cases: Iterable[Case]) -> tuple[Tally, ...]:
    """The counts that stay and those of `cases` together, in order of month, bundle, service and status."""
    sums: dict[Counted, tuple[int, int]] = {}
    with state_errors():
        kept = state.execute(
            "SELECT month, bundle, service, status, reasons, within, count, minutes FROM outcome_count"
        ).fetchall()
    for month, bundle, service, status, reasons, within, count, minutes in kept:
        told = frozenset(Reason(reason) for reason in reasons.split())
        _add(sums, Counted(month, bundle, service, Status(status), told, Within(within)), count, minutes)
    for case in cases:
        for step in case.steps:
            _add(sums, counted(case, step), 1, _minutes(step))
    ordered = sorted(sums, key=lambda one: (one.month, one.bundle, one.service, one.status, sorted(one.reasons)))
    return tuple(Tally(one, *sums[one]) for one in ordered)


def noted_on(state: sqlite3.Connection, day: date) -> int:
    """How many outcomes were noted on a day, of cases that are still there."""
    with state_errors():
        (count,) = state.execute("SELECT count(*) FROM case_outcome WHERE day = ?", (day.isoformat(),)).fetchone()
    return int(count)


def _add(sums: dict[Counted, tuple[int, int]], one: Counted, count: int, minutes: int) -> None:
    before = sums.get(one, (0, 0))
    sums[one] = (before[0] + count, before[1] + minutes)


def _minutes(step: CaseStep) -> int:
    return sum(outcome.minutes for outcome in step.history)


def _within(days: int) -> Within:
    if days <= 7:
        return Within.WEEK
    if days <= 30:
        return Within.MONTH
    return Within.QUARTER if days <= 90 else Within.LONGER

"""The steps to do grouped by when, as a screen or a slip shows them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.planning.plan import Deadline, DueKind, Plan, PlannedStep


class When(StrEnum):
    """How soon, in the order shown."""

    NOW = "now"
    LATE = "late"
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    LATER = "later"
    ANY_DAY = "any_day"


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that are due at about the same time, in plan order; never empty."""

    when: When
    steps: tuple[PlannedStep, ...]


def grouped(plan: Plan, today: date) -> tuple[Group, ...]:
    """The steps to do, in groups from the most urgent on. What opens later is due when it opens."""
    groups: dict[When, list[PlannedStep]] = {when: [] for when in When}
    for step in plan.to_do():
        groups[when_due(step.deadline, today)].append(step)
    return tuple(Group(when, tuple(steps)) for when, steps in groups.items() if steps)


def when_due(deadline: Deadline | None, today: date) -> When:
    """How soon `deadline` is: this week is the next seven days, this month the next thirty-one.

    Advice whose day has passed is for now; only a rule can be late.
    """
    if deadline is None:
        return When.ANY_DAY
    if deadline.kind is DueKind.NOW:
        return When.NOW
    if deadline.missed:
        return When.NOW if deadline.kind is DueKind.RECOMMENDED_BY else When.LATE
    opens = deadline.day if deadline.kind is DueKind.FROM else deadline.first
    if deadline.kind is DueKind.FROM and deadline.day <= today:
        return When.ANY_DAY
    day = opens if opens and opens > today else deadline.day
    if day <= today + timedelta(days=7):
        return When.THIS_WEEK
    return When.THIS_MONTH if day <= today + timedelta(days=31) else When.LATER

"""What is being noted in a case and not yet written: a frozen value, and every change that a key can make to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.counter.cases.case import Case, CaseStep
from kiosk.counter.cases.following import In, due_in
from kiosk.counter.cases.opening import MOST_MINUTES
from kiosk.counter.cases.statuses import Reason, Status, may_follow

_DAY = re.compile(r"(?:(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{1,2})(?:[-/. ](\d{1,2}))?(?:[-/. ](\d{4}))?)")


@dataclass(frozen=True, slots=True)
class Noted:
    """What is being noted of one step; `status` None as long as nothing is chosen."""

    status: Status | None = None
    reasons: frozenset[Reason] = frozenset()
    minutes: int = 0
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is being noted. `place` is the step looked at, 0 for none; `follow_up` is None while it stays as it is,
    and `day` is the day typed for it, "" where one of the choices was made.
    """

    place: int = 0
    steps: Mapping[int, Noted] = field(default_factory=dict)
    follow_up: In | None = None
    day: str = ""

    @property
    def noted(self) -> Noted:
        """What is being noted of the step looked at."""
        return self.steps.get(self.place, Noted())

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost."""
        return not self.day and self.follow_up is None and all(one == Noted() for one in self.steps.values())


def begun(case: Case | None) -> Draft:
    """Nothing noted yet; looking at the first step that is not closed."""
    if case is None or not case.steps:
        return Draft()
    return Draft(next((step.place for step in case.steps if not step.is_closed), case.steps[0].place))


def looking_at(draft: Draft, case: Case, place: int) -> Draft:
    """Look at another step; what is noted of the one before stays."""
    return replace(draft, place=place) if any(step.place == place for step in case.steps) else draft


def choosing(draft: Draft, step: CaseStep, status: Status) -> Draft:
    """Choose a status, or take it back when it is the one chosen; nothing where it cannot follow."""
    noted = draft.noted
    if not can_choose(noted, step, status):
        return draft
    return _with(draft, replace(noted, status=None if noted.status is status else status))


def can_choose(noted: Noted, step: CaseStep, status: Status) -> bool:
    """Tell whether a status may be noted of a step: as what came next, or as what should have been noted."""
    return noted.corrects or may_follow(step.status, status)


def correcting(draft: Draft, step: CaseStep, on: bool) -> Draft:
    """Put right what was noted last, or go on from it; a status that cannot follow is let go."""
    noted = replace(draft.noted, corrects=on and bool(step.history))
    if noted.status is not None and not can_choose(noted, step, noted.status):
        noted = replace(noted, status=None)
    return _with(draft, noted)


def with_reason(draft: Draft, reason: Reason, on: bool) -> Draft:
    """Note that something made it hard, or did not."""
    noted = draft.noted
    return _with(draft, replace(noted, reasons=noted.reasons | {reason} if on else noted.reasons - {reason}))


def with_minutes(draft: Draft, more: int) -> Draft:
    """Note so many minutes more, or fewer."""
    noted = draft.noted
    return _with(draft, replace(noted, minutes=max(0, min(MOST_MINUTES, noted.minutes + more))))


def following(draft: Draft, chosen: In) -> Draft:
    """Choose when the case is looked at again."""
    return replace(draft, follow_up=chosen, day="")


def on_day(draft: Draft, typed: str) -> Draft:
    """Type the day on which it is looked at again."""
    return replace(draft, day=typed, follow_up=None)


def due_of(draft: Draft, case: Case, today: date) -> date | None:
    """The day on which the case will be looked at again once the draft is written; None for none."""
    if draft.day:
        return read_day(draft.day, today)
    return case.due if draft.follow_up is None else due_in(draft.follow_up, today)


def read_day(untrusted_text: str, today: date) -> date | None:
    """A day as people type it: `2026-03-19`, `19`, `19/3`, `19-3-2026`; the next one that comes, None for no day."""
    match = _DAY.fullmatch(untrusted_text.strip())
    if match is None:
        return None
    year, month, day, only_day, only_month, only_year = match.groups()
    if year:
        return _date(int(year), int(month), int(day))
    if only_month:
        return _coming(int(only_day), int(only_month), int(only_year) if only_year else None, today)
    for ahead in range(12):
        year_then, month_then = today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1
        found = _date(year_then, month_then, int(only_day))
        if found is not None and found > today:
            return found
    return None


def _coming(day: int, month: int, year: int | None, today: date) -> date | None:
    if year is not None:
        return _date(year, month, day)
    found = _date(today.year, month, day)
    return found if found is not None and found > today else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with(draft: Draft, noted: Noted) -> Draft:
    return replace(draft, steps={**draft.steps, draft.place: noted})


def written(draft: Draft, place: int) -> Draft:
    """What is left once the outcome of a step is on the disk."""
    return replace(draft, steps={other: noted for other, noted in draft.steps.items() if other != place})


def followed(draft: Draft) -> Draft:
    """What is left once the follow-up is on the disk."""
    return replace(draft, follow_up=None, day="")

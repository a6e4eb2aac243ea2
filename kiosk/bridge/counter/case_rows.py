"""What the page of a case shows, worked out from the case, what is being noted, and the catalogue."""

from dataclasses import dataclass, replace
from datetime import date

from kiosk.bridge.counter.case_draft import Draft, can_choose, due_of
from kiosk.bridge.counter.case_words import (
    REASONS,
    code_shown,
    due_words,
    follow_line,
    organization_name,
    service_name,
    service_with,
    situation_name,
    status_name,
    status_tone,
)
from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.case import Case, CaseStep
from kiosk.counter.cases.following import In, next_step
from kiosk.counter.cases.person import Reach
from kiosk.counter.cases.statuses import OTHERS, QUICK, Reason, Status
from kiosk.languages import Messages
from kiosk.languages.formats import beside, plain_date

FOLLOW_UP_ORDER = tuple(In)
REASON_ORDER = tuple(Reason)

_MOST_HISTORY = 2


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step. `pending` is set while what is chosen for it is not written yet."""

    place: int
    name: str
    detail: str
    status: str
    tone: str
    chosen: bool
    pending: bool


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One answer to what happened; `possible` is false where it cannot follow what was noted before."""

    status: str
    label: str
    key: str
    chosen: bool
    possible: bool


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One thing that can have made it hard."""

    reason: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CaseShown:
    """What the page says of a case as a whole. Without a case everything is empty."""

    title: str = ""
    plan: str = ""
    code: str = ""
    consent: str = ""
    ends: str = ""
    may_erase: bool = False
    due: str = ""
    due_tone: str = "calm"
    due_detail: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """What the page says of the steps, and of what is being noted."""

    steps: tuple[StepRow, ...] = ()
    follow_up: int = 0
    day: str = ""
    follow_line: str = ""
    place: int = 0
    step: str = ""
    step_detail: str = ""
    service: str = ""
    history: str = ""
    may_correct: bool = False
    corrects: bool = False
    minutes: int = 0
    quick: tuple[StatusRow, ...] = ()
    others: tuple[StatusRow, ...] = ()
    other_chosen: str = ""
    reasons: tuple[ReasonRow, ...] = ()


def case_shown(messages: Messages, catalogue: Catalogue, case: Case, today: date, *, is_supervisor: bool) -> CaseShown:
    """What the page says of `case`."""
    gettext = messages.gettext
    situation = situation_name(messages, catalogue, case.bundle)
    is_due = case.due is not None and case.due <= today
    shown = CaseShown(
        title=gettext("Case {number}").format(number=case.number),
        plan=gettext("Plan: {situation}").format(situation=situation) if situation else gettext("Plan"),
        code=code_shown(case.code),
        may_erase=case.consent is not None or is_supervisor,
        due=due_words(messages, case.due, today) if is_due else "",
        due_tone="warn" if case.due == today else "bad",
        due_detail=_tried(messages, case),
        next=next_words(messages, catalogue, case, today),
    )
    if case.consent is None:
        return shown
    return replace(
        shown,
        consent=gettext("Consent given {day}").format(day=plain_date(messages, case.consent.day, today)),
        ends=gettext("Ends {day}").format(day=plain_date(messages, case.last_day, today)),
    )


def next_words(messages: Messages, catalogue: Catalogue, case: Case, today: date) -> str:
    """What is to be done next, and the day on which the case is looked at again; empty for a case without steps."""
    if not case.steps:
        return ""
    step = next_step(case)
    if step is None:
        return messages.gettext("Nothing is left to do: every step has its outcome.")
    name = step_name(messages, catalogue, case, step)
    if case.due is None:
        return messages.gettext("Next: {step}").format(step=name)
    day = plain_date(messages, case.due, today)
    return messages.gettext("Next: {step}, follow-up {day}").format(step=name, day=day)


def outcome_shown(
    messages: Messages, catalogue: Catalogue, case: Case, draft: Draft, today: date, reach: Reach
) -> OutcomeShown:
    """What the page says of the steps of `case` while `draft` is being noted."""
    due = due_of(draft, case, today)
    unreadable = bool(draft.day) and due is None
    shown = OutcomeShown(
        steps=tuple(_step_row(messages, catalogue, case, step, draft, today) for step in case.steps),
        follow_up=_follow_up(draft, case),
        day=draft.day,
        follow_line=messages.gettext("No day can be read from this. Write it as 2026-03-19, or 19/3.")
        if unreadable
        else follow_line(messages, due, reach),
    )
    return _with_step(messages, catalogue, shown, case, draft, today) if draft.place else shown


def _follow_up(draft: Draft, case: Case) -> int:
    """Which of the choices is chosen; -1 for another day."""
    if draft.follow_up is not None:
        return FOLLOW_UP_ORDER.index(draft.follow_up)
    return -1 if draft.day or case.due else 0


def _with_step(
    messages: Messages, catalogue: Catalogue, shown: OutcomeShown, case: Case, draft: Draft, today: date
) -> OutcomeShown:
    step, noted = case.step(draft.place), draft.noted
    service = service_with(catalogue, step.planned.service)
    return replace(
        shown,
        place=step.place,
        step=step_name(messages, catalogue, case, step),
        step_detail=_organization(messages, catalogue, step),
        service=service.id if service else "",
        history=history_words(messages, step, today),
        may_correct=bool(step.history),
        corrects=noted.corrects,
        minutes=noted.minutes,
        quick=tuple(_status_row(messages, status, step, draft, str(key)) for key, status in enumerate(QUICK, start=1)),
        others=tuple(_status_row(messages, status, step, draft, "") for status in OTHERS),
        other_chosen=status_name(messages, noted.status) if noted.status in OTHERS else "",
        reasons=tuple(
            ReasonRow(reason, messages.gettext(REASONS[reason]), reason in noted.reasons) for reason in REASON_ORDER
        ),
    )


def history_words(messages: Messages, step: CaseStep, today: date) -> str:
    """What was noted of a step before, newest first, a line each: `12 March: Applied · Transport`."""
    lines = []
    for outcome in reversed(step.history[-_MOST_HISTORY:]):
        day = plain_date(messages, outcome.day, today)
        what = status_name(messages, outcome.status)
        reasons = [messages.gettext(REASONS[one]) for one in REASON_ORDER if one in outcome.reasons]
        lines.append(beside(messages, [messages.gettext("{day}: {what}").format(day=day, what=what), *reasons]))
    return "\n".join(lines)


def step_name(messages: Messages, catalogue: Catalogue, case: Case, step: CaseStep) -> str:
    """What a step is called: its service, or its own title where the plan has steps of the same service."""
    if sum(other.planned.service == step.planned.service for other in case.steps) > 1 and step.planned.step:
        for bundle in catalogue.bundles.values():
            if bundle.number == case.bundle:
                for one in bundle.steps:
                    if one.number == step.planned.step:
                        return one.title.to(messages.language)
    return service_name(messages, catalogue, step.planned.service)


def _step_row(
    messages: Messages, catalogue: Catalogue, case: Case, step: CaseStep, draft: Draft, today: date
) -> StepRow:
    pending = draft.steps[step.place].status if step.place in draft.steps else None
    status = pending or step.status
    last = step.history[-1] if step.history else None
    noted = messages.gettext("noted {day}").format(day=plain_date(messages, last.day, today)) if last else ""
    return StepRow(
        place=step.place,
        name=step_name(messages, catalogue, case, step),
        detail=noted or _organization(messages, catalogue, step),
        status=status_name(messages, status),
        tone=status_tone(status),
        chosen=step.place == draft.place,
        pending=pending is not None,
    )


def _organization(messages: Messages, catalogue: Catalogue, step: CaseStep) -> str:
    service = service_with(catalogue, step.planned.service)
    return organization_name(messages, catalogue, service.organization) if service else ""


def _status_row(messages: Messages, status: Status, step: CaseStep, draft: Draft, key: str) -> StatusRow:
    noted = draft.noted
    return StatusRow(
        status, status_name(messages, status), key, noted.status is status, can_choose(noted, step, status)
    )


def _tried(messages: Messages, case: Case) -> str:
    if not case.attempts:
        return ""
    return messages.ngettext(
        "tried {count} time, not reached", "tried {count} times, not reached", case.attempts
    ).format(count=case.attempts)

"""What the basket says: the person's plan step by step, what may be moved and why not, the papers once, the fees."""

from dataclasses import dataclass
from datetime import date

from kiosk.bridge.viewmodels.plan_words import fees_line
from kiosk.catalogue.model import BundleId, Catalogue, ChannelType, StepList
from kiosk.counter.walkin.filters import shown_places
from kiosk.languages import Messages
from kiosk.languages.formats import beside, distance
from kiosk.planning.arranging import needs, step_above
from kiosk.planning.plan import Because, Plan, PlannedStep, Status
from kiosk.planning.questions import as_asked
from kiosk.visit.visit import Visit, question_now, questions_left
from kiosk.wording.channels import channel_name
from kiosk.wording.slip import paper_steps
from kiosk.wording.steps import answer_text, because, cost, due, service_of


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step. `kind` is do, automatic or know. `due` is in `due_tone`: warn while there is a date, bad once missed.

    `up` says whether it may be done before the step above it, and `held` why not; `out` whether it may be left out.
    `service` is empty for an action outside the catalogue.
    """

    kind: str
    step: str
    number: int
    title: str
    first: bool
    due: str
    due_tone: str
    where: str
    why: str
    up: bool
    held: str
    out: bool
    service: str
    spoken: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper, once; `steps` are the numbers of those that ask for it."""

    name: str
    steps: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the basket says. `ask` is what more questions would bring; empty when no answer changes anything."""

    count: str = ""
    empty: bool = True
    sensitive: bool = False
    fees: str = ""
    ask: str = ""
    question: str = ""
    steps: tuple[StepRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()


def shown(messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan, today: date) -> Shown:
    """What the basket says of `plan`, which is that of `visit`."""
    count = len(plan.to_do())
    first = plan.do_first()
    others = [
        step
        for which in (StepList.AUTOMATIC, StepList.TO_KNOW)
        for step in plan.steps
        if step.list is which and step.status is not Status.DOES_NOT_APPLY
    ]
    asked = plan.next_question
    return Shown(
        count=messages.ngettext("{count} step", "{count} steps", count).format(count=count),
        empty=not visit.bundles,
        sensitive=catalogue.is_sensitive(visit.bundles),
        fees=fees_line(messages, plan) if count else "",
        ask=_ask(messages, visit, plan),
        question=answer_text(messages, as_asked(catalogue, visit.bundles, asked)) if asked else "",
        steps=tuple(_row(messages, catalogue, plan, step, today, first) for step in (*plan.to_do(), *others)),
        papers=tuple(
            PaperRow(
                catalogue.documents[needed.id].name.to(messages.language), paper_steps(messages, needed.steps, plan)
            )
            for needed in plan.documents
        ),
    )


def removable(plan: Plan, step: PlannedStep) -> bool:
    """Whether the step can be left out of `plan`: not one that came in only for a paper that the person lacks."""
    return step.step is not None and step.bundle in plan.bundles


def names_of(step: PlannedStep) -> tuple[str, ...]:
    """Every step of a bundle that this one stands for."""
    return tuple(name for name in (step.id, *step.also) if "/" in name)


def emptied(catalogue: Catalogue, visit: Visit, left_out: frozenset[str]) -> tuple[BundleId, ...]:
    """The bundles of which nothing is left without the steps of `left_out`, which `catalogue` may still have."""
    return tuple(
        bundle
        for bundle in visit.bundles
        if all(f"{bundle}/{step.id}" in left_out for step in catalogue.bundles[bundle].steps)
    )


def _ask(messages: Messages, visit: Visit, plan: Plan) -> str:
    """How many questions are worth asking; those that only add detail once the few that matter are answered."""
    if plan.next_question is None:
        return ""
    if question_now(visit, plan) is None:
        return messages.ngettext(
            "{count} more question can add detail", "{count} more questions can add detail", plan.questions_left
        ).format(count=plan.questions_left)
    count = questions_left(visit, plan)
    return messages.ngettext(
        "Ask {count} question to make it exact", "Ask {count} questions to make it exact", count
    ).format(count=count)


def _row(
    messages: Messages, catalogue: Catalogue, plan: Plan, step: PlannedStep, today: date, first: PlannedStep | None
) -> StepRow:
    to_do = step.list is StepList.TO_DO
    above = step_above(plan, step.id) if to_do else None
    is_first = to_do and first is not None and step.id == first.id
    by = due(messages, step.deadline, today)
    missed = step.deadline is not None and step.deadline.missed
    may = step.status is Status.MAY_APPLY
    title = step.title.to(messages.language)
    where = beside(
        messages, (_where(messages, catalogue, plan, step), messages.gettext("May be for them: ask") if may else "")
    )
    why = because(messages, step, catalogue.facts, plan) if may or step.reason.because is Because.NEEDED_PAPER else ""
    told = (
        messages.gettext("Do this first") if is_first else "",
        by,
        where,
    )
    return StepRow(
        kind="do" if to_do else "automatic" if step.list is StepList.AUTOMATIC else "know",
        step=step.id,
        number=step.number,
        title=title,
        first=is_first,
        due=by[:1].upper() + by[1:],
        due_tone="bad" if missed else "warn",
        where=where,
        why=why,
        up=above is not None and not needs(step, above),
        held=_held(messages, step, above) if to_do else "",
        out=removable(plan, step),
        service=step.service or "",
        spoken=", ".join(part for part in (title, *told) if part),
    )


def _held(messages: Messages, step: PlannedStep, above: PlannedStep | None) -> str:
    """Why the step cannot be done before the one above it; empty where it can."""
    if above is None:
        return messages.gettext("It is the first step already.")
    if needs(step, above):
        return messages.gettext("Step {number} must come first: this one needs what it gives.").format(
            number=above.number
        )
    return ""


def _where(messages: Messages, catalogue: Catalogue, plan: Plan, step: PlannedStep) -> str:
    """The best way, and for a visit its place and how far; then what it costs."""
    service = service_of(catalogue, step)
    parts = [channel_name(messages, step.channels[0].type)] if step.channels else []
    in_person = bool(step.channels) and step.channels[0].type is ChannelType.IN_PERSON
    if in_person and service is not None and step.location in shown_places(service):
        parts.append(catalogue.locations[step.location].name.to(messages.language))
        metres = next((visit.distance_m for visit in plan.visits if visit.location == step.location), None)
        if metres is not None:
            parts.append(distance(messages, metres))
    price = cost(messages, service)
    return beside(messages, [*parts, *([price] if price else [])])

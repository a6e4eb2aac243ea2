"""The plan on the screen, in words: a path from what is done already to what can wait."""

from dataclasses import dataclass, replace
from datetime import date

from kiosk.bridge.viewmodels.papers import still_needed
from kiosk.bridge.viewmodels.question import said_so_far, situation_name
from kiosk.catalogue.model import Catalogue, Service, StepList
from kiosk.languages import N_, Messages
from kiosk.languages.formats import alternatives, listing, money_range
from kiosk.planning.plan import Because, Plan, PlannedStep, Status
from kiosk.planning.summary import When, when_due
from kiosk.visit.visit import Visit
from kiosk.wording.age import age_line
from kiosk.wording.channels import channel_name
from kiosk.wording.steps import because, cost, due, needs, papers, service_of, wait

_MOST_WAYS = 3
_SHORT_WAIT = 28
"""Letters of a wait that a card has room for; a longer one is told on the page of the step."""

_HEADS = {
    When.NOW: N_("Now"),
    When.LATE: N_("Late: ask anyway"),
    When.THIS_WEEK: N_("This week"),
    When.THIS_MONTH: N_("This month"),
    When.LATER: N_("Later"),
    When.ANY_DAY: N_("When you can"),
}


@dataclass(frozen=True, slots=True)
class PathRow:
    """One stretch of the path. `kind` is heading, automatic, first, step, know, left_out or wait.

    `wait` is how long a step takes where it stands in its card; a wait of its own stands between the steps, with what
    can be done meanwhile as `why`. `waiting` is true as long as it lasts.
    """

    kind: str
    step: str = ""
    number: int = 0
    title: str = ""
    due: str = ""
    cost: str = ""
    ways: str = ""
    papers: str = ""
    needs: str = ""
    chip: str = ""
    why: str = ""
    wait: str = ""
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    title: str = ""
    discreet: bool = False
    opening: str = ""
    safety: str = ""
    said: str = ""
    situation: str = ""
    symbol: str = ""
    theme: str = "all"
    papers: str = ""
    bring: str = ""
    fees: str = ""
    age: str = ""
    more: str = ""
    left_out: str = ""
    rows: tuple[PathRow, ...] = ()


def shown(
    messages: Messages, catalogue: Catalogue, visit: Visit, plan: Plan, today: date, *, with_left_out: bool
) -> Shown:
    """What the page says of `plan`; steps that do not apply are listed only `with_left_out`."""
    language = messages.language
    bundle = catalogue.bundles[visit.bundles[0]]
    count = len(plan.to_do())
    left_out = left_out_of(plan)
    return Shown(
        title=messages.ngettext("Your plan: {count} step", "Your plan: {count} steps", count).format(count=count),
        discreet=catalogue.is_sensitive(visit.bundles),
        opening=bundle.opening.to(language) if bundle.opening else "",
        safety=bundle.safety.to(language) if bundle.safety else "",
        said=said_so_far(messages, catalogue, visit, today),
        situation=situation_name(messages, bundle),
        symbol=bundle.icon,
        theme=bundle.theme,
        papers=papers_line(messages, plan),
        bring=still_needed(messages, sum(needed.id in visit.held for needed in plan.documents), len(plan.documents))
        or messages.gettext("You bring each one once"),
        fees=fees_line(messages, plan),
        age=age_line(messages, catalogue, today),
        more=messages.ngettext(
            "{count} more question can make this plan more exact",
            "{count} more questions can make this plan more exact",
            plan.questions_left,
        ).format(count=plan.questions_left)
        if plan.next_question is not None
        else "",
        left_out=messages.ngettext(
            "{count} other step is not for you", "{count} other steps are not for you", len(left_out)
        ).format(count=len(left_out))
        if left_out
        else "",
        rows=(*path_of(messages, catalogue, plan, today), *(left_out_rows(messages, catalogue, plan, with_left_out))),
    )


def path_of(messages: Messages, catalogue: Catalogue, plan: Plan, today: date) -> tuple[PathRow, ...]:
    """The path: done by itself, then what to do under the heads of its dates, then what is good to know."""
    rows: list[PathRow] = [
        PathRow("automatic", step=step.id, title=step.title.to(messages.language))
        for step in _of(plan, StepList.AUTOMATIC)
    ]
    begun_with = plan.do_first()
    first = begun_with.id if begun_with else ""
    head: When | None = None
    waiting_until = 0
    for step in plan.to_do():
        waiting = step.number < waiting_until
        if (when := when_due(step.deadline, today)) is not head:
            head = when
            rows.append(PathRow("heading", title=messages.gettext(_HEADS[when]), waiting=waiting))
        row = _step_row(messages, catalogue, plan, step, today, first)
        held_up = held_up_by(plan, step)
        if not row.wait or not (held_up or step.id == first):
            rows.append(replace(row, wait=row.wait if len(row.wait) <= _SHORT_WAIT else "", waiting=waiting))
            continue
        rows.append(replace(row, wait="", waiting=waiting))
        until = held_up[0] if held_up else 0
        rows.append(PathRow("wait", title=row.wait, why=meanwhile(messages, step.number + 1, until), waiting=True))
        waiting_until = max(waiting_until, until)
    known = _of(plan, StepList.TO_KNOW)
    if known:
        rows.append(PathRow("heading", title=messages.gettext("Good to know")))
    rows.extend(replace(_step_row(messages, catalogue, plan, step, today), kind="know") for step in known)
    return tuple(rows)


def held_up_by(plan: Plan, step: PlannedStep) -> tuple[int, ...]:
    """The numbers of the steps that cannot begin before `step` is done, in order."""
    return tuple(other.number for other in plan.to_do() if step.id in other.after)


def meanwhile(messages: Messages, first: int, until: int) -> str:
    """Which steps can be done during a wait, from number `first` to the one before `until`; empty where none can."""
    last = until - 1
    if last < first:
        return ""
    if last - first < 2:
        steps = listing(messages, [str(number) for number in range(first, last + 1)])
    else:
        # Note: numbers of steps, as in 4 to 9
        steps = messages.pgettext("steps", "{first} to {last}").format(first=first, last=last)
    return messages.ngettext("Meanwhile, do step {steps}.", "Meanwhile, do steps {steps}.", last - first + 1).format(
        steps=steps
    )


def left_out_rows(messages: Messages, catalogue: Catalogue, plan: Plan, wanted: bool) -> tuple[PathRow, ...]:
    """The steps that do not apply, each with the answer that says so."""
    if not wanted:
        return ()
    return tuple(
        PathRow(
            "left_out",
            step=step.id,
            title=step.title.to(messages.language),
            why=because(messages, step, catalogue.facts, plan),
        )
        for step in left_out_of(plan)
    )


def left_out_of(plan: Plan) -> list[PlannedStep]:
    """The steps that do not apply; not those that another step of the plan answers already: nothing is lost there."""
    return [
        step
        for step in plan.steps
        if step.status is Status.DOES_NOT_APPLY and step.reason.because is not Because.ALREADY_IN_PLAN
    ]


def papers_line(messages: Messages, plan: Plan) -> str:
    """`Papers for all steps: 5`; empty when none is asked for."""
    count = len(plan.documents)
    if not count:
        return ""
    return messages.gettext("Papers for all steps: {count}").format(count=count)


def fees_line(messages: Messages, plan: Plan) -> str:
    """What it all costs, from least to most, and what is not known."""
    fees = plan.fees
    if not fees.maximum and not fees.unknown:
        return messages.gettext("No fees in this plan")
    if not fees.maximum:
        return messages.gettext("Some prices are not known: ask")
    total = money_range(messages, fees.minimum, fees.maximum)
    pattern = (
        messages.gettext("In all: {total}, and what must be asked")
        if fees.unknown
        else messages.gettext("In all: {total}")
    )
    return pattern.format(total=total)


def _of(plan: Plan, which: StepList) -> list[PlannedStep]:
    return [step for step in plan.steps if step.list is which and step.status is not Status.DOES_NOT_APPLY]


def _step_row(
    messages: Messages, catalogue: Catalogue, plan: Plan, step: PlannedStep, today: date, first: str = ""
) -> PathRow:
    service = service_of(catalogue, step)
    time = _small(wait(messages, step, service).removesuffix("."))
    ways = [channel_name(messages, channel.type) for channel in step.channels[:_MOST_WAYS]]
    may = step.status is Status.MAY_APPLY
    return PathRow(
        kind="first" if step.id == first else "step",
        step=step.id,
        number=step.number,
        title=step.title.to(messages.language),
        due=due(messages, step.deadline, today),
        cost=cost(messages, service),
        ways=alternatives(messages, [ways[0], *(way[0].lower() + way[1:] for way in ways[1:])])
        if ways
        else _closed(messages, service),
        papers=papers(messages, len(step.documents)),
        needs=needs(messages, step, plan),
        chip=messages.gettext("May be for you: ask") if may else "",
        why=because(messages, step, catalogue.facts, plan),
        wait=messages.gettext("Wait: {time}").format(time=time) if time else "",
    )


def _closed(messages: Messages, service: Service | None) -> str:
    """What stands where there is no way at all to a service: that it has closed, and whom to ask."""
    return service.notice.to(messages.language) if service and service.notice else ""


def _small(words: str) -> str:
    """`About 28 days` as it goes on after a colon; a name keeps its capitals."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words

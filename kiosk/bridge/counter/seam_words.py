"""The seams of a plan as rows to show: a grid of organizations by steps, the handovers, and what is asked again."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import Catalogue, DocumentId, GovernmentLevel, OrganizationId
from kiosk.counter.here.wording import structure_name
from kiosk.counter.seams import AskedAgain, Boundary, Carrier, Handover, Lane, Seams, Task
from kiosk.languages import N_, Messages
from kiosk.languages.formats import listing
from kiosk.planning.plan import Plan
from kiosk.wording.channels import channel_name

_BOUNDARIES = {
    Boundary.WITHIN_GOVERNMENT: N_("Same government"),
    Boundary.BETWEEN_GOVERNMENTS: N_("Between governments"),
    Boundary.BETWEEN_SECTORS: N_("Government and community"),
}
_TONES = {Boundary.WITHIN_GOVERNMENT: "calm", Boundary.BETWEEN_GOVERNMENTS: "warn", Boundary.BETWEEN_SECTORS: "warn"}
_LEVELS = {
    GovernmentLevel.FEDERAL: N_("Federal"),
    GovernmentLevel.PROVINCIAL: N_("Provincial"),
    GovernmentLevel.MUNICIPAL: N_("Municipal"),
    GovernmentLevel.COMMUNITY: N_("Community"),
    GovernmentLevel.INDIGENOUS: N_("Indigenous"),
}


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One organization, its order of government, and its steps with their numbers."""

    organization: str
    level: str
    steps: str


@dataclass(frozen=True, slots=True)
class StepColumn:
    """One step: its number on the slip, or nothing, its title, and where and how it is done."""

    number: str
    title: str
    lane: int
    where: str


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One handover, from a column and lane of the grid to others: who to whom, what goes across, which boundary."""

    from_column: int
    from_lane: int
    to_column: int
    to_lane: int
    symbol: str
    head: str
    detail: str
    chip: str
    tone: str


@dataclass(frozen=True, slots=True)
class AgainRow:
    """A paper or a fact, who asks for it, and how many they are."""

    symbol: str
    head: str
    detail: str
    chip: str
    tone: str = "calm"


@dataclass(frozen=True, slots=True)
class ShownSeams:
    """All that the page shows. `summary` counts in one sentence."""

    lanes: tuple[LaneRow, ...] = ()
    columns: tuple[StepColumn, ...] = ()
    handovers: tuple[HandoverRow, ...] = ()
    again: tuple[AgainRow, ...] = ()
    summary: str = ""


def seams_shown(messages: Messages, catalogue: Catalogue, plan: Plan, seams: Seams) -> ShownSeams:
    """The page's words for the seams of `plan`."""
    order = [step.id for step in plan.steps]
    tasks = sorted(
        ((task, lane) for lane, row in enumerate(seams.lanes) for task in row.tasks),
        key=lambda pair: order.index(pair[0].step),
    )
    columns = tuple(_column(messages, catalogue, plan, task, lane) for task, lane in tasks)
    places = {task.step: (column, lane) for column, (task, lane) in enumerate(tasks)}
    return ShownSeams(
        lanes=tuple(_lane(messages, catalogue, lane, places, columns) for lane in seams.lanes),
        columns=columns,
        handovers=tuple(_handover(messages, catalogue, handover, places) for handover in seams.handovers),
        again=tuple(_again(messages, catalogue, again) for again in seams.asked_again),
        summary=_summary(messages, seams),
    )


def _column(messages: Messages, catalogue: Catalogue, plan: Plan, task: Task, lane: int) -> StepColumn:
    step = plan.step(task.step)
    number = str(task.number) if task.number else ""
    return StepColumn(number, step.title.to(messages.language), lane, ", ".join(_where(messages, catalogue, task)))


def _where(messages: Messages, catalogue: Catalogue, task: Task) -> Iterator[str]:
    if task.channel is not None:
        yield channel_name(messages, task.channel)
    if task.location is not None and task.delivery is not None:
        yield catalogue.locations[task.location].name.to(messages.language)
        yield structure_name(messages, task.delivery.structure)


def _lane(
    messages: Messages,
    catalogue: Catalogue,
    lane: Lane,
    places: dict[str, tuple[int, int]],
    columns: tuple[StepColumn, ...],
) -> LaneRow:
    mine = (columns[places[task.step][0]] for task in lane.tasks)
    titles = "  ".join(f"{step.number} {step.title}".strip() for step in mine)
    name = _named(messages, catalogue, lane.organization)
    level = ""
    if lane.organization is not None:
        level = messages.gettext(_LEVELS[catalogue.organizations[lane.organization].government_level])
    return LaneRow(name, level, titles)


def _handover(
    messages: Messages, catalogue: Catalogue, handover: Handover, places: dict[str, tuple[int, int]]
) -> HandoverRow:
    giver, taker = (_named(messages, catalogue, name) for name in (handover.giver, handover.taker))
    between = messages.gettext("{giver}, then {taker}").format(giver=giver, taker=taker)
    boundary = handover.boundary
    from_column, from_lane = places[handover.from_step]
    to_column, to_lane = places[handover.to_step]
    symbols = {Carrier.PAPER: "file-text", Carrier.RETURN: "walk", Carrier.ITSELF: "send"}
    return HandoverRow(
        from_column,
        from_lane,
        to_column,
        to_lane,
        symbols[handover.carrier],
        between,
        _carried(messages, catalogue, handover),
        messages.gettext(_BOUNDARIES[boundary]),
        _TONES[boundary],
    )


def _carried(messages: Messages, catalogue: Catalogue, handover: Handover) -> str:
    match handover.carrier:
        case Carrier.PAPER if handover.document is not None:
            paper = catalogue.documents[handover.document].name.to(messages.language)
            return messages.gettext("The person carries: {paper}").format(paper=paper)
        case Carrier.ITSELF:
            return messages.gettext("It goes by itself")
        case _:
            return messages.gettext("The person comes once the first is done")


def _again(messages: Messages, catalogue: Catalogue, again: AskedAgain) -> AgainRow:
    if again.is_paper:
        what = catalogue.documents[DocumentId(again.what)].name.to(messages.language)
    else:
        what = catalogue.facts[FactId(again.what)].question.to(messages.language)
    names = listing(messages, [_named(messages, catalogue, name) for name in again.organizations])
    asked = messages.ngettext("{count} time", "{count} times", len(again.organizations))
    symbol = "file-text" if again.is_paper else "help-circle"
    return AgainRow(symbol, what, names, asked.format(count=len(again.organizations)))


def _named(messages: Messages, catalogue: Catalogue, organization: OrganizationId | None) -> str:
    if organization is None:
        return messages.gettext("The person alone")
    return catalogue.organizations[organization].name.to(messages.language)


def _summary(messages: Messages, seams: Seams) -> str:
    several = messages.ngettext("{count} organization", "{count} organizations", len(seams.lanes))
    handed = messages.ngettext("{count} handover", "{count} handovers", len(seams.handovers))
    crossed = len(seams.handovers) - seams.across(Boundary.WITHIN_GOVERNMENT)
    across = messages.ngettext(
        "{count} across governments or sectors", "{count} across governments or sectors", crossed
    )
    again = messages.ngettext("{count} thing asked again", "{count} things asked again", len(seams.asked_again))
    parts = (
        several.format(count=len(seams.lanes)),
        handed.format(count=len(seams.handovers)),
        across.format(count=crossed),
        again.format(count=len(seams.asked_again)),
    )
    return " · ".join(parts)

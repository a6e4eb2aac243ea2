"""The seams of a plan: who does what, where one organization hands over to another, and what is asked again.

Nothing of this shows to citizens, to whom a plan is one path. Staff see it to know where a person can get lost.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.catalogue.conditions import FactId, comparisons
from kiosk.catalogue.model import (
    Catalogue,
    ChannelType,
    Delivery,
    DocumentId,
    GovernmentLevel,
    LocationId,
    OrganizationId,
    StepList,
)
from kiosk.planning.plan import Plan, PlannedStep, Status

_GOVERNMENTS = frozenset(
    {GovernmentLevel.FEDERAL, GovernmentLevel.PROVINCIAL, GovernmentLevel.MUNICIPAL, GovernmentLevel.INDIGENOUS}
)


class Boundary(StrEnum):
    """What lies between two organizations: one government, two governments, or a government and the community."""

    WITHIN_GOVERNMENT = "within_government"
    BETWEEN_GOVERNMENTS = "between_governments"
    BETWEEN_SECTORS = "between_sectors"


class Carrier(StrEnum):
    """How what is needed gets across: the person brings a paper, comes once the first is done, or it goes by itself."""

    PAPER = "paper"
    RETURN = "return"
    ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Task:
    """One step as somebody has to do it. `number` is the step's on the slip, 0 where it has none.

    `delivery` is how it is given at `location`; None where there is no place.
    """

    step: str
    number: int
    channel: ChannelType | None
    location: LocationId | None
    delivery: Delivery | None


@dataclass(frozen=True, slots=True)
class Lane:
    """What falls to one organization, in the order of the plan; None is the person alone."""

    organization: OrganizationId | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """One place where the plan goes from one organization to another. `document` is the paper that goes with it."""

    giver: OrganizationId
    taker: OrganizationId
    from_step: str
    to_step: str
    carrier: Carrier
    boundary: Boundary
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """One paper, or one fact, that several organizations ask for; each of them once, in the order of the plan."""

    what: DocumentId | FactId
    is_paper: bool
    organizations: tuple[OrganizationId, ...]


@dataclass(frozen=True, slots=True)
class Seams:
    """Who does what, who hands over to whom, and what the person is asked more than once."""

    lanes: tuple[Lane, ...]
    handovers: tuple[Handover, ...]
    asked_again: tuple[AskedAgain, ...]

    def across(self, boundary: Boundary) -> int:
        """How many handovers cross `boundary`."""
        return sum(handover.boundary is boundary for handover in self.handovers)


def seams_of(catalogue: Catalogue, plan: Plan) -> Seams:
    """The seams behind the steps of `plan` that apply or may apply."""
    steps = tuple(step for step in plan.steps if step.status is not Status.DOES_NOT_APPLY)
    owners = {step.id: _owner(catalogue, step) for step in steps}
    return Seams(
        lanes=tuple(_lanes(catalogue, steps, owners)),
        handovers=tuple(_handovers(catalogue, plan, steps, owners)),
        asked_again=(*_papers_again(plan, owners), *_facts_again(catalogue, steps)),
    )


def _owner(catalogue: Catalogue, step: PlannedStep) -> OrganizationId | None:
    return catalogue.services[step.service].organization if step.service else None


def _lanes(
    catalogue: Catalogue, steps: Sequence[PlannedStep], owners: Mapping[str, OrganizationId | None]
) -> Iterator[Lane]:
    for organization in dict.fromkeys(owners.values()):
        yield Lane(organization, tuple(_task(catalogue, step) for step in steps if owners[step.id] == organization))


def _task(catalogue: Catalogue, step: PlannedStep) -> Task:
    there = catalogue.delivery(step.service, step.location) if step.service and step.location else None
    channel = next((channel.type for channel in step.channels if channel.recommended), None)
    return Task(step.id, step.number, channel, step.location, there)


def _handovers(
    catalogue: Catalogue,
    plan: Plan,
    steps: Sequence[PlannedStep],
    owners: Mapping[str, OrganizationId | None],
) -> Iterator[Handover]:
    """Every step that waits for another organization's: once for each, and for its paper first where it gives one."""
    carried = {
        (paper.obtained_from, step): paper.id for paper in plan.documents if paper.obtained_from for step in paper.steps
    }
    for step in steps:
        told: set[OrganizationId] = set()
        for earlier in dict.fromkeys((*(giver for giver, taker in carried if taker == step.id), *step.after)):
            giver, taker = owners.get(earlier), owners[step.id]
            if giver is None or taker is None or giver == taker or giver in told:
                continue
            told.add(giver)
            document = carried.get((earlier, step.id))
            boundary = boundary_between(catalogue, giver, taker)
            yield Handover(giver, taker, earlier, step.id, _carrier(step, document), boundary, document)


def _carrier(step: PlannedStep, document: DocumentId | None) -> Carrier:
    if step.list is StepList.AUTOMATIC:
        return Carrier.ITSELF
    return Carrier.PAPER if document else Carrier.RETURN


def boundary_between(catalogue: Catalogue, one: OrganizationId, other: OrganizationId) -> Boundary:
    """What lies between two organizations."""
    levels = {catalogue.organizations[name].government_level for name in (one, other)}
    if len(levels) == 1:
        return Boundary.WITHIN_GOVERNMENT
    return Boundary.BETWEEN_GOVERNMENTS if levels <= _GOVERNMENTS else Boundary.BETWEEN_SECTORS


def _papers_again(plan: Plan, owners: Mapping[str, OrganizationId | None]) -> Iterator[AskedAgain]:
    for paper in plan.documents:
        askers = _each_once(owners.get(step) for step in paper.steps)
        if len(askers) > 1:
            yield AskedAgain(paper.id, True, askers)


def _facts_again(catalogue: Catalogue, steps: Iterable[PlannedStep]) -> Iterator[AskedAgain]:
    """The facts that the services themselves have to know, whatever was said here."""
    askers: dict[FactId, list[OrganizationId]] = {}
    for step in steps:
        if step.service is None or step.list is not StepList.TO_DO:
            continue
        service = catalogue.services[step.service]
        for fact in dict.fromkeys(comparison.fact for comparison in comparisons(service.eligibility)):
            askers.setdefault(fact, []).append(service.organization)
    for fact, organizations in askers.items():
        once = _each_once(organizations)
        if len(once) > 1:
            yield AskedAgain(fact, False, once)


def _each_once(organizations: Iterable[OrganizationId | None]) -> tuple[OrganizationId, ...]:
    return tuple(dict.fromkeys(name for name in organizations if name is not None))

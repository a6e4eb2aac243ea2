"""The steps of a plan before they are put in order: each service once, whatever bundles ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.catalogue.conditions import Condition
from kiosk.catalogue.model import (
    BundleId,
    Catalogue,
    DocumentId,
    Requirement,
    Service,
    ServiceId,
    StepId,
    StepLevel,
    StepList,
    Timing,
)
from kiosk.catalogue.text import Text
from kiosk.planning.book import Rule
from kiosk.planning.dates import Anchors, deadline_of
from kiosk.planning.papers import PAPER_FACTS, certainly_needed, facts_saying_missing, papers_lacking, service_replacing
from kiosk.planning.plan import Answers, Because, Deadline, Reason, Status
from kiosk.planning.standing import Standing, reason_for
from kiosk.planning.truth import Facts, Known, Verdict, evaluate, without

STATUS_RANK = {Status.APPLIES: 0, Status.MAY_APPLY: 1, Status.DOES_NOT_APPLY: 2}
LEVEL_RANK = {StepLevel.MUST: 0, StepLevel.SHOULD: 1, StepLevel.MAY: 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """One step to be: a service or an action, with all that asks for it.

    `after` names steps of bundles (`bundle/step`), in the plan or not. `requirements` are the papers it asks for, and
    `needs` those it cannot do without. `place` is its rank in the sources.
    """

    id: str
    bundle: BundleId
    step: StepId | None
    service: Service | None
    title: Text
    note: Text | None
    status: Status
    level: StepLevel
    list: StepList
    reason: Reason
    deadline: Deadline | None
    timing: Timing | None
    after: tuple[str, ...]
    say: Text | None
    requirements: tuple[Requirement, ...]
    needs: tuple[DocumentId, ...]
    also: tuple[str, ...]
    place: tuple[int, int]


Groups = Mapping[str, Sequence[Entry]]
"""Steps of the plan that bring the same service, by its id; any other step alone, by its own."""


def step_by_step(
    standings: Sequence[Standing], answers: Answers, known: Known, facts: Facts, dates: Anchors, today: date
) -> list[Entry]:
    """An entry for each step of each bundle, in the order of `standings`."""
    ranks = {bundle: rank for rank, bundle in enumerate(dict.fromkeys(stand.rule.bundle for stand in standings))}
    return [
        _entry(stand, reason_for(stand, answers, known, facts), dates, today, ranks[stand.rule.bundle])
        for stand in standings
    ]


def by_what_they_bring(entries: Iterable[Entry]) -> Groups:
    """The steps of the plan grouped by service, each step that does not apply alone."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        key = entry.service.id if entry.service and is_in_plan(entry) else entry.id
        groups.setdefault(key, []).append(entry)
    return groups


def merged(group: Sequence[Entry]) -> Entry:
    """One entry for several steps of one service: the surest and strongest gives its name, its note and what to say.

    Among the steps that are as sure, the strongest level, the earliest deadline and every `after` hold. Every paper
    that one of the steps asks for is asked for; those of the less sure steps only perhaps.
    """
    if len(group) == 1:
        return group[0]
    chosen = min(group, key=_strength)
    as_sure = [entry for entry in group if entry.status is chosen.status]
    earliest = min(as_sure, key=lambda entry: _day(entry.deadline))
    return replace(
        chosen,
        list=min((entry.list for entry in as_sure), key=_LIST_RANK.index),
        deadline=earliest.deadline,
        timing=earliest.timing,
        after=tuple(dict.fromkeys(ref for entry in as_sure for ref in entry.after)),
        requirements=_united(group, chosen.status),
        needs=tuple(dict.fromkeys(paper for entry in as_sure for paper in entry.needs)),
        also=tuple(entry.id for entry in group if entry is not chosen),
    )


def outcome(group: Sequence[Entry]) -> tuple[object, ...]:
    """All of the merged entry that a person would notice: what makes two plans different."""
    one = merged(group)
    return one.id, one.status, one.level, one.list, one.deadline, one.after, one.requirements


def brought_in(entries: Sequence[Entry], catalogue: Catalogue, known: Known) -> list[Entry]:
    """A step for each paper that the answers say is missing, that a step surely needs, and that nothing here gives.

    What it needs in turn is looked at as well; a service comes in once. One that is surely not for this person does
    not: it would send them for nothing.
    """
    lacking = papers_lacking(known)
    given = {document for entry in entries if is_in_plan(entry) for document in gives(entry)}
    served = {entry.service.id for entry in entries if entry.service and is_in_plan(entry)}
    needing = [entry for entry in entries if entry.status is Status.APPLIES and entry.list is StepList.TO_DO]
    brought: dict[ServiceId, Entry] = {}
    while lacking and needing:
        entry = needing.pop(0)
        for document in entry.needs:
            source = service_replacing(document, catalogue.documents)
            if document not in lacking or document in given or source is None or source in served:
                continue
            if source in brought:
                brought[source] = _stronger(brought[source], entry.level)
                continue
            service = catalogue.services[source]
            if evaluate(refusal(service), known, catalogue.facts) is Verdict.NO:
                continue
            brought[source] = _for_paper(service, document, entry, known, len(brought))
            needing.append(brought[source])
    return list(brought.values())


def refusal(service: Service) -> Condition:
    """What must not be false if a service is to give its paper: its conditions but those that bar nobody."""
    return without(service.eligibility, lambda held: not held.required or held.fact in PAPER_FACTS)


def spared(entries: Sequence[Entry]) -> list[Entry]:
    """The same, saying of each step that does not apply whether another one brings its service all the same."""
    served = by_service(entries)
    return [
        replace(entry, reason=replace(entry.reason, because=Because.ALREADY_IN_PLAN))
        if entry.service and not is_in_plan(entry) and entry.service.id in served
        else entry
        for entry in entries
    ]


def is_in_plan(entry: Entry) -> bool:
    """Tell whether the step applies or may."""
    return entry.status is not Status.DOES_NOT_APPLY


def gives(entry: Entry) -> tuple[DocumentId, ...]:
    """The papers that the step gives."""
    return entry.service.produces if entry.service else ()


def by_service(entries: Iterable[Entry]) -> Mapping[ServiceId, Entry]:
    """The step of the plan that brings each service."""
    return {entry.service.id: entry for entry in entries if entry.service and is_in_plan(entry)}


_AFTER_ALL_STEPS = 1000
_LIST_RANK = (StepList.TO_DO, StepList.AUTOMATIC, StepList.TO_KNOW)


def _united(group: Sequence[Entry], status: Status) -> tuple[Requirement, ...]:
    """What the steps of `group` ask for between them, once; certain when a step of `status` must have it."""
    certain: dict[tuple[DocumentId, ...], bool] = {}
    for entry in group:
        for wanted in entry.requirements:
            surely = wanted.certain and entry.status is status
            certain[wanted.documents] = certain.get(wanted.documents, False) or surely
    return tuple(Requirement(documents, sure) for documents, sure in certain.items())


def _strength(entry: Entry) -> tuple[int, int, date, tuple[int, int]]:
    return STATUS_RANK[entry.status], LEVEL_RANK[entry.level], _day(entry.deadline), entry.place


def _day(deadline: Deadline | None) -> date:
    return deadline.day if deadline else date.max


def _entry(stand: Standing, reason: Reason, dates: Anchors, today: date, bundle_rank: int) -> Entry:
    rule, step = stand.rule, stand.rule.step
    return Entry(
        id=rule.id,
        bundle=rule.bundle,
        step=step.id,
        service=rule.service,
        title=step.title,
        note=step.note,
        status=stand.status,
        level=step.level,
        list=rule.list,
        reason=reason,
        deadline=_deadline(rule, dates, today) if stand.is_in_plan else None,
        timing=rule.timing,
        after=rule.after,
        say=step.say or (rule.service.say if rule.service else None),
        requirements=rule.requirements,
        needs=rule.needs,
        also=(),
        place=(bundle_rank, rule.place),
    )


def _deadline(rule: Rule, dates: Anchors, today: date) -> Deadline | None:
    """What happens by itself is never missed by the person."""
    deadline = deadline_of(rule.timing, rule.service, dates, today)
    if deadline and rule.list is StepList.AUTOMATIC:
        return replace(deadline, missed=False, late=())
    return deadline


def _stronger(entry: Entry, level: StepLevel) -> Entry:
    return replace(entry, level=min(entry.level, level, key=LEVEL_RANK.__getitem__))


def _for_paper(service: Service, document: DocumentId, needed_by: Entry, known: Known, rank: int) -> Entry:
    return Entry(
        id=service.id,
        bundle=needed_by.bundle,
        step=None,
        service=service,
        title=service.name,
        note=None,
        status=Status.APPLIES,
        level=needed_by.level,
        list=StepList.TO_DO,
        reason=Reason(Because.NEEDED_PAPER, facts_saying_missing(document, known)),
        deadline=None,
        timing=None,
        after=(),
        say=service.say,
        requirements=service.requirements,
        needs=certainly_needed(service, service.requirements),
        also=(),
        place=(needed_by.place[0], _AFTER_ALL_STEPS + rank),
    )

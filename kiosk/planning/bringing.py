"""Which papers to bring: each once, with what may stand in for it, and the step of the plan that gives it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kiosk.catalogue.model import Document, DocumentId, Requirement, StepList
from kiosk.planning.entries import Entry, is_in_plan
from kiosk.planning.papers import is_one_certain_paper
from kiosk.planning.plan import NeededDocument, Status
from kiosk.planning.providers import Providers

Documents = Mapping[DocumentId, Document]


@dataclass(slots=True)
class _Paper:
    """One paper while it is gathered: who asks for it, and what every one of them would take in its place."""

    steps: list[Entry]
    accepted: list[DocumentId]
    certain: bool


def papers_to_bring(ordered: Sequence[Entry], documents: Documents, providers: Providers) -> tuple[NeededDocument, ...]:
    """Each paper that a step to do asks for, in the order of the steps.

    Where a service takes one of several papers, the one that is asked for anyway is chosen, else one that a step gives
    in time, else the first.
    """
    asking = [entry for entry in ordered if entry.list is StepList.TO_DO and is_in_plan(entry)]
    rank = {entry.id: place for place, entry in enumerate(ordered)}
    outright = _asked_for_outright(asking)
    papers: dict[DocumentId, _Paper] = {}
    for entry in asking:
        for requirement in entry.requirements:
            chosen = _chosen(requirement, entry, outright, providers, rank)
            accepted = _accepted(requirement, chosen, documents)
            paper = papers.setdefault(chosen, _Paper([], accepted, certain=False))
            if not paper.steps or paper.steps[-1] is not entry:
                paper.steps.append(entry)
            paper.accepted = [other for other in paper.accepted if other in accepted]
            paper.certain = paper.certain or (requirement.certain and entry.status is Status.APPLIES)
    return tuple(_needed(document, paper, documents, providers, rank) for document, paper in papers.items())


def _asked_for_outright(asking: Sequence[Entry]) -> frozenset[DocumentId]:
    return frozenset(
        requirement.documents[0]
        for entry in asking
        for requirement in entry.requirements
        if is_one_certain_paper(requirement)
    )


def _chosen(
    requirement: Requirement,
    entry: Entry,
    outright: frozenset[DocumentId],
    providers: Providers,
    rank: Mapping[str, int],
) -> DocumentId:
    choices = requirement.documents
    if len(choices) == 1:
        return choices[0]
    asked_anyway = (document for document in choices if document in outright)
    given = (document for document in choices if _giver_in_time(document, [entry], providers, rank))
    return next(chain(asked_anyway, given, choices))


def _accepted(requirement: Requirement, chosen: DocumentId, documents: Documents) -> list[DocumentId]:
    """What would do instead of `chosen`: the other choices, and what counts as any of them."""
    if len(requirement.documents) == 1 and not documents[chosen].satisfied_by:
        return []
    stand_ins = (other for choice in requirement.documents for other in (choice, *documents[choice].satisfied_by))
    return [other for other in dict.fromkeys(stand_ins) if other != chosen]


def _giver_in_time(
    document: DocumentId, steps: Sequence[Entry], providers: Providers, rank: Mapping[str, int]
) -> str | None:
    """The step that gives `document` before every one of `steps`."""
    giver = providers.of(document, next((step for step in steps if document in step.needs), steps[0]))
    if giver is None or any(rank[giver.id] >= rank[step.id] for step in steps):
        return None
    return giver.id


def _needed(
    document: DocumentId, paper: _Paper, documents: Documents, providers: Providers, rank: Mapping[str, int]
) -> NeededDocument:
    return NeededDocument(
        id=document,
        form=documents[document].form,
        steps=tuple(entry.id for entry in paper.steps),
        certain=paper.certain,
        instead=tuple(paper.accepted),
        obtained_from=_giver_in_time(document, paper.steps, providers, rank),
    )

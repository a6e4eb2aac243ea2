"""Which answers say that a person lacks a paper, and which service then gives it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import DependencyKind, Document, DocumentId, Requirement, Service, ServiceId, Step


@dataclass(frozen=True, slots=True)
class Paper:
    """`fact` answered no says that `document` is missing; the service that issues `replaced_by` gives one.

    `carried` papers are of a kind that nearly everyone has, and one plan may speak of two people's (a parent and a
    baby): they put no step before another, nor come from a step, unless the person said that theirs is missing.
    """

    fact: FactId
    document: DocumentId
    replaced_by: DocumentId
    carried: bool


def _paper(fact: str, document: str, replaced_by: str = "", *, carried: bool = False) -> Paper:
    return Paper(FactId(fact), DocumentId(document), DocumentId(replaced_by or document), carried)


PAPERS = (
    _paper("has_sin", "sin", carried=True),
    _paper("has_health_card", "health-card", carried=True),
    _paper("has_photo_id", "photo-id", "ns-photo-id-card", carried=True),
    _paper("filed_taxes", "notice-of-assessment"),
    _paper("has_business_number", "business-number"),
    _paper("dtc_approved", "dtc-approval"),
)
PAPER_FACTS = frozenset(paper.fact for paper in PAPERS)
_CARRIED = frozenset(paper.document for paper in PAPERS if paper.carried)
_REPLACED_BY = {paper.document: paper.replaced_by for paper in PAPERS}

LOST_ITEMS = FactId("lost_items")
_LOST = {
    "birth_certificate": DocumentId("birth-certificate"),
    "health_card": DocumentId("health-card"),
    "pr_card": DocumentId("pr-card"),
    "status_card": DocumentId("status-card"),
}
"""Choices of `lost_items` that leave a person without a paper. A lost SIN card is not a lost number."""


def papers_lacking(known: Mapping[FactId, Answer]) -> frozenset[DocumentId]:
    """The papers that the answers say are missing; silence means that the person has them."""
    lacking = {paper.document for paper in PAPERS if known.get(paper.fact) is False}
    lost = known.get(LOST_ITEMS)
    if isinstance(lost, frozenset):
        lacking.update(document for choice, document in _LOST.items() if choice in lost)
    return frozenset(lacking)


def facts_saying_missing(document: DocumentId, known: Mapping[FactId, Answer]) -> tuple[FactId, ...]:
    """The answers that say that `document` is missing."""
    said = tuple(paper.fact for paper in PAPERS if paper.document == document and known.get(paper.fact) is False)
    lost = known.get(LOST_ITEMS)
    is_lost = isinstance(lost, frozenset) and any(_LOST.get(choice) == document for choice in lost)
    return (*said, LOST_ITEMS) if is_lost else said


def is_carried(document: DocumentId) -> bool:
    """Tell whether nearly everyone has `document`."""
    return document in _CARRIED


def is_taken_for_granted(document: DocumentId, lacking: frozenset[DocumentId]) -> bool:
    """Tell whether nearly everyone has `document` and this person did not say otherwise."""
    return is_carried(document) and document not in lacking


def asked_for(step: Step, service: Service | None) -> tuple[Requirement, ...]:
    """The papers that `step` asks for: its own where it names any or none, else those of its service.

    A paper of its own that the service asks for too is asked for as the service does, with what may stand in for it.
    """
    of_service = service.requirements if service else ()
    if step.papers is None:
        return of_service
    own = (
        next((requirement for requirement in of_service if paper in requirement.documents), Requirement((paper,)))
        for paper in step.papers
    )
    return tuple(dict.fromkeys(own))


def certainly_needed(service: Service | None, requirements: Sequence[Requirement]) -> tuple[DocumentId, ...]:
    """Those of `requirements` without which `service` cannot be had: no other paper is named in their place.

    A paper that merely helps (a record of employment: apply before it comes) is not among them.
    """
    leans_on = service.depends_on if service else ()
    helpful = {need.document for need in leans_on if need.kind is DependencyKind.HELPS}
    return tuple(
        requirement.documents[0]
        for requirement in requirements
        if is_one_certain_paper(requirement) and requirement.documents[0] not in helpful
    )


def is_one_certain_paper(requirement: Requirement) -> bool:
    """Tell whether everyone must bring this very paper."""
    return requirement.certain and len(requirement.documents) == 1


def service_replacing(document: DocumentId, documents: Mapping[DocumentId, Document]) -> ServiceId | None:
    """The service to turn to when `document` is missing."""
    replacement = documents.get(_REPLACED_BY.get(document, document))
    return replacement.issuing_service if replacement else None

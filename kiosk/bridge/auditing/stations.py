"""A visit at every page, at its fullest: where an audit stands and looks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.where_words import ALL_PLACES
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import BundleId, Catalogue, FactType
from kiosk.planning.plan import PlannedStep
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit

DAY_OF_EVENT = date(2026, 3, 6)

_DATED: Mapping[str, Any] = {"answers": {EVENT_DATE: DAY_OF_EVENT}, "asked": (EVENT_DATE,)}
_DEATH: Mapping[str, Any] = {"bundles": (BundleId("death-in-the-family"),), **_DATED}
_JOB: Mapping[str, Any] = {"bundles": (BundleId("losing-a-job"),), **_DATED}


def stations(session: Session, language: str) -> dict[str, Visit]:
    """A visit in `language` for each name: the longest question of each kind, the plan of a death and of a lost job."""
    catalogue = session.catalogue

    def at(page: Page, subject: str = "", known: Mapping[str, Any] | None = None) -> Visit:
        return replace(Visit(language=language, trail=(Stop(Page.HOME), Stop(page, subject))), **known or {})

    questions = {
        f"question, {kind}": at(Page.QUESTION, _longest(catalogue, kind, language), _DEATH) for kind in FactType
    }
    urgent = {f"urgent, {door.id}": at(Page.URGENT, door.id) for door in catalogue.doors if door.kind == "urgent"}
    to_do = session.plan_of(at(Page.PLAN, known=_DEATH)).to_do()
    steps = [step.id for step in to_do[:3]]
    somewhere = next(step.id for step in to_do if _has_place(catalogue, step))
    return {
        "home": Visit(language=language, trail=(Stop(Page.HOME),)),
        "situations": at(Page.SITUATIONS, "all"),
        "who I am": at(Page.SITUATIONS, "i-am"),
        "search": at(Page.SEARCH),
        "urgent": at(Page.URGENT),
        **urgent,
        "safety": at(Page.SAFETY),
        "card": at(Page.CARD),
        "help": at(Page.HELP),
        **questions,
        "question, event_date": at(Page.QUESTION, EVENT_DATE, _DEATH),
        "plan": at(Page.PLAN, known=_DEATH),
        "plan of a job": at(Page.PLAN, known=_JOB),
        "answers": at(Page.ANSWERS, known=_DEATH),
        "papers": at(Page.PAPERS, known=_DEATH),
        **{f"step {number}": at(Page.STEP, step, _DEATH) for number, step in enumerate(steps, 1)},
        "where": at(Page.WHERE, somewhere, _DEATH),
        "where, all places": at(Page.WHERE, f"{somewhere}/{ALL_PLACES}", _DEATH),
        "take": at(Page.TAKE, known=_JOB),
        "take, code": at(Page.TAKE, "code", _JOB),
        "take, words": at(Page.TAKE, "words", _JOB),
        "done, printed": at(Page.DONE, "printed", _DEATH),
        "done, remembered": at(Page.DONE, "remembered", _DEATH),
        "feedback": at(Page.FEEDBACK, known=_JOB),
    }


def _has_place(catalogue: Catalogue, step: PlannedStep) -> bool:
    """Whether the step is done at an address that may be shown."""
    if step.service is None:
        return False
    service = catalogue.services[step.service]
    return bool(service.locations) and not hides_places(service)


def _longest(catalogue: Catalogue, kind: FactType, language: str) -> FactId:
    """The question of this kind with the most choices, and of those the longest."""
    facts = [fact for fact in catalogue.facts.values() if fact.type is kind]
    return max(facts, key=lambda fact: (len(fact.choices), len(fact.question.to(language)))).id

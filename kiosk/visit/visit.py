"""One person's visit as a frozen value, and every change that a touch can make to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, cast

# The first screen shows a visit before anything of the catalogue is loaded.
if TYPE_CHECKING:
    from kiosk.catalogue.conditions import Answer, FactId
    from kiosk.catalogue.model import BundleId, DocumentId, LocationId, ServiceId
    from kiosk.planning.arranging import Move
    from kiosk.planning.given import Given
    from kiosk.planning.plan import Plan

EVENT_DATE = cast("FactId", "event_date")
FEW_QUESTIONS = 4
"""How many questions are asked before the plan where none of them touches a step one must take."""


class Page(StrEnum):
    """The screens of the citizen's window."""

    ATTRACT = "attract"
    HOME = "home"
    SITUATIONS = "situations"
    URGENT = "urgent"
    SAFETY = "safety"
    CARD = "card"
    SEARCH = "search"
    QUESTION = "question"
    PLAN = "plan"
    ANSWERS = "answers"
    STEP = "step"
    WHERE = "where"
    PAPERS = "papers"
    TAKE = "take"
    DONE = "done"
    FEEDBACK = "feedback"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Stop:
    """One screen on the way, and what it is about: a bundle, a door, a fact or a step."""

    page: Page
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """Where the person is, how they came there, and what they said.

    `trail` is never empty; its last stop is the screen shown. `skipped` are facts the person is not sure of: they
    are not asked again. `asked` is the order in which questions were met. `thorough` is true once they
    asked for every question that can still change the plan. `opened` is the step last looked at. `given` is a plan that
    was handed over before and is taken up as it stood; None for everybody who began here. `left_out` are steps that the
    person does not want in their plan, and `moves` how they want the others in another order.
    """

    language: str = ""
    trail: tuple[Stop, ...] = (Stop(Page.ATTRACT),)
    bundles: tuple[BundleId, ...] = ()
    answers: Mapping[FactId, Answer] = field(default_factory=dict)
    skipped: frozenset[FactId] = frozenset()
    asked: tuple[FactId, ...] = ()
    held: frozenset[DocumentId] = frozenset()
    places: Mapping[ServiceId, LocationId] = field(default_factory=dict)
    thorough: bool = False
    opened: str = field(default="", compare=False)
    given: Given | None = None
    left_out: frozenset[str] = frozenset()
    moves: tuple[Move, ...] = ()

    @property
    def here(self) -> Stop:
        """The screen shown now."""
        return self.trail[-1]

    @property
    def page(self) -> Page:
        """The page shown now."""
        return self.trail[-1].page


def speaking(visit: Visit, language: str) -> Visit:
    """The same visit in another language: place and answers stay; from the first screen it opens the home screen."""
    if visit.page is Page.ATTRACT:
        return replace(visit, language=language, trail=(Stop(Page.HOME),))
    return replace(visit, language=language)


def going_to(visit: Visit, page: Page, subject: str = "") -> Visit:
    """One screen further, unless it is the one shown already."""
    stop = Stop(page, subject)
    if visit.here == stop:
        return visit
    return replace(visit, trail=(*visit.trail, stop), opened=subject if page is Page.STEP else visit.opened)


def going_back(visit: Visit) -> Visit:
    """One screen back; from home, the first screen, which forgets everything.

    Help that was opened on the first screen leads home once a language is chosen there.
    """
    if len(visit.trail) == 1:
        return Visit()
    if visit.language and visit.trail[-2].page is Page.ATTRACT:
        return replace(visit, trail=(Stop(Page.HOME),))
    return replace(visit, trail=visit.trail[:-1])


def opening_help(visit: Visit, section: str = "") -> Visit:
    """The page of help at one of its sections, over what was shown; opened again, it only changes the section."""
    below = visit.trail[:-1] if visit.page is Page.HELP else visit.trail
    stop = Stop(Page.HELP, section)
    return visit if visit.here == stop else replace(visit, trail=(*below, stop))


def nothing_said(visit: Visit) -> bool:
    """Whether nobody has chosen anything yet, not even a language."""
    return replace(visit, trail=Visit().trail) == Visit()


def has_answers(visit: Visit) -> bool:
    """Whether starting over would cost the person something they did."""
    return bool(visit.asked or visit.held or visit.places or visit.given)


def starting_over(visit: Visit) -> Visit:
    """Home again with nothing said, in the same language."""
    return Visit(language=visit.language, trail=(Stop(Page.HOME),))


def about(visit: Visit, *bundles: BundleId) -> Visit:
    """Take up `bundles` beside those already taken up."""
    return replace(visit, bundles=tuple(dict.fromkeys((*visit.bundles, *bundles))))


def only_about(visit: Visit, bundle: BundleId) -> Visit:
    """Take up one bundle in place of any other; what was answered stays known, but the date of another event."""
    if visit.bundles == (bundle,) and visit.given is None:
        return visit
    answers = {fact: answer for fact, answer in visit.answers.items() if fact != EVENT_DATE}
    return replace(
        visit,
        bundles=(bundle,),
        answers=answers,
        skipped=visit.skipped - {EVENT_DATE},
        asked=tuple(answers),
        thorough=False,
        given=None,
    )


def taking_up(visit: Visit, bundles: tuple[BundleId, ...], given: Given) -> Visit:
    """The plan that was handed over before, as it stood, in place of whatever was said here; nothing is asked."""
    return Visit(visit.language, (Stop(Page.HOME), Stop(Page.PLAN)), bundles, given=given)


def asking_anew(visit: Visit) -> Visit:
    """Plan the same situations from answers in place of what was handed over; what was answered here stays known."""
    return visit if visit.given is None else replace(visit, given=None)


def answering(visit: Visit, fact: FactId, answer: Answer | None) -> Visit:
    """Note an answer; None is "I'm not sure", which is not asked again."""
    answers = {known: value for known, value in visit.answers.items() if known != fact}
    if answer is not None:
        answers[fact] = answer
    skipped = visit.skipped | {fact} if answer is None else visit.skipped - {fact}
    asked = visit.asked if fact in visit.asked else (*visit.asked, fact)
    return replace(visit, answers=answers, skipped=skipped, asked=asked)


def question_now(visit: Visit, plan: Plan) -> FactId | None:
    """The question to ask before the plan is shown: what touches a step one must take, and a few others.

    The rest is offered on the plan, for whoever wants it more exact.
    """
    if visit.thorough or plan.essential_left or len(visit.asked) < FEW_QUESTIONS:
        return plan.next_question
    return None


def questions_left(visit: Visit, plan: Plan) -> int:
    """About how many questions come before the plan, the next one included."""
    if visit.thorough:
        return plan.questions_left
    return min(plan.questions_left, max(plan.essential_left, FEW_QUESTIONS - len(visit.asked)))


def wanting_every_question(visit: Visit, next_question: FactId) -> Visit:
    """Go on with the questions from the plan, until none can change it."""
    return going_to(replace(visit, thorough=True), Page.QUESTION, next_question)


def led_by(visit: Visit, plan: Plan) -> Visit:
    """Go where an answer leads: to the next question, or to the plan when enough is known.

    `plan` is the plan of `visit`. A person who was changing an answer returns to the plan they came from,
    unless they asked there for every question.
    """
    came_from_plan = next((i for i, stop in enumerate(visit.trail) if stop.page is Page.PLAN), None)
    base = visit if came_from_plan is None else replace(visit, trail=visit.trail[: came_from_plan + 1])
    next_question = question_now(visit, plan) if came_from_plan is None or visit.thorough else None
    if next_question is not None:
        return going_to(base, Page.QUESTION, next_question)
    return going_to(base, Page.PLAN)


def leaving_out(visit: Visit, *steps: str) -> Visit:
    """Have a plan without those steps (`bundle/step`); what was said stays known."""
    return replace(visit, left_out=visit.left_out | set(steps))


def doing_before(visit: Visit, move: Move) -> Visit:
    """Have one step before another, where nothing speaks against."""
    return replace(visit, moves=(*visit.moves, move))


def no_more_about(visit: Visit, *bundles: BundleId) -> Visit:
    """Put `bundles` down again, with all that was decided about their steps; what was answered stays known."""
    kept = tuple(bundle for bundle in visit.bundles if bundle not in bundles)
    starts = tuple(f"{bundle}/" for bundle in bundles)
    return replace(
        visit,
        bundles=kept,
        left_out=frozenset(step for step in visit.left_out if not step.startswith(starts)),
        moves=tuple(move for move in visit.moves if not move.step.startswith(starts)),
    )


def holding(visit: Visit, document: DocumentId, held: bool) -> Visit:
    """Tick or untick a paper that the person has already."""
    return replace(visit, held=visit.held | {document} if held else visit.held - {document})


def choosing_place(visit: Visit, service: ServiceId, location: LocationId) -> Visit:
    """Prefer one place for a service."""
    return replace(visit, places={**visit.places, service: location})

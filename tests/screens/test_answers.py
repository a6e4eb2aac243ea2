"""The answers on the screen: read over, changed, and back at the plan."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, answering


@pytest.fixture
def at_answers(show):
    def _at_answers(language="en", **how):
        screen = show(language=language, **how)
        visit = Visit(
            language=language,
            trail=(Stop(Page.HOME), Stop(Page.PLAN)),
            bundles=(BundleId("death-in-the-family"),),
        )
        answers = {EVENT_DATE: date(2026, 3, 6), "is_executor": True, "veteran": False, "cpp_contributor": None}
        for fact, answer in answers.items():
            visit = answering(visit, FactId(fact), answer)
        # Nothing is left to ask before the plan.
        for fact in screen.session.catalogue.bundles[visit.bundles[0]].questions:
            visit = visit if fact in visit.asked else answering(visit, fact, None)
        screen.go(visit)
        screen.tap("Button", {"en": "Change", "fr": "Modifier"}[language])
        return screen

    return _at_answers


def test_change_on_the_plan_shows_every_answer(at_answers):
    screen = at_answers()

    assert screen.page == "answers"
    assert screen.find("Button", "When did the person die?. Friday, March 6")
    assert screen.find("Button", "Are you in charge of the person’s estate?. Yes")


def test_a_changed_answer_leads_back_to_the_plan_and_changes_it(at_answers):
    screen = at_answers()

    screen.tap("Button", "Are you in charge of the person’s estate?")
    assert screen.page == "question"
    screen.tap("Button", "No")

    assert screen.page == "plan"
    assert screen.session.visit.answers["is_executor"] is False


def test_going_back_from_the_question_changes_nothing(at_answers):
    screen = at_answers()

    screen.tap("Button", "Are you in charge of the person’s estate?")
    screen.tap("Button", "Back")

    assert screen.page == "answers"
    assert screen.session.visit.answers["is_executor"] is True


def test_the_questions_not_asked_yet_can_be_answered_too(at_answers):
    screen = at_answers()
    screen.session.do(lambda visit: replace(visit, asked=visit.asked[:4], skipped=frozenset()))

    screen.tap("Button", "Answer more questions")

    assert screen.page == "question"
    assert screen.session.visit.here.subject not in screen.session.visit.asked


def test_the_answers_can_be_reached_by_keys_alone(at_answers):
    screen = at_answers(language="fr")

    reached = set()
    for _ in range(30):
        screen.press(Qt.Key.Key_Tab)
        focused = screen.focused()
        reached.add(focused.name.split(". ")[0] if focused else "")

    assert {"Quand la personne est-elle décédée?", "Revenir à mon plan"} <= reached

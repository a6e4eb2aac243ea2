"""What a touch does to a visit: where it leads, what stays known, and what is forgotten."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, DocumentId, LocationId, ServiceId
from kiosk.planning.arranging import Move
from kiosk.planning.plan import Fees, Plan
from kiosk.visit.visit import (
    EVENT_DATE,
    FEW_QUESTIONS,
    Page,
    Stop,
    Visit,
    about,
    answering,
    choosing_place,
    doing_before,
    going_back,
    going_to,
    holding,
    leaving_out,
    led_by,
    no_more_about,
    only_about,
    question_now,
    questions_left,
    speaking,
    starting_over,
    wanting_every_question,
)

DEATH = BundleId("death-in-the-family")
JOB = BundleId("losing-a-job")
AGE = FactId("age")
TENURE = FactId("tenure")
MARCH = date(2026, 3, 12)


def plan(next_question: FactId | None = None, *, left: int = 0, essential: int = 0) -> Plan:
    return Plan((DEATH,), (), (), (), Fees(Decimal(0), Decimal(0)), next_question, left, essential)


def at(*pages: Page) -> Visit:
    return Visit(language="en", trail=tuple(Stop(page) for page in pages))


def test_a_language_opens_home_from_the_first_screen():
    visit = speaking(Visit(), "fr")

    assert visit.language == "fr"
    assert visit.trail == (Stop(Page.HOME),)


def test_another_language_keeps_the_place_and_the_answers():
    before = answering(going_to(at(Page.HOME), Page.QUESTION, AGE), TENURE, "rents")

    after = speaking(before, "fr")

    assert after == replace(before, language="fr")


@pytest.mark.parametrize("page", [page for page in Page if page not in (Page.ATTRACT, Page.HOME)])
def test_back_returns_to_the_screen_before(page):
    visit = going_to(at(Page.HOME), page, "subject")

    assert going_back(visit) == at(Page.HOME)


def test_back_from_home_forgets_everything():
    visit = answering(only_about(at(Page.HOME), DEATH), AGE, 66)

    assert going_back(visit) == Visit()


def test_going_where_one_is_changes_nothing():
    visit = going_to(at(Page.HOME), Page.STEP, "one")

    assert going_to(visit, Page.STEP, "one") is visit
    assert going_to(visit, Page.STEP, "two").here == Stop(Page.STEP, "two")


def test_starting_over_keeps_nothing_but_the_language():
    visit = holding(answering(only_about(going_to(at(Page.HOME), Page.PLAN), DEATH), AGE, 66), DocumentId("id"), True)

    assert starting_over(visit) == Visit(language="en", trail=(Stop(Page.HOME),))


def test_bundles_taken_up_together_are_each_taken_once():
    assert about(about(Visit(), DEATH, JOB), JOB, DEATH).bundles == (DEATH, JOB)


def test_the_date_of_another_event_is_forgotten():
    visit = answering(answering(only_about(Visit(), DEATH), EVENT_DATE, MARCH), AGE, 66)

    after = only_about(visit, JOB)

    assert after.answers == {AGE: 66}
    assert after.asked == (AGE,)


def test_not_being_sure_of_the_date_of_another_event_is_forgotten_too():
    visit = answering(only_about(Visit(), DEATH), EVENT_DATE, None)

    assert only_about(visit, JOB).skipped == frozenset()


def test_the_same_event_keeps_its_date():
    visit = answering(only_about(Visit(), DEATH), EVENT_DATE, MARCH)

    assert only_about(visit, DEATH) is visit


def test_not_sure_is_an_answer_that_is_not_asked_again():
    visit = answering(Visit(), AGE, None)

    assert visit.answers == {}
    assert visit.skipped == {AGE}
    assert visit.asked == (AGE,)


def test_not_sure_takes_an_earlier_answer_back():
    visit = answering(answering(Visit(), AGE, 66), AGE, None)

    assert visit.answers == {}
    assert visit.asked == (AGE,)


def test_an_answer_ends_not_being_sure():
    visit = answering(answering(Visit(), AGE, None), AGE, 66)

    assert visit.answers == {AGE: 66}
    assert visit.skipped == frozenset()


def test_an_answer_given_again_keeps_its_place_among_the_questions():
    visit = answering(answering(answering(Visit(), AGE, 66), TENURE, "rents"), AGE, 67)

    assert visit.asked == (AGE, TENURE)


def test_an_answer_leads_to_the_next_question():
    visit = answering(going_to(at(Page.HOME), Page.QUESTION, AGE), AGE, 66)

    assert led_by(visit, plan(TENURE, left=2)).trail == (
        Stop(Page.HOME),
        Stop(Page.QUESTION, AGE),
        Stop(Page.QUESTION, TENURE),
    )


def test_an_answer_leads_to_the_plan_when_none_could_change_it():
    visit = answering(going_to(at(Page.HOME), Page.QUESTION, AGE), AGE, 66)

    assert led_by(visit, plan()).page is Page.PLAN


def test_a_changed_answer_returns_to_the_plan_it_was_changed_from():
    visit = at(Page.HOME, Page.QUESTION, Page.PLAN, Page.ANSWERS, Page.QUESTION)

    assert led_by(visit, plan()) == at(Page.HOME, Page.QUESTION, Page.PLAN)


def test_a_changed_answer_asks_nothing_more_unless_every_question_was_wanted():
    visit = at(Page.HOME, Page.QUESTION, Page.PLAN, Page.ANSWERS, Page.QUESTION)

    changed = led_by(visit, plan(TENURE, left=1, essential=1))
    thorough = led_by(replace(visit, thorough=True), plan(TENURE, left=1, essential=1))

    assert changed.page is Page.PLAN
    assert thorough.here == Stop(Page.QUESTION, TENURE)
    assert going_back(thorough).page is Page.PLAN


def asked_already(count: int) -> Visit:
    return Visit(asked=tuple(FactId(f"fact_{number}") for number in range(count)))


def test_a_few_questions_come_before_the_plan():
    assert question_now(asked_already(FEW_QUESTIONS - 1), plan(AGE, left=9)) == AGE
    assert question_now(asked_already(FEW_QUESTIONS), plan(AGE, left=9)) is None


def test_what_touches_a_step_one_must_take_is_asked_however_many_came_before():
    assert question_now(asked_already(FEW_QUESTIONS + 3), plan(AGE, left=9, essential=1)) == AGE


def test_the_rest_is_asked_on_request():
    visit = wanting_every_question(asked_already(FEW_QUESTIONS + 3), AGE)

    assert visit.here == Stop(Page.QUESTION, AGE)
    assert question_now(visit, plan(TENURE, left=1)) == TENURE


def test_another_situation_asks_few_questions_again():
    visit = wanting_every_question(only_about(Visit(), DEATH), AGE)

    assert not only_about(visit, JOB).thorough


@pytest.mark.parametrize(
    ("asked", "left", "essential", "expected"),
    [
        (0, 9, 0, FEW_QUESTIONS),
        (0, 2, 0, 2),
        (1, 9, 0, FEW_QUESTIONS - 1),
        (FEW_QUESTIONS, 9, 2, 2),
        (FEW_QUESTIONS, 9, 0, 0),
        (FEW_QUESTIONS + 5, 9, 0, 0),
    ],
)
def test_questions_left_counts_those_before_the_plan(asked, left, essential, expected):
    assert questions_left(asked_already(asked), plan(AGE, left=left, essential=essential)) == expected


def test_questions_left_counts_all_for_whoever_wants_all():
    assert questions_left(replace(asked_already(9), thorough=True), plan(AGE, left=7)) == 7


def test_a_paper_is_ticked_and_unticked():
    ticked = holding(Visit(), DocumentId("photo-id"), True)

    assert ticked.held == {"photo-id"}
    assert holding(ticked, DocumentId("photo-id"), False).held == frozenset()


def test_a_place_is_chosen_for_one_service():
    first = choosing_place(Visit(), ServiceId("a"), LocationId("here"))

    second = choosing_place(first, ServiceId("b"), LocationId("there"))

    assert second.places == {"a": "here", "b": "there"}


def test_a_bundle_put_down_takes_what_was_decided_about_its_steps_with_it() -> None:
    visit = about(Visit(language="en"), BundleId("a"), BundleId("b"))
    visit = leaving_out(visit, "a/one", "b/two")
    visit = doing_before(doing_before(visit, Move("a/three", "b/four")), Move("b/four", "a/five"))

    left = no_more_about(visit, BundleId("a"))

    assert left.bundles == ("b",)
    assert left.left_out == {"b/two"}
    assert left.moves == (Move("b/four", "a/five"),)

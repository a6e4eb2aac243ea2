"""What was answered, read back to the person alone."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.bridge.viewmodels.answers import AnswersViewModel, answer_words, shown
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, FactType
from kiosk.planning.plan import Plan
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, answering, only_about

DEATH = BundleId("death-in-the-family")
TODAY = date(2026, 3, 12)


def having_said(answers, *, bundle=DEATH, language="en"):
    visit = only_about(Visit(language=language), bundle)
    for fact, answer in answers.items():
        visit = answering(visit, FactId(fact), answer)
    return replace(visit, trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.ANSWERS)))


@pytest.fixture
def answers(session, words, catalogue):
    """What the page says at a visit."""
    return lambda visit: shown(words[visit.language], catalogue, visit, session.plan_of(visit), TODAY)


def test_the_answers_stand_in_the_order_of_the_questions(answers):
    told = answers(having_said({EVENT_DATE: date(2026, 3, 6), "is_executor": True, "veteran": False}))

    assert [(row.fact, row.answer) for row in told.rows] == [
        ("event_date", "Friday, March 6"),
        ("is_executor", "Yes"),
        ("veteran", "No"),
    ]


def test_a_date_is_asked_for_in_the_words_of_its_situation(answers):
    told = answers(having_said({EVENT_DATE: date(2026, 3, 6)}, language="fr"))

    assert (told.rows[0].question, told.rows[0].answer) == ("Quand la personne est-elle décédée?", "vendredi 6 mars")


def test_not_being_sure_is_an_answer_too(answers):
    told = answers(having_said({"is_executor": None}))

    assert (told.rows[0].answer, told.rows[0].answered) == ("I’m not sure", False)


def test_a_sensitive_answer_is_not_written_out(answers, catalogue):
    fact = next(fact for fact in catalogue.facts.values() if fact.sensitive and fact.type is FactType.BOOLEAN)

    told = answers(having_said({fact.id: True}))

    assert (told.rows[0].answer, told.rows[0].answered) == ("Answered, not shown here", True)


def test_nothing_is_written_out_in_a_sensitive_situation(answers, catalogue):
    sensitive = next(bundle.id for bundle in catalogue.bundles.values() if bundle.sensitive)

    told = answers(having_said({"veteran": True, "is_executor": False}, bundle=sensitive))

    assert {row.answer for row in told.rows} == {"Answered, not shown here"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_choice_reads_back_as_it_was_touched(words, catalogue, language):
    for fact in catalogue.facts.values():
        for choice in fact.choices:
            answer = frozenset({choice.value}) if fact.type is FactType.SEVERAL else choice.value

            assert answer_words(words[language], fact, answer, TODAY) == choice.label.to(language)


def test_several_choices_are_joined_and_none_is_said(words, catalogue):
    fact = next(fact for fact in catalogue.facts.values() if fact.type is FactType.SEVERAL)
    both = frozenset(choice.value for choice in fact.choices[:2])

    assert " and " in answer_words(words["en"], fact, both, TODAY)
    assert answer_words(words["en"], fact, frozenset(), TODAY) == "None of these"


def test_more_questions_are_offered_only_while_one_can_change_the_plan(answers, words, catalogue, session):
    visit = having_said({EVENT_DATE: date(2026, 3, 6)})
    plan: Plan = session.plan_of(visit)
    settled = replace(plan, next_question=None, questions_left=0)

    assert answers(visit).more == f"Answer more questions: about {plan.questions_left}"
    assert shown(words["en"], catalogue, visit, settled, TODAY).more == ""


def test_touching_an_answer_asks_its_question_again(session):
    session.do(lambda _: having_said({"is_executor": True}))

    AnswersViewModel(session).change("is_executor")

    assert session.visit.here == Stop(Page.QUESTION, "is_executor")


def test_the_page_keeps_nothing_once_it_is_left(session):
    session.do(lambda _: having_said({"is_executor": True}))
    page = AnswersViewModel(session)
    assert page.rows.rowCount() == 1

    session.end()

    assert page.rows.rowCount() == 0
    assert page.empty

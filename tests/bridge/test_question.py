"""What a question says, and what is read back of its answers."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.bridge.viewmodels.question import QuestionViewModel, said_so_far, shown
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, FactType
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, answering, only_about

DEATH = BundleId("death-in-the-family")
TODAY = date(2026, 3, 12)
SIXTH = date(2026, 3, 6)


def at(fact, *, language="en", bundle=DEATH, answers=None):
    visit = only_about(Visit(language=language), bundle)
    for known, answer in (answers or {}).items():
        visit = answering(visit, FactId(known), answer)
    return replace(visit, trail=(Stop(Page.HOME), Stop(Page.QUESTION, fact)))


@pytest.fixture
def question(session, words, catalogue):
    """What the page says at a visit."""
    return lambda visit: shown(words[visit.language], catalogue, visit, session.plan_of(visit), TODAY)


@pytest.mark.parametrize(
    ("language", "situation", "yes"),
    [("en", "A death in the family", "Yes"), ("fr", "Décès dans la famille", "Oui")],
)
def test_a_question_speaks_the_language_of_the_visit(question, catalogue, language, situation, yes):
    told = question(at("is_executor", language=language))

    assert told.situation == situation
    assert told.question.replace("\N{NON-BREAKING HYPHEN}", "-") == catalogue.facts["is_executor"].question.to(language)
    assert told.why == catalogue.facts["is_executor"].why.to(language)
    assert (told.answers[0].value, told.answers[0].label) == ("true", yes)


def test_a_date_is_asked_in_the_words_of_its_situation(question, catalogue):
    told = question(at(EVENT_DATE))

    assert told.question == catalogue.bundles[DEATH].event_date.to("en")
    assert told.kind == "date"


def test_an_answer_given_before_is_marked(question):
    told = question(at("is_executor", answers={"is_executor": False}))

    assert [row.value for row in told.answers if row.chosen] == ["false"]
    assert told.written == "false"


def test_no_answer_is_marked_before_one_is_given(question):
    told = question(at("is_executor"))

    assert not any(row.chosen for row in told.answers)
    assert told.written == ""


def test_the_position_counts_what_was_asked_and_stays_when_one_goes_back(question):
    answers = {EVENT_DATE: SIXTH, "is_executor": True}

    assert question(at("estate_has_property", answers=answers)).position == 3
    assert question(at("is_executor", answers=answers)).position == 2


def test_the_total_is_never_less_than_the_position(question, catalogue):
    answers = {fact.id: True for fact in catalogue.facts.values() if fact.type is FactType.BOOLEAN}

    told = question(at("is_executor", answers=answers))

    assert told.total >= min(told.position, 12)


def test_what_was_said_is_read_back_in_the_order_of_asking(words, catalogue):
    visit = at("age", bundle=BundleId("losing-a-job"), answers={"owed_pay": True, EVENT_DATE: SIXTH})

    said = said_so_far(words["en"], catalogue, visit, TODAY)

    assert said == f"{catalogue.facts['owed_pay'].said['true'].to('en')} · 6 March"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sensitive_answer_is_ever_read_back(words, catalogue, language):
    for fact in catalogue.facts.values():
        if fact.sensitive:
            for answer in answers_of(fact):
                visit = at("age", language=language, answers={fact.id: answer})

                assert said_so_far(words[language], catalogue, visit, TODAY) == "", fact.id


def answers_of(fact):
    match fact.type:
        case FactType.BOOLEAN:
            return [True, False]
        case FactType.DATE:
            return [SIXTH]
        case FactType.NUMBER:
            return [fact.minimum or 0]
        case FactType.SEVERAL:
            return [frozenset(choice.value for choice in fact.choices)]
        case _:
            return [choice.value for choice in fact.choices]


def test_nothing_is_read_back_in_a_sensitive_situation(words, catalogue):
    visit = at("age", bundle=BundleId("separation-divorce"), answers={"owed_pay": True, EVENT_DATE: SIXTH})

    assert said_so_far(words["en"], catalogue, visit, TODAY) == ""


def test_a_sensitive_situation_is_only_my_list(question):
    told = question(at("police_involved", bundle=BundleId("fleeing-violence")))

    assert told.situation == "My list"
    assert told.discreet


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fact_can_be_asked(question, catalogue, language):
    for fact in catalogue.facts.values():
        told = question(at(fact.id, language=language))

        assert told.question
        assert told.why
        assert bool(told.answers) == (fact.type not in (FactType.DATE, FactType.NUMBER)), fact.id


@pytest.fixture
def page(session):
    session.do(lambda _: at(EVENT_DATE))
    return QuestionViewModel(session)


def test_an_answer_leads_on_and_is_kept(session, page):
    page.answer("2026-03-06")

    assert session.visit.answers == {EVENT_DATE: SIXTH}
    assert session.visit.here.subject != EVENT_DATE


def test_what_the_question_does_not_take_changes_nothing(session, page):
    before = session.visit

    page.answer("2026-02-30")

    assert session.visit is before


def test_not_sure_leads_on_too(session, page):
    page.notSure()

    assert session.visit.skipped == {EVENT_DATE}
    assert session.visit.here.subject != EVENT_DATE


def test_the_calendar_opens_at_the_day_answered_before(session, page):
    session.do(lambda _: at(EVENT_DATE, answers={EVENT_DATE: date(2025, 12, 24)}))

    assert page.calendar.title == "December 2025"


def test_the_page_holds_nothing_once_it_is_left(session, page):
    session.do(lambda _: at(EVENT_DATE, answers={EVENT_DATE: date(2025, 12, 24)}))

    session.end()

    assert page.property("question") == page.property("written") == page.property("said") == ""
    assert page.calendar.days.rows == ()
    assert page.calendar.title == "March 2026"

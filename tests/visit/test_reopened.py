"""A plan that was handed over, taken up as it stood: by its token, or from one window to another."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, Catalogue, ServiceId
from kiosk.catalogue.reading import load
from kiosk.paths import catalogue_file
from kiosk.planning import make_plan
from kiosk.planning.book import book_of
from kiosk.planning.given import NOTHING_GIVEN
from kiosk.planning.plan import Status
from kiosk.referral import token
from kiosk.referral.composing import token_items
from kiosk.referral.composing.codes import discreet_numbers
from kiosk.visit.reopened import as_it_stands, reopened, token_again
from kiosk.visit.single import single_service, situations, with_single_services
from kiosk.visit.visit import Page, Visit, about, asking_anew, has_answers, leaving_out, only_about, taking_up

NOW = datetime(2026, 11, 9, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
DEATH, JOB = BundleId("death-in-the-family"), BundleId("losing-a-job")


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return load(catalogue_file())


def planned(catalogue, bundles, answers=None, handed_over=NOTHING_GIVEN):
    whole = with_single_services(catalogue, bundles)
    return make_plan(whole, bundles, answers or {}, now=NOW, given=handed_over)


def referral_of(catalogue, plan):
    whole = with_single_services(catalogue, plan.bundles)
    return token.referral_for(
        token_items(whole, plan, with_steps=True),
        discreet=discreet_numbers(catalogue),
        issued=NOW.date(),
        catalogue_version=catalogue.version,
        life_event=whole.bundles[plan.bundles[0]].number or None,
        draw_id=lambda: b"8 bytes.",
    )


def opened_again(catalogue, referral):
    again = reopened(catalogue, referral)
    return planned(catalogue, again.bundles, handed_over=again.given)


def what_stands(plan):
    return [(step.service, step.status, step.number) for step in plan.to_do() if step.service]


@st.composite
def handed_over(draw, catalogue):
    """Some bundles, and a person who answered some of what they ask."""
    every = sorted(bundle.id for bundle in situations(catalogue))
    bundles = tuple(draw(st.lists(st.sampled_from(every), min_size=1, max_size=3, unique=True)))
    chosen = [catalogue.bundles[bundle] for bundle in bundles]
    facts = list(dict.fromkeys(f for b in chosen for f in (*b.questions, *b.optional_questions) if f != "event_date"))
    possible = book_of(catalogue).possible
    answers = {fact: draw(st.sampled_from(possible[fact])) for fact in facts if draw(st.booleans())}
    answers[FactId("event_date")] = NOW.date() - timedelta(days=draw(st.integers(0, 200)))
    return bundles, answers


def marked(catalogue, plan, like):
    """The referral of `plan`; where what comes first was no service of a token, nothing is marked in it either."""
    again = referral_of(catalogue, plan) if plan.bundles else like
    if any(item.first for item in like.items):
        return again
    return replace(again, items=tuple(replace(item, first=False) for item in again.items))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_token_opens_as_the_very_steps_that_it_was_made_of_and_is_made_again_of_them(real, data):
    bundles, answers = data.draw(handed_over(real))
    referral = referral_of(real, planned(real, bundles, answers))

    plan = opened_again(real, referral)

    assert [step.service for step in plan.steps] == [step.service for step in plan.to_do()]
    assert marked(real, plan, referral) == referral
    assert (plan.next_question, plan.questions_left, plan.essential_left) == (None, 0, 0)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_another_window_has_the_same_steps_in_the_same_order(real, data):
    bundles, answers = data.draw(handed_over(real))
    plan = planned(real, bundles, answers)

    stands = as_it_stands(plan)
    shown = planned(real, stands.bundles, handed_over=stands.given)

    assert [(s.title, s.status) for s in shown.to_do()] == [(s.title, s.status) for s in plan.to_do()]
    assert [step.number for step in shown.to_do()] == [step.number for step in plan.to_do()]
    first, shown_first = plan.do_first(), shown.do_first()
    assert (first and first.number) == (shown_first and shown_first.number)
    assert shown.next_question is None


def test_a_step_says_that_it_stands_as_it_did(real):
    plan = opened_again(real, referral_of(real, planned(real, (JOB,))))

    assert {step.reason.because.value for step in plan.to_do()} == {"given"}
    assert {step.status for step in plan.to_do()} == {Status.APPLIES, Status.MAY_APPLY}


def test_what_is_added_comes_after_what_is_on_the_paper_and_asks_its_own_questions(real):
    paper = opened_again(real, referral_of(real, planned(real, (DEATH,), {FactId("event_date"): date(2026, 11, 5)})))
    again = reopened(real, referral_of(real, planned(real, (DEATH,), {FactId("event_date"): date(2026, 11, 5)})))

    both = planned(real, (*again.bundles, JOB), handed_over=again.given)

    on_paper = len(paper.to_do())
    assert what_stands(both)[:on_paper] == what_stands(paper)
    assert len(both.to_do()) > on_paper
    assert {step.bundle for step in both.to_do()[on_paper:]} == {JOB}
    assert both.next_question == "event_date@losing-a-job"


def test_the_date_of_the_event_that_was_handed_over_is_never_asked(real):
    again = reopened(real, referral_of(real, planned(real, (DEATH,))))

    both = planned(real, (*again.bundles, single_service(ServiceId("food-bank"))), handed_over=again.given)

    assert both.next_question is None


def test_a_service_unknown_here_is_named_and_the_others_keep_their_order(real):
    referral = referral_of(real, planned(real, (JOB,)))
    items = referral.items
    strange = replace(items[1], service=60_000)
    again = reopened(real, replace(referral, items=(items[0], strange, *items[2:])))

    plan = planned(real, again.bundles, handed_over=again.given)

    assert [found.item for found in again.unknown] == [strange]
    assert len(again.items) == len(items)
    numbers = {service.id: service.number for service in real.services.values()}
    assert [numbers[step.service] for step in plan.to_do()] == [i.service for i in items if i is not items[1]]


def test_a_life_event_unknown_here_leaves_the_services(real):
    referral = replace(referral_of(real, planned(real, (JOB,))), life_event=59_999)

    again = reopened(real, referral)

    assert len(again.given.steps) == len(referral.items)
    assert all(bundle.startswith("service/") for bundle in again.bundles)
    assert what_stands(planned(real, again.bundles, handed_over=again.given))


def test_a_referral_of_nothing_that_is_known_here_opens_as_no_plan(real):
    referral = token.Referral(b"8 bytes.", date(2026, 11, 9), 1, (token.Item(60_000),))

    again = reopened(real, referral)

    assert again.bundles == ()
    assert [found.item.service for found in again.unknown] == [60_000]


def test_plain_service_numbers_open_in_the_order_that_they_are_in(real):
    numbers = [service.number for service in real.services.values() if not service.discreet][:4]
    referral = token.Referral(b"8 bytes.", date(2026, 11, 9), 1, tuple(token.Item(number) for number in numbers))

    plan = opened_again(real, referral)

    of = {service.id: service.number for service in real.services.values()}
    assert [of[step.service] for step in plan.to_do()] == numbers


def test_the_questions_can_be_asked_after_all(real):
    again = reopened(real, referral_of(real, planned(real, (JOB,))))
    visit = taking_up(Visit("fr"), again.bundles, again.given)

    anew = asking_anew(visit)

    assert (visit.page, visit.language, has_answers(visit)) == (Page.PLAN, "fr", True)
    assert anew.given is None
    assert planned(real, anew.bundles).next_question is not None


def test_what_was_handed_over_stays_when_something_is_added_and_goes_when_the_situation_is_another(real):
    again = reopened(real, referral_of(real, planned(real, (JOB,))))
    visit = taking_up(Visit("en"), again.bundles, again.given)

    assert about(visit, DEATH).given == again.given
    assert only_about(visit, JOB).given is None


def test_the_slip_taken_up_is_printed_again_until_something_else_is_chosen(real):
    plan = planned(real, (JOB,))
    again = reopened(real, referral_of(real, plan), "THE TOKEN")
    visit = taking_up(Visit("en"), again.bundles, again.given)

    assert token_again(visit) == token_again(replace(visit, language="fr")) == "THE TOKEN"
    assert token_again(about(visit, DEATH)) == ""
    assert token_again(leaving_out(visit, plan.to_do()[0].id)) == ""
    assert token_again(asking_anew(visit)) == token_again(Visit("en", bundles=(JOB,))) == ""

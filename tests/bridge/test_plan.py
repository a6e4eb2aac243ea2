"""The plan in words: its path, what it costs, and what it keeps to itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kiosk.bridge.viewmodels.plan import PlanViewModel
from kiosk.bridge.viewmodels.plan_words import fees_line, held_up_by, left_out_of, meanwhile, path_of, shown
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, FactType, StepLevel, StepList
from kiosk.planning.plan import Because, Fees, Reason, Status
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, answering, only_about

DEATH = BundleId("death-in-the-family")
TODAY = date(2026, 3, 12)
NBSP = "\N{NO-BREAK SPACE}"


def at_plan(bundle=DEATH, language="en", answers=None):
    visit = only_about(Visit(language=language), BundleId(bundle))
    for fact, answer in (answers or {EVENT_DATE: date(2026, 3, 6)}).items():
        visit = answering(visit, FactId(fact), answer)
    return replace(visit, trail=(Stop(Page.HOME), Stop(Page.PLAN)))


@pytest.fixture
def told(session, words, catalogue):
    """What the page says at a visit."""

    def _told(visit, *, with_left_out=False, today=TODAY):
        plan = session.plan_of(visit)
        return shown(words[visit.language], catalogue, visit, plan, today, with_left_out=with_left_out)

    return _told


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_situation_makes_a_plan_in_words(told, session, catalogue, language):
    for bundle in catalogue.bundles:
        visit = at_plan(bundle, language)

        page = told(visit)

        steps = [row for row in page.rows if row.kind in ("first", "step")]
        assert [row.number for row in steps] == list(range(1, len(session.plan_of(visit).to_do()) + 1)), bundle
        assert all(row.title for row in page.rows), bundle
        assert str(len(steps)) in page.title


def test_the_title_is_written_in_each_language(told):
    count = len([row for row in told(at_plan()).rows if row.kind in ("first", "step")])

    assert told(at_plan()).title == f"Your plan: {count} steps"
    assert told(at_plan(language="fr")).title == f"Votre plan{NBSP}: {count}{NBSP}étapes"


def test_exactly_one_step_is_first_and_one_must_surely_take_it_where_there_is_such_a_step(told, session, catalogue):
    for bundle in catalogue.bundles:
        plan = session.plan_of(at_plan(bundle))
        first = [row.step for row in told(at_plan(bundle)).rows if row.kind == "first"]

        assert first == ([plan.do_first().id] if plan.to_do() else []), bundle
        if any(step.status is Status.APPLIES and step.level is StepLevel.MUST for step in plan.to_do()):
            assert plan.step(first[0]).status is Status.APPLIES
            assert plan.step(first[0]).level is StepLevel.MUST


def test_what_happens_by_itself_comes_before_what_to_do_and_what_is_to_know_after(session, words, catalogue):
    plan = session.plan_of(at_plan("having-a-baby"))
    kinds = [row.kind for row in path_of(words["en"], catalogue, plan, TODAY)]

    ranks = [{"automatic": 0, "know": 2}.get(kind, 1) for kind in kinds if kind != "heading"]
    assert ranks == sorted(ranks)
    assert 0 in ranks


def test_no_heading_stands_twice_in_a_row_or_over_nothing(told, catalogue):
    for bundle in catalogue.bundles:
        kinds = [(row.kind, row.title) for row in told(at_plan(bundle)).rows]

        for (kind, title), (following, _next) in zip(kinds, [*kinds[1:], ("heading", "")], strict=True):
            assert not (kind == following == "heading"), (bundle, title)


def test_a_step_that_may_apply_says_so_and_why(told, session):
    visit = at_plan()
    unsure = [step.id for step in session.plan_of(visit).to_do() if step.reason.because is Because.NOT_KNOWN]

    rows = {row.step: row for row in told(visit).rows}

    assert unsure
    assert all(rows[step].chip == "May be for you: ask" for step in unsure)
    assert all(rows[step].why.startswith("It depends on:") for step in unsure)


def test_what_does_not_apply_is_counted_and_listed_only_when_asked(told, catalogue):
    no_to_all = {fact.id: False for fact in catalogue.facts.values() if fact.type is FactType.BOOLEAN}
    visit = at_plan(answers=no_to_all)

    folded, unfolded = told(visit), told(visit, with_left_out=True)

    listed = [row for row in unfolded.rows if row.kind == "left_out"]
    assert listed
    assert not [row for row in folded.rows if row.kind == "left_out"]
    assert folded.left_out.startswith(f"{len(listed)} other step")


def test_a_step_that_another_one_answers_already_is_not_called_left_out(session):
    plan = session.plan_of(at_plan())
    doubled = replace(plan.steps[0], status=Status.DOES_NOT_APPLY, reason=Reason(Because.ALREADY_IN_PLAN))
    lost = replace(plan.steps[1], status=Status.DOES_NOT_APPLY, reason=Reason(Because.ANSWERS))

    assert left_out_of(replace(plan, steps=(doubled, lost))) == [lost]


def test_a_sensitive_plan_is_only_my_list(told, catalogue):
    for bundle in catalogue.bundles.values():
        page = told(at_plan(bundle.id))

        assert (page.situation == "My list") is bundle.sensitive
        if bundle.sensitive:
            assert page.said == ""


@pytest.mark.parametrize(
    ("fees", "english", "french"),
    [
        (Fees(Decimal(0), Decimal(0)), "No fees in this plan", None),
        (Fees(Decimal(0), Decimal(0), ("a",)), "Some prices are not known: ask", None),
        (Fees(Decimal(33), Decimal(33)), "In all: $33", f"En tout{NBSP}: 33{NBSP}$"),
        (Fees(Decimal(33), Decimal(90), ("a",)), "In all: $33 to $90, and what must be asked", None),
    ],
)
def test_what_it_costs_is_said_with_what_is_not_known(session, words, fees, english, french):
    plan = replace(session.plan_of(at_plan()), fees=fees)

    assert fees_line(words["en"], plan) == english
    assert fees_line(words["fr"], plan) == french or french is None


def test_the_wait_stands_after_the_step_that_others_wait_for(told, session):
    rows = told(at_plan()).rows
    waits = [position for position, row in enumerate(rows) if row.kind == "wait"]

    assert [rows[position].title for position in waits] == ["Wait: 2 to 3 weeks"]
    for position in waits:
        before = rows[position - 1]
        assert held_up_by(session.plan_of(at_plan()), session.plan_of(at_plan()).step(before.step))
        assert before.wait == ""


def test_what_can_be_done_during_a_wait_is_said_and_marked_on_the_path(told):
    rows = told(at_plan()).rows
    wait = next(row for row in rows if row.kind == "wait")

    assert wait.why == "Meanwhile, do steps 4 and 5."
    assert [row.number for row in rows if row.waiting and row.number] == [4, 5]


@pytest.mark.parametrize(
    ("first", "until", "told"),
    [
        (2, 2, ""),
        (2, 0, ""),
        (2, 3, "Meanwhile, do step 2."),
        (4, 6, "Meanwhile, do steps 4 and 5."),
        (4, 10, "Meanwhile, do steps 4 to 9."),
    ],
)
def test_a_wait_names_the_steps_up_to_the_one_that_waits(words, first, until, told):
    assert meanwhile(words["en"], first, until) == told


def test_a_step_nobody_waits_for_tells_its_wait_in_its_card(told):
    benefit = next(row for row in told(at_plan()).rows if row.title.startswith("Apply for the CPP death benefit"))

    assert benefit.wait == "Wait: 6 to 12 weeks"


def test_a_step_that_borrows_a_service_does_not_promise_its_wait(told):
    cancel = next(row for row in told(at_plan()).rows if row.title.startswith("Cancel the health card"))

    assert cancel.wait == ""


def test_no_wait_is_written_as_a_sentence(told, catalogue):
    for bundle in catalogue.bundles:
        for row in told(at_plan(bundle)).rows:
            assert not row.wait.endswith("."), bundle
            assert row.kind != "wait" or not row.title.endswith("."), bundle


def test_the_papers_still_missing_are_counted_on_the_plan(told, session):
    visit = at_plan()
    papers = [needed.id for needed in session.plan_of(visit).documents]

    assert told(visit).bring == "You bring each one once"
    assert (
        told(replace(visit, held=frozenset(papers[:2]))).bring == f"You still need {len(papers) - 2} of {len(papers)}."
    )
    assert told(replace(visit, held=frozenset(papers))).bring == "You have them all."


@pytest.fixture
def page(session):
    session.do(lambda _: at_plan())
    return PlanViewModel(session)


def test_the_page_leads_to_a_step_the_papers_the_answers_and_the_slip(session, page):
    step = session.plan.to_do()[0].id

    for open_it, where in [
        (lambda: page.openStep(step), Stop(Page.STEP, step)),
        (page.openPapers, Stop(Page.PAPERS)),
        (page.openAnswers, Stop(Page.ANSWERS)),
        (page.openTake, Stop(Page.TAKE)),
    ]:
        open_it()

        assert session.visit.here == where
        session.do(lambda visit: replace(visit, trail=visit.trail[:-1]))


def test_more_questions_are_asked_until_none_is_left(session, page):
    page.askMore()

    assert session.visit.page is Page.QUESTION
    assert session.visit.thorough


def test_folding_away_goes_with_the_person(session, page):
    page.toggleLeftOut()
    assert page.property("leftOutShown")

    session.end()

    assert not page.property("leftOutShown")
    assert page.rows.rows == ()


def test_starting_over_empties_the_page_too(session, page):
    session.do(lambda visit: Visit(language="en", trail=(Stop(Page.HOME),)))

    assert page.property("title") == ""
    assert page.rows.rows == ()


def test_a_plan_without_steps_has_no_first(session):
    plan = session.plan_of(at_plan())
    nothing = replace(plan, steps=tuple(step for step in plan.steps if step.list is not StepList.TO_DO))

    assert nothing.do_first() is None

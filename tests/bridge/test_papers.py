"""The papers of a plan: each once, ticked off, and traced to the step that gives it."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.bridge.viewmodels.papers import PapersViewModel, back_to_plan, shown
from kiosk.catalogue.model import BundleId, DocumentId
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, holding

DEATH = BundleId("death-in-the-family")
PAPERS = Visit(
    language="en",
    trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.PAPERS)),
    bundles=(DEATH,),
    answers={EVENT_DATE: date(2026, 3, 6)},
    asked=(EVENT_DATE,),
)


@pytest.fixture
def papers(session, words, catalogue):
    """What the page says at a visit."""
    return lambda visit: shown(words[visit.language], catalogue, visit, session.plan_of(visit))


def row(told, paper):
    return next(row for row in told.rows if row.paper == paper)


def test_every_paper_of_the_plan_is_listed_once(papers, session):
    told = papers(PAPERS)

    assert [row.paper for row in told.rows] == [needed.id for needed in session.plan_of(PAPERS).documents]
    assert len({row.paper for row in told.rows}) == told.total


def test_ticking_a_paper_counts_it_and_unticking_takes_it_off(papers):
    ticked = holding(PAPERS, DocumentId("sin"), True)

    assert papers(ticked).progress == "1 of 7"
    assert row(papers(ticked), "sin").held
    assert papers(holding(ticked, DocumentId("sin"), False)).progress == "0 of 7"


def test_the_page_says_what_to_do_and_then_what_is_missing(papers, session):
    every = [needed.id for needed in session.plan_of(PAPERS).documents]

    assert papers(PAPERS).lead == "Touch what you already have."
    assert papers(replace(PAPERS, held=frozenset(every[:3]))).lead == "You still need 4 of 7."
    assert papers(replace(PAPERS, held=frozenset(every))).lead == "You have them all."
    assert papers(replace(PAPERS, held=frozenset(every[:6]), language="fr")).lead == "Il vous en manque 1 sur 7."


def test_a_paper_without_a_step_or_a_hint_names_who_gives_it(papers):
    married = replace(PAPERS, bundles=(BundleId("getting-married"),), answers={}, asked=())

    check = row(papers(married), "criminal-record-check")

    assert check.detail.endswith("You can get it from: Halifax Regional Police")


def test_a_paper_that_no_step_asks_for_is_not_counted(papers):
    assert papers(holding(PAPERS, DocumentId("guarantor"), True)).held == 0


def test_a_number_is_never_to_be_typed_here(papers):
    sin = row(papers(PAPERS), "sin")

    assert sin.chip == "Number"
    assert sin.caution == "You can write it at the office. Do not type it here."


def test_a_paper_that_a_step_gives_leads_to_that_step(papers, session):
    certificate = row(papers(PAPERS), "death-certificate")
    giving = session.plan_of(PAPERS).step("death-in-the-family/certs")

    assert certificate.step == giving.id
    assert certificate.source == f"It comes from step {giving.number}"


def test_what_may_stand_in_for_a_paper_is_told(papers):
    told = row(papers(PAPERS), "photo-id")

    assert "Or one of these: Nova Scotia driver’s licence · Nova Scotia photo ID card" in told.detail
    assert "Not everyone needs it" in told.detail


def test_the_papers_speak_french(papers):
    sin = row(papers(replace(PAPERS, language="fr")), "sin")

    assert (sin.label, sin.chip) == ("Numéro d’assurance sociale (NAS)", "Numéro")
    assert sin.detail.startswith("Étapes 4, ")


def test_back_to_the_plan_leaves_no_detour_to_go_back_through():
    wandered = replace(PAPERS, trail=(*PAPERS.trail, Stop(Page.STEP, "death-in-the-family/certs"), Stop(Page.PAPERS)))

    assert back_to_plan(wandered).trail == (Stop(Page.HOME), Stop(Page.PLAN))


def test_whoever_came_without_a_plan_goes_on_to_it():
    single = replace(PAPERS, trail=(Stop(Page.HOME), Stop(Page.PAPERS)))

    assert back_to_plan(single).here == Stop(Page.PLAN)


def test_the_page_forgets_with_the_visit(session):
    session.do(lambda _: holding(PAPERS, DocumentId("sin"), True))
    page = PapersViewModel(session)
    assert page.held == 1

    session.end()

    assert (page.held, page.total, page.rows.rowCount()) == (0, 0, 0)

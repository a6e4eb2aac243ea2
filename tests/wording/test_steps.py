"""A step in words: its date, its cost, its wait, and why it is there."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, Confidence, CostOption
from kiosk.catalogue.reading import load
from kiosk.catalogue.text import text
from kiosk.languages import Language, load_messages
from kiosk.planning import Here, Preferences, make_plan
from kiosk.planning.plan import Because, Deadline, DueKind, Reason, Status
from kiosk.wording.steps import because, cost, due, needs, papers, step_numbers, too_late, wait

LOCALE = Path(paths.assets_folder()) / "locale"
EN, FR = (load_messages(Language(code), LOCALE) for code in ("en", "fr"))
TODAY = date(2026, 3, 12)
NBSP = "\N{NO-BREAK SPACE}"


def deadline(kind, day=date(2026, 4, 9), **more):
    return Deadline(kind, day, **more)


@pytest.mark.parametrize(
    ("when", "english", "french"),
    [
        (None, "", ""),
        (deadline(DueKind.NOW, TODAY), "today", "aujourd’hui"),
        (deadline(DueKind.BY), "by Thu 9 April", "au plus tard le jeu. 9 avril"),
        (deadline(DueKind.RECOMMENDED_BY), "by Thu 9 April", "au plus tard le jeu. 9 avril"),
        (deadline(DueKind.FROM), "from Thu 9 April", "à partir du jeu. 9 avril"),
        (deadline(DueKind.BY, date(2027, 4, 30)), "by Fri 30 April 2027", "au plus tard le ven. 30 avril 2027"),
        (deadline(DueKind.BY, date(2026, 3, 1), missed=True), "was due Sun 1 March", None),
        (deadline(DueKind.BETWEEN, first=date(2026, 4, 1)), "Wed 1 April to Thu 9 April", None),
        (
            deadline(DueKind.BETWEEN, date(2027, 1, 9), first=date(2026, 12, 1)),
            "Tue 1 December 2026 to Sat 9 January 2027",
            None,
        ),
    ],
)
def test_a_date_is_told_as_what_it_means(when, english, french):
    assert due(EN, when, TODAY) == english
    assert french is None or due(FR, when, TODAY).replace(NBSP, " ") == french


def test_a_missed_date_says_what_can_still_be_done():
    missed = deadline(DueKind.BY, date(2026, 3, 1), missed=True, late=(text(en="Ask for a review", fr="Demandez"),))

    assert too_late(EN, missed).endswith("Ask for a review.")
    assert too_late(EN, deadline(DueKind.BY)) == ""
    assert too_late(EN, None) == ""


@pytest.fixture(scope="module")
def catalogue(catalogue_file):
    return load(catalogue_file)


@pytest.fixture(scope="module")
def plan(catalogue):
    """The plan of a death last week, nothing else being known."""
    return make_plan(
        catalogue,
        (BundleId("death-in-the-family"),),
        {FactId("event_date"): date(2026, 3, 6)},
        skipped=frozenset(),
        now=datetime(2026, 3, 12, 10, 0, tzinfo=ZoneInfo("America/Halifax")),
        here=Here(44.6625, -63.5905),
        preferences=Preferences(language="en"),
    )


@pytest.fixture
def service(catalogue):
    """A service of which nothing but the cost matters."""
    some = next(iter(catalogue.services.values()))
    return lambda *amounts, sure=True: replace(some, costs=tuple(option(amount, sure) for amount in amounts))


def option(amount, sure):
    return CostOption(
        option=text(en="each", fr="chacun"),
        amount=None if amount is None else Decimal(amount),
        currency="CAD",
        as_of="2026",
        confidence=Confidence.HIGH if sure else Confidence.LOW,
    )


def test_a_cost_is_told_with_what_is_not_sure(service):
    assert cost(EN, None) == ""
    assert cost(EN, service()) == ""
    assert cost(EN, service(None)) == "Ask the cost"
    assert cost(EN, service(0)) == "Free"
    assert cost(EN, service(33)) == "$33"
    assert cost(FR, service(33)) == f"33{NBSP}$"
    assert cost(EN, service(33, 90)) == "$33 to $90"
    assert cost(EN, service(33, None)) == "From $33"
    assert cost(EN, service(33, sure=False)) == "From $33"


def test_a_wait_is_told_as_the_editors_wrote_it(plan, catalogue):
    timed = next(service for service in catalogue.services.values() if service.processing_time is not None)
    untimed = next(service for service in catalogue.services.values() if service.processing_time is None)

    step = replace(plan.to_do()[0], say=None)
    assert wait(EN, step, timed) == timed.processing_time.to("en")
    assert wait(FR, step, timed) == timed.processing_time.to("fr")
    assert wait(EN, step, untimed) == ""


def test_a_step_that_borrows_a_service_for_another_errand_promises_no_wait(plan, catalogue):
    timed = next(service for service in catalogue.services.values() if service.processing_time and service.say)
    step = plan.to_do()[0]

    assert wait(EN, replace(step, say=timed.say), timed)
    assert wait(EN, replace(step, say=text("Something else", "Autre chose")), timed) == ""


@pytest.mark.parametrize(
    ("count", "english", "french"), [(0, "", ""), (1, "1 paper", "1 papier"), (3, "3 papers", "3 papiers")]
)
def test_papers_are_counted(count, english, french):
    assert (papers(EN, count), papers(FR, count)) == (english, french)


@pytest.mark.parametrize(
    ("numbers", "english", "french"),
    [
        ([1], "step 1", "étape 1"),
        ([1, 3], "steps 1 and 3", "étapes 1 et 3"),
        ([1, 3, 4], "steps 1, 3 and 4", "étapes 1, 3 et 4"),
    ],
)
def test_steps_are_named_by_their_numbers(numbers, english, french):
    assert step_numbers(EN, numbers).replace(NBSP, " ") == english
    assert step_numbers(FR, numbers).replace(NBSP, " ") == french


def test_a_step_names_the_ones_to_finish_first(plan):
    numbers = {step.id: [plan.step(other).number for other in step.after] for step in plan.to_do()}

    assert any(map(any, numbers.values()))
    for step in plan.to_do():
        told = needs(EN, step, plan)
        assert told.startswith("Needs step") is any(numbers[step.id])
        assert all(str(number) in told for number in numbers[step.id] if number)


def test_a_step_that_waits_for_nothing_says_nothing(plan):
    free = next(step for step in plan.to_do() if not step.after)

    assert needs(EN, free, plan) == ""


def test_why_a_step_may_apply_is_the_question_that_would_settle_it(plan, catalogue):
    step = next(step for step in plan.to_do() if step.reason.because is Because.NOT_KNOWN)
    question = catalogue.facts[step.reason.facts[0]].question

    assert because(EN, step, catalogue.facts, plan) == f"It depends on: {question.to('en')}"
    assert question.to("fr") in because(FR, step, catalogue.facts, plan)


@pytest.mark.parametrize(
    ("status", "reason", "told"),
    [
        (Status.APPLIES, Reason(Because.ALWAYS), ""),
        (Status.APPLIES, Reason(Because.ANSWERS, (FactId("is_executor"),)), ""),
        (Status.APPLIES, Reason(Because.ALWAYS, notes=(text(en="Ask first.", fr="Demandez."),)), "Ask first."),
        (Status.MAY_APPLY, Reason(Because.PERHAPS_LIMIT), "Perhaps: your income is near the limit. Ask."),
        (Status.DOES_NOT_APPLY, Reason(Because.ANSWERS, (FactId("is_executor"),)), "From your answer to:"),
    ],
)
def test_why_a_step_is_there_or_is_not(plan, catalogue, status, reason, told):
    step = replace(plan.to_do()[0], status=status, reason=reason)

    assert because(EN, step, catalogue.facts, plan).startswith(told)
    assert told or because(EN, step, catalogue.facts, plan) == ""


def test_a_step_brought_in_for_its_paper_names_the_step_that_needs_it(plan, catalogue):
    waiting = next(step for step in plan.to_do() if step.after)
    giving = replace(plan.step(waiting.after[0]), reason=Reason(Because.NEEDED_PAPER))

    told = because(EN, giving, catalogue.facts, plan)

    assert told.startswith("You need its paper for: ")

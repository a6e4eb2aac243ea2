"""One question after the slip, answered by one touch and one more, written down before thanks are said."""

import pytest

from kiosk.bridge.jobs import Lane
from kiosk.bridge.noting import Noting, service_last_opened
from kiosk.bridge.viewmodels.feedback import WRONG, FeedbackViewModel
from kiosk.counter.needs import Reason
from kiosk.visit.visit import Page, going_back, going_to, only_about, speaking, starting_over
from tests.by_hand import ByHand, rows

THANKS = "Thank you. This helps us ask for services here."


@pytest.fixture
def disk():
    return ByHand()


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def feedback(session, disk, tmp_path):
    """The question, asked of someone who lost a job and has their slip."""
    session.do(lambda visit: only_about(speaking(visit, "en"), "losing-a-job"))
    session.do(lambda visit: going_to(visit, Page.DONE, "printed"))
    return FeedbackViewModel(session, Noting(session, Lane(disk), lambda: tmp_path, 2))


def test_yes_is_counted_and_thanked(feedback, disk, qapp, state):
    feedback.answer("yes")
    assert feedback.property("thanks") == "One moment…"

    disk.run_all(qapp)

    assert feedback.property("thanks") == THANKS
    assert rows(state, "measure", "name, count") == [("met.yes", 1)]


@pytest.mark.parametrize("met", ["partly", "no"])
def test_all_but_yes_asks_why(feedback, session, met):
    feedback.answer(met)

    assert session.visit.page is Page.FEEDBACK
    assert feedback.property("thanks") == ""


@pytest.mark.parametrize("reason", list(Reason)[:-1])
def test_a_reason_is_an_unmet_need(feedback, disk, qapp, state, reason):
    feedback.answer("no")
    feedback.explain(reason)

    disk.run_all(qapp)

    assert feedback.property("thanks") == THANKS
    assert rows(state, "unmet_need", "reason, bundle, kiosk") == [(reason, "losing-a-job", 2)]
    assert rows(state, "measure", "name, count") == [("met.no", 1)]


def test_wrong_information_flags_the_service_of_the_step_last_opened(feedback, session, disk, qapp, state):
    step = next(step for step in session.plan.steps if step.service)
    session.do(lambda visit: going_to(visit, Page.STEP, step.id))
    session.do(lambda visit: going_to(visit, Page.DONE, "printed"))
    feedback.answer("no")
    feedback.explain(WRONG)

    disk.run_all(qapp)

    assert rows(state, "flag", "service") == [(step.service,)]
    assert service_last_opened(session) == step.service


def test_thanks_are_said_only_once_it_is_on_the_disk(feedback, disk, qapp, state):
    feedback.answer("no")
    feedback.explain(Reason.CLOSED)
    before = feedback.property("thanks")

    disk.run_all(qapp)

    assert before == "One moment…"
    assert len(rows(state, "unmet_need", "id")) == 1


def test_what_cannot_be_written_is_told_and_stops_nothing(feedback, session, disk, qapp, state):
    state.mkdir()
    feedback.answer("yes")
    disk.run_all(qapp)

    assert feedback.property("thanks") == "Thank you. It could not be noted: please tell staff."
    feedback.finish()
    assert session.visit.page is Page.ATTRACT


def test_finishing_at_once_still_keeps_what_was_said(feedback, session, disk, qapp, state):
    feedback.answer("no")
    feedback.explain(Reason.NOT_ELIGIBLE)
    feedback.finish()

    disk.run_all(qapp)

    assert len(rows(state, "unmet_need", "id")) == 1
    assert feedback.property("stage") == "asked"


def test_it_is_answered_once(feedback, disk, qapp, state):
    for _ in range(3):
        feedback.answer("yes")
        feedback.explain(Reason.CLOSED)
    disk.run_all(qapp)

    assert rows(state, "measure", "count") == [(1,)]
    assert rows(state, "unmet_need", "id") == []


def test_whoever_goes_back_can_answer_otherwise(feedback, session, disk, qapp):
    feedback.answer("no")
    session.do(going_back)

    feedback.answer("partly")
    assert session.visit.page is Page.FEEDBACK
    session.do(going_back)
    feedback.answer("yes")
    disk.run_all(qapp)

    assert feedback.property("thanks") == THANKS


def test_whoever_wants_a_person_is_led_to_one(feedback, session):
    feedback.answer("partly")
    feedback.explain(Reason.WANTS_PERSON)

    assert feedback.property("wantsPerson")
    feedback.openHelp()
    assert session.visit.page is Page.HELP


def test_the_next_question_is_asked_anew(feedback, session, disk, qapp):
    feedback.answer("yes")
    disk.run_all(qapp)

    session.do(starting_over)

    assert feedback.property("stage") == "asked"

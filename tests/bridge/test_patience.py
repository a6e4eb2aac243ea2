"""How long the kiosk waits, and what a touch or a key does to the wait."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.bridge.viewmodels.patience import PatienceViewModel, seconds_of_quiet
from kiosk.config import Timeouts
from kiosk.visit.visit import Page, going_to, only_about, speaking

TIMES = Timeouts()


@pytest.mark.parametrize(
    ("page", "letters", "seconds"),
    [
        (Page.ATTRACT, 0, 0),
        (Page.ATTRACT, 2, 0),
        (Page.HOME, 0, TIMES.home_s),
        (Page.HOME, 1, TIMES.home_s * 2),
        (Page.QUESTION, 0, TIMES.questions_s),
        (Page.PLAN, 2, TIMES.questions_s * 2),
        (Page.URGENT, 0, TIMES.questions_s),
        (Page.DONE, 0, TIMES.done_s),
        (Page.DONE, 2, TIMES.done_s),
    ],
)
def test_how_long_a_page_may_stand_untouched(page, letters, seconds):
    assert seconds_of_quiet(page, TIMES, letters) == seconds


def test_the_warning_leaves_twenty_seconds_or_more():
    assert TIMES.warning_s >= 20


@pytest.fixture
def patience(session):
    session.do(lambda visit: speaking(visit, "en"))
    return PatienceViewModel(session, TIMES, lambda: 0)


def key(which=Qt.Key.Key_A):
    return QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier)


def test_a_key_that_answers_the_question_is_kept_from_the_page(patience):
    patience.ask()

    taken = patience.eventFilter(QObject(), key(Qt.Key.Key_Escape))

    assert taken
    assert not patience.property("warning")


def test_a_key_is_the_pages_own_while_there_is_no_question(patience):
    assert not patience.eventFilter(QObject(), key())


def test_a_touch_does_not_answer_the_question_by_itself(patience):
    patience.ask()

    taken = patience.eventFilter(QObject(), QEvent(QEvent.Type.MouseButtonPress))

    assert not taken
    assert patience.property("warning")


def test_the_last_second_erases_the_visit(session, patience):
    patience.ask()

    for _ in range(TIMES.warning_s - 1):
        patience.tick()
    assert session.visit.page is Page.HOME
    assert patience.property("secondsLeft") == 1
    patience.tick()

    assert session.visit.page is Page.ATTRACT
    assert not patience.property("warning")


def test_the_last_screen_asks_nothing_and_ends(session, patience):
    session.do(lambda visit: going_to(visit, Page.DONE))

    patience.ask()

    assert session.visit.page is Page.ATTRACT
    assert not patience.property("warning")


def test_a_plan_can_be_taken_only_where_there_is_one(session, patience):
    assert not patience.property("canTake")

    session.do(lambda visit: only_about(visit, "losing-a-job"))
    patience.ask()
    assert patience.property("canTake")
    patience.takePlan()

    assert session.visit.page is Page.TAKE
    assert not patience.property("warning")


@pytest.fixture
def counted(patience):
    """Every number of seconds that the last page was told."""
    told = []
    patience.counted.connect(told.append)
    return told


def test_the_last_page_counts_down_and_erases(session, patience, counted):
    session.do(lambda visit: going_to(visit, Page.DONE))

    for _ in range(TIMES.done_s - 1):
        patience.tick()
    assert session.visit.page is Page.DONE
    assert counted == list(range(TIMES.done_s, 0, -1))
    patience.tick()

    assert session.visit.page is Page.ATTRACT
    assert not patience.property("warning")


def test_a_touch_on_the_last_page_begins_the_count_anew(session, patience, counted):
    session.do(lambda visit: going_to(visit, Page.DONE))
    patience.tick()

    patience.eventFilter(QObject(), QEvent(QEvent.Type.MouseButtonPress))

    assert counted == [TIMES.done_s, TIMES.done_s - 1, TIMES.done_s]


def test_only_the_last_page_counts(session, patience, counted):
    session.do(lambda visit: going_to(visit, Page.DONE))
    session.do(lambda visit: going_to(visit, Page.HOME))

    assert counted == [TIMES.done_s]
    assert not patience._second.isActive()
    assert patience._quiet.isActive()

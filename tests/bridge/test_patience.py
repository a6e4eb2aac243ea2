"""How long the kiosk waits, and what a touch or a key does to the wait."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.bridge.viewmodels.patience import PatienceViewModel, languages_of_question
from kiosk.config import Site, Timeouts
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import Page, going_to, only_about, speaking

TIMES = Timeouts()


def test_the_warning_leaves_twenty_seconds_or_more():
    assert TIMES.warning_s >= 20


class Sleep:
    """How long the machine has slept."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def sleep():
    return Sleep()


@pytest.fixture
def patience(session, words, sleep):
    session.do(lambda visit: speaking(visit, "en"))
    return PatienceViewModel(session, TIMES, Comfort, words.__getitem__, asleep=sleep)


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


@pytest.mark.parametrize(
    ("languages", "language", "asked_in"),
    [
        (("en", "fr"), "en", ("en", "fr")),
        (("en", "fr"), "fr", ("fr", "en")),
        (("fr", "en", "ar"), "ar", ("ar", "fr")),
        (("fr",), "fr", ("fr",)),
    ],
)
def test_the_question_stands_in_the_language_shown_and_an_office_language(languages, language, asked_in):
    assert languages_of_question(replace(Site(), languages=languages), language) == asked_in


def test_the_question_is_heard_when_it_is_put_and_near_the_end(patience):
    heard = []
    patience.alarmed.connect(heard.append)

    patience.ask()
    for _ in range(TIMES.warning_s - 1):
        patience.tick()

    assert heard == [30, 15, 5]


def test_what_is_heard_is_seen(patience):
    patience.ask()
    seen = {}
    for _ in range(TIMES.warning_s - 1):
        seen.setdefault(patience.property("urgency"), patience.property("secondsLeft"))
        patience.tick()

    assert seen == {0: 30, 1: 15, 2: 5}


def test_a_clock_set_right_neither_erases_nor_keeps_a_visit(session, patience):
    clock = iter(datetime(year, 1, 1, tzinfo=UTC) for year in (1970, 2045, 1970) * 100)
    session.now = lambda: next(clock)
    patience.eventFilter(QObject(), key())
    waiting = [timer.interval() for timer in patience.findChildren(QTimer) if timer.isSingleShot() and timer.isActive()]

    patience.look_at_sleep()
    asked_early = patience.property("warning")
    patience.ask()
    for _ in range(TIMES.warning_s):
        patience.tick()

    assert waiting == [TIMES.home_s * 1000]
    assert not asked_early
    assert session.visit.page is Page.ATTRACT


def test_after_a_sleep_whoever_is_there_is_asked_at_once_and_in_full(session, patience, sleep):
    sleep.seconds += 8 * 3600

    patience.look_at_sleep()

    assert patience.property("secondsLeft") == TIMES.warning_s
    assert session.visit.page is Page.HOME


def test_a_sleep_during_the_question_begins_it_again(patience, sleep):
    patience.ask()
    for _ in range(20):
        patience.tick()

    sleep.seconds += 60
    patience.look_at_sleep()

    assert patience.property("secondsLeft") == TIMES.warning_s


def test_one_sleep_is_noticed_once(patience, sleep):
    sleep.seconds += 60
    patience.look_at_sleep()
    patience.stay()

    patience.look_at_sleep()

    assert not patience.property("warning")


def test_a_sleep_at_the_first_screen_asks_nobody(session, patience, sleep):
    session.end()

    sleep.seconds += 60
    patience.look_at_sleep()

    assert not patience.property("warning")


def test_more_time_on_the_last_page_lasts_until_it_is_left(session, patience, counted):
    session.do(lambda visit: going_to(visit, Page.DONE))

    patience.extend()
    patience.eventFilter(QObject(), QEvent(QEvent.Type.MouseButtonPress))
    session.do(lambda visit: going_to(visit, Page.HOME))
    session.do(lambda visit: going_to(visit, Page.DONE))

    assert counted == [TIMES.done_s, TIMES.done_s * 3, TIMES.done_s * 3, TIMES.done_s]

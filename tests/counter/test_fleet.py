"""The kiosks as the counter knows them: heard, away, free, closed; a plan or a note for one of them."""

import pytest

from kiosk.counter.calling.calls import Ping, Pong, Report, Shown
from kiosk.counter.fleet import (
    AWAY_AFTER_S,
    PLAN_WITHIN_S,
    KioskAwayError,
    KioskClosedError,
    KioskInUseError,
    Known,
)
from tests.counter.conftest import MORNING

FREE = Report(2, numbered=True, catalogue=7)
IN_USE = Report(2, numbered=True, in_use_since=1_773_000_000, language="fr")


def kiosk(board):
    """The only kiosk known."""
    (known,) = board.fleet.kiosks
    return known


def test_a_kiosk_that_reports_is_known_by_what_it_said(board):
    assert board.hear(Ping(FREE)) == Pong(True)

    assert (kiosk(board).report, kiosk(board).heard_at) == (FREE, MORNING)


def test_a_kiosk_that_only_asks_is_answered_as_before(board):
    assert board.hear(Ping()) == Pong(True)
    assert board.fleet.kiosks == ()


def test_a_kiosk_that_falls_silent_is_away_and_comes_back(board, steady):
    board.hear(Ping(FREE))
    assert not kiosk(board).is_away(steady())

    steady.seconds += AWAY_AFTER_S
    assert kiosk(board).is_away(steady())

    board.hear(Ping(FREE))
    assert not kiosk(board).is_away(steady())


def test_numbered_kiosks_come_first_and_in_order(board):
    for report in (Report(4_000_000_000), Report(10, numbered=True), Report(9, numbered=True)):
        board.hear(Ping(report))

    assert [known.number for known in board.fleet.kiosks] == [9, 10, 4_000_000_000]


def test_a_kiosk_of_an_earlier_counter_is_away_until_it_is_heard(board, steady):
    board.fleet.recall([Known(FREE, MORNING, MORNING, heard=1.0, closed=True)])
    assert kiosk(board).is_away(steady())

    assert board.hear(Ping(FREE)).closed
    assert not kiosk(board).is_away(steady())


def test_what_has_been_heard_is_newer_than_what_is_recalled(board):
    board.hear(Ping(IN_USE))

    board.fleet.recall([Known(FREE, MORNING, MORNING)])

    assert kiosk(board).report == IN_USE


def test_a_kiosk_is_closed_and_opened_again(board):
    board.hear(Ping(FREE))

    board.fleet.close(2, True)
    assert board.hear(Ping(FREE)) == Pong(True, closed=True)

    board.fleet.close(2, False)
    assert board.hear(Ping(FREE)) == Pong(True)


def test_a_plan_goes_to_the_kiosk_until_it_says_what_became_of_it(board):
    board.hear(Ping(FREE))
    plan = board.fleet.show_plan(2, "TOKEN", "fr")
    assert board.fleet.became_of(plan) is None

    wanted = board.hear(Ping(FREE)).show
    assert (wanted.id, wanted.token, wanted.language) == (plan, "TOKEN", "fr")

    assert board.hear(Ping(Report(2, plan=plan, shown=Shown.SHOWN, in_use_since=5))).show is None
    assert board.fleet.became_of(plan) is Shown.SHOWN


def test_nothing_is_shown_over_the_visit_of_somebody(board):
    board.hear(Ping(IN_USE))

    with pytest.raises(KioskInUseError):
        board.fleet.show_plan(2, "TOKEN", "fr")


def test_a_visit_that_began_meanwhile_is_told_as_such(board):
    board.hear(Ping(FREE))
    plan = board.fleet.show_plan(2, "TOKEN", "fr")

    board.hear(Ping(Report(2, in_use_since=5, plan=plan, shown=Shown.IN_USE)))

    assert board.fleet.became_of(plan) is Shown.IN_USE


def test_a_closed_kiosk_shows_no_plan(board):
    board.hear(Ping(FREE))
    board.fleet.close(2, True)

    with pytest.raises(KioskClosedError):
        board.fleet.show_plan(2, "TOKEN", "fr")


@pytest.mark.parametrize("number", [2, 3])
def test_no_plan_is_wanted_of_a_kiosk_that_is_silent_or_unknown(board, steady, number):
    board.hear(Ping(FREE))
    steady.seconds += AWAY_AFTER_S

    with pytest.raises(KioskAwayError):
        board.fleet.show_plan(number, "TOKEN", "fr")


def test_a_plan_that_was_not_taken_up_in_time_is_never_shown(board, steady):
    board.hear(Ping(FREE))
    plan = board.fleet.show_plan(2, "TOKEN", "fr")

    steady.seconds += PLAN_WITHIN_S

    assert board.hear(Ping(FREE)).show is None
    with pytest.raises(KioskAwayError):
        board.fleet.became_of(plan)


def test_only_kiosks_where_nobody_is_can_show_a_plan(board, steady):
    board.hear(Ping(Report(1, numbered=True)))
    board.hear(Ping(IN_USE))
    board.hear(Ping(Report(3, numbered=True, closed=True)))

    assert [known.number for known in board.fleet.free()] == [1]

    steady.seconds += AWAY_AFTER_S
    assert board.fleet.free() == ()


def test_a_note_is_for_the_visit_it_was_written_for(board):
    board.hear(Ping(IN_USE))
    board.fleet.say(2, "  We close\nin ten minutes. ")
    assert board.hear(Ping(IN_USE)).note == "We close in ten minutes."

    next_visit = Report(2, in_use_since=IN_USE.in_use_since + 60)
    assert board.hear(Ping(next_visit)).note == ""
    assert board.hear(Ping(IN_USE)).note == ""


def test_a_note_to_nobody_is_refused(board):
    board.hear(Ping(FREE))

    with pytest.raises(KioskAwayError):
        board.fleet.say(2, "Hello")

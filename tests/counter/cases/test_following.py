"""Follow-ups: when a case is looked at again, and how often the person was tried."""

from datetime import date, timedelta

import pytest

from kiosk.counter.cases.case import read_case
from kiosk.counter.cases.following import FollowUpError, In, attempted, attempts, due_in, follow_up
from tests.counter.cases.conftest import MARC, TODAY, by

LATER = TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("chosen", "today", "day"),
    [
        (In.NEVER, TODAY, None),
        (In.THREE_DAYS, TODAY, date(2026, 3, 15)),
        (In.ONE_WEEK, TODAY, date(2026, 3, 19)),
        (In.ONE_MONTH, TODAY, date(2026, 4, 12)),
        (In.ONE_MONTH, date(2026, 1, 31), date(2026, 2, 28)),
        (In.ONE_MONTH, date(2027, 12, 31), date(2028, 1, 31)),
        (In.ONE_MONTH, date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_choice_is_a_day(chosen, today, day):
    assert due_in(chosen, today) == day


def test_a_follow_up_is_kept(cabinet, case):
    assert follow_up(cabinet, case, LATER, by()).due == LATER
    assert read_case(cabinet.state, case.number, TODAY).due == LATER


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=366)])
def test_a_follow_up_is_after_today_and_before_the_case_ends(cabinet, case, day):
    with pytest.raises(FollowUpError):
        follow_up(cabinet, case, day, by())


def test_tries_are_counted_until_the_person_is_reached(cabinet, case):
    case = follow_up(cabinet, case, LATER, by())
    case = attempted(cabinet, case, by(LATER), reached=False, again=LATER + timedelta(days=3))
    case = attempted(cabinet, case, by(LATER, MARC), reached=False)

    assert (case.attempts, case.due) == (2, LATER + timedelta(days=3))

    case = attempted(cabinet, case, by(LATER), reached=True)
    assert (case.attempts, case.due) == (0, None)
    assert [(one.staff, one.reached) for one in attempts(cabinet, case)] == [
        ("SAMIRA22", False),
        ("MARC2222", False),
        ("SAMIRA22", True),
    ]


def test_another_date_begins_the_count_anew(cabinet, case):
    case = follow_up(cabinet, case, LATER, by())
    case = attempted(cabinet, case, by(), reached=False)

    assert follow_up(cabinet, case, LATER + timedelta(days=1), by()).attempts == 0


def test_no_follow_up_takes_it_off_the_list(cabinet, case):
    case = follow_up(cabinet, case, LATER, by())

    assert follow_up(cabinet, case, None, by()).due is None

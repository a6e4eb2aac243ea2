"""Which day it is when the clock may be wrong."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from kiosk.counter.cases.day import MIGRATIONS, Calendar, Today, day_of, reckon
from kiosk.state import open_state

CATALOGUE = date(2026, 3, 1)
WORKED = date(2026, 3, 12)


KNOWN = Calendar(WORKED)


def after(*clock_days, calendar=KNOWN):
    """What is believed once the clock has said these days, one after the other."""
    today = None
    for day in clock_days:
        calendar, today = reckon(calendar, day, CATALOGUE)
    return today


def test_the_day_after_is_believed():
    assert after(date(2026, 3, 13)) == Today(date(2026, 3, 13), certain=True)


def test_a_summer_of_six_weeks_is_believed_at_once():
    assert after(WORKED + timedelta(days=45)).certain


def test_a_clock_set_back_goes_on_from_the_latest_day():
    assert after(date(2026, 3, 5)) == Today(WORKED, certain=False)


def test_a_dead_battery_is_known_by_the_catalogue():
    assert after(date(1970, 1, 1), calendar=Calendar()) == Today(CATALOGUE, certain=False)


def test_a_leap_ahead_is_not_believed_on_its_first_days():
    assert after(date(2028, 3, 12)) == Today(WORKED, certain=False)
    assert after(date(2028, 3, 12), date(2028, 3, 13)) == Today(WORKED, certain=False)


def test_the_same_day_met_often_is_one_day():
    assert not after(*[date(2028, 3, 12)] * 9).certain


def test_a_counter_closed_for_months_is_believed_on_its_third_day():
    assert after(date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 3)) == Today(date(2026, 9, 3), certain=True)


def test_a_leap_that_is_put_right_leaves_nothing_behind():
    leapt, _ = reckon(Calendar(WORKED), date(2028, 3, 12), CATALOGUE)
    right, today = reckon(leapt, date(2026, 3, 13), CATALOGUE)

    assert right == Calendar(date(2026, 3, 13))
    assert today == Today(date(2026, 3, 13), certain=True)


def test_leaps_from_year_to_year_are_never_believed():
    assert not after(*(date(year, 3, 12) for year in range(2028, 2060, 3))).certain


def test_a_clock_that_wavers_is_never_believed():
    assert not after(date(2028, 5, 2), date(2028, 5, 1), date(2028, 4, 30), date(2028, 4, 29)).certain


def test_what_was_believed_is_known_again_after_a_restart(tmp_path):
    path = tmp_path / "state.db"
    with closing(open_state(path, MIGRATIONS)) as state:
        day_of(state, WORKED, CATALOGUE)

    with closing(open_state(path, MIGRATIONS)) as state:
        assert day_of(state, date(2025, 1, 1), CATALOGUE) == Today(WORKED, certain=False)


def test_the_days_of_a_leap_are_counted_across_restarts(tmp_path):
    days = [WORKED, date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 3)]
    certain = []
    for day in days:
        with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
            certain.append(day_of(state, day, CATALOGUE).certain)

    assert certain == [True, False, False, True]


@pytest.mark.parametrize("calendar", [Calendar(), Calendar(WORKED), Calendar(WORKED, (date(2028, 1, 1),))])
def test_no_day_before_the_catalogue_is_ever_reckoned_with(calendar):
    for day in (date(1970, 1, 1), date(2026, 2, 1), date(2026, 12, 1), date(2099, 1, 1)):
        assert reckon(calendar, day, CATALOGUE)[1].day >= CATALOGUE

"""Counts of what became of steps."""

from datetime import timedelta

import pytest

from kiosk.counter.cases.counting import Within, counted, noted_on, tallies
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.statuses import Reason, Status
from tests.counter.cases.conftest import PLAN, TODAY, by


@pytest.mark.parametrize(
    ("days", "within"),
    [(0, Within.WEEK), (7, Within.WEEK), (8, Within.MONTH), (31, Within.QUARTER), (91, Within.LONGER)],
)
def test_how_long_it_took_to_close_is_counted_in_steps(cabinet, case, days, within):
    case = note_outcome(cabinet, case, 1, Status.GOT, by(TODAY + timedelta(days=days)))

    assert counted(case, case.step(1)).within is within


def test_what_is_not_closed_has_taken_no_time(cabinet, case):
    case = note_outcome(cabinet, case, 1, Status.PENDING, by(TODAY + timedelta(days=9)))

    assert counted(case, case.step(1)).within is Within.OPEN


def test_only_the_last_outcome_of_a_step_counts_and_all_its_minutes(cabinet, case):
    note_outcome(cabinet, case, 1, Status.PENDING, by(), minutes=5)
    case = note_outcome(
        cabinet, case, 1, Status.NOT_OBTAINED, by(), minutes=3, reasons=frozenset({Reason.WAIT, Reason.COST})
    )

    (one,) = [tally for tally in tallies(cabinet.state, [case]) if tally.counted.service == 11]

    assert (one.count, one.minutes) == (1, 8)
    assert (one.counted.month, one.counted.bundle) == ("2026-03", 4)
    assert (one.counted.status, one.counted.reasons) == (Status.NOT_OBTAINED, {Reason.WAIT, Reason.COST})


def test_outcomes_of_a_day_are_counted(cabinet, case):
    note_outcome(cabinet, case, 1, Status.PENDING, by())
    note_outcome(cabinet, open_case(cabinet, PLAN, by()), 1, Status.GOT, by())

    assert noted_on(cabinet.state, TODAY) == 2
    assert noted_on(cabinet.state, TODAY + timedelta(days=1)) == 0

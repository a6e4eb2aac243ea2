"""The list of cases: which are listed, and in which order."""

from datetime import timedelta

import pytest

from kiosk.counter.cases.case import CasePlan, Planned
from kiosk.counter.cases.following import follow_up
from kiosk.counter.cases.listing import Totals, Which, listed, totals
from kiosk.counter.cases.opening import note_outcome, open_case
from kiosk.counter.cases.statuses import Status
from tests.counter.cases.conftest import MARC, PLAN, SAMIRA, TODAY, by, consented


@pytest.fixture
def five(cabinet, vault):
    """26-1 due yesterday, 26-2 due in a week, 26-3 of Marc, 26-4 closed and due today, 26-5 with a yes."""
    one, two, _three, four, five = (
        open_case(cabinet, CasePlan((Planned(11),), code, "", 4), by(TODAY - timedelta(days=9), who))
        for code, who in (("7K3F9XD", SAMIRA), ("7K4AAAA", SAMIRA), ("B2B2B2B", MARC), ("C3C3C3C", SAMIRA), ("", MARC))
    )
    follow_up(cabinet, one, TODAY - timedelta(days=1), by(TODAY - timedelta(days=8)))
    follow_up(cabinet, two, TODAY + timedelta(days=7), by())
    note_outcome(cabinet, follow_up(cabinet, four, TODAY, by(TODAY - timedelta(days=8))), 1, Status.GOT, by())
    consented(cabinet, vault, five, days=30)
    return cabinet.state


def numbers(state, which, **asked):
    return [one.number for one in listed(state, which, today=TODAY, **asked)]


def test_what_is_due_is_listed_the_most_overdue_first(five):
    assert numbers(five, Which.DUE) == ["26-1", "26-4"]


def test_all_are_listed_by_date_and_then_the_newest(five):
    assert numbers(five, Which.ALL) == ["26-1", "26-4", "26-2", "26-5", "26-3"]


def test_open_cases_have_a_step_that_is_not_closed(five):
    assert numbers(five, Which.OPEN) == ["26-1", "26-2", "26-5", "26-3"]


def test_mine_are_those_i_opened_or_touched_last(five):
    assert numbers(five, Which.MINE, me=MARC) == ["26-5", "26-3"]
    assert numbers(five, Which.MINE, me=SAMIRA) == ["26-1", "26-4", "26-2", "26-5"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("26-4", ["26-4"]),
        ("26", ["26-1", "26-4", "26-2", "26-5", "26-3"]),
        ("7k", ["26-1", "26-2"]),
        ("R-7K3F-9XD", ["26-1"]),
        ("r 7k3f", ["26-1"]),
        ("ZZ", []),
        ("anna", []),
        ("%", []),
        ("' OR 1=1 --", []),
        ("  ", ["26-1", "26-4", "26-2", "26-5", "26-3"]),
    ],
)
def test_the_beginning_of_a_number_or_a_code_finds(five, typed, found):
    assert numbers(five, Which.ALL, typed=typed) == found


def test_a_line_says_where_the_case_stands(cabinet, five):
    line = listed(five, Which.ALL, today=TODAY, typed="26-4")[0]

    assert (line.code, line.bundle, line.steps, line.open_steps) == ("C3C3C3C", 4, 1, 0)
    assert (line.last_status, line.due, line.consented, line.last_by) == (Status.GOT, TODAY, False, SAMIRA)


def test_each_choice_says_how_many_it_would_list(five):
    assert totals(five, today=TODAY, me=MARC) == Totals(due=2, open=4, mine=2, all=5)
    for which in Which:
        assert getattr(totals(five, today=TODAY, me=SAMIRA), which) == len(numbers(five, which, me=SAMIRA))


def test_a_list_can_be_cut(five):
    assert numbers(five, Which.ALL, most=2) == ["26-1", "26-4"]


def test_a_case_past_its_last_day_is_not_listed(five):
    later = TODAY + timedelta(days=31)

    assert "26-5" not in [one.number for one in listed(five, Which.ALL, today=later)]
    assert totals(five, today=later).all == 4


def test_a_plan_of_several_steps_counts_what_is_open(cabinet):
    case = open_case(cabinet, PLAN, by())
    note_outcome(cabinet, case, 1, Status.GOT, by())
    note_outcome(cabinet, case, 2, Status.PENDING, by())

    line = listed(cabinet.state, Which.ALL, today=TODAY)[0]

    assert (line.steps, line.open_steps, line.last_status) == (3, 2, Status.PENDING)


def test_the_list_comes_out_of_its_index_in_order_and_is_never_sorted(five):
    asked = []
    five.set_trace_callback(asked.append)
    for which in Which:
        listed(five, which, today=TODAY, me=SAMIRA)
    five.set_trace_callback(None)

    for statement in asked:
        plan = [row[3] for row in five.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert plan == ["SCAN case_file USING INDEX case_file_list"]

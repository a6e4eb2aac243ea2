"""What is being noted in a case, before it is written."""

from datetime import date

import pytest

from kiosk.bridge.counter.case_draft import (
    Draft,
    begun,
    choosing,
    correcting,
    due_of,
    following,
    looking_at,
    on_day,
    read_day,
    with_minutes,
    with_reason,
    written,
)
from kiosk.counter.cases.cabinet import CaseId, CaseNumber
from kiosk.counter.cases.case import Case, CaseStep, Outcome, Planned
from kiosk.counter.cases.following import In
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.counter.staff.roles import StaffId

TODAY = date(2026, 3, 12)
SAMIRA = StaffId("SAMIRA22")


def step(place, status=Status.HANDED):
    history = () if status is Status.HANDED else (Outcome(status, frozenset(), TODAY, SAMIRA, 0, False),)
    return CaseStep(place, Planned(10 + place), status, history)


def case_of(*statuses, due=None):
    steps = tuple(step(place, status) for place, status in enumerate(statuses, start=1))
    return Case(CaseId(bytes(16)), CaseNumber("26-1"), TODAY, SAMIRA, TODAY, "", "", 0, steps, due, 0, None)


def test_a_case_opens_at_the_first_step_that_is_not_closed():
    assert begun(case_of(Status.GOT, Status.PENDING, Status.HANDED)).place == 2
    assert begun(case_of(Status.GOT, Status.GOT)).place == 1
    assert begun(case_of()).place == 0


def test_what_is_noted_of_one_step_stays_while_another_is_looked_at():
    case = case_of(Status.HANDED, Status.HANDED)
    draft = choosing(begun(case), case.step(1), Status.GOT)
    draft = choosing(looking_at(draft, case, 2), case.step(2), Status.PENDING)

    assert {place: one.status for place, one in draft.steps.items()} == {1: Status.GOT, 2: Status.PENDING}


def test_a_step_that_is_none_is_not_looked_at():
    assert looking_at(Draft(1), case_of(Status.HANDED), 7).place == 1


def test_the_same_status_twice_takes_it_back():
    draft = choosing(choosing(Draft(1), step(1), Status.GOT), step(1), Status.GOT)

    assert draft.noted.status is None
    assert draft.is_empty


def test_what_cannot_follow_is_not_chosen_unless_it_puts_right():
    closed = step(1, Status.GOT)

    assert choosing(Draft(1), closed, Status.UNKNOWN).noted.status is None
    assert choosing(correcting(Draft(1), closed, True), closed, Status.UNKNOWN).noted.status is Status.UNKNOWN


def test_going_on_again_lets_go_of_what_cannot_follow():
    closed = step(1, Status.GOT)
    draft = choosing(correcting(Draft(1), closed, True), closed, Status.UNKNOWN)

    assert correcting(draft, closed, False).noted.status is None


def test_there_is_nothing_to_put_right_before_anything_was_noted():
    assert not correcting(Draft(1), step(1), True).noted.corrects


def test_reasons_and_minutes_are_noted_within_bounds():
    draft = with_reason(with_reason(Draft(1), Reason.COST, True), Reason.HOURS, True)
    draft = with_minutes(with_reason(draft, Reason.COST, False), -3)

    assert (draft.noted.reasons, draft.noted.minutes) == ({Reason.HOURS}, 0)
    assert with_minutes(draft, 1000).noted.minutes == 480


def test_what_is_written_is_not_noted_any_more():
    assert written(choosing(Draft(1), step(1), Status.GOT), 1).is_empty


def test_a_choice_of_time_takes_the_place_of_a_day_and_a_day_of_a_choice():
    case = case_of(due=date(2026, 3, 30))

    assert due_of(Draft(), case, TODAY) == date(2026, 3, 30)
    assert due_of(following(on_day(Draft(), "19"), In.NEVER), case, TODAY) is None
    assert due_of(on_day(following(Draft(), In.ONE_WEEK), "20"), case, TODAY) == date(2026, 3, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-19", date(2026, 3, 19)),
        ("2026/3/9", date(2026, 3, 9)),
        (" 19 ", date(2026, 3, 19)),
        ("12", date(2026, 4, 12)),
        ("31", date(2026, 3, 31)),
        ("19/4", date(2026, 4, 19)),
        ("19-4", date(2026, 4, 19)),
        ("1 3", date(2027, 3, 1)),
        ("19/4/2027", date(2027, 4, 19)),
        ("29/2", None),
        ("32", None),
        ("19/13", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, day):
    assert read_day(typed, TODAY) == day

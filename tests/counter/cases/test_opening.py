"""Cases without consent: the plan, its outcomes, and the number."""

from datetime import date

import pytest

from kiosk.counter.cases.case import CasePlan, NoSuchCaseError, Planned, case_with_code, read_case
from kiosk.counter.cases.opening import IllegalOutcomeError, PlanFullError, add_steps, note_outcome, open_case
from kiosk.counter.cases.statuses import Reason, Status
from kiosk.state import StateError
from tests.counter.cases.conftest import MARC, PLAN, SAMIRA, TODAY, acts, by
from tests.disks import full_disk


def test_a_case_has_the_plan_and_nothing_of_anybody(case):
    assert [step.planned for step in case.steps] == list(PLAN.steps)
    assert {step.status for step in case.steps} == {Status.HANDED}
    assert (case.code, case.token, case.bundle, case.consent) == ("7K3F9XD", "TOKEN", 4, None)
    assert (case.opened, case.opened_by, case.due) == (TODAY, SAMIRA, None)


def test_numbers_count_up_within_the_year_and_begin_anew(cabinet):
    numbers = [open_case(cabinet, PLAN, by(day)).number for day in (TODAY, TODAY, date(2027, 1, 4))]

    assert numbers == ["26-1", "26-2", "27-1"]


def test_a_case_is_read_again_as_it_was_written(cabinet, case):
    note_outcome(cabinet, case, 1, Status.PENDING, by(), reasons=frozenset({Reason.TRANSPORT}), minutes=6)

    step = read_case(cabinet.state, case.number, TODAY).step(1)

    assert step.status is Status.PENDING
    assert [(o.status, o.reasons, o.day, o.staff, o.minutes, o.corrects) for o in step.history] == [
        (Status.PENDING, {Reason.TRANSPORT}, TODAY, SAMIRA, 6, False)
    ]


def test_the_last_outcome_counts_and_the_others_stay(cabinet, case):
    note_outcome(cabinet, case, 2, Status.PENDING, by())
    after = note_outcome(cabinet, case, 2, Status.GOT, by(date(2026, 3, 20), MARC))

    assert after.step(2).status is Status.GOT
    assert [(o.status, o.staff) for o in after.step(2).history] == [(Status.PENDING, SAMIRA), (Status.GOT, MARC)]
    assert after.step(1).status is Status.HANDED


def test_what_cannot_follow_is_refused_and_nothing_is_written(cabinet, case):
    note_outcome(cabinet, case, 1, Status.GOT, by())

    with pytest.raises(IllegalOutcomeError):
        note_outcome(cabinet, case, 1, Status.DID_NOT_GO, by())

    assert [o.status for o in read_case(cabinet.state, case.number, TODAY).step(1).history] == [Status.GOT]
    assert acts(cabinet) == [("case_opened", "26-1"), ("outcome_recorded", "26-1")]


def test_a_correction_is_a_new_row_and_may_say_anything(cabinet, case):
    note_outcome(cabinet, case, 1, Status.GOT, by())
    after = note_outcome(cabinet, case, 1, Status.DID_NOT_GO, by(), corrects=True)

    assert [(o.status, o.corrects) for o in after.step(1).history] == [(Status.GOT, False), (Status.DID_NOT_GO, True)]


def test_what_another_window_noted_meanwhile_is_reckoned_with(cabinet, case):
    note_outcome(cabinet, case, 1, Status.GOT, by(who=MARC))

    with pytest.raises(IllegalOutcomeError):
        note_outcome(cabinet, case, 1, Status.UNKNOWN, by())


def test_handed_is_never_noted(cabinet, case):
    with pytest.raises(IllegalOutcomeError):
        note_outcome(cabinet, case, 1, Status.HANDED, by(), corrects=True)


def test_a_step_that_is_none_is_refused(cabinet, case):
    with pytest.raises(NoSuchCaseError):
        note_outcome(cabinet, case, 9, Status.GOT, by())


def test_steps_are_added_at_the_end_and_each_service_once(cabinet, case):
    after = add_steps(cabinet, case, (Planned(12), Planned(40)), by())

    assert [(step.place, step.planned.service) for step in after.steps] == [(1, 11), (2, 12), (3, 13), (4, 40)]


def test_a_plan_has_an_end(cabinet, case):
    with pytest.raises(PlanFullError):
        add_steps(cabinet, case, tuple(Planned(number) for number in range(100, 158)), by())


def test_a_slip_leads_to_its_newest_case(cabinet, case):
    newer = open_case(cabinet, PLAN, by(date(2026, 3, 13)))

    assert case_with_code(cabinet.state, "7K3F9XD", TODAY) == newer.number
    assert case_with_code(cabinet.state, "2222222", TODAY) is None


def test_a_case_without_a_slip_is_found_by_no_code(cabinet):
    open_case(cabinet, CasePlan((Planned(11),)), by())

    assert case_with_code(cabinet.state, "", TODAY) is None


def test_a_number_that_is_none_is_told(cabinet):
    with pytest.raises(NoSuchCaseError):
        read_case(cabinet.state, "26-999", TODAY)


def test_a_full_disk_opens_no_case_and_loses_none(cabinet, case):
    with pytest.raises(StateError), full_disk():
        open_case(cabinet, PLAN, by())

    assert read_case(cabinet.state, case.number, TODAY) == case
    assert open_case(cabinet, PLAN, by()).number == "26-2"

"""What each role may do."""

import pytest

from kiosk.counter.staff import Deed, Role, may


@pytest.mark.parametrize("deed", Deed)
def test_a_supervisor_may_do_everything(deed):
    assert may(Role.SUPERVISOR, deed)


@pytest.mark.parametrize("deed", [Deed.KEEP_CASES, Deed.ERASE_ANY_CASE, Deed.KEEP_PEOPLE, Deed.READ_AUDIT])
def test_an_editor_sees_neither_cases_nor_people(deed):
    assert not may(Role.EDITOR, deed)


@pytest.mark.parametrize("deed", [Deed.FLAG, Deed.CORRECT])
def test_an_editor_flags_and_corrects_the_catalogue(deed):
    assert may(Role.EDITOR, deed)


@pytest.mark.parametrize("deed", [Deed.ERASE_ANY_CASE, Deed.DECIDE_CORRECTIONS, Deed.KEEP_PEOPLE, Deed.CORRECT])
def test_staff_leave_people_corrections_and_others_cases_to_supervisors(deed):
    assert may(Role.STAFF, Deed.KEEP_CASES)
    assert not may(Role.STAFF, deed)

"""Hand-offs to partners: kept only with a yes, acknowledged or overdue."""

from datetime import timedelta

import pytest

from kiosk.catalogue.model import OrganizationId
from kiosk.counter.cases.case import CaseGoneError, Covers
from kiosk.counter.cases.consenting import ConsentError
from kiosk.counter.cases.handing import Told, acknowledge, hand_off, hand_offs, waiting
from tests.counter.cases.conftest import TODAY, acts, by, consented

SHELTER, WORKS = OrganizationId("adsum"), OrganizationId("ns-works")
OVERDUE = TODAY + timedelta(days=6)


def test_a_hand_off_is_kept_with_how_it_was_told(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    hand_off(cabinet, vault, case, WORKS, "Needs help with the form.", Told.PHONE, by())

    (kept,) = hand_offs(cabinet, vault, case)

    assert (kept.organization, kept.note, kept.told) == (WORKS, "Needs help with the form.", Told.PHONE)
    assert (kept.day, kept.answer_by, kept.taken) == (TODAY, TODAY + timedelta(days=5), None)
    assert ("hand_off_made", case.number) in acts(cabinet)


def test_nobody_is_told_without_a_yes_to_partners(cabinet, vault, case):
    with pytest.raises(ConsentError):
        hand_off(cabinet, vault, case, WORKS, "form", Told.PAPER, by())

    case = consented(cabinet, vault, case, covers={Covers.NAME})
    with pytest.raises(ConsentError):
        hand_off(cabinet, vault, case, WORKS, "form", Told.PAPER, by())
    assert hand_offs(cabinet, vault, case) == ()


def test_a_partner_who_is_silent_is_overdue_from_the_sixth_day(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    hand_off(cabinet, vault, case, SHELTER, "bed", Told.PHONE, by())

    assert waiting(cabinet.state, OVERDUE - timedelta(days=1)) == ()
    assert [(one.number, one.organization) for one in waiting(cabinet.state, OVERDUE)] == [(case.number, SHELTER)]
    assert hand_offs(cabinet, vault, case)[0].is_overdue(OVERDUE)


def test_one_that_was_taken_up_is_overdue_no_more(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    which = hand_off(cabinet, vault, case, SHELTER, "bed", Told.PHONE, by())

    acknowledge(cabinet, vault, case, which, "Dina, at the desk", by(TODAY + timedelta(days=2)))

    (kept,) = hand_offs(cabinet, vault, case)
    assert (kept.taken, kept.taken_by) == (TODAY + timedelta(days=2), "Dina, at the desk")
    assert waiting(cabinet.state, OVERDUE) == ()
    assert not kept.is_overdue(OVERDUE)


def test_a_hand_off_that_is_none_cannot_be_taken_up(cabinet, vault, case):
    case = consented(cabinet, vault, case)

    with pytest.raises(CaseGoneError):
        acknowledge(cabinet, vault, case, bytes(16), "Dina", by())


def test_a_yes_to_partners_taken_back_takes_hand_offs_away(cabinet, vault, case):
    case = consented(cabinet, vault, case)
    hand_off(cabinet, vault, case, SHELTER, "bed", Told.PHONE, by())

    case = consented(cabinet, vault, case, covers={Covers.NAME})

    assert hand_offs(cabinet, vault, case) == ()
    assert waiting(cabinet.state, OVERDUE) == ()

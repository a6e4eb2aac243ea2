"""Who works at the counter, and who may say so."""

import pytest

from kiosk.counter import audit
from kiosk.counter.audit import Act
from kiosk.counter.staff import NotAllowedError, Role, people
from kiosk.counter.staff.giving import give_badge
from kiosk.counter.staff.people import (
    LastSupervisorError,
    NoSuchStaffError,
    StaffNameError,
    StaffNameTakenError,
    add,
    change,
    everybody,
    named,
    retire,
    standings,
    working,
)
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.staff.signing import BadgeUnknownError, SignInError, sign_in_by_badge, sign_in_by_pin
from tests.counter.staff.conftest import with_pin


def test_people_are_listed_by_name(state, samira, dina, marc):
    assert [staff.name for staff in working(state)] == ["Dina Côté", "Marc", "Samira"]


def test_somebody_new_cannot_sign_in_before_they_have_a_pin_or_a_badge(state, samira, at):
    ines = add(state, samira, name="Ines", role=Role.STAFF, language="fr", at=at)

    person = next(person for person in standings(state) if person.staff == ines)
    assert (person.has_pin, person.has_badge, person.opens_cases) == (False, False, False)


def test_a_supervisor_sees_how_each_signs_in_and_who_opens_cases(state, samira, dina, marc, at):
    give_badge(state, samira, marc.id, at=at)

    seen = {person.staff.name: (person.has_pin, person.has_badge, person.opens_cases) for person in standings(state)}

    assert seen == {
        "Dina Côté": (True, False, True),
        "Marc": (True, True, False),
        "Samira": (True, False, True),
    }


@pytest.mark.parametrize("name", ["", "   ", "W" * 41, "two\x07bells", "\u0301"])
def test_a_name_that_cannot_be_shown_is_refused(state, samira, name, at):
    with pytest.raises(StaffNameError):
        add(state, samira, name=name, role=Role.STAFF, language="fr", at=at)


@pytest.mark.parametrize("name", ["dina cote", "DINA  CÔTÉ", "Dina Co\u0302te\u0301"])
def test_nobody_takes_a_name_that_differs_by_case_or_accents_alone(state, samira, dina, name, at):
    with pytest.raises(StaffNameTakenError):
        add(state, samira, name=name, role=Role.STAFF, language="fr", at=at)
    with pytest.raises(StaffNameTakenError):
        change(state, samira, samira.staff.id, name=name, at=at)


def test_somebody_may_be_renamed_to_another_writing_of_their_own_name(state, samira, dina, at):
    assert change(state, samira, dina.id, name="  DINA   côté ", at=at).name == "DINA côté"


def test_a_name_is_free_again_once_its_bearer_is_retired(state, machine, samira, dina, at):
    retire(state, samira, dina.id, at=at)

    other = add(state, samira, name="Dina Côté", role=Role.STAFF, language="fr", at=at)

    assert other.id != dina.id
    assert [staff.retired for staff in everybody(state)] == [False, False, True]


def test_who_is_retired_signs_in_no_more_and_no_wrap_of_theirs_is_left(state, machine, samira, dina, at):
    badge = give_badge(state, samira, dina.id, at=at)
    wraps = [row[0] for row in state.execute("SELECT wrap FROM staff_way WHERE staff = ?", (dina.id,))]

    retire(state, samira, dina.id, at=at)

    with pytest.raises(SignInError):
        sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)
    with pytest.raises(BadgeUnknownError):
        sign_in_by_badge(state, machine, badge.text, at=at)
    kept = b"".join(path.read_bytes() for path in machine.folder.iterdir())
    assert len(wraps) == 2
    assert not any(wrap in kept for wrap in wraps)


def test_who_was_retired_meanwhile_may_do_nothing_more(state, machine, samira, at):
    with_pin(state, machine, samira, "Ines", Role.SUPERVISOR, "514092")
    ines = sign_in_by_pin(state, machine, "Ines", "514092", at=at)
    retire(state, samira, ines.staff.id, at=at)

    with pytest.raises(NotAllowedError):
        add(state, ines, name="Somebody", role=Role.STAFF, language="fr", at=at)


@pytest.mark.parametrize("name", ["Dina Côté", "Marc"])
def test_only_supervisors_keep_people(state, machine, samira, dina, marc, name, at):
    by = sign_in_by_pin(state, machine, name, {"Marc": "916350"}.get(name, "730164"), at=at)
    before = everybody(state)

    for changing in (
        lambda: add(state, by, name="Ines", role=Role.STAFF, language="fr", at=at),
        lambda: change(state, by, samira.staff.id, name="Ines", at=at),
        lambda: change(state, by, by.staff.id, role=Role.SUPERVISOR, at=at),
        lambda: change(state, by, samira.staff.id, language="fr", at=at),
        lambda: retire(state, by, samira.staff.id, at=at),
        lambda: give_badge(state, by, by.staff.id, at=at),
    ):
        with pytest.raises(NotAllowedError):
            changing()

    assert everybody(state) == before


def test_anybody_chooses_their_own_language(state, machine, dina, at):
    by = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    assert change(state, by, dina.id, language="en", at=at).language == "en"


def test_the_last_supervisor_who_can_sign_in_stays_one(state, samira, at):
    add(state, samira, name="Ines", role=Role.SUPERVISOR, language="fr", at=at)  # who cannot sign in yet

    with pytest.raises(LastSupervisorError):
        retire(state, samira, samira.staff.id, at=at)
    with pytest.raises(LastSupervisorError):
        change(state, samira, samira.staff.id, role=Role.STAFF, at=at)

    assert named(state, "Samira").role is Role.SUPERVISOR


def test_a_supervisor_may_go_once_another_can_sign_in(state, machine, samira, at):
    with_pin(state, machine, samira, "Ines", Role.SUPERVISOR, "514092")

    retire(state, samira, samira.staff.id, at=at)

    assert [staff.name for staff in working(state)] == ["Ines"]


def test_who_becomes_an_editor_loses_the_key_of_the_vault(state, machine, samira, dina, at):
    assert change(state, samira, dina.id, role=Role.EDITOR, at=at).role is Role.EDITOR

    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).vault_key is None


def test_an_editor_who_becomes_staff_gets_the_key_with_their_next_badge(state, machine, samira, marc, at):
    change(state, samira, marc.id, role=Role.STAFF, at=at)
    assert sign_in_by_pin(state, machine, "Marc", "916350", at=at).vault_key is None

    badge = give_badge(state, samira, marc.id, at=at)

    assert sign_in_by_badge(state, machine, badge.text, at=at).vault_key == samira.vault_key


def test_nobody_of_that_id_is_told(state, samira, at):
    for changing in (
        lambda: change(state, samira, StaffId("NOBODY23"), name="Ines", at=at),
        lambda: retire(state, samira, StaffId("NOBODY23"), at=at),
        lambda: give_badge(state, samira, StaffId("NOBODY23"), at=at),
    ):
        with pytest.raises(NoSuchStaffError):
            changing()


def test_a_change_is_made_whole_or_not_at_all(state, samira, dina, at):
    with pytest.raises(StaffNameTakenError):
        change(state, samira, dina.id, role=Role.EDITOR, name="Samira", language="en", at=at)

    assert named(state, "Dina Côté") == dina


def test_what_stays_the_same_is_no_change(state, samira, dina, at):
    before = audit.head_of(state)

    change(state, samira, dina.id, name="Dina Côté", role=Role.STAFF, language="fr", at=at)

    assert audit.head_of(state) == before


def test_each_change_of_a_person_is_a_line_of_the_audit_that_names_nobody(state, machine, samira, dina, at):
    before = len(audit.lines(state, 1000))
    change(state, samira, dina.id, name="Dina Roy", role=Role.EDITOR, language="en", at=at)
    retire(state, samira, dina.id, at=at)

    added = audit.lines(state, 1000)[before:]

    assert [line.act for line in added] == [
        Act.STAFF_ROLE_CHANGED,
        Act.STAFF_RENAMED,
        Act.STAFF_LANGUAGE_CHANGED,
        Act.STAFF_RETIRED,
    ]
    assert {(line.who, line.subject) for line in added} == {(samira.staff.id, dina.id)}


def test_a_change_that_is_refused_leaves_no_line(state, samira, dina, at):
    before = audit.head_of(state)

    with pytest.raises(StaffNameTakenError):
        add(state, samira, name="Dina Côté", role=Role.STAFF, language="fr", at=at)

    assert audit.head_of(state) == before


def test_people_are_a_question_away_and_not_an_exception(state, samira):
    assert people.named(state, "Nobody") is None
    assert people.named(state, "") is None

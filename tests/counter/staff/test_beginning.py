"""The first supervisor, and the way back when none can sign in any more."""

import os
import stat

import pytest

from kiosk.counter import anchor, audit
from kiosk.counter.audit import Whole
from kiosk.counter.staff import Role, people
from kiosk.counter.staff.attempts import MOST_TRIES, LockedError
from kiosk.counter.staff.beginning import (
    FIRST_CODE_FILE,
    AlreadyBegunError,
    CasesWouldBeLostError,
    FirstCodeError,
    first_code,
    is_begun,
    make_first_supervisor,
    rescue,
)
from kiosk.counter.staff.people import StaffNameError
from kiosk.counter.staff.pins import PinEasyError
from kiosk.counter.staff.signed import NoVaultKeyError
from kiosk.counter.staff.signing import SignInError, sign_in_by_pin
from kiosk.referral.code import ALPHABET
from kiosk.state import StateError
from tests.disks import full_disk


def begin(state, machine, at, code, name="Samira", pin="482915"):
    return make_first_supervisor(
        state, machine, untrusted_code=code, name=name, untrusted_pin=pin, language="fr", at=at
    )


def test_the_code_is_the_same_until_it_is_used(state, tmp_path):
    code = first_code(state, tmp_path)

    assert first_code(state, tmp_path) == code
    assert len(code) == 9
    assert set(code) - {"-"} <= set(ALPHABET)


def test_only_the_owner_can_read_the_code_whatever_the_umask(state, tmp_path):
    before = os.umask(0)
    try:
        first_code(state, tmp_path)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / FIRST_CODE_FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"7K3F", b"\xff\xfe", b"22222223", b"7K3F9XD" * 100])
def test_a_torn_code_is_replaced(state, tmp_path, content):
    (tmp_path / FIRST_CODE_FILE).write_bytes(content)

    code = first_code(state, tmp_path)

    assert code == first_code(state, tmp_path)


def test_the_code_makes_the_first_supervisor_and_is_used_up(state, machine, at):
    signed = begin(state, machine, at, first_code(state, machine.folder).lower().replace("-", " "))

    assert (signed.staff.name, signed.staff.role) == ("Samira", Role.SUPERVISOR)
    assert not (machine.folder / FIRST_CODE_FILE).exists()
    assert is_begun(state)
    assert sign_in_by_pin(state, machine, "Samira", "482915", at=at).vault_key == signed.vault_key
    lines = len(audit.lines(state, 100))
    assert audit.verify(state, anchor.read(machine.folder, machine.secret)) == Whole(lines, lines)


def test_after_that_there_is_no_code_and_no_other_first_supervisor(state, machine, at):
    code = first_code(state, machine.folder)
    begin(state, machine, at, code)

    with pytest.raises(AlreadyBegunError):
        first_code(state, machine.folder)
    (machine.folder / FIRST_CODE_FILE).write_text(code.replace("-", ""))
    with pytest.raises(AlreadyBegunError):
        begin(state, machine, at, code, "Marc")

    assert [staff.name for staff in people.working(state)] == ["Samira"]


@pytest.mark.parametrize("typed", ["", "2222-2222", "not a code", "7K3F-9XD2"])
def test_another_code_makes_nobody(state, machine, typed, at):
    first_code(state, machine.folder)

    with pytest.raises(FirstCodeError):
        begin(state, machine, at, typed)

    assert not is_begun(state)


def test_no_code_shown_is_no_code_to_guess(state, machine, at):
    with pytest.raises(FirstCodeError):
        begin(state, machine, at, "")


@pytest.mark.parametrize(("name", "pin", "refusal"), [("", "482915", StaffNameError), ("Sam", "123456", PinEasyError)])
def test_a_name_or_pin_that_is_refused_leaves_the_code(state, machine, name, pin, refusal, at):
    code = first_code(state, machine.folder)

    with pytest.raises(refusal):
        begin(state, machine, at, code, name, pin)

    assert begin(state, machine, at, code).staff.name == "Samira"


def test_a_full_disk_leaves_the_code_and_nobody(state, machine, at):
    code = first_code(state, machine.folder)

    with pytest.raises(StateError), full_disk():
        begin(state, machine, at, code)

    assert not is_begun(state)
    assert first_code(state, machine.folder) == code


def test_with_the_help_of_somebody_a_new_supervisor_gets_the_key(state, machine, samira, dina, at):
    helper = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    rescue(state, machine, name="Ines", untrusted_pin="514092", language="fr", helped_by=helper, at=at)

    signed = sign_in_by_pin(state, machine, "Ines", "514092", at=at)
    assert (signed.staff.role, signed.vault_key) == (Role.SUPERVISOR, samira.vault_key)


def test_a_supervisor_who_forgot_their_pin_is_rescued_under_their_own_name(state, machine, samira, dina, at):
    for _ in range(MOST_TRIES):
        with pytest.raises((SignInError, LockedError)):
            sign_in_by_pin(state, machine, "Samira", "906153", at=at)
    helper = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    again = rescue(state, machine, name="samira", untrusted_pin="514092", language="fr", helped_by=helper, at=at)

    assert again.staff.id == samira.staff.id
    assert sign_in_by_pin(state, machine, "Samira", "514092", at=at).vault_key == samira.vault_key


def test_an_editor_has_no_key_to_help_with(state, machine, marc, at):
    helper = sign_in_by_pin(state, machine, "Marc", "916350", at=at)

    with pytest.raises(NoVaultKeyError):
        rescue(state, machine, name="Ines", untrusted_pin="514092", language="fr", helped_by=helper, at=at)


def test_nothing_is_given_up_unless_it_is_said(state, machine, samira, dina, at):
    with pytest.raises(CasesWouldBeLostError):
        rescue(state, machine, name="Ines", untrusted_pin="514092", language="fr", helped_by=None, at=at)

    assert people.named(state, "Ines") is None
    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).vault_key == samira.vault_key


def test_giving_up_the_cases_begins_a_new_vault_that_nobody_mixes_with_the_old(state, machine, samira, dina, at):
    signed = rescue(
        state,
        machine,
        name="Ines",
        untrusted_pin="514092",
        language="fr",
        helped_by=None,
        losing_cases=True,
        at=at,
    )

    assert signed.vault_key not in (None, samira.vault_key)
    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).vault_key is None

"""PINs and badges given and changed, and the key of the vault that goes with them."""

from dataclasses import replace

import pytest

from kiosk.counter.staff import NotAllowedError, Role, attempts, people
from kiosk.counter.staff.attempts import MOST_TRIES, LockedError
from kiosk.counter.staff.giving import change_own_pin, give_badge, revoke_badge, set_pin
from kiosk.counter.staff.pins import PinEasyError, PinLengthError
from kiosk.counter.staff.signed import NoVaultKeyError
from kiosk.counter.staff.signing import SignInError, sign_in_by_badge, sign_in_by_pin
from kiosk.counter.staff.ways import Kind, pin_opens, way_of


def test_a_new_pin_ends_the_one_before_and_unlocks(state, machine, samira, dina, at):
    for _ in range(MOST_TRIES):
        with pytest.raises((SignInError, LockedError)):
            sign_in_by_pin(state, machine, "Dina Côté", "906153", at=at)

    set_pin(state, machine, samira, dina.id, "514092", at=at)

    with pytest.raises(SignInError):
        sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)
    assert sign_in_by_pin(state, machine, "Dina Côté", "514092", at=at).vault_key == samira.vault_key


@pytest.mark.parametrize(("pin", "refusal"), [("123456", PinEasyError), ("4829", PinLengthError)])
def test_a_pin_that_is_refused_leaves_the_one_before(state, machine, samira, dina, pin, refusal, at):
    with pytest.raises(refusal):
        set_pin(state, machine, samira, dina.id, pin, at=at)

    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_somebody_changes_their_own_pin_and_keeps_the_key(state, machine, samira, dina, at):
    by = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    change_own_pin(state, machine, by, "730164", "514092", at=at)

    assert sign_in_by_pin(state, machine, "Dina Côté", "514092", at=at).vault_key == samira.vault_key


def test_whoever_finds_a_desk_open_cannot_change_its_pin_nor_guess_for_ever(state, machine, dina, at):
    by = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    for _ in range(MOST_TRIES - 1):
        with pytest.raises(SignInError):
            change_own_pin(state, machine, by, "906153", "514092", at=at)
    with pytest.raises(LockedError):
        change_own_pin(state, machine, by, "906153", "514092", at=at)
    with pytest.raises(LockedError):
        change_own_pin(state, machine, by, "730164", "514092", at=at)

    assert attempts.is_locked(state, dina.id)


def test_two_people_with_the_same_pin_share_nothing_on_the_disk(state, machine, samira, dina, at):
    other = people.add(state, samira, name="Ines", role=Role.STAFF, language="fr", at=at)
    set_pin(state, machine, samira, other.id, "730164", at=at)

    rows = state.execute("SELECT salt, verifier, wrap FROM staff_way WHERE staff IN (?, ?)", (dina.id, other.id))

    assert [len(set(column)) for column in zip(*rows, strict=True)] == [2, 2, 2]


def test_a_pin_is_worth_nothing_where_the_secret_is_another(state, machine, dina, at):
    way = way_of(state, dina.id, Kind.PIN)

    assert pin_opens(machine, way, "730164")[0]
    assert pin_opens(replace(machine, secret=bytes(32)), way, "730164") == (False, None)


def test_a_supervisor_without_the_key_has_none_to_give(state, machine, samira, dina, at):
    keyless = replace(samira, vault_key=None)

    with pytest.raises(NoVaultKeyError):
        set_pin(state, machine, keyless, dina.id, "514092", at=at)
    with pytest.raises(NoVaultKeyError):
        give_badge(state, keyless, dina.id, at=at)


def test_a_supervisor_without_the_key_still_sees_to_an_editor(state, machine, samira, marc, at):
    keyless = replace(samira, vault_key=None)

    set_pin(state, machine, keyless, marc.id, "514092", at=at)

    assert sign_in_by_pin(state, machine, "Marc", "514092", at=at).staff == marc


def test_anybody_revokes_their_own_badge_and_nobody_else_s(state, machine, samira, dina, marc, at):
    badge = give_badge(state, samira, dina.id, at=at)
    give_badge(state, samira, marc.id, at=at)
    by = sign_in_by_badge(state, machine, badge.text, at=at)

    with pytest.raises(NotAllowedError):
        revoke_badge(state, by, marc.id, at=at)
    revoke_badge(state, by, dina.id, at=at)

    badges = {person.staff.name: person.has_badge for person in people.standings(state)}
    assert badges == {"Dina Côté": False, "Marc": True, "Samira": False}


def test_a_wrap_that_was_replaced_is_gone_from_every_file(state, machine, samira, dina, at):
    old = state.execute("SELECT wrap FROM staff_way WHERE staff = ?", (dina.id,)).fetchone()[0]

    set_pin(state, machine, samira, dina.id, "514092", at=at)

    assert not any(old in path.read_bytes() for path in machine.folder.iterdir())

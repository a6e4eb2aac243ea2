"""Signing in by badge: the newest one opens, and its text is kept nowhere."""

import pytest

from kiosk.counter.staff.giving import give_badge, revoke_badge
from kiosk.counter.staff.signing import BadgeUnknownError, sign_in_by_badge, sign_in_by_pin


def test_a_badge_signs_in_and_gives_the_key(state, machine, samira, dina, at):
    badge = give_badge(state, samira, dina.id, at=at)

    signed = sign_in_by_badge(state, machine, badge.text.lower() + "\n", at=at)

    assert (signed.staff, signed.vault_key) == (dina, samira.vault_key)


def test_a_new_badge_ends_the_one_before(state, machine, samira, dina, at):
    old = give_badge(state, samira, dina.id, at=at)
    new = give_badge(state, samira, dina.id, at=at)

    with pytest.raises(BadgeUnknownError):
        sign_in_by_badge(state, machine, old.text, at=at)
    assert sign_in_by_badge(state, machine, new.text, at=at).staff == dina


def test_a_revoked_badge_opens_nothing_and_the_pin_still_does(state, machine, samira, dina, at):
    badge = give_badge(state, samira, dina.id, at=at)

    revoke_badge(state, samira, dina.id, at=at)

    with pytest.raises(BadgeUnknownError):
        sign_in_by_badge(state, machine, badge.text, at=at)
    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_the_text_of_a_badge_is_kept_nowhere(state, machine, samira, dina, at):
    badge = give_badge(state, samira, dina.id, at=at)
    sign_in_by_badge(state, machine, badge.text, at=at)

    kept = b"".join(path.read_bytes() for path in machine.folder.iterdir())

    assert badge.text[12:].encode() not in kept
    assert badge.secret not in kept

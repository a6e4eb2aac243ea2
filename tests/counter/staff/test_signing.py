"""Signing in: what opens, what is counted, what locks, and what the audit says of it."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.counter import anchor, audit
from kiosk.counter.audit import Act, Whole
from kiosk.counter.staff import NotAllowedError, Role, attempts, case_key, people, this_machine
from kiosk.counter.staff.attempts import MOST_TRIES, MOST_TRIES_HERE, AllLockedError, LockedError
from kiosk.counter.staff.badges import new_badge_for, new_staff_id
from kiosk.counter.staff.giving import give_badge, set_pin
from kiosk.counter.staff.machine import SECRET_FILE
from kiosk.counter.staff.pins import PinLengthError
from kiosk.counter.staff.signed import NoVaultKeyError
from kiosk.counter.staff.signing import (
    BadgeUnknownError,
    SecretLostError,
    SignInError,
    sign_in_by_badge,
    sign_in_by_pin,
    sign_out,
    unlock,
    unlock_by_keeper,
)
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import DiskFullError, StateError, atomic, open_state
from tests.disks import full_disk

WRONG = "906153"


@pytest.fixture
def tries(machine):
    """The same machine, which counts the checks it has made of a PIN."""
    made = []

    def counted(pin, salt, secret):
        made.append(pin)
        return machine.stretch(pin, salt, secret)

    return replace(machine, stretch=counted), made


def guess(state, machine, name, times, at, pin=WRONG):
    """What each of so many tries raised."""
    told = []
    for _ in range(times):
        with pytest.raises((SignInError, LockedError, AllLockedError)) as caught:
            sign_in_by_pin(state, machine, name, pin, at=at)
        told.append(type(caught.value))
    return told


def acts(state):
    return [(line.who, line.act, line.subject) for line in audit.lines(state, 1000)]


def test_the_right_pin_gives_the_person_and_the_key_of_the_vault(state, machine, samira, dina, at):
    signed = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    assert signed.staff == dina
    assert signed.at == at
    assert case_key(signed) == samira.vault_key


@pytest.mark.parametrize("name", ["dina côté", " DINA  COTE ", "Dina Co\u0302te\u0301"])
def test_a_name_is_found_however_it_is_typed(state, machine, dina, name, at):
    assert sign_in_by_pin(state, machine, name, "730164", at=at).staff == dina


def test_the_real_stretching_signs_in_too(state, machine, samira, dina, at):
    real = this_machine(machine.folder)
    set_pin(state, real, samira, dina.id, "730164", at=at)

    assert sign_in_by_pin(state, real, "Dina Côté", "730164", at=at).vault_key == samira.vault_key
    with pytest.raises(SignInError):
        sign_in_by_pin(state, real, "Dina Côté", WRONG, at=at)


def test_an_editor_signs_in_without_the_key_of_the_vault(state, machine, marc, at):
    signed = sign_in_by_pin(state, machine, "Marc", "916350", at=at)

    assert signed.vault_key is None
    with pytest.raises(NoVaultKeyError):
        case_key(signed)


def test_the_key_is_never_in_what_is_shown_of_a_sign_in(samira):
    assert repr(samira.vault_key) not in repr(samira)


def test_five_wrong_pins_lock_and_then_the_right_one_is_not_even_checked(state, tries, dina, at):
    machine, checks = tries

    told = guess(state, machine, "Dina Côté", MOST_TRIES, at)

    assert told == [SignInError] * 4 + [LockedError]
    assert guess(state, machine, "Dina Côté", 3, at, pin="730164") == [LockedError] * 3
    assert len(checks) == MOST_TRIES


def test_a_success_begins_the_count_anew(state, machine, dina, at):
    for _ in range(3):
        guess(state, machine, "Dina Côté", MOST_TRIES - 1, at)
        assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


@pytest.mark.parametrize("years", [-30, -1, 1, 30])
def test_no_clock_unlocks(state, machine, dina, at, years):
    guess(state, machine, "Dina Côté", MOST_TRIES, at)

    later = at + timedelta(days=365 * years)

    assert guess(state, machine, "Dina Côté", 1, later, pin="730164") == [LockedError]


def test_a_restart_does_not_unlock(state, machine, dina, at):
    guess(state, machine, "Dina Côté", MOST_TRIES, at)
    state.close()

    with closing(open_state(machine.folder / "state.db", MIGRATIONS)) as again:
        assert guess(again, machine, "Dina Côté", 1, at, pin="730164") == [LockedError]


def test_a_name_that_nobody_has_is_counted_checked_and_locked_like_any_other(state, tries, dina, at):
    machine, checks = tries

    known = guess(state, machine, "Dina Côté", MOST_TRIES + 2, at)
    known_checks = len(checks)
    unknown = guess(state, machine, "Nobody", MOST_TRIES + 2, at)

    assert unknown == known
    assert len(checks) == 2 * known_checks


def test_a_pin_typed_where_the_name_belongs_is_kept_nowhere(state, machine, dina, at):
    guess(state, machine, "730164", 2, at)

    assert not any(b"730164" in path.read_bytes() for path in machine.folder.iterdir())


def test_who_has_no_pin_is_refused_like_a_wrong_one(state, machine, samira, at):
    people.add(state, samira, name="Ines", role=Role.STAFF, language="fr", at=at)

    assert guess(state, machine, "Ines", 5, at) == [SignInError] * 4 + [LockedError]


def test_thirty_wrong_pins_across_people_lock_every_pin_of_the_machine(state, tries, dina, at):
    machine, checks = tries

    told = [guess(state, machine, f"Nobody {number}", 1, at)[0] for number in range(MOST_TRIES_HERE)]

    assert told == [SignInError] * MOST_TRIES_HERE
    assert guess(state, machine, "Dina Côté", 1, at, pin="730164") == [AllLockedError]
    assert guess(state, machine, "Nobody else", 1, at) == [AllLockedError]
    assert len(checks) == MOST_TRIES_HERE
    assert attempts.all_locked(state)


def test_a_badge_lets_the_machine_s_brake_go(state, machine, samira, dina, at):
    badge = give_badge(state, samira, samira.staff.id, at=at)
    for number in range(MOST_TRIES_HERE):
        guess(state, machine, f"Nobody {number}", 1, at)

    sign_in_by_badge(state, machine, badge.text, at=at)

    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_a_pin_that_cannot_be_one_is_no_try(state, machine, dina, at):
    for _ in range(10):
        with pytest.raises(PinLengthError):
            sign_in_by_pin(state, machine, "Dina Côté", "7301", at=at)

    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_a_supervisor_unlocks(state, machine, samira, dina, at):
    guess(state, machine, "Dina Côté", MOST_TRIES, at)
    assert next(person.locked for person in people.standings(state) if person.staff == dina)

    unlock(state, samira, dina.id, at=at)

    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_whoever_keeps_the_machine_unlocks_a_supervisor_alone(state, machine, samira, at):
    guess(state, machine, "Samira", MOST_TRIES, at)

    unlock_by_keeper(state, samira.staff, at=at)

    assert sign_in_by_pin(state, machine, "Samira", "482915", at=at).staff == samira.staff
    assert ("", Act.UNLOCKED, samira.staff.id) in acts(state)


def test_staff_do_not_unlock_each_other(state, machine, dina, marc, at):
    guess(state, machine, "Marc", MOST_TRIES, at)
    by = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    with pytest.raises(NotAllowedError):
        unlock(state, by, marc.id, at=at)

    assert attempts.is_locked(state, marc.id)


def test_a_locked_pin_stays_locked_when_the_badge_signs_in(state, machine, samira, dina, at):
    badge = give_badge(state, samira, dina.id, at=at)
    guess(state, machine, "Dina Côté", MOST_TRIES, at)

    assert sign_in_by_badge(state, machine, badge.text, at=at).staff == dina

    assert attempts.is_locked(state, dina.id)


def test_a_badge_that_was_made_elsewhere_opens_nothing(state, machine, samira, dina, at):
    give_badge(state, samira, dina.id, at=at)

    for badge in (new_badge_for(dina.id), new_badge_for(new_staff_id())):
        with pytest.raises(BadgeUnknownError):
            sign_in_by_badge(state, machine, badge.text, at=at)

    assert [entry for entry in acts(state) if entry[1] == Act.SIGN_IN_FAILED] == [
        ("", Act.SIGN_IN_FAILED, dina.id),
        ("", Act.SIGN_IN_FAILED, ""),
    ]


def test_neither_pin_nor_vault_key_is_kept_in_the_clear(state, machine, samira, dina, at):
    sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    kept = b"".join(path.read_bytes() for path in machine.folder.iterdir())

    assert samira.vault_key not in kept
    assert b"730164" not in kept


def test_the_audit_tells_of_every_try_by_ids_alone(state, machine, samira, dina, at):
    before = len(acts(state))
    guess(state, machine, "Dina Côté", 1, at)
    guess(state, machine, "Nobody", 1, at)
    signed = sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)
    sign_out(state, machine, signed, at=at)

    assert acts(state)[before:] == [
        ("", Act.SIGN_IN_TRIED, dina.id),
        ("", Act.SIGN_IN_FAILED, dina.id),
        ("", Act.SIGN_IN_TRIED, ""),
        ("", Act.SIGN_IN_FAILED, ""),
        ("", Act.SIGN_IN_TRIED, dina.id),
        (dina.id, Act.SIGNED_IN, dina.id),
        (dina.id, Act.SIGNED_OUT, dina.id),
    ]
    known = anchor.read(machine.folder, machine.secret)
    assert audit.verify(state, known) == Whole(len(acts(state)), len(acts(state)))


def test_a_failed_try_is_anchored_at_once(state, machine, dina, at):
    guess(state, machine, "Dina Côté", 1, at)

    assert anchor.read(machine.folder, machine.secret) == audit.head_of(state)


def test_a_lock_is_told_in_the_audit(state, machine, dina, at):
    guess(state, machine, "Dina Côté", MOST_TRIES, at)

    assert acts(state)[-1] == ("", Act.LOCKED_OUT, dina.id)


def test_a_try_that_cannot_be_counted_is_not_checked(state, tries, dina, at):
    machine, checks = tries

    with pytest.raises(StateError), full_disk():
        sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    assert checks == []
    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_a_full_disk_refuses_a_sign_in_in_its_own_words_and_forgets_no_try(state, tries, dina, at):
    machine, checks = tries
    pages = state.execute("PRAGMA page_count").fetchone()[0]
    state.execute(f"PRAGMA max_page_count = {pages}")

    with suppress(DiskFullError):
        for _ in range(10_000):
            sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)
    made = len(checks)
    assert made < 10_000
    for _ in range(10):
        with pytest.raises(DiskFullError):
            sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at)

    assert len(checks) - made <= 1
    state.execute("PRAGMA max_page_count = 1000000")
    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).staff == dina


def test_two_programs_that_guess_at_once_share_one_count(state, tries, dina, at):
    machine, checks = tries

    with closing(open_state(machine.folder / "state.db", MIGRATIONS)) as other:
        told = [guess((state, other)[number % 2], machine, "Dina Côté", 1, at)[0] for number in range(8)]

    assert told == [SignInError] * 4 + [LockedError] * 4
    assert len(checks) == MOST_TRIES


def lose_secret(machine):
    """The machine after its secret was lost and made anew."""
    (machine.folder / SECRET_FILE).unlink()
    return replace(this_machine(machine.folder), stretch=machine.stretch)


def test_a_lost_secret_is_told_and_counts_no_try(state, machine, dina, at):
    after = lose_secret(machine)

    for _ in range(10):
        with pytest.raises(SecretLostError):
            sign_in_by_pin(state, after, "Dina Côté", "730164", at=at)

    assert not attempts.is_locked(state, dina.id)


def test_a_badge_outlives_a_lost_secret_and_sets_pins_anew(state, machine, samira, dina, at):
    badge = give_badge(state, samira, samira.staff.id, at=at)
    after = lose_secret(machine)

    by = sign_in_by_badge(state, after, badge.text, at=at)
    set_pin(state, after, by, dina.id, "514092", at=at)

    assert sign_in_by_pin(state, after, "Dina Côté", "514092", at=at).vault_key == samira.vault_key


def test_a_wrap_that_was_altered_lets_its_owner_work_without_cases(state, machine, dina, at):
    with atomic(state):
        state.execute("UPDATE staff_way SET wrap = zeroblob(length(wrap)) WHERE staff = ?", (dina.id,))

    assert sign_in_by_pin(state, machine, "Dina Côté", "730164", at=at).vault_key is None


def test_a_wrap_moved_to_somebody_else_s_row_gives_them_nothing(state, machine, samira, dina, marc, at):
    with atomic(state):
        wrap = state.execute("SELECT wrap FROM staff_way WHERE staff = ?", (dina.id,)).fetchone()[0]
        state.execute("UPDATE staff_way SET wrap = ? WHERE staff = ?", (wrap, marc.id))

    assert sign_in_by_pin(state, machine, "Marc", "916350", at=at).vault_key is None


def test_a_moment_without_its_zone_is_a_bug(state, machine, dina):
    with pytest.raises(ValueError, match="time zone"):
        sign_in_by_pin(state, machine, "Dina Côté", "730164", at=datetime(2026, 3, 12))


def test_moments_are_written_in_utc(state, machine, dina):
    from zoneinfo import ZoneInfo

    sign_in_by_pin(
        state, machine, "Dina Côté", "730164", at=datetime(2026, 3, 12, 23, 30, tzinfo=ZoneInfo("America/Halifax"))
    )

    assert audit.lines(state, 1)[0].at == datetime(2026, 3, 13, 2, 30, tzinfo=UTC).isoformat()

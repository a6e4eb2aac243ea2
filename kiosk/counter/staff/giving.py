"""Giving somebody a PIN or a badge, and with it the key of the vault, from the hands of whoever is signed in."""

import sqlite3
from datetime import datetime

from kiosk.counter.audit import Act, record
from kiosk.counter.staff import attempts, people, ways
from kiosk.counter.staff.badges import Badge, new_badge_for
from kiosk.counter.staff.machine import Machine
from kiosk.counter.staff.pins import read_new_pin
from kiosk.counter.staff.roles import Deed, Staff, StaffId, may
from kiosk.counter.staff.signed import SignedIn, case_key
from kiosk.counter.staff.signing import check_own_pin, sign_in_by_pin
from kiosk.counter.vault import VaultKey
from kiosk.state import atomic, scrub


def set_pin(
    state: sqlite3.Connection, machine: Machine, by: SignedIn, whom: StaffId, untrusted_pin: str, *, at: datetime
) -> None:
    """A supervisor has somebody choose a PIN in place of the one before, which also unlocks them; takes 0.2 s.

    Raises `pins.PinError`, `NoVaultKeyError` when the supervisor has no key to give, `NotAllowedError`.
    """
    pin = read_new_pin(untrusted_pin)
    people.allowed(state, by, Deed.KEEP_PEOPLE)
    way = ways.pin_way(machine, whom, pin, _key_for(by, people.with_id(state, whom)))
    with atomic(state):
        people.allowed(state, by, Deed.KEEP_PEOPLE)
        _keep(state, by, way, Act.PIN_SET, at)
        attempts.forgive(state, whom)
    scrub(state)


def change_own_pin(
    state: sqlite3.Connection, machine: Machine, by: SignedIn, old: str, new: str, *, at: datetime
) -> None:
    """Somebody who is signed in changes their own PIN, the old one being checked like at a sign-in; takes 0.4 s.

    Raises what `sign_in_by_pin` raises, and `pins.PinError`.
    """
    pin = read_new_pin(new)
    check_own_pin(state, machine, by, old, at=at)
    way = ways.pin_way(machine, by.staff.id, pin, by.vault_key)
    with atomic(state):
        _keep(state, by, way, Act.PIN_SET, at)
    scrub(state)


def sign_in_with_new_pin(
    state: sqlite3.Connection, machine: Machine, untrusted_name: str, old: str, new: str, *, at: datetime
) -> SignedIn:
    """Somebody signs in with their PIN and has another one from now on; takes 0.4 s.

    A new PIN that cannot be taken is told before the old one is tried. Raises what `sign_in_by_pin` raises, and
    `pins.PinError`.
    """
    pin = read_new_pin(new)
    somebody = sign_in_by_pin(state, machine, untrusted_name, old, at=at)
    way = ways.pin_way(machine, somebody.staff.id, pin, somebody.vault_key)
    with atomic(state):
        _keep(state, somebody, way, Act.PIN_SET, at)
    scrub(state)
    return somebody


def give_badge(state: sqlite3.Connection, by: SignedIn, whom: StaffId, *, at: datetime) -> Badge:
    """A new badge, to be printed at once: its text is kept nowhere. The badge before it opens nothing any more.

    Raises `NoVaultKeyError`, `NotAllowedError`.
    """
    badge = new_badge_for(whom)
    way = ways.badge_way(badge, _key_for(by, people.with_id(state, whom)))
    with atomic(state):
        people.allowed(state, by, Deed.KEEP_PEOPLE)
        _keep(state, by, way, Act.BADGE_MADE, at)
    scrub(state)
    return badge


def revoke_badge(state: sqlite3.Connection, by: SignedIn, whom: StaffId, *, at: datetime) -> None:
    """A badge that was lost opens nothing any more; anybody may revoke their own."""
    with atomic(state):
        if whom != by.staff.id:
            people.allowed(state, by, Deed.KEEP_PEOPLE)
        if ways.drop_ways(state, whom, ways.Kind.BADGE):
            record(state, who=by.staff.id, act=Act.BADGE_REVOKED, subject=whom, at=at)
    scrub(state)


def _keep(state: sqlite3.Connection, by: SignedIn, way: ways.Way, act: Act, at: datetime) -> None:
    """Whom it is for may have been retired, or given another role, meanwhile."""
    staff = people.with_id(state, way.staff)
    if way.wrap is not None and not may(staff.role, Deed.KEEP_CASES):
        raise people.NoSuchStaffError("their role was changed meanwhile")
    ways.keep_way(state, way)
    record(state, who=by.staff.id, act=act, subject=way.staff, at=at)


def _key_for(by: SignedIn, whom: Staff) -> VaultKey | None:
    return case_key(by) if may(whom.role, Deed.KEEP_CASES) else None

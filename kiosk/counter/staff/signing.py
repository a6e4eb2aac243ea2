"""Signing in with a name and a PIN or with a badge, signing out, and what locks and unlocks."""

import hmac
import sqlite3
from datetime import datetime
from typing import Literal

from kiosk.counter import anchor
from kiosk.counter.audit import Act, record
from kiosk.counter.staff import attempts, people, ways
from kiosk.counter.staff.badges import read_badge
from kiosk.counter.staff.machine import Machine
from kiosk.counter.staff.pins import read_pin
from kiosk.counter.staff.roles import Deed, Staff, StaffId
from kiosk.counter.staff.signed import SignedIn
from kiosk.counter.vault import VaultKey
from kiosk.errors import KioskError
from kiosk.state import atomic, state_errors


class SignInError(KioskError):
    """Name and PIN do not belong together; which of the two is wrong is not told."""

    code = "sign_in_wrong"


class BadgeUnknownError(SignInError):
    """Nobody signs in with this badge: it was replaced, revoked, or is another counter's."""

    code = "badge_unknown"


class SecretLostError(KioskError):
    """The PIN was set with another secret than the machine has now: it must be set anew. Badges still sign in."""

    code = "machine_secret_lost"


def sign_in_by_pin(
    state: sqlite3.Connection, machine: Machine, untrusted_name: str, untrusted_pin: str, *, at: datetime
) -> SignedIn:
    """Check a PIN, which takes 0.2 s: do it in a lane. A name that nobody has takes as long and is refused alike.

    Raises `PinLengthError` (not counted as a try), `SignInError`, `attempts.LockedError`, `attempts.AllLockedError`,
    `SecretLostError`, or a `kiosk.state.StateError`: a try that cannot be counted is not checked.
    """
    pin = read_pin(untrusted_pin)
    staff, key = _by_pin(state, machine, untrusted_name, pin, at)
    return _signed_in(state, machine, staff, key, at)


def sign_in_by_badge(state: sqlite3.Connection, machine: Machine, untrusted_text: str, *, at: datetime) -> SignedIn:
    """Check a badge as it was scanned. A badge is not counted, nor held up by a lock, since nobody can guess one.

    Raises `badges.BadgeUnreadableError`, `BadgeUnknownError`, or a `kiosk.state.StateError`.
    """
    badge = read_badge(untrusted_text)
    with state_errors():
        way = ways.way_of(state, badge.staff, ways.Kind.BADGE)
    right, key = ways.badge_opens(way, badge)
    if not right:
        with atomic(state):
            record(state, who="", act=Act.SIGN_IN_FAILED, subject=badge.staff if way is not None else "", at=at)
        anchor.drop(state, machine.folder, machine.secret)
        raise BadgeUnknownError("nobody signs in with this badge")
    return _signed_in(state, machine, people.with_id(state, badge.staff), key, at, forgiving=())


def sign_out(state: sqlite3.Connection, machine: Machine, by: SignedIn, *, at: datetime) -> None:
    """Write down that the counter was locked."""
    with atomic(state):
        record(state, who=by.staff.id, act=Act.SIGNED_OUT, subject=by.staff.id, at=at)
    anchor.drop(state, machine.folder, machine.secret)


def check_own_pin(
    state: sqlite3.Connection, machine: Machine, by: SignedIn, untrusted_pin: str, *, at: datetime
) -> None:
    """Make sure that it is still the same person at the desk: counted like a sign-in, and raises like one."""
    staff, _ = _by_pin(state, machine, people.with_id(state, by.staff.id).name, read_pin(untrusted_pin), at)
    with atomic(state):
        attempts.forgive(state, staff.id)


def unlock(state: sqlite3.Connection, by: SignedIn, whom: StaffId, *, at: datetime) -> None:
    """Let somebody try their PIN again, on a supervisor's word; the machine's own brake is let go too."""
    with atomic(state):
        people.allowed(state, by, Deed.KEEP_PEOPLE)
        _unlock(state, by.staff.id, people.with_id(state, whom), at)


def unlock_by_keeper(state: sqlite3.Connection, whom: Staff, *, at: datetime) -> None:
    """The same on the word of whoever keeps the machine, who is no staff: the audit names nobody."""
    with atomic(state):
        _unlock(state, "", whom, at)


def _unlock(state: sqlite3.Connection, who: StaffId | Literal[""], whom: Staff, at: datetime) -> None:
    attempts.forgive(state, whom.id)
    attempts.forgive_strangers(state)
    record(state, who=who, act=Act.UNLOCKED, subject=whom.id, at=at)


def _by_pin(
    state: sqlite3.Connection, machine: Machine, untrusted_name: str, pin: str, at: datetime
) -> tuple[Staff, VaultKey | None]:
    """Count, then check."""
    staff = people.named(state, untrusted_name)
    with state_errors():
        way = ways.way_of(state, staff.id, ways.Kind.PIN) if staff is not None else None
    if way is not None and way.mark != machine.mark:
        raise SecretLostError("the machine's secret is another one now: this PIN must be set anew")
    known: StaffId | Literal[""] = staff.id if staff is not None else ""
    tried = attempts.count(state, known or _stranger(machine, untrusted_name), known, at)
    right, key = ways.pin_opens(machine, way, pin)
    if right and staff is not None:
        return staff, key
    locked = tried >= attempts.MOST_TRIES
    with atomic(state):
        record(state, who="", act=Act.LOCKED_OUT if locked else Act.SIGN_IN_FAILED, subject=known, at=at)
    anchor.drop(state, machine.folder, machine.secret)
    if locked:
        raise attempts.LockedError("the PIN was wrong too often; a supervisor can unlock it")
    raise SignInError("name and PIN do not belong together")


def _signed_in(
    state: sqlite3.Connection,
    machine: Machine,
    staff: Staff,
    key: VaultKey | None,
    at: datetime,
    forgiving: tuple[str, ...] | None = None,
) -> SignedIn:
    with atomic(state):
        now = people.with_id(state, staff.id)
        attempts.forgive(state, *((staff.id,) if forgiving is None else forgiving))
        record(state, who=staff.id, act=Act.SIGNED_IN, subject=staff.id, at=at)
    anchor.drop(state, machine.folder, machine.secret)
    return SignedIn(now, key, at)


def _stranger(machine: Machine, untrusted_name: str) -> str:
    """Keyed, since somebody may have typed their PIN where the name belongs."""
    key = people.name_key(untrusted_name).encode()
    return attempts.stranger(hmac.digest(machine.secret, b"guichet stranger " + key, "sha256")[:16])

"""The ways to sign in, PIN and badge: what is kept to know each by, and the vault key wrapped under it.

Each gives 64 bytes: a PIN through Argon2id with the machine's secret, a badge through HKDF. The first 32 are kept, the
last 32 are what the vault key is wrapped under and are kept nowhere.
"""

import hmac
import logging
import secrets
import sqlite3
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.counter.staff.badges import Badge
from kiosk.counter.staff.machine import STRETCHED_BYTES, Machine
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.vault import VaultError, VaultKey, seal, unseal
from kiosk.logs import Code
from kiosk.state import Migration

if TYPE_CHECKING:
    from sqlite_utils import Database

_SALT_BYTES = 16
_VERIFIER_BYTES = 32

_log = logging.getLogger(__name__)


class Kind(StrEnum):
    """How somebody shows who they are."""

    PIN = "pin"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of one person. `wrap` is None for who may not see cases; `mark` tells the secret that a PIN needs."""

    staff: StaffId
    kind: Kind
    salt: bytes = field(repr=False)
    verifier: bytes = field(repr=False)
    wrap: bytes | None = field(repr=False)
    mark: bytes = b""


def pin_way(machine: Machine, staff: StaffId, pin: str, vault_key: VaultKey | None) -> Way:
    """What is to be kept of a PIN that `read_new_pin` has read; takes as long as a guess."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return _way(staff, Kind.PIN, salt, stretched(machine, pin, salt), vault_key, machine.mark)


def badge_way(badge: Badge, vault_key: VaultKey | None) -> Way:
    """What is to be kept of a badge."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return _way(badge.staff, Kind.BADGE, salt, _expanded(badge, salt), vault_key, b"")


def pin_opens(machine: Machine, way: Way | None, pin: str) -> tuple[bool, VaultKey | None]:
    """Tell whether the PIN is right, and the vault key if it is. Without a way it takes as long, and is wrong.

    Where the wrap was altered, the key is missing: whoever it is can still work, and be given a new PIN.
    """
    return _opens(way, stretched(machine, pin, way.salt if way is not None else bytes(_SALT_BYTES)))


def badge_opens(way: Way | None, badge: Badge) -> tuple[bool, VaultKey | None]:
    """The same for a badge."""
    return _opens(way, _expanded(badge, way.salt if way is not None else bytes(_SALT_BYTES)))


def stretched(machine: Machine, pin: str, salt: bytes) -> bytes:
    """The 64 bytes of a PIN on this machine."""
    return machine.stretch(pin.encode(), salt, machine.secret)


def way_of(state: sqlite3.Connection, staff: StaffId, kind: Kind) -> Way | None:
    """How this person signs in in this way; None when they cannot."""
    row = state.execute(
        "SELECT staff, salt, verifier, wrap, mark FROM staff_way WHERE staff = ? AND kind = ?", (staff, kind.value)
    ).fetchone()
    return None if row is None else Way(StaffId(row[0]), kind, *row[1:])


def keep_way(state: sqlite3.Connection, way: Way) -> None:
    """Write it down in place of the one before; inside `atomic`."""
    state.execute(
        "INSERT OR REPLACE INTO staff_way (staff, kind, salt, verifier, wrap, mark) VALUES (?, ?, ?, ?, ?, ?)",
        (way.staff, way.kind.value, way.salt, way.verifier, way.wrap, way.mark),
    )


def drop_ways(state: sqlite3.Connection, staff: StaffId, *kinds: Kind) -> bool:
    """Forget these ways of a person, all when none is named; inside `atomic`. Tell whether there were any."""
    dropped = [
        state.execute("DELETE FROM staff_way WHERE staff = ? AND kind = ?", (staff, kind.value)).rowcount
        for kind in kinds or tuple(Kind)
    ]
    return any(dropped)


def drop_wraps(state: sqlite3.Connection, staff: StaffId | None = None) -> None:
    """Forget the vault key as wrapped for this person, for everybody when None; inside `atomic`."""
    if staff is None:
        state.execute("UPDATE staff_way SET wrap = NULL")
    else:
        state.execute("UPDATE staff_way SET wrap = NULL WHERE staff = ?", (staff,))


def _way(staff: StaffId, kind: Kind, salt: bytes, made: bytes, vault_key: VaultKey | None, mark: bytes) -> Way:
    verifier, wrapping = made[:_VERIFIER_BYTES], VaultKey(made[_VERIFIER_BYTES:])
    wrap = None if vault_key is None else seal(wrapping, vault_key, _context(staff, kind))
    return Way(staff, kind, salt, verifier, wrap, mark)


def _opens(way: Way | None, made: bytes) -> tuple[bool, VaultKey | None]:
    verifier, wrapping = made[:_VERIFIER_BYTES], VaultKey(made[_VERIFIER_BYTES:])
    kept = way.verifier if way is not None else bytes(_VERIFIER_BYTES)
    if not hmac.compare_digest(kept, verifier) or way is None:
        return False, None
    if way.wrap is None:
        return True, None
    try:
        return True, VaultKey(unseal(wrapping, way.wrap, _context(way.staff, way.kind)))
    except VaultError as error:
        _log.error("the key of the vault does not open for somebody: %s", Code(error.code))
        return True, None


def _context(staff: StaffId, kind: Kind) -> bytes:
    return f"guichet vault key for {staff} by {kind}".encode()


def _expanded(badge: Badge, salt: bytes) -> bytes:
    purpose = b"guichet badge 1 " + badge.staff.encode()
    return HKDF(SHA256(), STRETCHED_BYTES, salt=salt, info=purpose).derive(badge.secret)


def _tables(database: "Database") -> None:
    database.table("staff_way").create(
        {"staff": str, "kind": str, "salt": bytes, "verifier": bytes, "wrap": bytes, "mark": bytes},
        pk=("staff", "kind"),
        not_null={"salt", "verifier", "mark"},
        foreign_keys=[("staff", "staff", "id")],
    )


MIGRATIONS = (Migration("counter", "staff_ways", _tables),)

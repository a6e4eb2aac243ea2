"""Where cases are kept: state.db with what is written of them, and case-keys.db with the keys to what is sealed.

Each case has a key of its own, wrapped by the vault key. It is in no other place and in no backup: once it is
destroyed, neither today's state.db nor an old copy of it can be opened, not even by somebody who holds the vault key.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NewType

from kiosk.counter.cases.tables import KEY_MIGRATIONS
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.vault import VaultKey, new_vault_key, seal, unseal
from kiosk.errors import KioskError
from kiosk.state import atomic, open_state, scrub, state_errors

KEYS_FILE = "case-keys.db"

CaseId = NewType("CaseId", bytes)
"""Sixteen random bytes; never shown."""

CaseNumber = NewType("CaseNumber", str)
"""Two digits of the year and a count, such as 26-118: what staff say to each other. Never given twice."""


class CaseKeyError(KioskError):
    """The key of a case that was not erased is not in case-keys.db: the file was lost, or an old one was put back."""

    code = "case_key_missing"


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The two files of cases, open; whoever opened the connections closes them."""

    state: sqlite3.Connection
    keys: sqlite3.Connection


@dataclass(frozen=True, slots=True)
class By:
    """Who does something and when: `at` is what the clock says, `day` the day to reckon with (`cases.day`)."""

    who: StaffId
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Destroyed:
    """A key that is gone for good."""

    id: CaseId
    day: date
    why: str


def open_keys(folder: Path) -> sqlite3.Connection:
    """Open the file of case keys, made if missing. Raises a `StateError`."""
    return open_state(folder / KEYS_FILE, KEY_MIGRATIONS)


def make_key(keys: sqlite3.Connection, vault: VaultKey, case: CaseId, last_day: date) -> VaultKey:
    """The key that a case has, or a new one, kept until `last_day`; it is on the disk when this returns."""
    with atomic(keys):
        row = keys.execute("SELECT wrapped FROM case_key WHERE id = ?", (case,)).fetchone()
        key = new_vault_key() if row is None else VaultKey(unseal(vault, row[0], _wrapping(case)))
        keys.execute(
            "INSERT INTO case_key (id, wrapped, last_day) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET last_day = excluded.last_day",
            (case, seal(vault, key, _wrapping(case)), last_day.isoformat()),
        )
    return key


def key_of(keys: sqlite3.Connection, vault: VaultKey, case: CaseId) -> VaultKey:
    """The key of a case. Raises `CaseKeyError` where there is none, `VaultError` with another vault's key."""
    with state_errors():
        row = keys.execute("SELECT wrapped FROM case_key WHERE id = ?", (case,)).fetchone()
    if row is None:
        raise CaseKeyError("the key of this case is not in case-keys.db: put back that file if it was moved")
    return VaultKey(unseal(vault, row[0], _wrapping(case)))


def renew_key(keys: sqlite3.Connection, vault: VaultKey, case: CaseId) -> VaultKey:
    """The key that is to take the place of the one a case has, once `promote_key` says so; on the disk beside it."""
    with atomic(keys):
        row = keys.execute("SELECT next FROM case_key WHERE id = ?", (case,)).fetchone()
        if row is not None and row[0] is not None:
            return VaultKey(unseal(vault, row[0], _wrapping(case)))
        fresh = new_vault_key()
        keys.execute("UPDATE case_key SET next = ? WHERE id = ?", (seal(vault, fresh, _wrapping(case)), case))
    return fresh


def next_key(keys: sqlite3.Connection, vault: VaultKey, case: CaseId) -> VaultKey | None:
    """The key that waits to take the place of the one a case has; None, as a rule."""
    with state_errors():
        row = keys.execute("SELECT next FROM case_key WHERE id = ?", (case,)).fetchone()
    return VaultKey(unseal(vault, row[0], _wrapping(case))) if row is not None and row[0] is not None else None


def promote_key(keys: sqlite3.Connection, case: CaseId) -> None:
    """Put the key that waits in place of the one before, which is destroyed."""
    with atomic(keys):
        keys.execute("UPDATE case_key SET wrapped = next, next = NULL WHERE id = ? AND next IS NOT NULL", (case,))
    scrub(keys)


def destroy_keys(keys: sqlite3.Connection, cases: Sequence[CaseId], day: date, why: str) -> None:
    """Destroy keys for good; from here on nothing can bring back what they sealed.

    That a key was destroyed is remembered by the random id alone, so that a case which an old copy of state.db brings
    back is erased again.
    """
    with atomic(keys):
        keys.executemany("DELETE FROM case_key WHERE id = ?", [(case,) for case in cases])
        keys.executemany(
            "INSERT OR IGNORE INTO case_key_destroyed (id, day, why) VALUES (?, ?, ?)",
            [(case, day.isoformat(), why) for case in cases],
        )
    scrub(keys)


def destroyed(keys: sqlite3.Connection) -> tuple[Destroyed, ...]:
    """Every key that was destroyed."""
    with state_errors():
        rows = keys.execute("SELECT id, day, why FROM case_key_destroyed").fetchall()
    return tuple(Destroyed(CaseId(id_), date.fromisoformat(day), why) for id_, day, why in rows)


def expired_keys(keys: sqlite3.Connection, today: date) -> tuple[CaseId, ...]:
    """Keys whose last day is past, also those of cases that state.db does not know."""
    with state_errors():
        rows = keys.execute("SELECT id FROM case_key WHERE last_day < ?", (today.isoformat(),)).fetchall()
    return tuple(CaseId(row[0]) for row in rows)


def _wrapping(case: CaseId) -> bytes:
    return b"case key " + case

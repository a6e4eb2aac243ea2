"""How often a PIN was tried: counted on the disk before each check, so that neither a kill nor a clock gives one more.

No time is looked at: what is locked stays so until a person unlocks it.
"""

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kiosk.counter.audit import Act, record
from kiosk.counter.staff.roles import StaffId
from kiosk.errors import KioskError
from kiosk.state import Migration, atomic, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_TRIES = 5
"""Of one person, since their last success."""

MOST_TRIES_HERE = 30
"""Of everybody on this machine, since the last success of anybody."""


class LockedError(KioskError):
    """The PIN was wrong five times: a supervisor has to unlock it. A badge still signs in."""

    code = "sign_in_locked"


class AllLockedError(KioskError):
    """PINs were wrong thirty times on this machine: no PIN is tried until a badge signs in, or somebody unlocks."""

    code = "sign_in_all_locked"


def count(state: sqlite3.Connection, whom: str, known: StaffId | Literal[""], at: datetime) -> int:
    """Write down that a PIN of `whom` is about to be checked, and tell which try it is; on the disk when this returns.

    Raises `LockedError` or `AllLockedError`, and then nothing may be checked; a `kiosk.state.StateError` likewise.
    """
    with atomic(state):
        tries, here = _tries(state, whom), _tries(state, _EVERYBODY)
        if tries >= MOST_TRIES:
            raise LockedError(f"the PIN was wrong {MOST_TRIES} times; a supervisor can unlock it")
        if here >= MOST_TRIES_HERE:
            raise AllLockedError(f"PINs were wrong {MOST_TRIES_HERE} times here; sign in with a badge, or unlock")
        for counted in (whom, _EVERYBODY):
            state.execute(
                "INSERT INTO staff_attempt (whom, tries) VALUES (?, 1) "
                "ON CONFLICT (whom) DO UPDATE SET tries = tries + 1",
                (counted,),
            )
        record(state, who="", act=Act.SIGN_IN_TRIED, subject=known, at=at)
    return tries + 1


def forgive(state: sqlite3.Connection, *whom: str) -> None:
    """Begin to count anew for these, and for the machine; inside `atomic`."""
    state.executemany("DELETE FROM staff_attempt WHERE whom = ?", [(one,) for one in (*whom, _EVERYBODY)])


def forgive_strangers(state: sqlite3.Connection) -> None:
    """Forget the tries under names that nobody has; inside `atomic`."""
    state.execute("DELETE FROM staff_attempt WHERE whom LIKE '?%'")


def stranger(mark: bytes) -> str:
    """What tries under a name that nobody has are counted under; `mark` tells nothing of the name."""
    return f"?{mark.hex()}"


def tries_left(state: sqlite3.Connection, whom: StaffId) -> int:
    """How many more times this person's PIN may be wrong before it is locked."""
    with state_errors():
        return max(0, MOST_TRIES - _tries(state, whom))


def is_locked(state: sqlite3.Connection, whom: StaffId) -> bool:
    """Tell whether this person's PIN is locked."""
    with state_errors():
        return _tries(state, whom) >= MOST_TRIES


def all_locked(state: sqlite3.Connection) -> bool:
    """Tell whether every PIN of the machine is."""
    with state_errors():
        return _tries(state, _EVERYBODY) >= MOST_TRIES_HERE


_EVERYBODY = "*"


def _tries(state: sqlite3.Connection, whom: str) -> int:
    row = state.execute("SELECT tries FROM staff_attempt WHERE whom = ?", (whom,)).fetchone()
    return 0 if row is None else int(row[0])


def _tables(database: "Database") -> None:
    database.table("staff_attempt").create({"whom": str, "tries": int}, pk="whom", not_null={"tries"})


MIGRATIONS = (Migration("counter", "staff_attempts", _tables),)

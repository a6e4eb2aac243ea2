"""state.db: the one file that is written, how it is opened, brought up to date, and written all or nothing.

Each subject (referrals, measures, cases ...) owns its tables and gives its `Migration`s to `open_state`; the names of
those applied are kept in sqlite-utils' own table, so its command line understands the file.
"""

import errno
import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from sqlite_utils import Database

BALLAST_FILE = "ballast"
"""In the folder of state.db: a file that only takes up room (`kiosk.outbox.ballast`)."""

ROOM = 1024 * 1024
"""Bytes that are to be free before anything is written: no act takes more."""

_BUSY_SECONDS = 5.0
_APPLIED = "SELECT migration_set, name FROM _sqlite_migrations"
_HAS_APPLIED = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"


class StateError(KioskError):
    """state.db cannot be used."""

    code = "state_unusable"


class StateDamagedError(StateError):
    """state.db is not a whole SQLite database any more; it is left as it is for whoever repairs it."""

    code = "state_damaged"


class StateBusyError(StateError):
    """Another program kept state.db locked for five seconds."""

    code = "state_busy"


class DiskFullError(StateError):
    """There is no room left; what was being written was not written at all."""

    code = "disk_full"


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the tables. `subject` and `name` together are its name for ever; `apply` runs in a transaction."""

    subject: str
    name: str
    apply: Callable[["Database"], None]


def open_state(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """Open state.db, made if missing, with every migration applied in the order given.

    Each commit is on the disk before it returns. Deleted rows are overwritten with zeros. The connection belongs to the
    thread that opened it. Raises a `StateError`; a file that is not a database is never replaced.
    """
    with state_errors(), _one_at_a_time(path):
        _make_room(path.parent)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, migrations)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything in the block or nothing of it; once the block is left, it is on the disk.

    Where the disk is full, what was kept for that day is used. Raises `DiskFullError` when there is none.
    """
    with state_errors():
        make_room_for(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def scrub(connection: sqlite3.Connection) -> None:
    """Empty the write-ahead log into the database, so that deleted rows are in neither.

    Another program that is reading puts this off until the next call; nothing is wrong then.
    """
    with state_errors():
        make_room_for(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def make_room_for(connection: sqlite3.Connection) -> None:
    """Give the ballast's room back to the disk where hardly any is left, before something is written.

    Afterwards it would be too late: what fails is not written again by itself.
    """
    for _, name, file in connection.execute("PRAGMA database_list"):
        if name == "main" and file:
            _make_room(Path(file).parent)


@contextmanager
def state_errors() -> Iterator[None]:
    """Turn what the disk did to SQLite into ours; a wrong statement stays a bug.

    That the index of the write-ahead log cannot grow is an I/O error to SQLite; it means that the disk is full.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = getattr(error, "sqlite_errorcode", 0)
        ours = DiskFullError if told == sqlite3.SQLITE_IOERR_SHMSIZE else _ERRORS.get(told & 0xFF)
        if ours is None:
            raise
        raise ours(str(error)) from error


def error_from_os(error: OSError, path: Path) -> StateError:
    """The state error that says what the system said about a file of the state folder."""
    kind = DiskFullError if error.errno in _FULL else StateError
    return kind(f"{path}: {error.strerror}")


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ERRORS: dict[int, type[StateError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_CORRUPT: StateDamagedError,
    sqlite3.SQLITE_NOTADB: StateDamagedError,
    sqlite3.SQLITE_BUSY: StateBusyError,
    sqlite3.SQLITE_LOCKED: StateBusyError,
    sqlite3.SQLITE_IOERR: StateError,
    sqlite3.SQLITE_CANTOPEN: StateError,
    sqlite3.SQLITE_READONLY: StateError,
    sqlite3.SQLITE_PERM: StateError,
}


def _make_room(folder: Path) -> None:
    with suppress(OSError):
        there = os.statvfs(folder)
        if there.f_bavail * there.f_frsize < ROOM:
            (folder / BALLAST_FILE).unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Make the file, for its owner only, and let programs that start at once open it in turn.

    SQLite does not wait for a lock while it turns the write-ahead log on. The lock is on the folder, since closing
    any descriptor of the database file itself would drop SQLite's own locks.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise error_from_os(error, path) from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    if not _pending(connection, migrations):
        return
    from sqlite_utils import Database, Migrations  # 80 ms to import, and only a new version needs it

    with atomic(connection):
        database = Database(connection)
        for migration in _pending(connection, migrations):
            named = Migrations(migration.subject)
            named(name=migration.name)(migration.apply)
            named.apply(database)


def _pending(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> tuple[Migration, ...]:
    applied: set[tuple[str, str]] = set()
    if connection.execute(_HAS_APPLIED).fetchone():
        applied = set(connection.execute(_APPLIED))
    return tuple(m for m in migrations if (m.subject, m.name) not in applied)

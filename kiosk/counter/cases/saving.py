"""Copies of state.db for safekeeping, and putting one back: never with the keys of cases.

A copy holds what is sealed and not what opens it, so that erasing a case here erases it in every copy ever made.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.state import Migration, error_from_os, state_errors

_APPLIED = "SELECT migration_set, name FROM _sqlite_migrations"
_PAGES_AT_ONCE = -1


class BackupError(KioskError):
    """The copy cannot be made or read."""

    code = "backup"


class BackupExistsError(BackupError):
    """There is a file of this name already; a copy replaces nothing."""

    code = "backup_exists"


class NotABackupError(BackupError):
    """The file is no whole copy of a state.db."""

    code = "backup_damaged"


class NewerBackupError(BackupError):
    """The copy was made by a newer version, whose tables this one does not know."""

    code = "backup_newer"


def back_up(state: sqlite3.Connection, file: Path) -> None:
    """Copy state.db into a new `file`, for its owner only; whole and on the disk when this returns, or not there.

    The counter may be at work meanwhile. Raises `BackupExistsError`, a `StateError`.
    """
    try:
        beside = file.with_name(f".{file.name}.part")
        beside.unlink(missing_ok=True)
        beside.touch(mode=0o600)
        try:
            _copy_into(state, beside)
            os.link(beside, file)
        finally:
            beside.unlink(missing_ok=True)
        _sync(file.parent)
    except FileExistsError as error:
        raise BackupExistsError(f"{file} is there already: name another file") from error
    except OSError as error:
        raise error_from_os(error, file) from error


def restore(file: Path, state: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Put a copy in place of all that `state` holds, in one step that others see as a whole or not at all.

    What the copy lacks of the tables of this version is made when state.db is opened again; until then use `state` for
    nothing. Cases erased since are erased again by the next `sweep`. Raises `NotABackupError`, `NewerBackupError`.
    """
    with closing(_opened(file)) as untrusted:
        _check(untrusted, file, migrations)
        with state_errors():
            untrusted.backup(state, pages=_PAGES_AT_ONCE)


def _copy_into(state: sqlite3.Connection, beside: Path) -> None:
    with state_errors(), closing(sqlite3.connect(beside)) as copy:
        state.backup(copy, pages=_PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    _sync(beside)


def _opened(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise NotABackupError(f"there is no file {file}")
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _check(untrusted: sqlite3.Connection, file: Path, migrations: Sequence[Migration]) -> None:
    try:
        whole = untrusted.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        applied = set(untrusted.execute(_APPLIED)) if whole else set()
    except sqlite3.DatabaseError as error:
        raise NotABackupError(f"{file} is not a copy of state.db") from error
    if not whole:
        raise NotABackupError(f"{file} is damaged; it was left as it is")
    unknown = applied - {(migration.subject, migration.name) for migration in migrations}
    if unknown:
        raise NewerBackupError(f"{file} is from a newer version: it has {', '.join(sorted(n for _, n in unknown))}")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

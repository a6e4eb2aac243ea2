"""A copy of the SQLite store while the hub runs, and a copy put back while it does not.

What kiosks have sent since the copy was made, they send again: the hub answers `gap`, and kiosks keep for thirty days
what was acknowledged. A PostgreSQL database has its own ways (pg_dump, pg_basebackup).
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kiosk.hub.store.sqlite import in_use
from kiosk.hub.store.statements import StoreError


def back_up(file: Path, copy: Path) -> None:
    """Write the store in `file` into a new file, whole and on the disk when this returns. Raises `StoreError`."""
    if not file.is_file():
        raise StoreError(f"{file}: there is no store to copy")
    if copy.exists():
        raise StoreError(f"{copy} is there already, and a backup never replaces anything")
    with _opened(file):
        pass
    beside = copy.with_name(f".{copy.name}.part")
    try:
        _copy(file, beside)
        check_whole(beside)
        _on_disk(beside)
        beside.rename(copy)
        _on_disk(copy.parent)
    except (OSError, sqlite3.Error) as error:
        beside.unlink(missing_ok=True)
        raise StoreError(f"{copy}: {error}") from error


def restore(copy: Path, file: Path) -> None:
    """Put a copy in place of the store, which nobody may be using. Raises `StoreError`; then all is as it was."""
    check_whole(copy)
    alone = in_use(file, alone=True)
    beside = file.with_name(f".{file.name}.restored")
    try:
        _copy(copy, beside)
        _on_disk(beside)
        _settle(file)
        beside.replace(file)
        _on_disk(file.parent)
    except (OSError, sqlite3.Error) as error:
        beside.unlink(missing_ok=True)
        raise StoreError(f"{file}: {error}") from error
    finally:
        os.close(alone)


def check_whole(file: Path) -> None:
    """Raise `StoreError` where a file is not a whole store."""
    with _opened(file) as connection:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise StoreError(f"{file} is damaged: {found}")


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A store to be read. Raises `StoreError` where it is none."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT hwm FROM stream LIMIT 1")
            yield connection
    except sqlite3.Error as error:
        raise StoreError(f"{file} is not a store of a hub: {error}") from error


def _copy(store: Path, target: Path) -> None:
    """A copy of a store, which may be in use, for its owner only; in place of what was left at `target`."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def _settle(file: Path) -> None:
    """Leave nothing of the old store's log behind, which would be played into the new one.

    What is in it goes into the old store first: a power cut between here and the new one leaves the old one whole. Of
    one that cannot be opened there is nothing to save.
    """
    if file.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    for end in ("-wal", "-shm"):
        file.with_name(f"{file.name}{end}").unlink(missing_ok=True)


def _on_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

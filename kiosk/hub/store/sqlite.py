"""The store in one SQLite file: enough for ten thousand kiosks on one small machine, and nothing to look after."""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from kiosk.hub.store.migrations import Engine, Migration, migrate
from kiosk.hub.store.statements import Result, Row, Statements, StoreError, Table
from kiosk.state import StateError, state_errors

_BUSY_SECONDS = 10.0
_KIB_IN_MEMORY = 16 * 1024
_PAGES_IN_LOG = 4_000
"""16 MB: the fewer times the log is put into the file, the fewer times one page is written."""


class SqliteStatements:
    """One transaction on a connection. Writers follow one another, so whatever is read is locked as well."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, *values: object) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()

    def run_later(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)

    def run_each(self, sql: str, rows: Iterable[Row]) -> None:
        self._connection.executemany(sql, rows)

    def locked(self, select: str, *values: object) -> list[Row]:
        return self.run(select, *values)

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        self._connection.executemany(table.insertion, rows)

    def add_new(self, rows: Mapping[Table, Sequence[Row]]) -> None:
        for table, each in rows.items():
            self._connection.executemany(f"{table.insertion} ON CONFLICT DO NOTHING", each)


class SqliteStore:
    """A file in WAL mode, on the disk at every commit. Other programs may read and write it meanwhile."""

    def __init__(self, file: Path, migrations: Sequence[Migration]) -> None:
        """Open `file`, made with its folder if missing, and apply `migrations`. Raises `StoreError`."""
        self._file = file
        self._in_use = in_use(file, alone=False)
        self._writing = Lock()
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        try:
            with _store_errors():
                self._writer = _connected(file)
            with self.atomic() as statements:
                migrate(statements, Engine.SQLITE, migrations)
        except BaseException:
            os.close(self._in_use)
            raise

    @contextmanager
    def atomic(self) -> Iterator[SqliteStatements]:
        with self._writing, _store_errors():
            yield from _transaction(self._writer, "BEGIN IMMEDIATE")

    def transact(self, work: Callable[[Statements], Result]) -> Result:
        with self.atomic() as statements:
            return work(statements)

    @contextmanager
    def reading(self) -> Iterator[SqliteStatements]:
        with _store_errors():
            try:
                connection = self._idle.get_nowait()
            except Empty:
                connection = _connected(self._file)
            try:
                yield from _transaction(connection, "BEGIN")
            finally:
                self._idle.put(connection)

    def asked(self, select: str, *values: object) -> list[Row]:
        with self.reading() as statements:
            return statements.run(select, *values)

    def make_room(self, day: int) -> None:
        """There is room for any day."""

    def drop_items_before(self, day: int) -> int:
        with self.atomic() as statements:
            (gone,) = statements.run("SELECT count(*) FROM item WHERE day < ?", day)[0]
            statements.run("DELETE FROM item WHERE day < ?", day)
        return int(gone)

    def close(self) -> None:
        with suppress(Empty):
            while True:
                self._idle.get_nowait().close()
        self._writer.close()
        os.close(self._in_use)


def in_use(file: Path, *, alone: bool) -> int:
    """Say that the store in `file` is used, until the descriptor given back is closed.

    Several programs may use it; with `alone`, nobody else does. Raises `StoreError` where that cannot be.
    """
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file.with_name(f"{file.name}.in-use"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BaseException:
            os.close(descriptor)
            raise
    except BlockingIOError as error:
        who = "the hub is running: stop it first" if alone else "it is being restored"
        raise StoreError(f"{file}: {who}") from error
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}") from error
    return descriptor


def _connected(file: Path) -> sqlite3.Connection:
    file.touch(mode=0o600)
    connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG}")
        connection.execute(f"PRAGMA cache_size = -{_KIB_IN_MEMORY}")
    except BaseException:
        connection.close()
        raise
    return connection


def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[SqliteStatements]:
    connection.execute(begin)
    try:
        yield SqliteStatements(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite rolls back by itself when the disk is full
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _store_errors() -> Iterator[None]:
    try:
        with state_errors():
            yield
    except StateError as error:
        raise StoreError(str(error)) from error
    except OSError as error:
        raise StoreError(f"{error.filename}: {error.strerror}") from error

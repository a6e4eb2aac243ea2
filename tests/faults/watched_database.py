"""state.db written by the house's own code on a disk that is watched: each write, cut and sync of SQLite is logged.

The house opens state.db with the standard library's SQLite, which lets nobody look on. While `watched` lasts,
`sqlite3.connect` opens the files of one folder with apsw's SQLite through a VFS that writes down what it passes on:
the statements, the PRAGMAs among them, are the house's own, none is said here. What a cut left is then opened with the
standard library's.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from tests.faults.power import Cut, FolderSynced, Log, Made, Removed, Synced, Written

Row = tuple[Any, ...]

_LOGS = apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL
"""SQLite on Unix syncs the folder with the first sync of each log that it opened and might have made (os_unix.c)."""


@contextmanager
def watched(folder: Path, log: Log) -> Iterator[None]:
    """Log all that SQLite does in `folder` while the block lasts; databases elsewhere are opened as ever."""
    vfs = _WatchedVfs(log)
    ordinary: Callable[..., Any] = sqlite3.connect

    def connect(database: Path, *settings: Any, timeout: float = 5.0, **others: Any) -> Any:
        if Path(database).parent != folder:
            return ordinary(database, *settings, timeout=timeout, **others)
        assert others.get("isolation_level", "") is None, "transactions that nobody began are not copied here"
        return WatchedConnection(apsw.Connection(str(database), vfs=vfs.name), timeout)

    sqlite3.connect = connect  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = ordinary
        vfs.unregister()


class _WatchedVfs(apsw.VFS):
    def __init__(self, log: Log) -> None:
        self.name = f"watched-{id(log)}"
        self._log = log
        super().__init__(self.name, base="")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        if path is None:
            return apsw.VFSFile("", None, flags)
        return _WatchedFile(name, flags, Path(path), self._log)

    def xDelete(self, name: str, syncdir: bool) -> None:
        super().xDelete(name, syncdir)
        self._log.add(Removed(Path(name).name))
        self._log.files.pop(Path(name).name, None)
        if syncdir:
            self._log.add(FolderSynced())


class _WatchedFile(apsw.VFSFile):
    def __init__(self, name: str | apsw.URIFilename | None, flags: list[int], path: Path, log: Log) -> None:
        is_new = path.name not in log.files
        wanted = flags[0]
        super().__init__("", name, flags)
        self._log = log
        self._syncs_folder = bool(wanted & apsw.SQLITE_OPEN_CREATE and wanted & _LOGS)
        self._file = log.numbered(path.name) if is_new else log.files[path.name]
        if is_new:
            log.add(Made(self._file, path.name))

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.add(Written(self._file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._log.add(Cut(self._file, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.add(Synced(self._file))
        if self._syncs_folder:
            self._syncs_folder = False
            self._log.add(FolderSynced())


class WatchedConnection:
    """What of `sqlite3.Connection` the house uses, said by apsw's; its rows, counts and errors are the same."""

    def __init__(self, connection: apsw.Connection, timeout: float) -> None:
        self.watched = connection
        connection.set_busy_timeout(int(timeout * 1000))

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.watched.in_transaction

    def execute(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> "WatchedRows":
        """Say one statement to its end."""
        return WatchedRows(self.watched, lambda: self.watched.execute(sql, parameters))

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]]) -> "WatchedRows":
        """Say one statement with each of these parameters."""
        return WatchedRows(self.watched, lambda: self.watched.executemany(sql, parameters))

    def close(self) -> None:
        """Close the file."""
        self.watched.close()


class WatchedRows:
    """All rows of a statement, how many rows it changed, and the number of the last that it added."""

    def __init__(self, connection: apsw.Connection, say: Callable[[], Iterable[Row]]) -> None:
        before = connection.total_changes()
        try:
            self._rows = iter(list(say()))
        except apsw.ConstraintError as error:
            raise sqlite3.IntegrityError(str(error)) from error
        except apsw.FullError as error:
            raise _like_ours(sqlite3.OperationalError(str(error)), sqlite3.SQLITE_FULL) from error
        self.rowcount = connection.total_changes() - before
        self.lastrowid = connection.last_insert_rowid()

    def fetchone(self) -> Row | None:
        """The next row, None when there is none."""
        return next(self._rows, None)

    def fetchall(self) -> list[Row]:
        """The rows that are left."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows


def _like_ours(error: sqlite3.DatabaseError, code: int) -> sqlite3.DatabaseError:
    error.sqlite_errorcode = code
    return error

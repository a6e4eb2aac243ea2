"""Rows written bare, to compare the hub with: into tables with a primary key and nothing else, a commit a batch."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.hub.store.statements import Kept, Result, Row, Statements, Store, Table
from kiosk.hub.store.tables import COUNTED, ITEM, NEED, REFERRAL

Rows = Mapping[Table, Sequence[Row]]

_KEYS = {
    ITEM: "stream, seq, day",
    REFERRAL: "day, id",
    NEED: "day, id",
    COUNTED: "day, id",
}
"""What `bench.exchanges` makes goes into these, and has the keys that it has in the hub's store."""

_ON_SQLITE = {Kept.BYTES: "BLOB", Kept.WHOLE: "INTEGER", Kept.TEXT: "TEXT", Kept.JSON: "JSON"}
_ON_POSTGRESQL = {Kept.BYTES: "bytea", Kept.WHOLE: "int8", Kept.TEXT: "text", Kept.JSON: "json"}


@dataclass(frozen=True, slots=True)
class Bare:
    """How rows are written, and what does it; each call has them on the disk when it returns."""

    how: str
    write: Callable[[Rows], None]


@contextmanager
def sqlite_bare(file: Path) -> Iterator[Bare]:
    """INSERT, into a new file with the hub's PRAGMAs."""
    with closing(sqlite3.connect(file, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("PRAGMA wal_autocheckpoint = 4000")
        bare.execute("PRAGMA cache_size = -16384")
        for table in _KEYS:
            bare.execute(f"{_created(table, _ON_SQLITE)}{' WITHOUT ROWID' if table is ITEM else ''}")

        def write(rows: Rows) -> None:
            bare.execute("BEGIN IMMEDIATE")
            for table, each in rows.items():
                bare.executemany(table.insertion, each)
            bare.execute("COMMIT")

        yield Bare("INSERT", write)


@contextmanager
def postgresql_bare(address: str) -> Iterator[Bare]:
    """COPY in its binary form, into an empty schema."""
    import psycopg
    from psycopg.types.string import BytesBinaryDumper

    with psycopg.connect(address) as bare:
        bare.adapters.register_dumper(bytes, BytesBinaryDumper)  # as the hub does: it is twice as fast
        for table in _KEYS:
            bare.execute(_created(table, _ON_POSTGRESQL))
        bare.commit()

        def write(rows: Rows) -> None:
            for table, each in rows.items():
                with bare.cursor().copy(f"COPY {table.name} FROM STDIN (FORMAT BINARY)") as copy:
                    copy.set_types([_ON_POSTGRESQL[kept] for kept in table.columns.values()])
                    for row in each:
                        copy.write_row(row)
            bare.commit()

        yield Bare("COPY", write)


def _created(table: Table, types: Mapping[Kept, str]) -> str:
    columns = ", ".join(f"{name} {types[kept]}" for name, kept in table.columns.items())
    return f"CREATE TABLE {table.name} ({columns}, PRIMARY KEY ({_KEYS[table]}))"


class Noting:
    """A store that notes which rows are added to its tables; all else it leaves to the store that it stands before."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._noted: dict[Table, Sequence[Row]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def transact(self, work: Callable[[Statements], Result]) -> Result:
        return self._store.transact(lambda statements: work(_NotingStatements(statements, self._noted)))

    def noted(self) -> Rows:
        """What was added since this was asked last."""
        noted, self._noted = self._noted, {}
        return noted


class _NotingStatements:
    def __init__(self, statements: Statements, noted: dict[Table, Sequence[Row]]) -> None:
        self._statements = statements
        self._noted = noted

    def __getattr__(self, name: str) -> Any:
        return getattr(self._statements, name)

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        self._noted[table] = noted = list(rows)
        self._statements.append(table, noted)

    def add_new(self, rows: Rows) -> None:
        self._noted.update(rows)
        self._statements.add_new(rows)

"""What the hub takes: exchanges and records a second on SQLite and PostgreSQL, beside the bare writing of the rows."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.exchanges import Hub, keys, requests, ring_of
from bench.measuring import Measure
from bench.served import ask_all, serving
from kiosk.hub.store import tables
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import Row, Store
from kiosk.sync.exchange.messages import open_batch
from tests import postgresql

ROWS = 200
_KIOSKS = 8
_EACH = 25
_AIM_TIMES_BARE = 2.0
"""At least half as many records a second as are written bare: what is made of them, a row for each step of a plan, is
not in the bare rows, so that `only keeping` is what compares with them."""
_AIM_P99_MS = 250.0
_SEED = 7

Write = Callable[[Sequence[Row]], None]


@dataclass(frozen=True, slots=True)
class Bare:
    """The bare writing of rows into a table like `item`, each call on the disk when it returns."""

    how: str
    write: Write


def measure() -> list[Measure]:
    """Both stores; PostgreSQL, with a server of its own, where that is installed."""
    return [*_on_sqlite(), *(_on_postgresql() if postgresql.is_installed() else [])]


def _on_sqlite() -> list[Measure]:
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        with closing(SqliteStore(Path(folder) / "hub.db", tables.MIGRATIONS)) as store, _sqlite(Path(folder)) as bare:
            found = _beside_bare("SQLite", store, bare)
        return [*found, _served("SQLite", str(Path(folder) / "served.db"))]


def _on_postgresql() -> list[Measure]:
    from kiosk.hub.store.postgresql import PostgresqlStore

    server: Any = postgresql.Server()  # type: ignore[no-untyped-call]
    try:
        address = server.schema()
        with closing(PostgresqlStore(address, tables.MIGRATIONS)) as store, _postgresql(address) as bare:
            found = _beside_bare("PostgreSQL", store, bare)
        return [*found, _served("PostgreSQL", server.schema())]
    finally:
        server.remove()


def _beside_bare(engine: str, store: Store, bare: Bare) -> list[Measure]:
    own, *kiosks = keys(3)
    hub = Hub(store, own, ring_of(kiosks))
    random = Random(_SEED)
    one_by_one = list(requests(kiosks[0], ROWS, 2 * _EACH, random))
    only_kept = list(requests(kiosks[1], ROWS, 2 * _EACH, random, known=False))
    return [
        _beside(f"hub on {engine}, times bare", hub, bare, one_by_one),
        _beside(f"hub on {engine}, only keeping, times bare", hub, bare, only_kept),
    ]


def _beside(name: str, hub: Hub, bare: Bare, asked: Sequence[bytes]) -> Measure:
    took, took_bare = _in_turn(hub, bare, asked)
    rate = len(asked) / took
    note = f"{rate:.0f} exchanges, {rate * ROWS:.0f} records a second; {took_bare / took:.2f} of {bare.how}"
    return Measure(name, took / took_bare, "x", _AIM_TIMES_BARE, note)


def _in_turn(hub: Hub, bare: Bare, asked: Sequence[bytes]) -> tuple[float, float]:
    """Seconds for all exchanges, and for writing the same rows bare; turn about, so that both meet the same machine."""
    took = took_bare = 0.0
    for request in asked:
        _, batch = open_batch(request, hub.ring)
        rows = [(batch.stream, i.seq, i.kind, i.id, i.body, batch.clock, batch.clock // 86_400) for i in batch.items]
        start = time.perf_counter()
        hub.answer(request)
        between = time.perf_counter()
        bare.write(rows)
        took, took_bare = took + between - start, took_bare + time.perf_counter() - between
    return took, took_bare


def _served(engine: str, database: str) -> Measure:
    """How long a kiosk waits for its answer over HTTP when every kiosk has its next batch ready."""
    kiosks = keys(_KIOSKS)
    random = Random(_SEED)
    asked = [list(requests(key, ROWS, _EACH, random)) for key in kiosks]
    with serving(kiosks, database) as address:
        answers, took = ask_all(address, asked)
    note = f"{_KIOSKS} kiosks at once on the same machine, {len(answers) / took:.0f} exchanges a second"
    waits = [answer.waited * 1000 for answer in answers]
    return Measure(f"hub on {engine}, served, p99", _ninety_ninth(waits), "ms", _AIM_P99_MS, note)


def _ninety_ninth(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


@contextmanager
def _sqlite(folder: Path) -> Iterator[Bare]:
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute(
            "CREATE TABLE item (stream BLOB, seq INTEGER, kind INTEGER, id BLOB, body BLOB, received INTEGER,"
            " day INTEGER, PRIMARY KEY (stream, seq, day)) WITHOUT ROWID"
        )

        def write(rows: Sequence[Row]) -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            bare.execute("COMMIT")

        yield Bare("INSERT", write)


@contextmanager
def _postgresql(address: str) -> Iterator[Bare]:
    import psycopg

    with psycopg.connect(address) as bare:
        bare.execute(
            "CREATE TABLE bare (stream BYTEA, seq BIGINT, kind BIGINT, id BYTEA, body BYTEA, received BIGINT,"
            " day BIGINT, PRIMARY KEY (stream, seq, day))"
        )
        bare.commit()

        def write(rows: Sequence[Row]) -> None:
            with bare.cursor().copy("COPY bare FROM STDIN (FORMAT BINARY)") as copy:
                copy.set_types(("bytea", "int8", "int8", "bytea", "bytea", "int8", "int8"))
                for row in rows:
                    copy.write_row(row)
            bare.commit()

        yield Bare("COPY", write)

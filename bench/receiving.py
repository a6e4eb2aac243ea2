"""What the hub takes: exchanges and records a second on SQLite and PostgreSQL, beside the bare writing of the rows."""

import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, cast

from bench.bare import Bare, Noting, postgresql_bare, sqlite_bare
from bench.exchanges import Hub, keys, requests, ring_of
from bench.measuring import Measure
from bench.served import ask_all, serving
from kiosk.hub.store import tables
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import Store
from tests import postgresql

ROWS = 200
_KIOSKS = 8
_EACH = 25
_TURNS = 150
_AIM_TIMES_BARE = 2.0
"""At least half as many rows a second as are written bare."""
_AIM_P99_MS = 250.0
_SEED = 7


@dataclass
class Took:
    """Seconds for the same exchanges: all that the hub does, its records written bare, all of its rows written bare."""

    hub: float = 0.0
    records: float = 0.0
    rows: float = 0.0


def measure() -> list[Measure]:
    """Both stores; PostgreSQL, with a server of its own, where that is installed."""
    found = _on_sqlite()
    if postgresql.is_installed():
        found += _on_postgresql("PostgreSQL", durable=True)
        found += _on_postgresql("PostgreSQL that never waits for the disk", durable=False)
    return found


def _on_sqlite() -> list[Measure]:
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        with (
            closing(SqliteStore(Path(folder) / "hub.db", tables.MIGRATIONS)) as store,
            sqlite_bare(Path(folder) / "records.db") as records,
            sqlite_bare(Path(folder) / "rows.db") as rows,
        ):
            found = _beside_bare("SQLite", store, records, rows)
        return [*found, _served("SQLite", str(Path(folder) / "served.db"))]


def _on_postgresql(engine: str, *, durable: bool) -> list[Measure]:
    from kiosk.hub.store.postgresql import PostgresqlStore

    server: Any = postgresql.Server(durable=durable)  # type: ignore[no-untyped-call]
    try:
        with (
            closing(PostgresqlStore(server.schema(), tables.MIGRATIONS)) as store,
            postgresql_bare(server.schema()) as records,
            postgresql_bare(server.schema()) as rows,
        ):
            found = _beside_bare(engine, store, records, rows)
        return [*found, _served(engine, server.schema())]
    finally:
        server.remove()


def _beside_bare(engine: str, store: Store, records: Bare, rows: Bare) -> list[Measure]:
    own, *kiosks = keys(3)
    noting = Noting(store)
    hub = Hub(cast(Store, noting), own, ring_of(kiosks))
    random = Random(_SEED)
    took = _in_turn(hub, noting, records, rows, list(requests(kiosks[0], ROWS, _TURNS, random)))
    kept = _in_turn(hub, noting, records, rows, list(requests(kiosks[1], ROWS, _TURNS, random, known=False)))
    rate = _TURNS / took.hub
    note = f"{rate:.0f} exchanges, {rate * ROWS:.0f} records a second; "
    return [
        _beside(f"hub on {engine}, times all its rows bare", took.hub, took.rows, f"{note}{rows.how}", _AIM_TIMES_BARE),
        _beside(f"hub on {engine}, times the records alone bare", took.hub, took.records, records.how),
        _beside(f"hub on {engine}, only keeping, times bare", kept.hub, kept.records, records.how),
    ]


def _beside(name: str, took: float, bare: float, note: str, aim: float | None = None) -> Measure:
    return Measure(name, took / bare, "x", aim, f"{note}: {bare / took:.2f} of it")


def _in_turn(hub: Hub, noting: Noting, records: Bare, rows: Bare, asked: Sequence[bytes]) -> Took:
    """All exchanges, each done by the hub and then written bare, turn about, so that all meet the same machine."""
    took = Took()
    for request in asked:
        start = time.perf_counter()
        hub.answer(request)
        answered = time.perf_counter()
        written = noting.noted()
        before = time.perf_counter()
        records.write({tables.ITEM: written[tables.ITEM]})
        between = time.perf_counter()
        rows.write(written)
        took.hub += answered - start
        took.records += between - before
        took.rows += time.perf_counter() - between
    return took


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

"""What the hub is compared with is the writing of all that it has written, and of nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import cast

from bench.bare import Noting, sqlite_bare
from bench.exchanges import Hub, keys, requests, ring_of
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import Store
from kiosk.hub.store.tables import MIGRATIONS

_ONCE_AN_EXCHANGE = {"stream", "health", "migration"}


def _rows(connection: sqlite3.Connection, table: str) -> set[object]:
    columns = sorted(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
    return set(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"))


def test_bare_is_written_what_the_hub_has_written(tmp_path: Path) -> None:
    own, kiosk = keys(2)
    with (
        closing(SqliteStore(tmp_path / "hub.db", MIGRATIONS)) as store,
        sqlite_bare(tmp_path / "bare.db") as bare,
    ):
        noting = Noting(store)
        hub = Hub(cast(Store, noting), own, ring_of([kiosk]))
        for request in requests(kiosk, 60, 3, Random(1)):
            hub.answer(request)
            bare.write(noting.noted())

    with closing(sqlite3.connect(tmp_path / "hub.db")) as hubs, closing(sqlite3.connect(tmp_path / "bare.db")) as bares:
        tables = {name for (name,) in hubs.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        filled = {table for table in tables - _ONCE_AN_EXCHANGE if _rows(hubs, table)}
        assert filled == {"item", "referral", "unmet_need", "counted"}
        for table in filled:
            assert _rows(hubs, table) == _rows(bares, table)

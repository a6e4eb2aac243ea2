"""What one exchange costs the hub in time and bytes, measured with the hub's own code on SQLite."""

import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.exchanges import Hub, keys, requests, ring_of
from kiosk.hub.store import tables
from kiosk.hub.store.sqlite import SqliteStore

_FEW, _MANY = 2, 200
_TIMES = 60
_SEED = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """So much for an exchange, and so much for each record in it."""

    each: float
    record: float

    @classmethod
    def through(cls, few: float, many: float) -> "Cost":
        """The line through what was measured with `_FEW` and with `_MANY` records."""
        record = max(0.0, (many - few) / (_MANY - _FEW))
        return cls(max(0.0, few - _FEW * record), record)

    def of(self, records: int) -> float:
        """The cost of one exchange."""
        return self.each + records * self.record


@dataclass(frozen=True, slots=True)
class Capacity:
    """Seconds of the hub's one writer, bytes up without the headers of HTTP and TLS, and bytes down."""

    seconds: Cost
    up: Cost
    down: float


def measured() -> Capacity:
    """The middle of sixty exchanges of each size, as long as they took by the wall's clock."""
    with (
        tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder,
        closing(SqliteStore(Path(folder) / "hub.db", tables.MIGRATIONS)) as store,
    ):
        few, many = (_one(store, rows) for rows in (_FEW, _MANY))
    return Capacity(Cost.through(few[0], many[0]), Cost.through(few[1], many[1]), few[2])


def _one(store: SqliteStore, rows: int) -> tuple[float, float, float]:
    """Seconds, bytes up and bytes down of an exchange with so many records."""
    kiosk, own = keys(2)
    hub = Hub(store, own, ring_of([kiosk]))
    seconds, up, down = [], [], []
    for request in requests(kiosk, rows, _TIMES, Random(_SEED + rows)):
        start = time.perf_counter()
        answer = hub.answer(request)
        seconds.append(time.perf_counter() - start)
        up.append(len(request))
        down.append(len(answer))
    return statistics.median(seconds), statistics.median(up), statistics.median(down)

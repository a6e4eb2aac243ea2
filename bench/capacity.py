"""What one exchange costs the hub in time and bytes, measured on a hub that is really served, on SQLite."""

import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.exchanges import keys, requests
from bench.served import ask_all, serving
from kiosk.referral.keys import KioskKey

_FEW, _MANY = 2, 200
_KIOSKS = 8
_TIMES = 25
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
    """Seconds of the hub, bytes up without the headers of HTTP and TLS, and bytes down."""

    seconds: Cost
    up: Cost
    down: float


def measured() -> Capacity:
    """Of a hub that is served on this machine, while eight kiosks on the same machine never pause."""
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        kiosks = keys(_KIOSKS)
        with serving(kiosks, str(Path(folder) / "hub.db")) as address:
            few, many = (_one(address, kiosks, rows) for rows in (_FEW, _MANY))
    return Capacity(Cost.through(few[0], many[0]), Cost.through(few[1], many[1]), few[2])


def _one(address: str, kiosks: list[KioskKey], rows: int) -> tuple[float, float, float]:
    """Seconds, bytes up and bytes down of an exchange with so many records."""
    random = Random(_SEED + rows)
    asked = [list(requests(key, rows, _TIMES, random)) for key in kiosks]
    answers, took = ask_all(address, asked)
    up = statistics.median(len(request) for of_one in asked for request in of_one)
    return took / len(answers), up, statistics.median(answer.size for answer in answers)

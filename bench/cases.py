"""The list of ten thousand cases: each choice of it beside a bare SELECT of all rows, and while a code is typed."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench.measuring import Measure, each_ms, median
from kiosk.counter.cases.listing import Which, listed, totals
from kiosk.counter.cases.statuses import Status, closes
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.tables import MIGRATIONS
from kiosk.referral.code import ALPHABET
from kiosk.state import atomic, open_state

CASES = 10_000
TODAY = date(2026, 3, 12)
_AIM_MS = 50
_TIMES = 20
_STAFF = tuple(StaffId(f"STAFF{number:03}") for number in range(8))


def measure() -> list[Measure]:
    """List every choice of ten thousand cases, and type a code key by key."""
    with (
        tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder,
        closing(open_state(Path(folder) / "state.db", MIGRATIONS)) as state,
    ):
        _fill(state)
        bare = median(each_ms(lambda: state.execute("SELECT * FROM case_file").fetchall(), _TIMES))
        return [*(_choice(state, which, bare) for which in Which), _typing(state), _counting(state)]


def _choice(state: sqlite3.Connection, which: Which, bare: float) -> Measure:
    ask = partial(listed, state, which, today=TODAY, me=_STAFF[0])
    found, taken = len(ask()), median(each_ms(ask, _TIMES))
    note = f"{found} of {CASES}, {taken / bare:.1f} times a bare SELECT of all ({bare:.1f} ms)"
    return Measure(f"cases listed: {which}", taken, "ms", _AIM_MS, note)


def _typing(state: sqlite3.Connection) -> Measure:
    code = state.execute("SELECT code FROM case_file WHERE number = '26-5000'").fetchone()[0]
    typed = [f"R-{code[:4]}-{code[4:]}"[:end] for end in range(1, 11)]
    taken = [median(each_ms(partial(listed, state, Which.ALL, today=TODAY, typed=t, most=300), 5)) for t in typed]
    return Measure("case found by code, one key", max(taken), "ms", _AIM_MS, f"the slowest of {len(typed)} keys")


def _counting(state: sqlite3.Connection) -> Measure:
    taken = median(each_ms(partial(totals, state, today=TODAY, me=_STAFF[0]), _TIMES))
    return Measure("cases counted for each choice", taken, "ms", _AIM_MS)


def _fill(state: sqlite3.Connection) -> None:
    statuses = tuple(Status)
    with atomic(state):
        state.executemany(
            "INSERT INTO case_file (id, number, opened_day, opened_by, last_by, last_day, code, token, bundle, steps, "
            "open_steps, last_status, due_day) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, 5, ?, ?, ?)",
            (_row(number, statuses[number % len(statuses)]) for number in range(1, CASES + 1)),
        )


def _row(number: int, status: Status) -> tuple[object, ...]:
    opened = TODAY - timedelta(days=number % 300)
    due = (TODAY + timedelta(days=number % 60 - 20)).isoformat() if number % 3 else None
    code = "".join(ALPHABET[number * step // 7 % len(ALPHABET)] for step in (3, 5, 7, 11, 13, 17, 19))
    return (
        number.to_bytes(16, "big"),
        f"26-{number}",
        opened.isoformat(),
        _STAFF[number % 8],
        _STAFF[number // 8 % 8],
        (TODAY + timedelta(days=90)).isoformat(),
        code,
        number % 25,
        0 if closes(status) else 3,
        status,
        due,
    )

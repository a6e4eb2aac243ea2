"""The outbox as a stream: what is to be sent next, what the hub has, and beginning anew under another id."""

import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kiosk.state import state_errors

_STREAM_BYTES = 16
_NOTHING_YET = bytes(32)


@dataclass(frozen=True, slots=True)
class Stream:
    """How far a stream has come: the hub has every record up to `hwm`, and `chain` is the chain there.

    Rows up to `base` were let go; the chain there is `base_chain`. `cursor` is the last receipt that came.
    """

    id: bytes
    base: int
    base_chain: bytes
    hwm: int
    chain: bytes
    cursor: int


@dataclass(frozen=True, slots=True)
class Row:
    """One record that waits."""

    seq: int
    kind: int
    id: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the hub does not have yet: how many records of each kind, and the day of the oldest; None without any.

    `by_kind` has the numbers of `kiosk.outbox.kinds.Kind`.
    """

    by_kind: Mapping[int, int]
    oldest: date | None

    @property
    def count(self) -> int:
        """All of them."""
        return sum(self.by_kind.values())


def stream_of(state: sqlite3.Connection) -> Stream:
    """The stream as it stands."""
    with state_errors():
        row = state.execute("SELECT stream, base, base_chain, hwm, chain, cursor FROM outbox_stream").fetchone()
    return Stream(*row)


def unsent(state: sqlite3.Connection, after: int, most: int) -> tuple[Row, ...]:
    """Up to `most` records that follow number `after`, in order."""
    with state_errors():
        rows = state.execute(
            "SELECT seq, kind, id, body FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?", (after, most)
        ).fetchall()
    return tuple(Row(*row) for row in rows)


def waiting(state: sqlite3.Connection) -> Waiting:
    """What waits to go up."""
    with state_errors():
        rows = state.execute("SELECT kind, count(*), min(at) FROM outbox WHERE acked IS NULL GROUP BY kind").fetchall()
    oldest = min((at for _, _, at in rows), default=None)
    by_kind = {kind: count for kind, count, _ in rows}
    return Waiting(MappingProxyType(by_kind), date.fromisoformat(oldest) if oldest else None)


def acknowledge(state: sqlite3.Connection, chains: Iterable[tuple[int, bytes]], today: date) -> None:
    """The hub has these numbers, each with the stream's chain there, in order; inside `atomic`."""
    last: tuple[int, bytes] | None = None
    for last in chains:
        state.execute("UPDATE outbox SET acked = ?, chain = ? WHERE seq = ?", (today.isoformat(), last[1], last[0]))
    if last is not None:
        state.execute("UPDATE outbox_stream SET hwm = ?, chain = ?", last)


def rewind(state: sqlite3.Connection, hwm: int) -> bool:
    """Send everything after `hwm` once more; false, and nothing changed, when that is not kept. Inside `atomic`."""
    stream = stream_of(state)
    chain: bytes | None
    if hwm == stream.base:
        chain = stream.base_chain
    else:
        row = state.execute("SELECT chain FROM outbox WHERE seq = ? AND acked IS NOT NULL", (hwm,)).fetchone()
        chain = row[0] if row else None
    if chain is None or hwm > stream.hwm:
        return False
    state.execute("UPDATE outbox SET acked = NULL, chain = NULL WHERE seq > ?", (hwm,))
    state.execute("UPDATE outbox_stream SET hwm = ?, chain = ?", (hwm, chain))
    return True


def begin_stream(state: sqlite3.Connection, *, again: bool = False) -> None:
    """Number what waits from 1 under a new stream id, or with `again` everything kept; inside `atomic`.

    What is acknowledged and not to be sent again is let go: its place was in the stream that ends here.
    """
    if again:
        state.execute("UPDATE outbox SET acked = NULL, chain = NULL")
    else:
        state.execute("DELETE FROM outbox WHERE acked IS NOT NULL")
    numbers = [seq for (seq,) in state.execute("SELECT seq FROM outbox ORDER BY seq")]
    # In order and downwards only, so that no number is taken while another row still has it.
    state.executemany("UPDATE outbox SET seq = ? WHERE seq = ?", enumerate(numbers, start=1))
    state.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'outbox'", (len(numbers),))
    state.execute(
        "UPDATE outbox_stream SET stream = ?, base = 0, base_chain = ?, hwm = 0, chain = ?",
        (secrets.token_bytes(_STREAM_BYTES), _NOTHING_YET, _NOTHING_YET),
    )


def let_go(state: sqlite3.Connection, acked_before: date) -> int:
    """Delete rows the hub has had since before this day, oldest first, and tell how many; inside `atomic`.

    It stops at the first that is younger: days may be out of order where a clock was wrong.
    """
    row = state.execute(
        "SELECT seq, chain FROM outbox WHERE acked IS NOT NULL AND seq <"
        " coalesce((SELECT min(seq) FROM outbox WHERE acked IS NULL OR acked >= ?), 9223372036854775807)"
        " ORDER BY seq DESC LIMIT 1",
        (acked_before.isoformat(),),
    ).fetchone()
    if row is None:
        return 0
    state.execute("UPDATE outbox_stream SET base = ?, base_chain = ?", row)
    return state.execute("DELETE FROM outbox WHERE seq <= ?", (row[0],)).rowcount


EVERYTHING = date.max
"""For `let_go`: whatever the hub has."""

"""What the hub told this machine and nobody has dealt with yet."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.state import state_errors

MOST_KEPT = 5_000
"""Where nobody deals with them the oldest go."""


@dataclass(frozen=True, slots=True)
class Received:
    """One receipt, as docs/sync.md has its kinds."""

    number: int
    kind: int
    body: bytes


def receive(state: sqlite3.Connection, receipts: Iterable[Received], cursor: int) -> None:
    """Keep what came, and that it is to be told no more from `cursor` on; inside `atomic`."""
    state.executemany(
        "INSERT OR REPLACE INTO outbox_receipt (number, kind, body) VALUES (?, ?, ?)",
        [(each.number, each.kind, each.body) for each in receipts],
    )
    state.execute(
        "DELETE FROM outbox_receipt WHERE number NOT IN"
        " (SELECT number FROM outbox_receipt ORDER BY number DESC LIMIT ?)",
        (MOST_KEPT,),
    )
    state.execute("UPDATE outbox_stream SET cursor = ?", (cursor,))


def received(state: sqlite3.Connection) -> tuple[Received, ...]:
    """Everything that has come and is not dealt with, in order."""
    with state_errors():
        rows = state.execute("SELECT number, kind, body FROM outbox_receipt ORDER BY number").fetchall()
    return tuple(Received(*row) for row in rows)


def dealt_with(state: sqlite3.Connection, receipt: Received) -> None:
    """Forget a receipt; inside the `atomic` of what it has changed."""
    state.execute("DELETE FROM outbox_receipt WHERE number = ? AND body = ?", (receipt.number, receipt.body))

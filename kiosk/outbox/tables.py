"""The tables of the outbox in state.db: what waits or was acknowledged, how far the stream has come, what came back."""

from typing import TYPE_CHECKING

from kiosk.state import Migration

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # AUTOINCREMENT: a number that was sent is never given to another record, though its row be gone.
    # `at` is a day and no finer. `acked` is the day the hub had it, `chain` the stream's chain there; both or neither.
    "CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, id BLOB NOT NULL UNIQUE,"
    " body BLOB NOT NULL, at TEXT NOT NULL, acked TEXT, chain BLOB)",
    # One row. `base` is the number of the last row that was let go, `base_chain` the chain there.
    "CREATE TABLE outbox_stream (only INTEGER PRIMARY KEY CHECK (only = 1), stream BLOB NOT NULL,"
    " base INTEGER NOT NULL, base_chain BLOB NOT NULL, hwm INTEGER NOT NULL, chain BLOB NOT NULL,"
    " cursor INTEGER NOT NULL)",
    "INSERT INTO outbox_stream VALUES (1, randomblob(16), 0, zeroblob(32), 0, zeroblob(32), 0)",
    "CREATE TABLE outbox_receipt (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, body BLOB NOT NULL)",
)


def _outbox(database: "Database") -> None:
    for statement in _STATEMENTS:
        database.execute(statement)


MIGRATIONS = (Migration("outbox", "outbox", _outbox),)
"""For every list with which a file is opened that records are put into."""

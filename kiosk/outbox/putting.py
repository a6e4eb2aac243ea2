"""Putting a record in, inside the transaction of the act that it tells of: both are on the disk, or neither."""

import secrets
import sqlite3
from collections.abc import Mapping
from datetime import UTC, date, datetime

import cbor2

from kiosk.outbox.kinds import Kind
from kiosk.outbox.limits import keep_within

LARGEST_BODY = 64 * 1024

_LOOKED_AT_EVERY = 256
_ID_BYTES = 16


def put(state: sqlite3.Connection, kind: Kind, body: Mapping[int, object], at: date) -> bytes:
    """Write a record down for the hub and give its id; call it inside `atomic`, with the act itself.

    Of `at` only the day is kept, in the row and in the id: a time of day would tell who it was. `body` becomes
    deterministic CBOR. Raises ValueError when that has more than `LARGEST_BODY` bytes.
    """
    if not state.in_transaction:
        raise ValueError("a record is put down with its act or not at all")
    day = date(at.year, at.month, at.day)
    content = cbor2.dumps(dict(body), canonical=True)
    if len(content) > LARGEST_BODY:
        raise ValueError(f"{len(content)} bytes")
    identity = new_id(day)
    added = state.execute(
        "INSERT INTO outbox (kind, id, body, at) VALUES (?, ?, ?, ?)", (kind, identity, content, day.isoformat())
    )
    if added.lastrowid is not None and added.lastrowid % _LOOKED_AT_EVERY == 0:
        keep_within(state, day)
    return identity


def new_id(day: date) -> bytes:
    """A UUIDv7 (RFC 9562, 5.7) whose time is the first instant of `day` in UTC; the rest is random."""
    milliseconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
    drawn = bytearray(max(0, milliseconds).to_bytes(6, "big") + secrets.token_bytes(_ID_BYTES - 6))
    drawn[6] = 0x70 | drawn[6] & 0x0F
    drawn[8] = 0x80 | drawn[8] & 0x3F
    return bytes(drawn)

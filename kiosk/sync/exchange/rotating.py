"""Changing the kiosk's key: the hub is told the next one in a batch that the one in use has signed.

The next key signs for itself over stream || key id, so that nobody can have a kiosk announce a key that is not its
own. It is used once the hub has taken the record; a hub that was put back from a backup still knows the one before.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import cbor2

from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.streams import stream_of
from kiosk.referral.keys import KeyId
from kiosk.referral.next_key import forget_next_key, make_next_key, next_key, use_next_key
from kiosk.state import atomic, open_state, state_errors
from kiosk.sync.exchange.known_hub import known_hub
from kiosk.sync.exchange.messages import StreamId


def announce_next_key(state_file: Path, folder: Path, now: datetime) -> bytes:
    """Make the next key where there is none, and tell the hub with the next exchange; its public half.

    Raises `NotEnrolledError`, `KeyFileError` or a `StateError`.
    """
    hub = known_hub(folder)
    private = make_next_key(folder)
    public = private.public_key().public_bytes_raw()
    with closing(open_state(state_file, MIGRATIONS)) as state, atomic(state):
        signed = private.sign(key_proof(StreamId(stream_of(state).id), hub.key_id))
        put(state, Kind.NEXT_KEY, {1: public, 2: signed}, now)
    return public


def key_proof(stream: StreamId, key_id: KeyId) -> bytes:
    """What the next key signs."""
    return stream + key_id


def follow_announced(state: sqlite3.Connection, folder: Path, refused: frozenset[int]) -> bool:
    """Use the next key where the hub has taken its record; tells whether that was done now.

    Where the hub `refused` it, the key is forgotten and is to be announced anew: a stream that began in between has
    another id than the one it signed for.
    """
    private = next_key(folder)
    if private is None:
        return False
    public = private.public_key().public_bytes_raw()
    with state_errors():
        rows = state.execute(
            "SELECT seq, body FROM outbox WHERE kind = ? AND acked IS NOT NULL ORDER BY seq DESC", (Kind.NEXT_KEY,)
        ).fetchall()
    taken = next((seq for seq, body in rows if cbor2.loads(body).get(1) == public), None)
    if taken is None:
        return False
    if taken in refused:
        forget_next_key(folder)
        return False
    use_next_key(folder)
    return True

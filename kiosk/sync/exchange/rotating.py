"""Changing the kiosk's key: the hub is told the next one in a batch that the one in use has signed.

The next key signs for itself over stream || key id, so that nobody can have a kiosk announce a key that is not its
own. The hub lists it at once, beside the one in use; it is used once offices have had the time to hear of it. A hub
that was put back from a backup still knows the one before.
"""

import contextlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from pathlib import Path

import cbor2
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.streams import stream_of
from kiosk.private_files import make_anew
from kiosk.referral.keys import KeyId
from kiosk.referral.next_key import forget_next_key, make_next_key, next_key, use_next_key
from kiosk.state import atomic, error_from_os, open_state, state_errors
from kiosk.sync.exchange.known_hub import known_hub
from kiosk.sync.exchange.messages import Ack, StreamId

WAIT = timedelta(days=30)
"""How long an office may be without an exchange and still know a key when it is first used."""

MOST_AT_ONCE = timedelta(days=10)
"""So much of the wait may pass between two words of the hub. Only the hub's clock is asked, which signs for the time:
the kiosk's may say what it likes, and the hub's, where it has leapt, hurries nothing by more than this.
"""

WAITING_FILE = Path("sync") / "next-key.json"
_LONGEST = 4096
_WRITTEN_EVERY_S = 24 * 3600


class _Waiting(msgspec.Struct, frozen=True):
    """How long the next key, whose public half is `public`, has waited; `at_once` for one that is not to.

    The hub has it as `proof` signs for it, b"" while that is not known, and said so last at `heard`, in seconds since
    1970 by its clock.
    """

    public: bytes
    at_once: bool = False
    proof: bytes = b""
    waited_s: int = 0
    heard: int = 0


@dataclass(frozen=True, slots=True)
class _Next:
    """The next key, and what the hub is told of it in the stream as it is now."""

    private: Ed25519PrivateKey
    public: bytes
    proof: bytes


def announce_next_key(state_file: Path, folder: Path, now: datetime, *, at_once: bool = False) -> bytes:
    """Make the next key where there is none, and tell the hub with the next exchange; its public half.

    `at_once` has it used as soon as the hub has it: somebody else may have the one in use. Raises `NotEnrolledError`,
    `KeyFileError` or a `StateError`.
    """
    known_hub(folder)
    private = make_next_key(folder)
    with closing(open_state(state_file, MIGRATIONS)) as state:
        following = _signed(state, folder, private)
        if at_once:
            kept = _waiting(folder, following.public)
            _keep(folder, msgspec.structs.replace(kept, at_once=True))
        _announce(state, following, now)
    return following.public


def days_until_used(folder: Path) -> int | None:
    """For how many days more, by the hub's clock, the next key waits; 0 for one that waits for nothing but the hub's
    word, None where there is none. Raises `KeyFileError`.
    """
    private = next_key(folder)
    if private is None:
        return None
    waiting = _waiting(folder, private.public_key().public_bytes_raw())
    return 0 if waiting.at_once else ceil((WAIT - timedelta(seconds=waiting.waited_s)) / timedelta(days=1))


def key_proof(stream: StreamId, key_id: KeyId) -> bytes:
    """What the next key signs."""
    return stream + key_id


def follow_announced(state: sqlite3.Connection, folder: Path, ack: Ack, today: date) -> bool:
    """Use the next key where the hub has had its record for long enough; tells whether that was done now.

    A stream that began in between has another id than the one it signed for: it is announced once more. Where the hub
    refused it even so, it is forgotten. Raises a `StateError`; then it is all done with the next word of the hub.
    """
    private = next_key(folder)
    if private is None:
        return False
    following = _signed(state, folder, private)
    waiting = _waiting(folder, following.public)
    announced = _announced(state, following)
    if announced is None and waiting.proof != following.proof:
        _announce(state, following, today)
        return False
    if announced is not None and not announced.is_taken:
        return False
    if announced is not None and any(refusal.seq == announced.seq for refusal in ack.poison):
        forget_next_key(folder)
        _forget(folder)
        return False
    waited = _waited(waiting, following, ack.time)
    if waited.at_once or waited.waited_s >= WAIT.total_seconds():
        use_next_key(folder)
        _forget(folder)
        return True
    if waited.proof != waiting.proof or not 0 <= waited.heard - waiting.heard < _WRITTEN_EVERY_S:
        _keep(folder, waited)
    return False


def _waited(waiting: _Waiting, following: _Next, hub_time: int) -> _Waiting:
    """The wait, by what the hub's clock says now; nothing has passed where the hub had not told before that it has the
    key in this stream. What had in another stays: whoever makes streams begin anew shall not keep a key in use.
    """
    if waiting.proof != following.proof:
        return msgspec.structs.replace(waiting, proof=following.proof, heard=hub_time)
    passed = min(max(0, hub_time - waiting.heard), int(MOST_AT_ONCE.total_seconds()))
    return msgspec.structs.replace(waiting, waited_s=waiting.waited_s + passed, heard=hub_time)


@dataclass(frozen=True, slots=True)
class _Announced:
    """The record that tells of it, and whether the hub has it."""

    seq: int
    is_taken: bool


def _announced(state: sqlite3.Connection, following: _Next) -> _Announced | None:
    """The newest record of the next key for this stream; None where there is none, or it was let go long since."""
    with state_errors():
        rows = state.execute(
            "SELECT seq, body, acked IS NOT NULL FROM outbox WHERE kind = ? ORDER BY seq DESC", (Kind.NEXT_KEY,)
        ).fetchall()
    told = {1: following.public, 2: following.proof}
    return next((_Announced(seq, bool(taken)) for seq, body, taken in rows if cbor2.loads(body) == told), None)


def _signed(state: sqlite3.Connection, folder: Path, private: Ed25519PrivateKey) -> _Next:
    proof = private.sign(key_proof(StreamId(stream_of(state).id), known_hub(folder).key_id))
    return _Next(private, private.public_key().public_bytes_raw(), proof)


def _announce(state: sqlite3.Connection, following: _Next, at: date) -> None:
    with atomic(state):
        put(state, Kind.NEXT_KEY, {1: following.public, 2: following.proof}, at)


def _waiting(folder: Path, public: bytes) -> _Waiting:
    """What is kept of its wait; a file that is torn, or of another key, is as good as none: the wait begins anew."""
    try:
        with (folder / WAITING_FILE).open("rb") as file:
            kept = msgspec.json.decode(file.read(_LONGEST), type=_Waiting)
    except (OSError, msgspec.MsgspecError):
        return _Waiting(public)
    return kept if kept.public == public else _Waiting(public)


def _keep(folder: Path, waiting: _Waiting) -> None:
    make_anew(folder / WAITING_FILE, msgspec.json.encode(waiting))


def _forget(folder: Path) -> None:
    path = folder / WAITING_FILE
    try:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
    except OSError as error:
        raise error_from_os(error, path) from error

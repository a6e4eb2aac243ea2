"""The way up on a USB stick: the very requests, sealed to the hub, and the hub's signed word back on the next stick.

A lost stick shows nothing. Rows are let go for the same reason as over the network, and for no other: the hub's word,
about a request that this machine made. Which those were is kept in a small file until they are answered.
"""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.counter.counts import tell_counts
from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.streams import stream_of
from kiosk.private_files import make_anew
from kiosk.referral import cose
from kiosk.state import error_from_os, open_state
from kiosk.sync.exchange.batches import Sent, next_batch
from kiosk.sync.exchange.errors import NoSealingKeyError, StickError, UnreadableError
from kiosk.sync.exchange.exchanging import Exchanged, kiosk_key, take_word, taking_turns
from kiosk.sync.exchange.fields import exactly, rows, whole
from kiosk.sync.exchange.known_hub import known_hub
from kiosk.sync.exchange.messages import (
    HASH_BYTES,
    ID_BYTES,
    LARGEST_ACK,
    LARGEST_REQUEST,
    Health,
    StreamId,
    chain_after,
    open_ack,
    request_hash,
    seal,
)

OUTBOX_FOLDER, RECEIPTS_FOLDER = "outbox", "receipts"
SUFFIX = ".cose"
ON_STICK_FILE = Path("sync") / "on-stick.cbor"
MOST_FILES = 25
"""On one stick, each at most a mebibyte: 50,000 records."""
MOST_REMEMBERED = 200
LARGEST_SEALED = LARGEST_REQUEST + 64

_PURPOSE = b"sp/x1/stick"


def sealed(request: bytes, sealing: bytes) -> bytes:
    """A request that only the hub with this X25519 key opens: HPKE (RFC 9180), base mode, enc || ciphertext."""
    return _suite().encrypt(request, X25519PublicKey.from_public_bytes(sealing), info=_PURPOSE)


def unsealed(untrusted: bytes, key: X25519PrivateKey) -> bytes:
    """The request in a file from a stick, which is yet to be verified. Raises `UnreadableError`."""
    if len(untrusted) > LARGEST_SEALED:
        raise UnreadableError(f"more than {LARGEST_SEALED} bytes")
    try:
        return _suite().decrypt(untrusted, key, info=_PURPOSE)
    except (InvalidTag, ValueError) as error:
        raise UnreadableError("not sealed to this hub, or altered since") from error


def write_stick_file(state_file: Path, folder: Path, stick: Path, now: datetime, health: Health) -> tuple[Path, ...]:
    """Write what waits onto a stick, in as many files as it takes; flushed when this returns. Nothing is let go.

    Where nothing waits one file asks for receipts.

    Raises:
        NotEnrolledError: there is no hub.
        NoSealingKeyError: the hub takes no sticks.
        StickError: the stick is full, was pulled out or cannot be written.
        StateError: the disk.
    """
    hub = known_hub(folder)
    if not hub.sealing:
        raise NoSealingKeyError("this hub has no key that sticks are sealed to")
    key = kiosk_key(folder, hub)
    made: list[tuple[Sent, bytes]] = []
    with taking_turns(folder), closing(open_state(state_file, MIGRATIONS)) as state:
        tell_counts(state, now)
        after: tuple[int, bytes] | None = None
        while len(made) < MOST_FILES:
            batch = next_batch(state, int(now.timestamp()), health, after)
            if made and not batch.items:
                break
            request = seal(batch, key)
            made.append((Sent(request_hash(request), batch.stream, batch.first, batch.last), request))
            after = batch.last, chain_after(batch.chain, batch.items)
        _remember(folder, [sent for sent, _ in made])
    paths = tuple(_written(stick, sent, sealed(request, hub.sealing)) for sent, request in made)
    _take_off_earlier(stick, made[0][0].stream, paths)
    return paths


def read_receipts_file(state_file: Path, folder: Path, stick: Path, now: datetime) -> Exchanged | None:
    """Do what the hub's word on a stick says; None where there is none for this machine.

    Raises `UnreadableError` or `UnknownSignerError` for a file that is none of the hub's or answers nothing that this
    machine has written, `NotEnrolledError`, `StickError`, or a `StateError`. Then nothing was let go.
    """
    hub = known_hub(folder)
    with taking_turns(folder), closing(open_state(state_file, MIGRATIONS)) as state:
        untrusted = _receipts_for(state, stick)
        if untrusted is None:
            return None
        ack = open_ack(untrusted, hub.public)
        remembered = _remembered(folder)
        sent = next((each for each in remembered if each.request == ack.request), None)
        if sent is None:
            raise UnreadableError("the hub's word is about nothing that was written here")
        exchanged = take_word(state, folder, sent, ack, now.date())
        current = stream_of(state)
        _keep(folder, [each for each in remembered if each.stream == current.id and each.last > current.hwm])
    return exchanged


def _receipts_for(state: sqlite3.Connection, stick: Path) -> bytes | None:
    return _read(stick / RECEIPTS_FOLDER / f"{stream_of(state).id.hex()}{SUFFIX}", LARGEST_ACK)


def _read(path: Path, longest: int) -> bytes | None:
    """A plain file and nothing that leads elsewhere: what is on a stick was put there by anybody."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StickError(f"{path}: {error.strerror}") from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise StickError(f"{path} is no file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(longest + 1)
    except OSError as error:
        raise StickError(f"{path}: {error.strerror}") from error
    finally:
        os.close(descriptor)


def _written(stick: Path, sent: Sent, content: bytes) -> Path:
    """Write beside and rename, flushed both: a stick is pulled out as soon as somebody thinks it is done."""
    path = stick / OUTBOX_FOLDER / f"{sent.stream.hex()}-{sent.first}{SUFFIX}"
    beside = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(exist_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise StickError(f"{path}: {error.strerror}") from error
    return path


def _take_off_earlier(stick: Path, stream: StreamId, paths: tuple[Path, ...]) -> None:
    """Take off what this machine put on the stick before: whatever of it the hub still lacks is in the new files."""
    try:
        for path in (stick / OUTBOX_FOLDER).glob(f"{stream.hex()}-*{SUFFIX}*"):
            if path not in paths:
                path.unlink()
    except OSError as error:
        raise StickError(f"{stick / OUTBOX_FOLDER}: {error.strerror}") from error


def _remember(folder: Path, sent: list[Sent]) -> None:
    """Know these requests again, on the disk before one of them is on a stick; the oldest are forgotten first."""
    kept = [each for each in _remembered(folder) if each.request not in {new.request for new in sent}]
    _keep(folder, [*kept, *sent][-MOST_REMEMBERED:])


def _keep(folder: Path, sent: list[Sent]) -> None:
    make_anew(
        folder / ON_STICK_FILE,
        cose.canonical([[each.request, each.stream, each.first, each.last] for each in sent]),
    )


def _remembered(folder: Path) -> list[Sent]:
    """A file that is torn is as good as none: what it told of is sent again."""
    path = folder / ON_STICK_FILE
    try:
        return list(_sent(path.read_bytes()))
    except (FileNotFoundError, UnreadableError, cose.CoseError):
        return []
    except OSError as error:
        raise error_from_os(error, path) from error


def _sent(untrusted: bytes) -> Iterator[Sent]:
    for row in rows(cose.plain(untrusted)):
        match row:
            case [request, stream, first, last]:
                yield Sent(exactly(request, HASH_BYTES), StreamId(exactly(stream, ID_BYTES)), whole(first), whole(last))
            case _:
                raise UnreadableError("not what was remembered")


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

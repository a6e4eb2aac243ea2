"""What a kiosk and its hub say to each other: a batch of records up, an acknowledgement with receipts down.

Both are signed (`kiosk.referral.cose`, purpose `PURPOSE`) and neither is believed before its signature holds. A batch
is deterministic CBOR in one zstd frame; an acknowledgement is deterministic CBOR. Keys that a later version adds to a
map are passed over. docs/sync.md has every field. Used by the kiosk and by the hub.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple, NewType, Protocol

import zstandard

from kiosk.referral import cose
from kiosk.referral.keys import KeyId, KioskKey, KnownKiosk
from kiosk.sync.exchange.errors import TooLargeError, UnknownSignerError, UnreadableError
from kiosk.sync.exchange.fields import LARGEST_NUMBER, canonical_map, exactly, rows, whole

StreamId = NewType("StreamId", bytes)
"""Sixteen random bytes, made with the outbox; a cloned or restored disk gets others."""

PURPOSE = b"sp/x1"
MOST_ITEMS = 2_000
LARGEST_REQUEST = 1024 * 1024
LARGEST_BATCH = 8 * 1024 * 1024
"""Unpacked. What a kiosk of ours makes is smaller than `LARGEST_REQUEST` even unpacked."""
LARGEST_ACK = 1024 * 1024

ID_BYTES = 16
HASH_BYTES = 32
CHAIN_START = bytes(HASH_BYTES)
"""What a stream's chain is before its first item."""

_FORMAT = 1
_COMPRESSION_LEVEL = 3


class Verdict(StrEnum):
    """What the hub says of a stream."""

    OK = "ok"
    GAP = "gap"
    """The batch begins after what the hub holds: it lost some, and wants everything after `Ack.hwm` once more."""
    FORK = "fork"
    """The hub holds other records under these numbers: two disks go under one stream id."""


class Item(NamedTuple):
    """One record. `id` (UUIDv7) is its identity on every route; `seq` only its place in the stream, from 1.

    A tuple: there are two thousand in a batch, and a dataclass takes three times as long to make.
    """

    seq: int
    kind: int
    id: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Health:
    """How the kiosk is: the program's version, its catalogue's (0: none), MiB free, a clock known to be wrong, and how
    many records wait. `audit` is the head of the audit's chain (32 bytes), empty where nothing is audited."""

    app: str = ""
    catalogue_version: int = 0
    free_mib: int = 0
    clock_wrong: bool = False
    waiting: int = 0
    audit: bytes = b""


@dataclass(frozen=True, slots=True)
class Batch:
    """Records `first`, `first + 1` ... of one stream. Without any, it only asks for receipts.

    `chain` is that of the stream up to `first - 1`, `clock` the kiosk's in seconds since 1970 and not to be relied on,
    `cursor` the last receipt it has.
    """

    stream: StreamId
    first: int
    items: tuple[Item, ...]
    chain: bytes
    clock: int
    health: Health
    cursor: int

    @property
    def last(self) -> int:
        """The last number in it; `first - 1` when there is no record."""
        return self.first + len(self.items) - 1


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record the hub cannot use. It is acknowledged like the others, so that it holds nothing up."""

    seq: int
    reason: str


class ReceiptKind(IntEnum):
    """What a receipt tells of; docs/sync.md has the bodies."""

    OUTCOME = 1
    CLAIM = 2
    DECISION = 3
    KEYS_CHANGED = 4


@dataclass(frozen=True, slots=True)
class Receipt:
    """Something the hub tells one kiosk; numbers grow, with holes."""

    number: int
    kind: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Ack:
    """The hub's answer to one request, whose SHA-256 is `request`: it holds every record up to `hwm`.

    `time` is the hub's clock in seconds since 1970. `cursor` is the number of the last receipt in here.
    """

    stream: StreamId
    hwm: int
    poison: tuple[Refusal, ...]
    verdict: Verdict
    time: int
    request: bytes
    receipts: tuple[Receipt, ...]
    cursor: int


class Ring(Protocol):
    """Who is known by a key id; `kiosk.referral.keys.KeyRing` is one."""

    def under(self, key_id: KeyId, /) -> Sequence[KnownKiosk]:
        """The kiosks with this id, none for a stranger."""


def chain_after(chain: bytes, items: Iterable[Item]) -> bytes:
    """The chain once these items have followed: h = SHA-256(h before || CBOR [seq, kind, id, body])."""
    for item in items:
        chain = hashlib.sha256(chain + cose.canonical(list(item))).digest()
    return chain


def request_hash(request: bytes) -> bytes:
    """What an acknowledgement names a request by."""
    return hashlib.sha256(request).digest()


def seal(batch: Batch, key: KioskKey) -> bytes:
    """The request for `batch`. Raises `TooLargeError`."""
    health = batch.health
    told: dict[int, object] = {
        1: health.app,
        2: health.catalogue_version,
        3: health.free_mib,
        4: health.clock_wrong,
        5: health.waiting,
    }
    if health.audit:
        told[6] = health.audit
    content = cose.canonical(
        {
            1: _FORMAT,
            2: batch.stream,
            3: batch.first,
            4: [list(item) for item in batch.items],
            5: batch.chain,
            6: batch.clock,
            7: told,
            8: batch.cursor,
        }
    )
    packed = zstandard.ZstdCompressor(level=_COMPRESSION_LEVEL, write_content_size=True).compress(content)
    request = cose.sign(packed, key.key_id, key.private, PURPOSE)
    if len(content) > LARGEST_BATCH or len(request) > LARGEST_REQUEST or len(batch.items) > MOST_ITEMS:
        raise TooLargeError(f"{len(batch.items)} items, {len(content)} bytes, {len(request)} packed")
    return request


def open_batch(untrusted: bytes, ring: Ring) -> tuple[KeyId, Batch]:
    """Who sent this request, and what is in it.

    Raises `TooLargeError`, `UnknownSignerError` when nobody in `ring` signed it, or `UnreadableError`.
    """
    message = _message(untrusted, LARGEST_REQUEST)
    key_id = KeyId(message.key_id)
    if not any(cose.holds(message, kiosk.public, PURPOSE) for kiosk in ring.under(key_id)):
        raise UnknownSignerError(f"nobody known under {key_id.hex()} signed this")
    return key_id, _batch(_unpacked(message.payload))


def seal_ack(ack: Ack, key: KioskKey) -> bytes:
    """The response that says `ack`, signed with the hub's key. Raises `TooLargeError`: give fewer receipts then."""
    content = cose.canonical(
        {
            1: ack.stream,
            2: ack.hwm,
            3: [[refusal.seq, refusal.reason] for refusal in ack.poison],
            4: str(ack.verdict),
            5: ack.time,
            6: ack.request,
            7: [[receipt.number, receipt.kind, receipt.body] for receipt in ack.receipts],
            8: ack.cursor,
        }
    )
    response = cose.sign(content, key.key_id, key.private, PURPOSE)
    if len(response) > LARGEST_ACK:
        raise TooLargeError(f"{len(ack.receipts)} receipts, {len(response)} bytes")
    return response


def open_ack(untrusted: bytes, hub_public: bytes) -> Ack:
    """What the hub with this key (32 bytes) says. Whether it answers *our* request, the caller compares.

    Raises `UnreadableError` for whatever else answered (a Wi-Fi's own page), `UnknownSignerError` or `TooLargeError`.
    """
    message = _message(untrusted, LARGEST_ACK)
    if not cose.holds(message, hub_public, PURPOSE):
        raise UnknownSignerError("this hub did not sign this")
    return _ack(canonical_map(message.payload))


def _message(untrusted: bytes, largest: int) -> cose.Sign1:
    if len(untrusted) > largest:
        raise TooLargeError(f"{len(untrusted)} bytes, more than {largest}")
    try:
        return cose.decode(untrusted, largest)
    except cose.CoseError as error:
        raise UnreadableError(str(error)) from error


def _unpacked(packed: bytes) -> bytes:
    """The content of the one frame, which has to say how large it is: a frame's word bounds what is made of it."""
    try:
        size = zstandard.frame_content_size(packed)
        if size < 0:
            raise UnreadableError("the frame does not say how large its content is")
        if size > LARGEST_BATCH:
            raise TooLargeError(f"{size} bytes unpacked, more than {LARGEST_BATCH}")
        return zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise UnreadableError(f"not one zstd frame: {error}") from error


def _batch(content: bytes) -> Batch:
    fields = canonical_map(content)
    if fields.get(1) != _FORMAT:
        raise UnreadableError(f"format {fields.get(1)!r}")
    listed = rows(fields.get(4))
    if len(listed) > MOST_ITEMS:
        raise TooLargeError(f"{len(listed)} items, more than {MOST_ITEMS}")
    first = whole(fields.get(3))
    batch = Batch(
        stream=StreamId(exactly(fields.get(2), ID_BYTES)),
        first=first,
        items=tuple(_item(row, first + place) for place, row in enumerate(listed)),
        chain=exactly(fields.get(5), HASH_BYTES),
        clock=whole(fields.get(6)),
        health=_health(fields.get(7)),
        cursor=whole(fields.get(8)),
    )
    if first < 1 or batch.last > LARGEST_NUMBER:
        raise UnreadableError("numbers go from 1 to 2^63 - 1")
    return batch


def _item(row: object, seq: int) -> Item:
    if type(row) is list and len(row) == 4:  # a batch has up to two thousand: a pattern takes four times as long
        said, kind, identity, body = row
        is_numbered = type(said) is type(kind) is int and said == seq and 0 <= kind <= LARGEST_NUMBER
        if is_numbered and type(identity) is type(body) is bytes and len(identity) == ID_BYTES:
            return Item._make(row)
    raise UnreadableError(f"item {seq} is missing, or not [seq, kind, id, body]")


def _health(value: object) -> Health:
    match value:
        case {1: str(app), 2: catalogue, 3: free, 4: bool(clock_wrong), 5: waiting, **others}:
            audit = others.get(6, b"")
            if audit != b"":
                audit = exactly(audit, HASH_BYTES)
            return Health(app, whole(catalogue), whole(free), clock_wrong, whole(waiting), audit)
        case _:
            raise UnreadableError("not a health map")


def _ack(fields: dict[object, object]) -> Ack:
    try:
        verdict = Verdict(str(fields.get(4)))
    except ValueError as error:
        raise UnreadableError(str(error)) from error
    return Ack(
        stream=StreamId(exactly(fields.get(1), ID_BYTES)),
        hwm=whole(fields.get(2)),
        poison=tuple(_refusal(row) for row in rows(fields.get(3))),
        verdict=verdict,
        time=whole(fields.get(5)),
        request=exactly(fields.get(6), HASH_BYTES),
        receipts=tuple(_receipt(row) for row in rows(fields.get(7))),
        cursor=whole(fields.get(8)),
    )


def _refusal(row: object) -> Refusal:
    match row:
        case [int(seq), str(reason)]:
            return Refusal(whole(seq), reason)
        case _:
            raise UnreadableError("a refusal is not [seq, reason]")


def _receipt(row: object) -> Receipt:
    match row:
        case [int(number), int(kind), bytes(body)]:
            return Receipt(whole(number), whole(kind), body)
        case _:
            raise UnreadableError("a receipt is not [number, kind, body]")

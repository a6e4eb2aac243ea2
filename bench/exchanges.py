"""Exchanges as kiosks make them, for a hub to take: real records of the usual kinds, signed and packed."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.hub.store.exchanging import take
from kiosk.hub.store.statements import Store
from kiosk.outbox.kinds import Kind
from kiosk.referral.cose import canonical
from kiosk.referral.keys import KeyId, KeyRing, KioskKey, KnownKiosk
from kiosk.sync.exchange.messages import (
    CHAIN_START,
    Batch,
    Health,
    Item,
    StreamId,
    chain_after,
    open_batch,
    request_hash,
    seal,
    seal_ack,
)

MONDAY = 1_773_630_000
"""A Monday morning of March 2026, in seconds since 1970."""

_DAY = MONDAY // 86_400
_UNKNOWN = 200
_NAMES = ("visits.finished", "visits.left", "language.fr", "language.en", "met.yes", "printed", "bundle.7", "bundle.12")


@dataclass(frozen=True, slots=True)
class Hub:
    """What answers: a store and the hub's key, who is known to it, and how an exchange is done without a network."""

    store: Store
    key: KioskKey
    ring: KeyRing

    def answer(self, request: bytes, at: int = MONDAY) -> bytes:
        """All that the hub does with one request: read it, keep it, sign the answer."""
        kid, batch = open_batch(request, self.ring)
        return seal_ack(take(self.store, kid, batch, request_hash(request), at).ack(at), self.key)


def keys(count: int) -> list[KioskKey]:
    """So many kiosks' keys, numbered from 1."""
    return [KioskKey(KeyId(number.to_bytes(4, "big")), Ed25519PrivateKey.generate()) for number in range(1, count + 1)]


def ring_of(kiosks: list[KioskKey]) -> KeyRing:
    """Everybody who may send."""
    return KeyRing(tuple(KnownKiosk(key.key_id, key.public) for key in kiosks))


def requests(key: KioskKey, rows: int, times: int, random: Random, *, known: bool = True) -> Iterator[bytes]:
    """What one kiosk sends on a new stream, so many times in a row with so many records each.

    Of records that are not `known` the hub makes nothing: it keeps them as they come.
    """
    stream, chain, first = StreamId(secrets.token_bytes(16)), CHAIN_START, 1
    for _ in range(times):
        items = tuple(_record(first + place, random) for place in range(rows))
        if not known:
            items = tuple(item._replace(kind=_UNKNOWN) for item in items)
        health = Health("1.4.0", 42, 9_000, waiting=rows)
        yield seal(Batch(stream, first, items, chain, MONDAY, health, cursor=0), key)
        chain, first = chain_after(chain, items), first + rows


def _record(seq: int, random: Random) -> Item:
    """Six in ten are hourly counts, three are plans handed over, one is a need that nothing met."""
    hour = f"2026-03-16T{random.randrange(8, 18):02}"
    kind, body = random.choices(
        (
            (Kind.COUNTS, {1: hour, 2: {random.choice(_NAMES): random.randrange(1, 40)}}),
            (Kind.REFERRAL, {1: random.randbytes(8), 2: _DAY, 3: 42, 4: _steps(random), 5: random.randrange(25)}),
            (Kind.UNMET_NEED, {1: hour, 2: "transport", 3: "losing-a-job", 5: "citizen"}),
        ),
        weights=(6, 3, 1),
    )[0]
    return Item(seq, kind, _identity(random), canonical(body))


def _steps(random: Random) -> list[list[int]]:
    return [[random.randrange(1, 400), step] for step in range(1, random.randrange(4, 10))]


def _identity(random: Random) -> bytes:
    """A UUIDv7 of the day."""
    drawn = bytearray((_DAY * 86_400_000).to_bytes(6, "big") + random.randbytes(10))
    drawn[6] = 0x70 | drawn[6] & 0x0F
    drawn[8] = 0x80 | drawn[8] & 0x3F
    return bytes(drawn)

"""What the hub answers to a kiosk, without anything of HTTP: whose batch it is, what was taken, its signed word."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.errors import KioskError
from kiosk.hub.service.pace import Pace
from kiosk.hub.store import kiosks
from kiosk.hub.store.exchanging import last_taken, take
from kiosk.hub.store.statements import Store
from kiosk.outbox.kinds import Kind
from kiosk.referral import cose
from kiosk.referral.keys import KeyId, KeyRing, KnownKiosk
from kiosk.sync.exchange.answering import Answer, by_code
from kiosk.sync.exchange.enrolling import read_asking
from kiosk.sync.exchange.known_hub import KnownHub
from kiosk.sync.exchange.messages import (
    LARGEST_REQUEST,
    PURPOSE,
    Ack,
    open_batch,
    request_hash,
)

LARGEST_ENROLMENT = 4096

_AT_ONCE, _A_SECOND = 60, 1.0
"""A kiosk that has been away for months sends batch after batch."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub at work: its store, how it signs, what it tells those whom it enrols.

    `clock` is in seconds since 1970; `roots` are those of the repository, which kiosks are to trust (`roots_of`);
    `pace` is how often a kiosk may exchange.
    """

    store: Store
    sign: Callable[[Ack], bytes]
    public: bytes
    sealing: bytes
    region: str
    clock: Callable[[], int]
    roots: Callable[[], tuple[bytes, ...]] = tuple
    pace: Pace = field(default_factory=lambda: Pace(_AT_ONCE, _A_SECOND, time.monotonic))


class TooOftenError(KioskError):
    """A kiosk comes more often than it may; again in `wait_s` seconds."""

    code = "too_often"

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"again in {wait_s:.0f} s")
        self.wait_s = wait_s


def exchange(hub: Hub, untrusted: bytes) -> bytes:
    """Take a batch and give the hub's signed word on it; what was taken is on the disk by then.

    Raises `UnknownSignerError`, `TooLargeError` or `UnreadableError` for the request, `TooOftenError` for its kiosk,
    `StoreError` for the store.
    """
    ring = _Ring(hub.store)
    kid, batch = open_batch(untrusted, ring)
    if wait_s := hub.pace.wait_for(kid):  # only now: nobody else may use up a kiosk's visits
        raise TooOftenError(wait_s)
    if _signed_by(untrusted, ring.announced):
        kiosks.take_next_key(hub.store, kid, hub.clock())
    at = hub.clock()
    taken = take(hub.store, kid, batch, request_hash(untrusted), at)
    if any(item.kind == Kind.NEXT_KEY for item in batch.items):
        kiosks.list_announced(hub.store)
    return hub.sign(taken.ack(at))


def enrol(hub: Hub, untrusted: bytes) -> bytes:
    """Enrol a kiosk that knows a code, and prove with it that the answer is the hub's.

    Raises `UnreadableError`, `EnrolError` or `StoreError`.
    """
    asking = read_asking(untrusted)
    enrolled = kiosks.enrol(hub.store, asking, hub.clock())
    return by_code(answer_to(hub, enrolled.kiosk), asking.public, enrolled.mac_key)


def answer_to(hub: Hub, known: KnownKiosk) -> Answer:
    """What a kiosk that is enrolled is told."""
    return Answer(KnownHub(known.key_id, hub.public, hub.region, hub.sealing), hub.roots())


def receipts(hub: Hub, stream: bytes) -> bytes | None:
    """The word on the last request of a stream once more; None where there is no such stream. Raises `StoreError`."""
    taken = last_taken(hub.store, stream)
    return None if taken is None else hub.sign(taken.ack(hub.clock()))


class _Ring:
    """The keys under which a batch may come, looked up when its key id is known."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.announced = KeyRing()

    def under(self, key_id: KeyId) -> tuple[KnownKiosk, ...]:
        """The key that the kiosk has, and the one that it has announced."""
        known, self.announced = kiosks.ring_of(self._store, key_id)
        return (*known.known, *self.announced.known)


def _signed_by(untrusted: bytes, ring: KeyRing) -> bool:
    """Tell whether one of these few signed it. Nothing is decoded where there are none, as nearly always."""
    if not ring.known:
        return False
    message = cose.decode(untrusted, LARGEST_REQUEST)
    return any(cose.holds(message, kiosk.public, PURPOSE) for kiosk in ring.known)

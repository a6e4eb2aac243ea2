"""How much goes into one request, and what comes back with the hub's word."""

import os

from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.receipts import received
from kiosk.state import atomic
from kiosk.sync.exchange.batches import MOST_BYTES, next_batch
from kiosk.sync.exchange.messages import (
    LARGEST_REQUEST,
    MOST_ITEMS,
    Receipt,
    Verdict,
    seal,
)
from kiosk.sync.exchange.streams import Held
from tests.sync.exchange.a_hub import Hub
from tests.sync.exchange.conftest import DAY, HEALTH, Kiosk


def test_a_long_absence_goes_up_in_several_batches(kiosk: Kiosk, hub: Hub) -> None:
    ids = kiosk.act(MOST_ITEMS + 5)

    first, second = kiosk.exchange(hub), kiosk.exchange(hub)

    assert (first.sent, first.left) == (MOST_ITEMS, 5)
    assert (second.sent, second.left) == (5, 0)
    assert hub.ids == ids


def test_large_records_never_make_a_request_that_is_too_large(kiosk: Kiosk) -> None:
    with kiosk.open() as state:
        with atomic(state):
            for _ in range(40):
                put(state, Kind.STAFF_FLAG, {1: os.urandom(60_000)}, DAY)
        batch = next_batch(state, 0, HEALTH)

    assert 10 < len(batch.items) < 40
    assert len(seal(batch, kiosk.key)) + 61_000 > MOST_BYTES
    assert len(seal(batch, kiosk.key)) <= LARGEST_REQUEST


def test_made_again_a_batch_holds_what_it_held(kiosk: Kiosk) -> None:
    kiosk.act(3, size=1000)
    with kiosk.open() as state:
        once = next_batch(state, 0, HEALTH)
    kiosk.act(3000, size=1000)
    with kiosk.open() as state:
        again = next_batch(state, 5, HEALTH)

    assert again.items[:3] == once.items
    assert (again.first, again.chain, again.stream) == (once.first, once.chain, once.stream)


def test_receipts_come_once_and_wait_to_be_dealt_with(kiosk: Kiosk, hub: Hub) -> None:
    hub.receipts = [Receipt(4, 1, b"one"), Receipt(9, 2, b"two")]

    assert kiosk.exchange(hub).receipts == 2
    hub.receipts.append(Receipt(12, 3, b"three"))
    assert kiosk.exchange(hub).receipts == 3

    with kiosk.open() as state:
        assert [(each.number, each.body) for each in received(state)] == [(4, b"one"), (9, b"two"), (12, b"three")]
    assert [batch.cursor for batch in hub.heard] == [0, 9]


def test_receipts_come_with_a_fork_too(kiosk: Kiosk, hub: Hub) -> None:
    kiosk.act(2)
    hub.receipts = [Receipt(1, 1, b"one")]
    with kiosk.open() as state:
        hub.held[next_batch(state, 0, HEALTH).stream] = Held(1, b"x" * 32)

    exchanged = kiosk.exchange(hub)

    assert (exchanged.verdict, exchanged.receipts) == (Verdict.FORK, 1)

"""From rows that wait to a batch, and from the hub's word about it back to the rows."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date

from kiosk.outbox import receipts, streams
from kiosk.sync.exchange.messages import (
    LARGEST_REQUEST,
    MOST_ITEMS,
    Ack,
    Batch,
    Health,
    Item,
    StreamId,
    Verdict,
    chain_after,
)

MOST_BYTES = LARGEST_REQUEST - 16 * 1024
"""Of all items, unpacked: however badly they pack, the request is within `LARGEST_REQUEST`."""

_AROUND_A_BODY = 48


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it must be known again: its SHA-256, and which numbers of which stream are in it."""

    request: bytes
    stream: StreamId
    first: int
    last: int


def next_batch(state: sqlite3.Connection, clock: int, health: Health, after: tuple[int, bytes] | None = None) -> Batch:
    """What follows what the hub has, or `after` a number and the chain there; as much as goes into one request.

    Made again, it holds at least what it held: rows are only ever added behind.
    """
    stream = streams.stream_of(state)
    number, chain = after or (stream.hwm, stream.chain)
    items: list[Item] = []
    size = 0
    for row in streams.unsent(state, number, MOST_ITEMS):
        size += len(row.body) + _AROUND_A_BODY
        if size > MOST_BYTES:
            break
        items.append(Item(row.seq, row.kind, row.id, row.body))
    return Batch(
        stream=StreamId(stream.id),
        first=number + 1,
        items=tuple(items),
        chain=chain,
        clock=max(0, clock),
        health=replace(health, waiting=streams.waiting(state).count),
        cursor=stream.cursor,
    )


def take_ack(state: sqlite3.Connection, sent: Sent, ack: Ack, today: date) -> Verdict:
    """Do what a verified answer to `sent` says, and tell what it came to; inside `atomic`.

    Receipts are kept whatever it says of the stream. A stream that has begun anew since is left as it is. An
    acknowledgement of more than was sent means that another disk sends under this stream's id, or that this one is an
    old copy of itself: that is a fork, whatever the hub calls it.
    """
    stream = streams.stream_of(state)
    fresh = [receipts.Received(r.number, r.kind, r.body) for r in ack.receipts if r.number > stream.cursor]
    receipts.receive(state, fresh, max(ack.cursor, stream.cursor))
    if stream.id != sent.stream or ack.stream != sent.stream:
        return ack.verdict
    verdict = _meant(sent, ack, stream.hwm)
    match verdict:
        case Verdict.OK:
            _acknowledge(state, stream, ack.hwm, today)
        case Verdict.GAP:
            if not streams.rewind(state, ack.hwm):
                streams.begin_stream(state, again=True)
        case Verdict.FORK:
            streams.begin_stream(state, again=True)
    return verdict


def _meant(sent: Sent, ack: Ack, known: int) -> Verdict:
    """What the hub's word comes to. It may be late, and say less than is `known` to be there."""
    if ack.hwm > max(sent.last, known):
        return Verdict.FORK
    if ack.verdict is Verdict.OK and ack.hwm < sent.first - 1:
        return Verdict.GAP
    if ack.verdict is Verdict.GAP and ack.hwm >= sent.first - 1:
        return Verdict.FORK
    return ack.verdict


def _acknowledge(state: sqlite3.Connection, stream: streams.Stream, hwm: int, today: date) -> None:
    chains: list[tuple[int, bytes]] = []
    chain = stream.chain
    for row in streams.unsent(state, stream.hwm, max(0, hwm - stream.hwm)):
        chain = chain_after(chain, [Item(row.seq, row.kind, row.id, row.body)])
        chains.append((row.seq, chain))
    streams.acknowledge(state, chains, today)

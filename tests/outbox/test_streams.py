"""How far a stream has come, going back in it, and beginning anew."""

import sqlite3
from datetime import date, timedelta

import pytest

from kiosk.outbox.kinds import Kind
from kiosk.outbox.limits import KEPT_ACKNOWLEDGED, MOST_WAITING, ROOM_MADE, keep_within
from kiosk.outbox.putting import put
from kiosk.outbox.receipts import MOST_KEPT, Received, dealt_with, receive, received
from kiosk.outbox.streams import (
    acknowledge,
    begin_stream,
    let_go,
    rewind,
    stream_of,
    unsent,
    waiting,
)
from kiosk.state import atomic

TODAY = date(2026, 3, 12)


def fill(state: sqlite3.Connection, count: int, kind: Kind = Kind.REFERRAL) -> list[bytes]:
    with atomic(state):
        return [put(state, kind, {1: each}, TODAY) for each in range(count)]


def acked(state: sqlite3.Connection, first: int, last: int, day: date = TODAY) -> None:
    with atomic(state):
        acknowledge(state, [(seq, bytes([seq]) * 32) for seq in range(first, last + 1)], day)


def test_a_new_outbox_has_a_stream_of_its_own_and_nothing_in_it(state: sqlite3.Connection) -> None:
    stream = stream_of(state)

    assert len(stream.id) == 16
    assert (stream.hwm, stream.chain, stream.base, stream.base_chain, stream.cursor) == (0, bytes(32), 0, bytes(32), 0)


def test_what_is_acknowledged_waits_no_more_and_is_kept(state: sqlite3.Connection) -> None:
    fill(state, 5)
    acked(state, 1, 3)

    assert (stream_of(state).hwm, stream_of(state).chain) == (3, b"\x03" * 32)
    assert waiting(state).count == 2
    assert [row.seq for row in unsent(state, stream_of(state).hwm, 10)] == [4, 5]
    assert state.execute("SELECT count(*) FROM outbox").fetchone() == (5,)


def test_acknowledged_rows_are_let_go_after_thirty_days_and_their_numbers_not_given_again(
    state: sqlite3.Connection,
) -> None:
    fill(state, 3)
    acked(state, 1, 3)
    later = TODAY + KEPT_ACKNOWLEDGED + timedelta(days=1)

    with atomic(state):
        assert let_go(state, TODAY) == 0
        keep_within(state, later)
    fill(state, 1)

    assert [row.seq for row in unsent(state, 0, 10)] == [4]
    assert (stream_of(state).base, stream_of(state).base_chain) == (3, b"\x03" * 32)


def test_only_a_beginning_is_let_go_whatever_the_clock_said(state: sqlite3.Connection) -> None:
    fill(state, 4)
    acked(state, 1, 1, date(2026, 1, 1))
    acked(state, 2, 2, date(2045, 1, 1))
    acked(state, 3, 3, date(1970, 1, 1))

    with atomic(state):
        let_go(state, TODAY)

    assert [row.seq for row in unsent(state, 0, 10)] == [2, 3, 4]
    assert stream_of(state).base == 1


@pytest.mark.parametrize("hwm", [0, 1, 2, 3])
def test_a_hub_that_lost_some_gets_everything_after_that_again(state: sqlite3.Connection, hwm: int) -> None:
    fill(state, 4)
    acked(state, 1, 3)

    with atomic(state):
        assert rewind(state, hwm)

    stream = stream_of(state)
    assert (stream.hwm, stream.chain) == (hwm, bytes([hwm]) * 32)
    assert waiting(state).count == 4 - hwm


def test_what_was_let_go_cannot_be_sent_again_from_there_but_from_its_end(state: sqlite3.Connection) -> None:
    fill(state, 4)
    acked(state, 1, 2, date(2026, 1, 1))
    acked(state, 3, 3)
    with atomic(state):
        let_go(state, TODAY)

    with atomic(state):
        assert not rewind(state, 1)
        assert not rewind(state, 4)
        assert stream_of(state).hwm == 3
        assert rewind(state, 2)
    assert stream_of(state).chain == b"\x02" * 32


def test_a_new_stream_has_everything_kept_in_the_same_order_under_the_same_ids(state: sqlite3.Connection) -> None:
    ids = fill(state, 5)
    acked(state, 1, 2, date(2026, 1, 1))
    acked(state, 3, 3)
    before = stream_of(state).id
    with atomic(state):
        let_go(state, TODAY)
        begin_stream(state, again=True)

    rows = unsent(state, 0, 10)
    assert [(row.seq, row.id) for row in rows] == [(1, ids[2]), (2, ids[3]), (3, ids[4])]
    assert stream_of(state).id != before
    assert (stream_of(state).hwm, stream_of(state).base) == (0, 0)
    fill(state, 1)
    assert unsent(state, 3, 10)[0].seq == 4


def test_a_new_stream_can_have_only_what_waits(state: sqlite3.Connection) -> None:
    ids = fill(state, 3)
    acked(state, 1, 2)

    with atomic(state):
        begin_stream(state)

    assert [(row.seq, row.id) for row in unsent(state, 0, 10)] == [(1, ids[2])]


def test_a_new_stream_of_nothing_begins_at_one(state: sqlite3.Connection) -> None:
    fill(state, 2)
    acked(state, 1, 2)
    with atomic(state):
        begin_stream(state)

    fill(state, 1)

    assert [row.seq for row in unsent(state, 0, 10)] == [1]


def test_an_outbox_without_a_hub_lets_the_oldest_counts_go_first(state: sqlite3.Connection) -> None:
    counts = fill(state, 4, Kind.COUNTS)
    referrals = fill(state, 4)
    calls = fill(state, 4, Kind.CALL)

    with atomic(state):
        assert keep_within(state, TODAY, most=9, room=2) == 5

    assert [row.id for row in unsent(state, 0, 20)] == [*referrals, *calls[1:]]
    assert [row.seq for row in unsent(state, 0, 20)] == list(range(1, 8))
    assert counts[0] not in {row.id for row in unsent(state, 0, 20)}


def test_where_only_acts_are_left_the_oldest_of_them_go(state: sqlite3.Connection) -> None:
    fill(state, 2, Kind.CALL)
    referrals = fill(state, 6)

    with atomic(state):
        assert keep_within(state, TODAY, most=5, room=1) == 4

    assert [row.id for row in unsent(state, 0, 20)] == referrals[2:]


def test_an_outbox_within_its_limits_keeps_its_stream(state: sqlite3.Connection) -> None:
    fill(state, 5)
    before = stream_of(state)

    with atomic(state):
        assert keep_within(state, date(2045, 1, 1), most=5) == 0

    assert stream_of(state) == before
    assert waiting(state).count == 5


def test_the_limits_are_seen_to_while_records_are_put_in(state: sqlite3.Connection) -> None:
    with atomic(state):
        state.execute(
            "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO outbox (kind, id, body, at) SELECT 7, randomblob(16), x'a0', '2026-01-01' FROM n",
            (MOST_WAITING,),
        )

    fill(state, 256)

    assert MOST_WAITING - ROOM_MADE <= waiting(state).count < MOST_WAITING
    assert waiting(state).by_kind[Kind.REFERRAL] == 256


def test_receipts_are_kept_until_they_are_dealt_with_and_come_once(state: sqlite3.Connection) -> None:
    one, two = Received(3, 1, b"one"), Received(7, 2, b"two")
    for _ in range(2):
        with atomic(state):
            receive(state, [one, two], 7)

    assert received(state) == (one, two)
    assert stream_of(state).cursor == 7
    with atomic(state):
        dealt_with(state, one)
    assert received(state) == (two,)


def test_receipts_that_nobody_deals_with_do_not_grow_for_ever(state: sqlite3.Connection) -> None:
    with atomic(state):
        receive(state, [Received(number, 1, b"") for number in range(1, MOST_KEPT + 11)], MOST_KEPT + 10)

    kept = received(state)
    assert (kept[0].number, len(kept)) == (11, MOST_KEPT)

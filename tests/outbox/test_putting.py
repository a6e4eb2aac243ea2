"""A record is on the disk with its act, or neither is; and it never says at what time of day."""

import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import cbor2
import pytest

from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import LARGEST_BODY, new_id, put
from kiosk.outbox.streams import unsent, waiting
from kiosk.outbox.tables import MIGRATIONS
from kiosk.state import atomic, open_state

NOON = datetime(2026, 3, 12, 12, 34, 56)


def test_a_record_is_there_after_a_restart(state_file: Path) -> None:
    with closing(open_state(state_file, MIGRATIONS)) as state, atomic(state):
        identity = put(state, Kind.CALL, {1: "2026-03-12T12", 2: "answered"}, NOON)

    with closing(open_state(state_file, MIGRATIONS)) as state:
        (row,) = unsent(state, 0, 10)
    assert (row.seq, row.kind, row.id) == (1, Kind.CALL, identity)
    assert cbor2.loads(row.body) == {1: "2026-03-12T12", 2: "answered"}


def put_and_stumble(state: sqlite3.Connection) -> None:
    with atomic(state):
        put(state, Kind.CALL, {}, NOON)
        raise LookupError("the act cannot be written")


def test_without_its_act_there_is_no_record(state: sqlite3.Connection) -> None:
    with pytest.raises(LookupError):
        put_and_stumble(state)

    assert unsent(state, 0, 10) == ()


def test_a_number_given_to_what_was_taken_back_is_given_again_so_that_no_hole_is_left(
    state: sqlite3.Connection,
) -> None:
    with pytest.raises(LookupError):
        put_and_stumble(state)
    with atomic(state):
        put(state, Kind.CALL, {}, NOON)

    assert [row.seq for row in unsent(state, 0, 10)] == [1]


def test_a_record_outside_a_transaction_is_a_mistake(state: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match="with its act"):
        put(state, Kind.CALL, {}, NOON)


def test_no_time_of_day_is_kept_anywhere(state: sqlite3.Connection) -> None:
    with atomic(state):
        identity = put(state, Kind.UNMET_NEED, {}, NOON)

    (at,) = state.execute("SELECT at FROM outbox").fetchone()
    assert at == "2026-03-12"
    told = int.from_bytes(identity[:6], "big") / 1000
    assert datetime.fromtimestamp(told, UTC) == datetime(2026, 3, 12, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_seven_and_no_two_are_alike() -> None:
    ids = {new_id(date(2026, 3, 12)) for _ in range(1000)}

    assert len(ids) == 1000
    assert {uuid.UUID(bytes=each).version for each in ids} == {7}
    assert {uuid.UUID(bytes=each).variant for each in ids} == {uuid.RFC_4122}


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(1969, 1, 1), date(2045, 7, 1)])
def test_a_clock_that_is_wrong_still_gives_an_id(day: date) -> None:
    assert len(new_id(day)) == 16


def test_a_body_that_no_batch_could_hold_is_a_mistake_and_leaves_nothing(state: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match="bytes"), atomic(state):
        put(state, Kind.COUNTS, {1: bytes(LARGEST_BODY)}, NOON)

    assert waiting(state).count == 0


def test_the_same_body_is_the_same_bytes_in_whatever_order_it_was_made(state: sqlite3.Connection) -> None:
    with atomic(state):
        put(state, Kind.COUNTS, {1: "h", 2: {"b": 1, "a": 2}}, NOON)
        put(state, Kind.COUNTS, {2: {"a": 2, "b": 1}, 1: "h"}, NOON)

    one, two = unsent(state, 0, 10)
    assert one.body == two.body


def test_what_waits_is_told_by_kind_and_since_when(state: sqlite3.Connection) -> None:
    assert (waiting(state).count, waiting(state).oldest) == (0, None)
    with atomic(state):
        put(state, Kind.CALL, {}, date(2026, 3, 14))
        put(state, Kind.REFERRAL, {}, date(2026, 3, 12))
        put(state, Kind.CALL, {}, date(2026, 3, 13))

    told = waiting(state)

    assert dict(told.by_kind) == {Kind.CALL: 2, Kind.REFERRAL: 1}
    assert (told.count, told.oldest) == (3, date(2026, 3, 12))

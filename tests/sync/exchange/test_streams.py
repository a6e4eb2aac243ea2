"""What the hub makes of a batch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.exchange.messages import CHAIN_START, Batch, Health, Item, StreamId, Verdict, chain_after
from kiosk.sync.exchange.streams import Held, judge

ITEMS = tuple(Item(seq, 1, seq.to_bytes(16, "big"), b"body") for seq in range(1, 31))
OTHERS = tuple(Item(item.seq, item.kind, item.id, b"other") for item in ITEMS)


def batch(first: int, last: int, items: tuple[Item, ...] = ITEMS) -> Batch:
    before = chain_after(CHAIN_START, items[: first - 1])
    return Batch(StreamId(bytes(16)), first, items[first - 1 : last], before, 0, Health(), 0)


def held(hwm: int) -> Held:
    return Held(hwm, chain_after(CHAIN_START, ITEMS[:hwm]))


@given(st.integers(0, 30), st.integers(1, 31), st.integers(0, 30))
def test_whatever_comes_after_whatever_is_held_nothing_is_taken_twice_and_no_hole_is_left(
    hwm: int, first: int, last: int
) -> None:
    last = max(last, first - 1)
    judged = judge(held(hwm), batch(first, last))

    if first > hwm + 1:
        assert (judged.verdict, judged.held) == (Verdict.GAP, held(hwm))
        assert judged.fresh == ()
    else:
        assert (judged.verdict, judged.held) == (Verdict.OK, held(max(hwm, last)))
        assert judged.fresh == ITEMS[hwm : max(hwm, last)]


def test_the_same_batch_again_brings_nothing_new() -> None:
    once = judge(Held(), batch(1, 10))
    again = judge(once.held, batch(1, 10))

    assert (again.verdict, again.fresh, again.held) == (Verdict.OK, (), once.held)


@pytest.mark.parametrize(("first", "last"), [(11, 12), (11, 10), (5, 12), (1, 10), (1, 30)])
def test_a_clone_with_other_records_is_a_fork(first: int, last: int) -> None:
    judged = judge(held(10), batch(first, last, OTHERS))

    assert (judged.verdict, judged.fresh, judged.held) == (Verdict.FORK, (), held(10))


def test_a_clone_that_lags_behind_is_told_how_far_the_other_has_come() -> None:
    judged = judge(held(10), batch(6, 8, OTHERS))

    assert (judged.verdict, judged.fresh, judged.held.hwm) == (Verdict.OK, (), 10)

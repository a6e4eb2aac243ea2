"""Whatever a body holds, it is a record, a kind that is not known, or poison; and either engine keeps what is none."""

import cbor2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.hub.store.records import PoisonError, record_of
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import Item
from tests.hub.fleet import Kiosk, number

WORDS = st.text(max_size=12) | st.sampled_from(["2026-03-12T10", "2026-03-12", "answered", "full", "\0", "\ud7ff"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS | st.sampled_from([b"k" * 4, b"r" * 8, b"p" * 32, b"s" * 64]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.integers(0, 9), inner, max_size=3),
    max_leaves=6,
)
BODIES = st.dictionaries(st.integers(1, 9), VALUES, max_size=9).map(cbor2.dumps) | st.binary(max_size=40)


@given(kind=st.integers(0, 12), body=BODIES)
def test_a_body_is_read_or_is_poison(kind, body):
    try:
        record = record_of(Item(1, kind, bytes(16), body))
    except PoisonError:
        return
    assert (record is None) == (kind not in set(Kind) - {Kind.NOTICE})


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (Kind.COUNTS, {1: "2026-03-12", 2: {"visits": 2**62}}),
        (Kind.UNMET_NEED, {1: "2026-03-12", 2: "full", 7: 2**62, 8: bytes(16)}),
    ],
)
def test_no_sum_can_be_made_too_large_for_the_store(kind, body):
    with pytest.raises(PoisonError, match="more than anybody can count"):
        record_of(Item(1, kind, bytes(16), cbor2.dumps(body)))


@pytest.fixture
def kept(store):
    return Kiosk(store), store


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies=st.lists(st.tuples(st.sampled_from(list(Kind)), BODIES), min_size=1, max_size=20))
def test_no_batch_is_refused_for_what_is_in_it(kept, bodies):
    kiosk, store = kept
    before = number(store, "item")
    first = len(kiosk.items) + 1
    for kind, body in bodies:
        kiosk.put(kind, body)

    taken = kiosk.send(store, first)

    assert taken.hwm == len(kiosk.items)
    assert number(store, "item") == before + len(bodies)

"""Batches and acknowledgements of every shape, for tests that hold for all of them."""

from hypothesis import strategies as st

from kiosk.sync.exchange.messages import Ack, Batch, Health, Item, Receipt, Refusal, StreamId, Verdict

NUMBERS = st.integers(0, 2**63 - 1)
HASHES = st.binary(min_size=32, max_size=32)
IDS = st.binary(min_size=16, max_size=16)

HEALTHS = st.builds(
    Health, st.text(max_size=20), NUMBERS, NUMBERS, st.booleans(), NUMBERS, st.one_of(st.just(b""), HASHES)
)


@st.composite
def batches(draw: st.DrawFn, most: int = 8) -> Batch:
    """A batch that a kiosk could send."""
    first = draw(st.integers(1, 2**40))
    records = draw(st.lists(st.tuples(NUMBERS, IDS, st.binary(max_size=200)), max_size=most))
    items = tuple(Item(first + place, kind, one, body) for place, (kind, one, body) in enumerate(records))
    stream = StreamId(draw(IDS))
    return Batch(stream, first, items, draw(HASHES), draw(NUMBERS), draw(HEALTHS), draw(NUMBERS))


ACKS = st.builds(
    Ack,
    IDS.map(StreamId),
    NUMBERS,
    st.lists(st.builds(Refusal, NUMBERS, st.text(max_size=20)), max_size=4).map(tuple),
    st.sampled_from(Verdict),
    NUMBERS,
    HASHES,
    st.lists(st.builds(Receipt, NUMBERS, NUMBERS, st.binary(max_size=80)), max_size=4).map(tuple),
    NUMBERS,
)

"""What goes over the wire comes out as it went in, or not at all."""

import cbor2
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.referral import cose
from kiosk.referral.keys import KeyId, KeyRing, KioskKey, KnownKiosk
from kiosk.sync.exchange.errors import ExchangeError, TooLargeError, UnknownSignerError, UnreadableError
from kiosk.sync.exchange.messages import (
    CHAIN_START,
    LARGEST_ACK,
    LARGEST_BATCH,
    LARGEST_REQUEST,
    PURPOSE,
    Ack,
    Batch,
    Health,
    Item,
    Receipt,
    StreamId,
    Verdict,
    chain_after,
    open_ack,
    open_batch,
    request_hash,
    seal,
    seal_ack,
)
from tests.sync.exchange.shapes import ACKS, batches

KEY = KioskKey(KeyId(b"\x00\x00\x00\x0c"), Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
HUB = KioskKey(KeyId(b"hub1"), Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
STRANGER = KioskKey(KEY.key_id, Ed25519PrivateKey.from_private_bytes(bytes(range(2, 34))))
RING = KeyRing((KnownKiosk(KEY.key_id, KEY.public, "Truro"),))
STREAM = StreamId(bytes(range(16)))
BATCH = Batch(
    STREAM, 7, (Item(7, 1, b"a" * 16, b"one"), Item(8, 99, b"b" * 16, b"")), bytes(32), 1_770_000_000, Health("1.0"), 3
)
ACK = Ack(STREAM, 8, (), Verdict.OK, 1_770_000_001, b"h" * 32, (Receipt(4, 1, b"r"),), 4)


@given(batches())
def test_a_batch_comes_out_as_it_went_in(batch: Batch) -> None:
    assert open_batch(seal(batch, KEY), RING) == (KEY.key_id, batch)


@given(ACKS)
def test_an_acknowledgement_comes_out_as_it_went_in(ack: Ack) -> None:
    assert open_ack(seal_ack(ack, HUB), HUB.public) == ack


@given(batches())
def test_the_same_batch_is_the_same_bytes(batch: Batch) -> None:
    assert seal(batch, KEY) == seal(batch, KEY)


@given(batches(), st.data())
def test_a_request_with_one_bit_altered_is_refused(batch: Batch, data: st.DataObject) -> None:
    request = bytearray(seal(batch, KEY))
    request[data.draw(st.integers(0, len(request) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(ExchangeError):
        open_batch(bytes(request), RING)


@given(ACKS, st.data())
def test_an_answer_with_one_bit_altered_is_refused(ack: Ack, data: st.DataObject) -> None:
    response = bytearray(seal_ack(ack, HUB))
    response[data.draw(st.integers(0, len(response) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(ExchangeError):
        open_ack(bytes(response), HUB.public)


@given(st.data())
def test_a_cut_message_is_refused(data: st.DataObject) -> None:
    request, response = seal(BATCH, KEY), seal_ack(ACK, HUB)

    with pytest.raises(UnreadableError):
        open_batch(request[: data.draw(st.integers(0, len(request) - 1))], RING)
    with pytest.raises(UnreadableError):
        open_ack(response[: data.draw(st.integers(0, len(response) - 1))], HUB.public)


@given(st.binary(max_size=300))
def test_whatever_else_answers_is_refused(untrusted: bytes) -> None:
    with pytest.raises(ExchangeError):
        open_batch(untrusted, RING)
    with pytest.raises(ExchangeError):
        open_ack(untrusted, HUB.public)


def test_a_page_of_the_wifi_is_not_an_acknowledgement() -> None:
    with pytest.raises(UnreadableError):
        open_ack(b"<!doctype html><title>Bienvenue / Welcome</title>", HUB.public)


def test_a_stranger_is_not_believed_under_anybodys_number() -> None:
    with pytest.raises(UnknownSignerError):
        open_batch(seal(BATCH, STRANGER), RING)
    with pytest.raises(UnknownSignerError):
        open_batch(seal(BATCH, HUB), RING)
    with pytest.raises(UnknownSignerError):
        open_ack(seal_ack(ACK, STRANGER), HUB.public)


def test_of_two_keys_under_one_number_either_is_believed() -> None:
    ring = KeyRing((KnownKiosk(KEY.key_id, STRANGER.public), KnownKiosk(KEY.key_id, KEY.public)))

    assert open_batch(seal(BATCH, KEY), ring) == (KEY.key_id, BATCH)


def test_a_signature_made_for_a_referral_is_worth_nothing_here() -> None:
    packed = cose.decode(seal(BATCH, KEY), LARGEST_REQUEST).payload

    with pytest.raises(UnknownSignerError):
        open_batch(cose.sign(packed, KEY.key_id, KEY.private, b"sp/r1"), RING)


def test_a_request_is_no_acknowledgement_and_the_other_way_round() -> None:
    with pytest.raises(UnreadableError):
        open_ack(seal(BATCH, KEY), KEY.public)
    with pytest.raises(UnreadableError):
        open_batch(seal_ack(ACK, KEY), RING)


PLAIN = {
    1: 1,
    2: bytes(16),
    3: 7,
    4: [[7, 1, bytes(16), b""]],
    5: bytes(32),
    6: 0,
    7: {1: "", 2: 0, 3: 0, 4: False, 5: 0},
    8: 0,
}


def signed(content: bytes, packed: bytes | None = None) -> bytes:
    frame = zstandard.ZstdCompressor().compress(content) if packed is None else packed
    return cose.sign(frame, KEY.key_id, KEY.private, PURPOSE)


def test_what_a_later_version_adds_is_passed_over() -> None:
    health = {**PLAIN[7], 9: "later"}  # type: ignore[dict-item]
    later = {**PLAIN, 7: health, 9: ["later"]}

    _, batch = open_batch(signed(cose.canonical(later)), RING)

    assert batch.items == (Item(7, 1, bytes(16), b""),)


@pytest.mark.parametrize(
    "changed",
    [
        {1: 2},
        {2: bytes(15)},
        {2: "not bytes"},
        {3: 0},
        {3: -1},
        {3: True},
        {3: 2**63 - 1, 4: [[2**63 - 1, 1, bytes(16), b""], [2**63, 1, bytes(16), b""]]},
        {3: 2**64},
        {4: None},
        {4: {}},
        {4: [[8, 1, bytes(16), b""]]},
        {4: [[7, 1, bytes(16), b""], [7, 1, bytes(16), b""]]},
        {4: [[7, 1, bytes(16), b""], [9, 1, bytes(16), b""]]},
        {4: [[7, -1, bytes(16), b""]]},
        {4: [[7, 1.0, bytes(16), b""]]},
        {4: [[7, 1, bytes(17), b""]]},
        {4: [[7, 1, bytes(16), "text"]]},
        {4: [[7, 1, bytes(16)]]},
        {5: bytes(31)},
        {6: -1},
        {6: 1.5},
        {7: {}},
        {7: []},
        {7: {1: "", 2: 0, 3: 0, 4: 1, 5: 0}},
        {7: {1: "", 2: 0, 3: 0, 4: False, 5: 0, 6: bytes(31)}},
        {8: None},
    ],
)
def test_a_batch_that_is_signed_and_still_nonsense_is_refused(changed: dict[int, object]) -> None:
    with pytest.raises(UnreadableError):
        open_batch(signed(cose.canonical({**PLAIN, **changed})), RING)


@pytest.mark.parametrize("missing", [1, 2, 3, 4, 5, 6, 7, 8])
def test_a_batch_without_one_of_its_fields_is_refused(missing: int) -> None:
    with pytest.raises(UnreadableError):
        open_batch(signed(cose.canonical({key: value for key, value in PLAIN.items() if key != missing})), RING)


def test_two_ways_to_write_one_batch_are_one_too_many() -> None:
    backwards = cbor2.dumps(dict(reversed(list(PLAIN.items()))))
    assert cbor2.loads(backwards) == PLAIN

    with pytest.raises(UnreadableError):
        open_batch(signed(backwards), RING)


def test_a_frame_that_would_grow_past_all_limits_is_not_unpacked() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(LARGEST_BATCH + 1))
    assert len(bomb) < 2_000

    with pytest.raises(TooLargeError):
        open_batch(signed(b"", bomb), RING)


def test_a_frame_that_does_not_say_its_size_is_not_unpacked() -> None:
    silent = zstandard.ZstdCompressor(write_content_size=False).compress(cose.canonical(PLAIN))

    with pytest.raises(UnreadableError):
        open_batch(signed(b"", silent), RING)


def test_nothing_follows_the_frame() -> None:
    frame = zstandard.ZstdCompressor().compress(cose.canonical(PLAIN))

    for more in (b"\x00", frame):
        with pytest.raises(UnreadableError):
            open_batch(signed(b"", frame + more), RING)


def test_more_than_either_side_takes_is_neither_sent_nor_read() -> None:
    crowd = tuple(Item(seq, 1, bytes(16), b"") for seq in range(1, 2_002))

    with pytest.raises(TooLargeError):
        seal(Batch(STREAM, 1, crowd, CHAIN_START, 0, Health(), 0), KEY)
    with pytest.raises(TooLargeError):
        open_batch(signed(cose.canonical({**PLAIN, 3: 1, 4: [[i.seq, 1, i.id, b""] for i in crowd]})), RING)
    with pytest.raises(TooLargeError):
        open_batch(bytes(LARGEST_REQUEST + 1), RING)
    with pytest.raises(TooLargeError):
        open_ack(bytes(LARGEST_ACK + 1), HUB.public)
    with pytest.raises(TooLargeError):
        seal_ack(Ack(STREAM, 1, (), Verdict.OK, 0, bytes(32), (Receipt(1, 1, bytes(LARGEST_ACK)),), 1), HUB)


@pytest.mark.parametrize(
    "changed",
    [
        {1: bytes(17)},
        {2: -1},
        {3: [[1]]},
        {3: [["1", "no"]]},
        {4: "maybe"},
        {4: None},
        {5: None},
        {6: bytes(33)},
        {7: [[1, 1, "text"]]},
        {7: [[1, 1]]},
        {8: False},
    ],
)
def test_an_acknowledgement_that_is_signed_and_still_nonsense_is_refused(changed: dict[int, object]) -> None:
    fields = {1: bytes(16), 2: 8, 3: [], 4: "ok", 5: 0, 6: bytes(32), 7: [], 8: 0}
    assert open_ack(cose.sign(cose.canonical(fields), HUB.key_id, HUB.private, PURPOSE), HUB.public).hwm == 8

    with pytest.raises(UnreadableError):
        open_ack(
            cose.sign(cose.canonical({**fields, **changed}), HUB.key_id, HUB.private, PURPOSE),
            HUB.public,
        )


def test_two_hundred_counts_are_little_on_the_wire() -> None:
    items = tuple(
        Item(
            seq,
            7,
            cose.canonical([seq]).rjust(16, b"\x01"),
            cose.canonical({1: "2026-03-12T10", 2: {"visits": seq % 7}}),
        )
        for seq in range(1, 201)
    )

    assert len(seal(Batch(STREAM, 1, items, CHAIN_START, 0, Health("1.0"), 0), KEY)) < 200 * 26


def test_the_chain_is_the_hash_that_the_document_tells() -> None:
    item = Item(1, 1, b"a" * 16, b"one")

    assert chain_after(CHAIN_START, [item]) == request_hash(bytes(32) + cbor2.dumps([1, 1, b"a" * 16, b"one"]))
    assert chain_after(CHAIN_START, []) == bytes(32)


@given(batches())
def test_the_chain_is_the_same_in_one_go_and_in_steps(batch: Batch) -> None:
    half = len(batch.items) // 2

    assert chain_after(chain_after(batch.chain, batch.items[:half]), batch.items[half:]) == chain_after(
        batch.chain, batch.items
    )

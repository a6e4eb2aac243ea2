"""Signed messages, and what is not one."""

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.referral import cose

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
MESSAGE = cose.sign(b"payload", b"\x00\x00\x00\x0c", KEY, b"for this")
PROTECTED = cbor2.dumps({1: -8, 4: b"\x00\x00\x00\x0c"}, canonical=True)


def test_a_message_is_exactly_the_array_of_the_standard() -> None:
    protected, unprotected, payload, signature = cbor2.loads(MESSAGE)

    assert (protected, unprotected, payload) == (PROTECTED, {}, b"payload")
    signed = cbor2.dumps(["Signature1", protected, b"for this", payload], canonical=True)
    KEY.public_key().verify(signature, signed)


def test_every_message_begins_with_the_head_and_the_key_id() -> None:
    assert MESSAGE.startswith(cose.HEAD + b"\x00\x00\x00\x0c")


def test_a_signature_holds_for_its_key_and_its_purpose_only() -> None:
    message = cose.decode(MESSAGE, 200)
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()

    assert cose.holds(message, PUBLIC, b"for this")
    assert not cose.holds(message, PUBLIC, b"for that")
    assert not cose.holds(message, other, b"for this")
    assert not cose.holds(message, b"no key", b"for this")


def array(*parts: object) -> bytes:
    return cbor2.dumps(list(parts))


SIGNATURE = bytes(64)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        MESSAGE[:-1],
        MESSAGE + b"\x00",
        MESSAGE + MESSAGE,
        cbor2.dumps(cbor2.CBORTag(18, [PROTECTED, {}, b"p", SIGNATURE])),
        array(PROTECTED, {}, b"p"),
        array(PROTECTED, {}, "p", SIGNATURE),
        array(PROTECTED, {1: 1}, b"p", SIGNATURE),
        array(PROTECTED, {}, b"p", bytes(63)),
        array(b"", {}, b"p", SIGNATURE),
        array(cbor2.dumps({1: -7, 4: b"1234"}), {}, b"p", SIGNATURE),
        array(cbor2.dumps({1: -8, 4: b"12345"}), {}, b"p", SIGNATURE),
        array(cbor2.dumps({1: -8, 4: b"1234", 3: 0}), {}, b"p", SIGNATURE),
        array(cbor2.dumps({4: b"1234", 1: -8}), {}, b"p", SIGNATURE),
        array(b"\xa2\x01\x38\x07\x04\x441234", {}, b"p", SIGNATURE),
        b"\x9f" + array(PROTECTED, {}, b"p", SIGNATURE)[1:] + b"\xff",
        b"\x98\x04" + MESSAGE[1:],
        b"\x81" * 190,
        b"\x9b\x7f" + b"\xff" * 7,
        b"\x5b\x7f" + b"\xff" * 7,
        b"\xd8\x23\x65(((((",
        b"\xc1\xfb\x7f\xf0" + bytes(6),
    ],
)
def test_anything_else_is_refused(untrusted: bytes) -> None:
    with pytest.raises(cose.CoseError):
        cose.decode(untrusted, 200)


def test_a_message_longer_than_wanted_is_refused() -> None:
    with pytest.raises(cose.CoseError, match="more than"):
        cose.decode(MESSAGE, len(MESSAGE) - 1)


@given(st.binary(max_size=120))
@example(b"\xc0\x60")
@example(b"\xc4\x82\x3b\xff\xff\xff\xff\xff\xff\xff\xff\x01")
@example(b"\xd8\x1e\x82\x01\x00")
@example(b"\xa1\x80\x80")
def test_no_bytes_do_more_than_be_refused(untrusted: bytes) -> None:
    with pytest.raises(cose.CoseError):
        cose.decode(cose.HEAD[:1] + untrusted, 200)


@given(st.binary(max_size=60))
def test_the_first_message_is_found_before_anything(following: bytes) -> None:
    assert cose.first_message(MESSAGE + following, 200) == MESSAGE

"""COSE_Sign1 (RFC 9052), the part of it that Guichet signs with: EdDSA, a four-byte key id, one way to write it.

A message is the untagged array [protected, {}, payload, signature], protected being {1: -8, 4: key id}. What is
signed includes a *purpose*, bytes that both sides know and never send, so that a signature made for one kind of
message is worth nothing for another.
"""

from dataclasses import dataclass

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.errors import KioskError

KEY_ID_BYTES = 4
SIGNATURE_BYTES = 64
PUBLIC_KEY_BYTES = 32

HEAD = bytes.fromhex("8449a201270444")
"""The bytes that every message begins with; the key id follows."""

_ALGORITHM, _KEY_ID = 1, 4
_EDDSA = -8


class CoseError(KioskError):
    """These bytes are not one of our signed messages."""

    code = "signed_message_malformed"


@dataclass(frozen=True, slots=True)
class Sign1:
    """A message as it was read. Nothing in it is to be believed before `holds` says so."""

    key_id: bytes
    payload: bytes
    signature: bytes


def sign(payload: bytes, key_id: bytes, key: Ed25519PrivateKey, purpose: bytes) -> bytes:
    """Sign `payload` for `purpose` and return the whole message; the same input gives the same bytes."""
    return _encoded(Sign1(key_id, payload, key.sign(_signed_part(key_id, payload, purpose))))


def decode(untrusted: bytes, longest: int) -> Sign1:
    """Read a message of at most `longest` bytes; bytes after it, or another way to write the same, are an error."""
    if len(untrusted) > longest:
        raise CoseError(f"{len(untrusted)} bytes, more than {longest}")
    message = _read(untrusted)
    if _encoded(message) != untrusted:
        raise CoseError("not written in the one deterministic way, or followed by something else")
    return message


def first_message(untrusted: bytes, longest: int) -> bytes:
    """The bytes of the message that `untrusted` begins with, without what follows it."""
    return _encoded(_read(untrusted[:longest]))


def holds(message: Sign1, public_key: bytes, purpose: bytes) -> bool:
    """Tell whether the owner of this Ed25519 key (32 bytes) signed this message for this purpose."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            message.signature, _signed_part(message.key_id, message.payload, purpose)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def canonical(value: object) -> bytes:
    """Write plain values in deterministic CBOR (RFC 8949, 4.2)."""
    return cbor2.dumps(value, canonical=True)


def plain(untrusted: bytes) -> object:
    """Read one CBOR value; the caller checks every type in it, and that `canonical` gives the same bytes."""
    try:
        return cbor2.loads(untrusted)
    except _NOT_CBOR as error:
        raise CoseError(f"not CBOR: {error}") from error


_NOT_CBOR = (cbor2.CBORError, ValueError, TypeError, ArithmeticError, RecursionError)


def _read(untrusted: bytes) -> Sign1:
    match plain(untrusted):
        case [bytes(protected), dict(unprotected), bytes(payload), bytes(signature)] if not unprotected:
            pass
        case _:
            raise CoseError("not a COSE_Sign1 with an empty unprotected header")
    match plain(protected):
        case {1: int(algorithm), 4: bytes(key_id), **others} if not others:
            pass
        case _:
            raise CoseError("the protected header must name an algorithm and a key, and nothing else")
    if algorithm != _EDDSA or len(key_id) != KEY_ID_BYTES or len(signature) != SIGNATURE_BYTES:
        raise CoseError("not an EdDSA signature under a four-byte key id")
    return Sign1(key_id, payload, signature)


def _encoded(message: Sign1) -> bytes:
    return canonical([_protected(message.key_id), {}, message.payload, message.signature])


def _protected(key_id: bytes) -> bytes:
    return canonical({_ALGORITHM: _EDDSA, _KEY_ID: key_id})


def _signed_part(key_id: bytes, payload: bytes, purpose: bytes) -> bytes:
    """Sig_structure of RFC 9052, 4.4."""
    return canonical(["Signature1", _protected(key_id), purpose, payload])

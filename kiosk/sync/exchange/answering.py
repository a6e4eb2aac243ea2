"""The hub's answer to an enrolment: which hub it is, by which id it knows the kiosk, and whose updates to trust.

All of it is proven. Online with the code, which whoever stands between the two does not know, whatever TLS said of
them; on a stick with the key of the hub, whose digits somebody compares. docs/sync.md has every field.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.referral import cose
from kiosk.sync.exchange import known_hub
from kiosk.sync.exchange.errors import FingerprintError, ProofError, UnreadableError
from kiosk.sync.exchange.fields import canonical_map, exactly, rows
from kiosk.sync.exchange.fingerprint import is_fingerprint
from kiosk.sync.exchange.known_hub import KnownHub

LARGEST_ANSWER = 512 * 1024

_PURPOSE = b"guichet enrolled"
_ROOTS, _PROOF = 6, 7
_SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """What enrolment gives. `roots` are files of the hub's repository, each followed by the next, the newest last; none
    where it publishes nothing.
    """

    hub: KnownHub
    roots: tuple[bytes, ...] = ()


def by_code(answer: Answer, public: bytes, key: bytes) -> bytes:
    """The answer to the kiosk with this public key, proven with what the hub keeps of the code."""
    return _proven(answer, public, lambda said: hmac.new(key, said, hashlib.sha256).digest())


def by_key(answer: Answer, public: bytes, private: Ed25519PrivateKey) -> bytes:
    """The answer as a file, signed with the hub's key."""
    return _proven(answer, public, private.sign)


def read_by_code(untrusted: bytes, public: bytes, key: bytes) -> Answer:
    """What the answer to this kiosk says. Raises `UnreadableError`; `ProofError` where who answered had no code."""
    fields, proof, said = _read(untrusted, public)
    if not hmac.compare_digest(hmac.new(key, said, hashlib.sha256).digest(), proof):
        raise ProofError("who answered does not know the code: somebody may stand between this kiosk and its hub")
    return _answer(fields)


def read_by_key(untrusted: bytes, public: bytes, untrusted_fingerprint: str) -> Answer:
    """What a file says. `untrusted_fingerprint` is what somebody read at the hub.

    Raises `UnreadableError`; `FingerprintError` when the file has another key; `ProofError` when it was changed since,
    or made for another kiosk.
    """
    fields, proof, said = _read(untrusted, public)
    answer = _answer(fields)
    if not is_fingerprint(untrusted_fingerprint, answer.hub.public):
        raise FingerprintError("the hub's key in the file has another fingerprint")
    try:
        Ed25519PublicKey.from_public_bytes(answer.hub.public).verify(exactly(proof, _SIGNATURE_BYTES), said)
    except (InvalidSignature, ValueError) as error:
        raise ProofError("the file was made for another kiosk, or changed since: ask the hub for another") from error
    return answer


def _proven(answer: Answer, public: bytes, prove: Callable[[bytes], bytes]) -> bytes:
    told = known_hub.fields_of(answer.hub)
    if answer.roots:
        told[_ROOTS] = list(answer.roots)
    return cose.canonical(told | {_PROOF: prove(_said(told, public))})


def _said(told: dict[object, object], public: bytes) -> bytes:
    return _PURPOSE + public + cose.canonical(told)


def _read(untrusted: bytes, public: bytes) -> tuple[dict[object, object], bytes, bytes]:
    """The fields, the proof, and what it is to be the proof of."""
    if len(untrusted) > LARGEST_ANSWER:
        raise UnreadableError(f"more than {LARGEST_ANSWER} bytes")
    fields = canonical_map(untrusted)
    proof = fields.pop(_PROOF, None)
    if not isinstance(proof, bytes):
        raise UnreadableError("an answer without its proof")
    return fields, proof, _said(fields, public)


def _answer(fields: dict[object, object]) -> Answer:
    roots: list[bytes] = []
    for root in rows(fields.get(_ROOTS, [])):
        if not isinstance(root, bytes):
            raise UnreadableError("a root that is no file")
        roots.append(root)
    return Answer(known_hub.of_fields(fields), tuple(roots))

"""Enrolling a kiosk at a hub: online with a code that its operator gives, offline with files and fingerprints.

The code never travels: the kiosk proves with it that its key is the one whose enrolment was allowed, and the hub that
the answer is its own (`kiosk.sync.exchange.answering`). Offline somebody compares the fingerprint of each one's key.
"""

import hashlib
import hmac
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.referral import cose
from kiosk.referral.keys import keep_key_id, own_key
from kiosk.sync.exchange import known_hub
from kiosk.sync.exchange.answering import Answer, read_by_code, read_by_key
from kiosk.sync.exchange.errors import CodeError, UnreadableError
from kiosk.sync.exchange.fields import canonical_map, exactly
from kiosk.sync.exchange.known_hub import KnownHub
from kiosk.sync.updates.trusting import UPDATES, trust_first

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U."""

ID_LETTERS, SECRET_LETTERS = 4, 12
LONGEST_NAME = 80

_PURPOSE = b"guichet enrol"
_LONGEST_REQUEST = 1024
_MISREAD = str.maketrans("OIL", "011")


class EnrolTransport(Protocol):
    """Takes a request to be enrolled to the hub; `kiosk.sync.exchange.http.HttpTransport` is one."""

    def enrol(self, request: bytes) -> bytes:
        """What came back, whoever answered. Raises an `ExchangeError`."""


@dataclass(frozen=True, slots=True)
class Code:
    """An enrolment code: its public first letters, and the secret ones."""

    id: str
    secret: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A kiosk asks to be enrolled. `mac` and `code_id` are empty in a file, which is let in by its fingerprint."""

    public: bytes
    mac: bytes = b""
    code_id: str = ""
    name: str = ""


def read_code(untrusted_text: str) -> Code:
    """The code somebody typed: case, spaces and hyphens do not matter, O is 0, I and L are 1. Raises `CodeError`."""
    letters = "".join(untrusted_text.upper().replace("-", " ").split()).translate(_MISREAD)
    if len(letters) != ID_LETTERS + SECRET_LETTERS or not set(letters) <= set(CODE_ALPHABET):
        raise CodeError("a code has sixteen letters and digits, such as 7K3F-9XD2-M4PQ-8RTV")
    return Code(letters[:ID_LETTERS], letters[ID_LETTERS:])


def mac_key(secret: str) -> bytes:
    """What a hub keeps of a code's secret letters, and what the proof is made with."""
    return hashlib.sha256(_PURPOSE + secret.encode()).digest()


def proof(key: bytes, public: bytes) -> bytes:
    """The proof that whoever has this public key knows the code."""
    return hmac.new(key, public, hashlib.sha256).digest()


def asking(public: bytes, code: Code | None = None, name: str = "") -> bytes:
    """The request, or without a code the file, that asks for a kiosk to be enrolled."""
    told: dict[int, object] = {1: public}
    if code is not None:
        told |= {2: proof(mac_key(code.secret), public), 3: code.id}
    if name:
        told[4] = name[:LONGEST_NAME]
    return cose.canonical(told)


def read_asking(untrusted: bytes) -> Asking:
    """What such a request or file says. Raises `UnreadableError`."""
    if len(untrusted) > _LONGEST_REQUEST:
        raise UnreadableError(f"more than {_LONGEST_REQUEST} bytes")
    fields = canonical_map(untrusted)
    mac, code_id, name = fields.get(2, b""), fields.get(3, ""), fields.get(4, "")
    if not isinstance(code_id, str) or not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise UnreadableError("a name or a code is not text")
    public = exactly(fields.get(1), cose.PUBLIC_KEY_BYTES)
    if mac == b"" and not code_id:
        return Asking(public, name=name)
    if len(code_id) != ID_LETTERS or not set(code_id) <= set(CODE_ALPHABET):
        raise UnreadableError("not the first letters of a code")
    return Asking(public, exactly(mac, hashlib.sha256().digest_size), code_id, name)


def enrol(folder: Path, transport: EnrolTransport, untrusted_code: str, name: str = "") -> KnownHub:
    """Enrol the machine with this state folder, and give its hub. Done once more with the same code, it is the same.

    Where nobody's updates were trusted here yet, those are from now on that the hub publishes.

    Raises `CodeError`, an `ExchangeError` when the hub refuses, does not answer or has not proven its answer,
    `RootError` when other updates are trusted here than the hub's, `KeyFileError` or a `StateError`.
    """
    code, public = read_code(untrusted_code), own_key(folder).public
    return _join(folder, read_by_code(transport.enrol(asking(public, code, name)), public, mac_key(code.secret)))


def enrol_from_file(folder: Path, untrusted: bytes, untrusted_fingerprint: str) -> KnownHub:
    """Take the hub's answer from a file that was brought. `untrusted_fingerprint` is what somebody read at the hub.

    Raises `UnreadableError`; `FingerprintError` when the file has another key, `ProofError` when it was changed since;
    `RootError` when other updates are trusted here than the hub's; `KeyFileError` or a `StateError`.
    """
    return _join(folder, read_by_key(untrusted, own_key(folder).public, untrusted_fingerprint))


def _join(folder: Path, answer: Answer) -> KnownHub:
    """Remember the hub, and go by the id that it has given: slips signed from now on are known to all its kiosks."""
    if answer.roots:
        trust_first(folder / UPDATES, answer.roots)
    keep_key_id(folder, answer.hub.key_id)
    known_hub.keep_hub(folder, answer.hub)
    return answer.hub

"""How kiosk and counter keep what they say on the network between themselves: both hold one key, made by pairing.

Each connection begins with one fresh X25519 key from either side. Their shared secret and the paired key together
give, by HKDF-SHA256, one ChaCha20-Poly1305 key for each direction; the nonce counts the messages of that direction. So
an old recording neither opens with a key that leaks later nor can be played again, and whoever lacks the paired key can
neither read a message nor make one.
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.counter.calling.calls import CounterRefusedError

KEY_BYTES = 32
HELLO_BYTES = 32

_PURPOSE = b"guichet counter calls 1"


class Seal:
    """One direction of one connection: every message is sealed or opened in its turn, and only then."""

    def __init__(self, key: bytes) -> None:
        self._cipher = ChaCha20Poly1305(key)
        self._count = 0

    def close(self, message: bytes) -> bytes:
        """The next message, sealed."""
        return self._cipher.encrypt(self._nonce(), message, None)

    def open(self, untrusted: bytes) -> bytes:
        """The next message, opened. Raises `CounterRefusedError`."""
        try:
            return self._cipher.decrypt(self._nonce(), untrusted, None)
        except InvalidTag as error:
            raise CounterRefusedError("the other end does not hold the same key: pair the two again") from error

    def _nonce(self) -> bytes:
        self._count += 1
        return self._count.to_bytes(12, "big")


@dataclass(frozen=True, slots=True)
class Hello:
    """One side's fresh key of a new connection; `public` is what the other side is sent."""

    private: X25519PrivateKey
    public: bytes


def hello() -> Hello:
    """A fresh key, for one connection."""
    private = X25519PrivateKey.generate()
    return Hello(private, private.public_key().public_bytes_raw())


def seals_of_kiosk(paired: bytes, own: Hello, untrusted_counter: bytes) -> tuple[Seal, Seal]:
    """What the kiosk closes, and what it opens. Raises `CounterRefusedError`."""
    return _seals(paired, own, untrusted_counter, own.public + untrusted_counter)


def seals_of_counter(paired: bytes, own: Hello, untrusted_kiosk: bytes) -> tuple[Seal, Seal]:
    """What the counter closes, and what it opens. Raises `CounterRefusedError`."""
    opened, closed = _seals(paired, own, untrusted_kiosk, untrusted_kiosk + own.public)
    return closed, opened


def _seals(paired: bytes, own: Hello, untrusted_other: bytes, both: bytes) -> tuple[Seal, Seal]:
    """The seal from kiosk to counter, then the one back."""
    try:
        shared = own.private.exchange(X25519PublicKey.from_public_bytes(untrusted_other))
    except ValueError as error:  # of another length, or a point that makes every secret the same
        raise CounterRefusedError("the other end began with no key") from error
    derived = HKDF(SHA256(), 2 * KEY_BYTES, salt=paired, info=_PURPOSE + both).derive(shared + paired)
    return Seal(derived[:KEY_BYTES]), Seal(derived[KEY_BYTES:])

"""What may be an operator's passphrase, and what is kept of it: Argon2id of 64 MiB passed over three times."""

import hmac
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.counter.staff.machine import argon2id
from kiosk.errors import KioskError

SHORTEST = 12
LONGEST = 200

_SALT_BYTES = 16
_FEWEST_DIFFERENT = 5

Stretch = Callable[[bytes, bytes], bytes]
"""Makes bytes of a passphrase and a salt of 16 bytes; slow on purpose."""


class PassphraseError(KioskError):
    """This cannot be a passphrase: it is too short, too long, or among the first that anybody would try."""

    code = "passphrase"


@dataclass(frozen=True, slots=True)
class Kept:
    """What tells a passphrase again, as it is written down: hexadecimal."""

    salt: str = field(repr=False)
    stretched: str = field(repr=False)


def stretched(passphrase: bytes, salt: bytes) -> bytes:
    """Argon2id at the cost that the counter's PINs have, without a secret: several hubs may share one store."""
    return argon2id(passphrase, salt, b"")


def read_new(untrusted: str, name: str) -> str:
    """A passphrase that somebody chooses for the operator `name`. Raises `PassphraseError`."""
    passphrase = _normal(untrusted)
    if not SHORTEST <= len(passphrase) <= LONGEST:
        raise PassphraseError(f"a passphrase has {SHORTEST} to {LONGEST} characters")
    few = len(set(passphrase)) < _FEWEST_DIFFERENT
    if few or (name and name.casefold() in passphrase.casefold()):
        raise PassphraseError("this passphrase is easy to guess: no name in it, and not a few characters repeated")
    return passphrase


def keep(stretch: Stretch, passphrase: str) -> Kept:
    """What to write down of a passphrase that `read_new` has read; takes as long as a guess."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return Kept(salt.hex(), stretch(passphrase.encode(), salt).hex())


def opens(stretch: Stretch, kept: Kept | None, untrusted: str) -> bool:
    """Tell whether it is the one. Where nobody is known it takes as long, and is wrong."""
    salt = bytes.fromhex(kept.salt) if kept else bytes(_SALT_BYTES)
    made = stretch(_normal(untrusted)[:LONGEST].encode(), salt).hex()
    return hmac.compare_digest(made, kept.stretched if kept else "") and kept is not None


def _normal(untrusted: str) -> str:
    """However a keyboard composes its accents, the same letters."""
    return unicodedata.normalize("NFKC", untrusted)

"""The hub's own keys: what it signs its word with, and what sticks are sealed to; made at its first start."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.private_files import make_once
from kiosk.referral import cose
from kiosk.referral.keys import KeyFileError, KeyId, KioskKey

SIGNING_FILE = "hub-key.pem"
SEALING_FILE = "hub-sealing-key.pem"

_LARGEST = 4096


@dataclass(frozen=True, slots=True)
class HubKeys:
    """What the hub signs with, and what opens what is sealed to it."""

    signing: KioskKey
    sealing: X25519PrivateKey

    @property
    def sealing_public(self) -> bytes:
        """What kiosks seal their sticks to, 32 bytes."""
        return self.sealing.public_key().public_bytes_raw()


def hub_keys(folder: Path) -> HubKeys:
    """The keys in `folder`, made where there are none.

    Raises `KeyFileError` where one is damaged: it is never replaced, since every kiosk knows the hub by it. Raises a
    `StateError` where it cannot be written.
    """
    signing = _load(folder / SIGNING_FILE, Ed25519PrivateKey.generate)
    sealing = _load(folder / SEALING_FILE, X25519PrivateKey.generate)
    if not isinstance(signing, Ed25519PrivateKey) or not isinstance(sealing, X25519PrivateKey):
        raise KeyFileError(f"{folder}: a private key of another kind")
    key_id = hashlib.sha256(signing.public_key().public_bytes_raw()).digest()[: cose.KEY_ID_BYTES]
    return HubKeys(KioskKey(KeyId(key_id), signing), sealing)


def _load(path: Path, make: Callable[[], Ed25519PrivateKey | X25519PrivateKey]) -> PrivateKeyTypes:
    if not path.exists():
        make_once(path, make().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    try:
        return load_pem_private_key(path.read_bytes()[:_LARGEST], password=None)
    except OSError as error:
        raise KeyFileError(f"{path}: {error.strerror}") from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError(f"{path}: not a private key; put back its backup") from error

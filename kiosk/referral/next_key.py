"""Another key in place of the kiosk's own: made beside it, used once the hub knows it, the one before kept."""

import contextlib
import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.private_files import make_anew, make_once
from kiosk.referral.keys import KEY_FILE, load_private
from kiosk.state import error_from_os

NEXT_KEY_FILE = "kiosk-key-next.pem"
PREVIOUS_KEY_FILE = "kiosk-key-previous.pem"


def make_next_key(folder: Path) -> Ed25519PrivateKey:
    """The key that is to follow, made where there is none; on the disk when this returns.

    Raises `KeyFileError` or a `StateError`.
    """
    made = Ed25519PrivateKey.generate()
    make_once(folder / NEXT_KEY_FILE, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return load_private(folder / NEXT_KEY_FILE)


def next_key(folder: Path) -> Ed25519PrivateKey | None:
    """The key that waits to follow; None, as a rule. Raises `KeyFileError`."""
    return _key_in(folder / NEXT_KEY_FILE)


def previous_key(folder: Path) -> Ed25519PrivateKey | None:
    """The key that this kiosk signed with before; None where it never had another. Raises `KeyFileError`."""
    return _key_in(folder / PREVIOUS_KEY_FILE)


def use_next_key(folder: Path) -> None:
    """Sign with the next key from now on. A cut leaves the one or the other in use, and no moment without a key."""
    path = folder / KEY_FILE
    try:
        make_anew(folder / PREVIOUS_KEY_FILE, path.read_bytes())
        (folder / NEXT_KEY_FILE).replace(path)
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise error_from_os(error, path) from error


def forget_next_key(folder: Path) -> None:
    """Stay with the key that is in use. Raises a `StateError`."""
    path = folder / NEXT_KEY_FILE
    try:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
    except OSError as error:
        raise error_from_os(error, path) from error


def _key_in(path: Path) -> Ed25519PrivateKey | None:
    return load_private(path) if os.path.lexists(path) else None

"""The signing keys: PEM files in folders of their own, for the account alone, each under a pass phrase or none.

A file is called by its holder and its key's id, `root-3f9a0c11d2e4b586.pem`, so that what is needed is found without
opening anything. Folders may lie on different disks: the keys of root and targets belong in drawers, not on the hub.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

from kiosk.hub.publishing.errors import KeysError
from kiosk.hub.publishing.roles import SIGNING, Holder
from kiosk.private_files import make_once
from kiosk.state import StateError

_ID_SHOWN = 16
_ENCRYPTED = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"

PassPhrase = Callable[[Path, Holder], bytes]
"""Gives the pass phrase of a key file that is opened or made; nothing, and a new one is not kept under any."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The folders that private keys are read from; new ones go into the first. No `passphrase`: all lie open."""

    folders: tuple[Path, ...]
    passphrase: PassPhrase | None = None

    @classmethod
    def within(cls, folder: Path, passphrase: PassPhrase | None = None) -> "Keys":
        """All keys of one folder."""
        return cls((folder,), passphrase)


def make_keys(keys: Keys, holder: Holder, number: int) -> tuple[CryptoSigner, ...]:
    """Make `number` keys of `holder`, each on the disk before this returns. Raises `KeysError`."""
    return tuple(_made(keys, holder) for _ in range(number))


def signers(keys: Keys, holder: Holder, ids: Collection[str], threshold: int) -> tuple[CryptoSigner, ...]:
    """As many signers of the public keys `ids` as must sign, no more; those found first.

    Raises:
        KeysError: too few of them are in the folders, or one cannot be read.
    """
    here = [path for key in sorted(ids) if (path := _found(keys, holder, key)) is not None]
    if len(here) < threshold:
        raise KeysError(
            f"{_count(threshold)} of {holder} must sign, and {len(here)} of them "
            f"{'is' if len(here) == 1 else 'are'} in {_named(keys.folders)}: "
            "name every folder that has some, --keys FOLDER once for each"
        )
    read = tuple(_read(keys, holder, path) for path in here[:threshold])
    for signer, path in zip(read, here, strict=False):
        if signer.public_key.keyid not in ids:
            raise KeysError(f"{path} holds another key than its name says")
    return read


def has_any(keys: Keys) -> bool:
    """Whether there is a key of some holder in any of the folders; other keys may lie beside them."""
    return any(path for folder in keys.folders for holder in Holder for path in folder.glob(f"{holder}-*.pem"))


def threshold_of(holder: Holder) -> int:
    """How many keys of `holder` must sign."""
    return SIGNING[holder].threshold


def _found(keys: Keys, holder: Holder, key: str) -> Path | None:
    named = (folder / _file_name(holder, key) for folder in keys.folders)
    try:
        return next((path for path in named if path.is_file()), None)
    except OSError as error:
        raise KeysError(f"this account cannot look for keys in {_named(keys.folders)}: {error.strerror}") from error


def _file_name(holder: Holder, key: str) -> str:
    return f"{holder}-{key[:_ID_SHOWN]}.pem"


def _made(keys: Keys, holder: Holder) -> CryptoSigner:
    private = Ed25519PrivateKey.generate()
    signer = CryptoSigner(private)
    path = keys.folders[0] / _file_name(holder, signer.public_key.keyid)
    written = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, _sealing(keys, holder, path))
    try:
        make_once(path, written)
    except StateError as error:
        raise KeysError(f"a key cannot be written: {error}") from error
    return signer


def _sealing(keys: Keys, holder: Holder, path: Path) -> KeySerializationEncryption:
    phrase = keys.passphrase(path, holder) if keys.passphrase is not None else b""
    return BestAvailableEncryption(phrase) if phrase else NoEncryption()


def _read(keys: Keys, holder: Holder, path: Path) -> CryptoSigner:
    try:
        written = path.read_bytes()
        mode = path.stat().st_mode
    except OSError as error:
        raise KeysError(f"the key {path} cannot be read: {error.strerror}") from error
    sealed = written.startswith(_ENCRYPTED)
    if not sealed and mode & (stat.S_IRWXG | stat.S_IRWXO) and os.name == "posix":
        raise KeysError(f"the key {path} lies open to other accounts: chmod 600 it, or keep it under a pass phrase")
    phrase = keys.passphrase(path, holder) if sealed and keys.passphrase is not None else None
    if sealed and not phrase:
        raise KeysError(f"the key {path} is under a pass phrase, and none was given")
    try:
        private = load_pem_private_key(written, phrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeysError(f"the key {path} cannot be opened: its pass phrase is another, or it is torn") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeysError(f"the key {path} is none of Ed25519")
    return CryptoSigner(private)


def _count(number: int) -> str:
    return f"{number} key" if number == 1 else f"{number} keys"


def _named(folders: Iterable[Path]) -> str:
    return ", ".join(str(folder) for folder in folders)

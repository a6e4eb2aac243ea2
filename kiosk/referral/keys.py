"""The kiosk's own signing key, made at its first start, and the public keys of the kiosks it knows.

A kiosk is named in tokens by four bytes, its key id. A hub where it is enrolled gives it one. Without a hub, an
operator who runs several kiosks gives each a number in the configuration, and the key id is that number; otherwise it
is the first four bytes of SHA-256 of the public key. Two kiosks may share a key id by accident (among 1,000 unnumbered
kiosks the odds are one in 8,600), so a key ring holds every key known under an id.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NewType

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from kiosk.errors import KioskError
from kiosk.outbox.days import day_number, day_of_number
from kiosk.private_files import make_anew, make_once
from kiosk.referral import cose

KeyId = NewType("KeyId", bytes)
"""Four bytes."""

KEY_FILE = "kiosk-key.pem"
KEY_ID_FILE = "kiosk-id"
"""The four bytes that a hub has given, where one has."""

_LARGEST_NUMBER = 2 ** (8 * cose.KEY_ID_BYTES) - 1
_LARGEST_KEY_FILE = 4096
LARGEST_KEY_LIST = 4 * 1024 * 1024


class KeyFileError(KioskError):
    """The kiosk's key file is there and cannot be used.

    It is never replaced by a new key: slips already handed out would stop being recognised.
    """

    code = "key_damaged"


class KeyListError(KioskError):
    """The list of known kiosks is there and cannot be used."""

    code = "key_list_damaged"


@dataclass(frozen=True, slots=True)
class KioskKey:
    """The key this kiosk signs with."""

    key_id: KeyId
    private: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The 32 bytes that others know this kiosk's signatures by."""
        return _public_bytes(self.private)


@dataclass(frozen=True, slots=True)
class KnownKiosk:
    """A kiosk whose signatures can be checked. `name` is "" when the list gives none; `public` is 32 bytes.

    A kiosk that has changed its key is there once for each: `until` is the last day on which one that it has given up
    was used.
    """

    key_id: KeyId
    public: bytes
    name: str = ""
    until: date | None = None

    def signed_on(self, day: date) -> bool:
        """Tell whether the kiosk still used this key on `day`: what is dated later, anybody with the old key signed."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Every kiosk known here."""

    known: tuple[KnownKiosk, ...] = ()

    def under(self, key_id: KeyId) -> tuple[KnownKiosk, ...]:
        """The kiosks with this id: usually one, none for a stranger."""
        return tuple(kiosk for kiosk in self.known if kiosk.key_id == key_id)


def key_ring(own: KioskKey, listed: Iterable[KnownKiosk] = (), own_name: str = "") -> KeyRing:
    """This kiosk first, then those of a key list."""
    return KeyRing((KnownKiosk(own.key_id, own.public, own_name), *listed))


def number_of(key_id: KeyId) -> int:
    """The kiosk number that people see, from 0 to 4,294,967,295."""
    return int.from_bytes(key_id, "big")


def own_key(folder: Path, kiosk_number: int = 0) -> KioskKey:
    """The key of this kiosk, made if the folder has none yet. `kiosk_number` 0 means not numbered; an id that a hub
    has given goes before it.

    Raises `KeyFileError` when the file is damaged, `kiosk.state.DiskFullError` or `StateError` when it cannot be
    written. A new key is on the disk before it is returned; two programs that start at once get the same one.
    """
    if not 0 <= kiosk_number <= _LARGEST_NUMBER:
        raise ValueError(f"a kiosk number is between 0 and {_LARGEST_NUMBER}")
    path = folder / KEY_FILE
    if not os.path.lexists(path):
        made = Ed25519PrivateKey.generate()
        make_once(path, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    private = load_private(path)
    given = _given_key_id(folder)
    if given is not None:
        return KioskKey(given, private)
    if kiosk_number:
        return KioskKey(KeyId(kiosk_number.to_bytes(cose.KEY_ID_BYTES, "big")), private)
    return KioskKey(KeyId(hashlib.sha256(_public_bytes(private)).digest()[: cose.KEY_ID_BYTES]), private)


def keep_key_id(folder: Path, key_id: KeyId) -> None:
    """Go by this id from now on, which a hub has given, whatever number is configured. Raises a `StateError`."""
    if len(key_id) != cose.KEY_ID_BYTES:
        raise ValueError("a key id has four bytes")
    make_anew(folder / KEY_ID_FILE, key_id)


def read_key_list(path: Path) -> tuple[KnownKiosk, ...]:
    """The kiosks of a key list file; none when there is no file. Raises `KeyListError`."""
    try:
        untrusted = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise KeyListError(f"{path}: {error.strerror}") from error
    return known_in(untrusted, path)


def known_in(untrusted: bytes, path: Path) -> tuple[KnownKiosk, ...]:
    """The kiosks of a key list that is, or is to be, at `path`.

    It is a CBOR map of key id (4 bytes) to public key (32 bytes), to [public key, name], or to [public key, name, other
    keys]: of those, [public key] is one that is to follow, [public key, day] one that was given up after that day.
    Raises `KeyListError`: a list with one bad entry is not believed at all.
    """
    try:
        if len(untrusted) > LARGEST_KEY_LIST:
            raise cose.CoseError(f"more than {LARGEST_KEY_LIST} bytes")
        entries = cose.plain(untrusted)
        if not isinstance(entries, dict) or cose.canonical(entries) != untrusted:
            raise cose.CoseError("not one CBOR map in its deterministic form")
    except cose.CoseError as error:
        raise KeyListError(f"{path}: {error}") from error
    return tuple(kiosk for key_id, entry in entries.items() for kiosk in _known(key_id, entry, path))


def key_list(*kiosks: KnownKiosk) -> bytes:
    """A key list file, for others to know these kiosks by. Those with one id are one, the key it uses now first."""
    entries: dict[KeyId, list[object]] = {}
    others: dict[KeyId, list[list[object]]] = {}
    for kiosk in kiosks:
        if kiosk.key_id not in entries:
            entries[kiosk.key_id] = [kiosk.public, kiosk.name]
        else:
            last_day = () if kiosk.until is None else (day_number(kiosk.until),)
            others.setdefault(kiosk.key_id, []).append([kiosk.public, *last_day])
    for key_id, keys in others.items():
        entries[key_id].append(keys)
    return cose.canonical(entries)


def _known(untrusted_id: object, untrusted_entry: object, path: Path) -> Iterator[KnownKiosk]:
    """The kiosk of one entry, once for each of its keys."""
    if not isinstance(untrusted_id, bytes) or len(untrusted_id) != cose.KEY_ID_BYTES:
        raise KeyListError(f"{path}: a key id is not four bytes")
    others: list[object] = []
    match untrusted_entry:
        case [bytes(public), str(name)]:
            pass
        case [bytes(public), str(name), list(others)]:
            pass
        case bytes(public):
            name = ""
        case _:
            raise KeyListError(f"{path}: an entry is neither a key nor a key with a name and other keys")
    yield KnownKiosk(KeyId(untrusted_id), _key(public, path), name)
    for other in others:
        match other:
            case [bytes(public)]:
                yield KnownKiosk(KeyId(untrusted_id), _key(public, path), name)
            case [bytes(public), int(day)]:
                yield KnownKiosk(KeyId(untrusted_id), _key(public, path), name, _day(day, path))
            case _:
                raise KeyListError(f"{path}: another key of a kiosk is neither a key nor a key with a day")


def _key(untrusted: bytes, path: Path) -> bytes:
    if len(untrusted) != cose.PUBLIC_KEY_BYTES:
        raise KeyListError(f"{path}: a public key is not 32 bytes")
    return untrusted


def _day(untrusted: int, path: Path) -> date:
    try:
        return day_of_number(untrusted)
    except (ValueError, OverflowError) as error:
        raise KeyListError(f"{path}: there is no day {untrusted}") from error


def _given_key_id(folder: Path) -> KeyId | None:
    """What a hub has given; None without a hub, and where the file is torn, which is made whole by enrolling again."""
    try:
        given = (folder / KEY_ID_FILE).read_bytes()
    except OSError:
        return None
    return KeyId(given) if len(given) == cose.KEY_ID_BYTES else None


def load_private(path: Path) -> Ed25519PrivateKey:
    """The Ed25519 key in a PEM file. Raises `KeyFileError`."""
    try:
        with path.open("rb") as file:
            pem = file.read(_LARGEST_KEY_FILE)
    except OSError as error:
        raise KeyFileError(f"{path}: {error.strerror}") from error
    try:
        private = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError(f"{path}: not a private key; put back its backup, or remove it to begin anew") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyFileError(f"{path}: a private key of another kind than Ed25519")
    return private


def _public_bytes(private: Ed25519PrivateKey) -> bytes:
    return private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

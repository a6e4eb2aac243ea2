"""How a kiosk and the counter come to hold one key: a code that one machine shows and that staff type on the other.

Nothing of it goes over the network. The key is made of the code alone, by scrypt, so both machines make the same one.
The code has fifteen drawn characters of 29, which is 72 bits, and a sixteenth that finds typing errors.
"""

import secrets
from pathlib import Path

from kiosk.counter.calling.calls import CounterError
from kiosk.counter.calling.sealing import KEY_BYTES
from kiosk.private_files import make_anew
from kiosk.referral.code import ALPHABET, check_character

KEY_FILE = "counter-key"

_GROUPS = 4
_GROUP = 4
_LENGTH = _GROUPS * _GROUP
_SALT = b"guichet counter pairing 1"
_SCRYPT_COST = 2**15


class PairingCodeError(CounterError):
    """What was typed is not a pairing code."""

    code = "pairing_code"


class PairingError(CounterError):
    """The machine holds a key already, or one that cannot be used."""

    code = "pairing"


def new_code() -> str:
    """A code such as `7K3F-9XDW-…`, never the same twice."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH - 1))
    return _grouped(drawn + check_character(drawn))


def read_code(untrusted_text: str) -> str:
    """A code as staff typed it, in any case, with or without hyphens. Raises `PairingCodeError`."""
    typed = "".join(character for character in untrusted_text.upper() if character not in " -–")
    if len(typed) != _LENGTH or not set(typed) <= set(ALPHABET):
        raise PairingCodeError(f"a pairing code has {_LENGTH} characters; it never uses 0 O 1 I L 5 S")
    if check_character(typed[:-1]) != typed[-1]:
        raise PairingCodeError("a character of the pairing code is wrong, or two are swapped")
    return _grouped(typed)


def key_from(code: str) -> bytes:
    """The key that `code` stands for, 32 bytes; takes about a tenth of a second and 32 MB, on purpose."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    typed = read_code(code).replace("-", "")
    return Scrypt(salt=_SALT, length=KEY_BYTES, n=_SCRYPT_COST, r=8, p=1).derive(typed.encode())


def pair(folder: Path, code: str, *, again: bool = False) -> None:
    """Keep the key of `code` in the state folder, for the account's own eyes; it is on the disk when this returns.

    Raises `PairingError` when there is a key already, unless `again`, `PairingCodeError`, or a `StateError`.
    """
    path = folder / KEY_FILE
    if path.exists() and not again:
        raise PairingError("this machine is paired already; pair it again with --again, and every other one after it")
    make_anew(path, key_from(code))


def paired_key(folder: Path) -> bytes | None:
    """The key kept in the state folder; None when the machine is not paired. Raises `PairingError`."""
    path = folder / KEY_FILE
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PairingError(f"{path}: {error.strerror}") from error
    if len(key) != KEY_BYTES:
        raise PairingError(f"{path} is not a key; pair the machines again")
    return key


def _grouped(characters: str) -> str:
    return "-".join(characters[start : start + _GROUP] for start in range(0, len(characters), _GROUP))

"""This machine as sign-in knows it: its state folder, its secret, and how it makes a PIN slow to guess."""

import hmac
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.private_files import make_once

SECRET_FILE = "machine-secret"
SECRET_BYTES = 32
STRETCHED_BYTES = 64

ITERATIONS = 3
MEMORY_KIB = 64 * 1024
"""What one guess costs: Argon2id, 64 MiB passed over three times; 0.17 s on one core where it was chosen."""

Stretch = Callable[[bytes, bytes, bytes], bytes]
"""Makes 64 bytes of a PIN, a salt of 16 bytes and the machine's secret; slow on purpose."""


class MachineSecretError(KioskError):
    """The file of the machine's secret is there and cannot be used; it is never replaced.

    Put back its backup. Without one, move it away: PINs must then be set anew.
    """

    code = "machine_secret"


def argon2id(pin: bytes, salt: bytes, secret: bytes) -> bytes:
    """Argon2id over one lane, keyed with `secret`."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt, length=STRETCHED_BYTES, iterations=ITERATIONS, lanes=1, memory_cost=MEMORY_KIB, secret=secret
    ).derive(pin)


@dataclass(frozen=True, slots=True)
class Machine:
    """The folder of state.db and the 32 bytes that this machine's PINs are worth nothing without."""

    folder: Path
    secret: bytes = field(repr=False)
    stretch: Stretch = field(default=argon2id, repr=False)

    @property
    def mark(self) -> bytes:
        """Eight bytes that tell this secret from another, and nothing else about it."""
        return hmac.digest(self.secret, b"guichet machine secret", "sha256")[:8]


def this_machine(folder: Path) -> Machine:
    """The machine whose state folder this is; its secret is made at the first start.

    Raises `MachineSecretError`, or a `kiosk.state.StateError` when a new secret cannot be written.
    """
    path = folder / SECRET_FILE
    if not os.path.lexists(path):
        make_once(path, secrets.token_bytes(SECRET_BYTES))
    try:
        secret = path.read_bytes()
    except OSError as error:
        raise MachineSecretError(f"{path}: {error.strerror}") from error
    if len(secret) != SECRET_BYTES:
        raise MachineSecretError(f"{path} is damaged: put back its backup, or move it away and set all PINs anew")
    return Machine(folder, secret)

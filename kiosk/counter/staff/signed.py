"""What a sign-in gives: who it is, and the key of the vault if their role sees cases."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.counter.staff.roles import Staff
from kiosk.counter.vault import VaultKey
from kiosk.errors import KioskError


class NoVaultKeyError(KioskError):
    """Whoever is signed in holds no key of the cases: their role sees none, or they are to get a new PIN or badge."""

    code = "vault_key_missing"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who has shown who they are. Let go of it when the counter locks: the key is in memory no longer."""

    staff: Staff
    vault_key: VaultKey | None = field(repr=False)
    at: datetime


def case_key(signed_in: SignedIn) -> VaultKey:
    """The key that the persons of cases are sealed under. Raises `NoVaultKeyError`."""
    if signed_in.vault_key is None:
        raise NoVaultKeyError("a supervisor can give the key to the cases, with a new PIN or badge")
    return signed_in.vault_key

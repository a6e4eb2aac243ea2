"""Signing again what is signed without a person: the timestamp every day, the snapshot and the kiosks' keys in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from kiosk.hub.publishing.errors import KeysError
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.lists import kiosks_content
from kiosk.hub.publishing.repository import Repository, days_left, read_repository
from kiosk.hub.publishing.roles import LIFETIME, Role
from kiosk.hub.publishing.signing import Content, chained, check_clock, relisted, role_signers, stamped
from kiosk.hub.publishing.writing import Laid, alone, lay_down


@dataclass(frozen=True, slots=True)
class Resigned:
    """How many whole days each role is accepted from now on, and which of them a person should sign soon."""

    left: Mapping[Role, int]

    @property
    def soon(self) -> tuple[Role, ...]:
        """Roles with less than a third of their time left."""
        return tuple(role for role, days in self.left.items() if timedelta(days=3 * days) < LIFETIME[role])


def resign(folder: Path, keys: Keys, at: datetime, kiosks: bytes | None = None, *, sure: bool = False) -> Resigned:
    """Sign the timestamp again, whatever has run out meanwhile, with the online key.

    The snapshot is signed again once two thirds of its time are left, so that a kiosk that asks every day fetches a
    timestamp and nothing else. The list of kiosks' keys is signed again once half of its 30 days are left, where its
    key is here, or at once where `kiosks` is another list than the one published.

    Raises:
        PublishingError: why not; what kiosks read is then as it was.
    """
    with alone(folder):
        repository = read_repository(folder)
        check_clock(repository, at, sure=sure)
        lay_down(folder, _renewed(repository, keys, at, kiosks_content(kiosks) if kiosks is not None else None))
        return Resigned(days_left(read_repository(folder, targets=False), at))


def _renewed(repository: Repository, keys: Keys, at: datetime, kiosks: Content | None) -> list[Laid]:
    online = role_signers(repository, keys, Role.TIMESTAMP)
    left = days_left(repository, at)
    before = repository.lists[Role.DEVICES].signed.targets
    listed = before if kiosks is None else {kiosks.path: kiosks.target()}
    content = [kiosks.laid()] if kiosks is not None and listed != before else []
    signing = _devices_signers(repository, keys)
    if signing and (content or left[Role.DEVICES] <= LIFETIME[Role.DEVICES].days // 2):
        changed = {Role.DEVICES: (relisted(repository, Role.DEVICES, listed, at), signing)}
        return [*content, *chained(repository, changed, online, at)]
    if left[Role.SNAPSHOT] <= LIFETIME[Role.SNAPSHOT].days * 2 // 3:
        return chained(repository, {}, online, at)
    newest = repository.timestamp.signed
    return [stamped(newest.version + 1, newest.snapshot_meta, online, at)]


def _devices_signers(repository: Repository, keys: Keys) -> tuple[CryptoSigner, ...]:
    """Who signs the list of kiosks; nobody where its key is kept elsewhere, and `Resigned.soon` names it in time."""
    try:
        return role_signers(repository, keys, Role.DEVICES)
    except KeysError:
        return ()

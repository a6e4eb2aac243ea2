"""Signing again what is signed without a person: the timestamp every day, the snapshot and the kiosks' keys in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.hub.publishing.errors import KeysError
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.repository import Repository, days_left, read_repository
from kiosk.hub.publishing.roles import LIFETIME, Role
from kiosk.hub.publishing.signing import chained, check_clock, relisted, role_signers, stamped
from kiosk.hub.publishing.writing import Laid, alone, lay_down


@dataclass(frozen=True, slots=True)
class Resigned:
    """How many whole days each role is accepted from now on, and which of them a person should sign soon."""

    left: Mapping[Role, int]

    @property
    def soon(self) -> tuple[Role, ...]:
        """Roles with less than a third of their time left."""
        return tuple(role for role, days in self.left.items() if timedelta(days=3 * days) < LIFETIME[role])


def resign(folder: Path, keys: Keys, at: datetime, *, sure: bool = False) -> Resigned:
    """Sign the timestamp again, whatever has run out meanwhile, with the online key.

    The snapshot is signed again once two thirds of its time are left, so that a kiosk that asks every day fetches a
    timestamp and nothing else; the list of kiosks' keys once half of its 30 days are left, where its key is here.

    Raises:
        PublishingError: why not; what kiosks read is then as it was.
    """
    with alone(folder):
        repository = read_repository(folder)
        check_clock(repository, at, sure=sure)
        lay_down(folder, _renewed(repository, keys, at))
        return Resigned(days_left(read_repository(folder, targets=False), at))


def _renewed(repository: Repository, keys: Keys, at: datetime) -> list[Laid]:
    online = role_signers(repository, keys, Role.TIMESTAMP)
    left = days_left(repository, at)
    changed = {}
    if left[Role.DEVICES] <= LIFETIME[Role.DEVICES].days // 2:
        try:
            signing = role_signers(repository, keys, Role.DEVICES)
            listed = repository.lists[Role.DEVICES].signed.targets
            changed[Role.DEVICES] = (relisted(repository, Role.DEVICES, listed, at), signing)
        except KeysError:
            # Its key may be kept elsewhere; `Resigned.soon` then names the role.
            pass
    if changed or left[Role.SNAPSHOT] <= LIFETIME[Role.SNAPSHOT].days * 2 // 3:
        return chained(repository, changed, online, at)
    before = repository.timestamp.signed
    return [stamped(before.version + 1, before.snapshot_meta, online, at)]

"""Who signs what: the roles of the repository, how many keys each has, how many must sign, and for how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Role(StrEnum):
    """A part of the repository that is signed on its own, by the name that its files have."""

    ROOT = "root"
    TARGETS = "targets"
    CATALOGUE = "catalogue"
    RECIPIENTS = "recipients"
    DEVICES = "devices"
    SNAPSHOT = "snapshot"
    TIMESTAMP = "timestamp"


class Holder(StrEnum):
    """Keys that are kept together, by the name that their files begin with."""

    ROOT = "root"
    TARGETS = "targets"
    CATALOGUE = "catalogue"
    RECIPIENTS = "recipients"
    DEVICES = "devices"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Signing:
    """How many keys a holder has, and how many of them must sign."""

    keys: int
    threshold: int


SIGNING: Mapping[Holder, Signing] = {
    Holder.ROOT: Signing(3, 2),
    Holder.TARGETS: Signing(3, 2),
    Holder.CATALOGUE: Signing(1, 1),
    # A forged recipient's key would read what people tell a department, so one stolen key must not do.
    Holder.RECIPIENTS: Signing(3, 2),
    Holder.DEVICES: Signing(1, 1),
    Holder.ONLINE: Signing(1, 1),
}

LIFETIME: Mapping[Role, timedelta] = {
    Role.ROOT: timedelta(days=730),
    Role.TARGETS: timedelta(days=730),
    Role.CATALOGUE: timedelta(days=395),
    Role.RECIPIENTS: timedelta(days=395),
    Role.DEVICES: timedelta(days=30),
    Role.SNAPSHOT: timedelta(days=90),
    Role.TIMESTAMP: timedelta(days=90),
}
"""How long a signature of each role is accepted."""

KEPT = timedelta(days=395)
"""How long a file stays once nothing names it any more: kiosks that read an older timestamp still find it."""

DELEGATED: Mapping[Role, tuple[str, ...]] = {
    # A pattern does not cross a slash.
    Role.CATALOGUE: ("catalogue/*/*",),
    Role.RECIPIENTS: ("keys/recipients.cbor",),
    Role.DEVICES: ("keys/kiosks.cbor",),
}
"""The roles that the top targets name, and the files that each may sign."""

X_ISSUED = "x-issued"
"""The field of the catalogue role's metadata that tells when it was signed, such as 2026-11-30T07:00:00Z."""


def holder(role: Role) -> Holder:
    """Whose keys sign `role`."""
    return Holder.ONLINE if role in (Role.SNAPSHOT, Role.TIMESTAMP) else Holder(role.value)

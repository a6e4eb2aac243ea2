"""Signing: new versions of roles and what names them up to the timestamp, as files in the order to lay them down."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.metadata import Role as Delegation

from kiosk.hub.publishing.errors import ClockError
from kiosk.hub.publishing.keys import Keys, signers, threshold_of
from kiosk.hub.publishing.repository import Repository, metadata_path, target_path, written_moment
from kiosk.hub.publishing.roles import LIFETIME, X_ISSUED, Role, holder
from kiosk.hub.publishing.writing import Laid, sha256

S = TypeVar("S", Root, Timestamp, Snapshot, Targets)


@dataclass(frozen=True, slots=True)
class Content:
    """A target to publish: its path as kiosks ask for it, and all of it."""

    path: str
    content: bytes

    def target(self) -> TargetFile:
        """Its entry in a role's list."""
        return TargetFile.from_data(self.path, self.content, ["sha256"])

    def laid(self) -> Laid:
        """The file that it is."""
        return Laid(target_path(self.target()), self.content)


_LONG_SILENCE = timedelta(days=400)


def check_clock(repository: Repository, at: datetime, *, sure: bool = False) -> None:
    """Refuse a clock that went back, and, unless somebody is `sure`, one that went ahead by more than 400 days.

    Kiosks never take a step back in time, so one edition signed in a year to come would be the last that they accept.

    Raises:
        ClockError: in one sentence, what to do.
    """
    newest = max(repository.issued, repository.stamped)
    if at < newest:
        raise ClockError(
            f"the clock says {written_moment(at)}, and this repository was signed on {written_moment(newest)}: "
            "set this machine's clock"
        )
    if not sure and at - newest > _LONG_SILENCE:
        raise ClockError(
            f"the clock says {written_moment(at)}, {(at - newest).days} days after this repository was last signed: "
            "set this machine's clock, or say --sure when it is right"
        )


def relisted(repository: Repository, role: Role, targets: Mapping[str, TargetFile], at: datetime) -> Metadata[Targets]:
    """The next version of a delegated role, not signed yet, that lists `targets` and nothing else."""
    before = repository.lists[role].signed
    listed = {path: targets[path] for path in sorted(targets)}
    after = Targets(before.version + 1, before.spec_version, at + LIFETIME[role], listed, deepcopy(before.delegations))
    if role is Role.CATALOGUE:
        after.unrecognized_fields[X_ISSUED] = written_moment(at)
    return Metadata(after)


def sign(metadata: Metadata[S], signing: Sequence[CryptoSigner]) -> bytes:
    """Sign with each of `signing` and no other, and give the file."""
    metadata.signatures.clear()
    for signer in signing:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()


def role_signers(repository: Repository, keys: Keys, role: Role) -> tuple[CryptoSigner, ...]:
    """Those who sign `role` as the repository names them today. Raises `KeysError`."""
    return signers(keys, holder(role), role_keys(repository, role), threshold_of(holder(role)))


def role_keys(repository: Repository, role: Role) -> Collection[str]:
    """The ids of the keys that may sign `role` today."""
    if role in (Role.CATALOGUE, Role.RECIPIENTS, Role.DEVICES):
        return _delegation(repository.lists[Role.TARGETS].signed, role).keyids
    return _delegation(repository.root.signed, role).keyids


def chained(
    repository: Repository,
    changed: Mapping[Role, tuple[Metadata[Targets], Sequence[CryptoSigner]]],
    online: Sequence[CryptoSigner],
    at: datetime,
) -> list[Laid]:
    """The files of the roles in `changed`, signed, then the snapshot that names them, and the timestamp last."""
    laid = []
    metas = dict(repository.snapshot.signed.meta)
    for role, (metadata, signing) in changed.items():
        content = sign(metadata, signing)
        metas[f"{role}.json"] = _named(metadata.signed.version, content)
        laid.append(Laid(metadata_path(role, metadata.signed.version), content))
    snapshot = Metadata(
        Snapshot(repository.snapshot.signed.version + 1, expires=at + LIFETIME[Role.SNAPSHOT], meta=metas)
    )
    written = sign(snapshot, online)
    laid.append(Laid(metadata_path(Role.SNAPSHOT, snapshot.signed.version), written))
    named = _named(snapshot.signed.version, written)
    return [*laid, stamped(repository.timestamp.signed.version + 1, named, online, at)]


def stamped(version: int, snapshot: MetaFile, online: Sequence[CryptoSigner], at: datetime) -> Laid:
    """The timestamp that names `snapshot`."""
    timestamp = Metadata(Timestamp(version, expires=at + LIFETIME[Role.TIMESTAMP], snapshot_meta=snapshot))
    return Laid(metadata_path(Role.TIMESTAMP, version), sign(timestamp, online))


def _named(version: int, content: bytes) -> MetaFile:
    return MetaFile(version, len(content), {"sha256": sha256(content)})


def _delegation(delegator: Root | Targets, role: Role) -> Delegation:
    return delegator.get_delegated_role(role)

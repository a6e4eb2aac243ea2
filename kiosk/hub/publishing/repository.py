"""The repository as it lies on the disk, read as a kiosk would: every signature, version, length and digest checked.

Only dates are not looked at: a repository that has run out is still whole, and signing it again is how it is mended.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp

from kiosk.hub.publishing.errors import RepositoryBrokenError
from kiosk.hub.publishing.roles import DELEGATED, LIFETIME, X_ISSUED, Role

S = TypeVar("S", Root, Timestamp, Snapshot, Targets)

METADATA = "metadata"
TARGETS = "targets"
TIMESTAMP_FILE = f"{METADATA}/timestamp.json"


@dataclass(frozen=True, slots=True)
class Repository:
    """What the repository in `folder` says today, verified. `lists` has the top targets and each delegated role."""

    folder: Path
    root: Metadata[Root]
    timestamp: Metadata[Timestamp]
    snapshot: Metadata[Snapshot]
    lists: Mapping[Role, Metadata[Targets]]

    @property
    def issued(self) -> datetime:
        """When the catalogue's role was signed last, which kiosks take for a time that has passed."""
        return _moment(self.lists[Role.CATALOGUE].signed)

    @property
    def stamped(self) -> datetime:
        """When anything was signed last."""
        return issued_before(self.timestamp.signed, Role.TIMESTAMP)


def metadata_path(role: Role, version: int) -> str:
    """Where a version of a role lies, below the repository."""
    return TIMESTAMP_FILE if role is Role.TIMESTAMP else f"{METADATA}/{version}.{role}.json"


def target_path(target: TargetFile) -> str:
    """Where a target lies, below the repository: its digest is before its name."""
    parent, _, name = target.path.rpartition("/")
    return f"{TARGETS}/{parent}/{target.hashes['sha256']}.{name}"


def is_there(folder: Path) -> bool:
    """Whether `folder` holds a repository, or what is left of one."""
    return (folder / METADATA).exists() or (folder / TARGETS).exists()


def read_repository(folder: Path, *, targets: bool = True, lost: Collection[Role] = ()) -> Repository:
    """The repository in `folder`; `targets` reads every file that it names too.

    Who signed a role in `lost` is not asked: its keys are gone, and a new root is to name others.

    Raises:
        RepositoryBrokenError: a kiosk would refuse it, and why.
    """
    if not is_there(folder):
        raise RepositoryBrokenError(f"there is no repository in {folder}: guichet hub init makes one")
    try:
        root = _root(folder)
        read = partial(_verified, folder, lost)
        timestamp = read(root.signed, Role.TIMESTAMP, None, Timestamp)
        snapshot = read(root.signed, Role.SNAPSHOT, timestamp.signed.snapshot_meta, Snapshot)
        metas = snapshot.signed.meta
        top = read(root.signed, Role.TARGETS, metas["targets.json"], Targets)
        lists = {Role.TARGETS: top} | {
            role: read(top.signed, role, metas[f"{role}.json"], Targets) for role in DELEGATED
        }
        repository = Repository(folder, root, timestamp, snapshot, lists)
        for target in targets_named(repository) if targets else ():
            target.verify_length_and_hashes((folder / target_path(target)).read_bytes())
    except OSError as error:
        raise RepositoryBrokenError(
            f"the repository {folder} is broken: {error.filename} cannot be read ({error.strerror})"
        ) from error
    except (RepositoryError, ValueError, KeyError) as error:
        raise RepositoryBrokenError(f"the repository {folder} is broken: {error}") from error
    return repository


def roots(folder: Path) -> Iterator[Path]:
    """Every root from the first to the newest that follows on."""
    version = 1
    while (path := folder / metadata_path(Role.ROOT, version)).exists():
        yield path
        version += 1


def targets_named(repository: Repository) -> Iterator[TargetFile]:
    """Every file that some role signs today."""
    for signed in repository.lists.values():
        yield from signed.signed.targets.values()


def issued_before(signed: Signed, role: Role) -> datetime:
    """When metadata was signed, reckoned from when it runs out."""
    return signed.expires - LIFETIME[role]


def written_moment(at: datetime) -> str:
    """A moment as it stands in metadata: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def days_left(repository: Repository, at: datetime) -> Mapping[Role, int]:
    """How many whole days each role is still accepted from `at` on; below zero once it has run out."""
    signed: dict[Role, Signed] = {
        Role.ROOT: repository.root.signed,
        Role.SNAPSHOT: repository.snapshot.signed,
        Role.TIMESTAMP: repository.timestamp.signed,
    } | {role: one.signed for role, one in repository.lists.items()}
    return {role: (one.expires - at) // timedelta(days=1) for role, one in signed.items()}


def _root(folder: Path) -> Metadata[Root]:
    before: Metadata[Root] | None = None
    for path in roots(folder):
        root = Metadata[Root].from_bytes(path.read_bytes())
        for delegator in (before or root, root):
            delegator.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
        if root.signed.version != (before.signed.version + 1 if before else 1):
            raise ValueError(f"{path.name} holds version {root.signed.version}")
        before = root
    if before is None:
        raise ValueError("it has no first root")
    return before


def _verified(
    folder: Path, lost: Collection[Role], delegator: Root | Targets, role: Role, named: MetaFile | None, kind: type[S]
) -> Metadata[S]:
    """The metadata of `role` that `named` names; the timestamp is named by nobody."""
    path = folder / metadata_path(role, named.version if named else 0)
    content = path.read_bytes()
    if named is not None:
        named.verify_length_and_hashes(content)
    read = Metadata[S].from_bytes(content)
    if not isinstance(read.signed, kind):
        raise ValueError(f"{path.name} holds metadata of {read.signed.type}")
    if role not in lost:
        delegator.verify_delegate(role, read.signed_bytes, read.signatures)
    if named is not None and read.signed.version != named.version:
        raise ValueError(f"{path.name} holds version {read.signed.version}")
    return read


def _moment(catalogue: Targets) -> datetime:
    try:
        return datetime.fromisoformat(catalogue.unrecognized_fields[X_ISSUED])
    except (KeyError, TypeError, ValueError) as error:
        raise RepositoryBrokenError(f"the catalogue's role does not say when it was signed: {error}") from error

"""What has not been named for thirteen months is removed; roots stay for ever."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Targets

from kiosk.hub.publishing.repository import (
    METADATA,
    TARGETS,
    Repository,
    issued_before,
    metadata_path,
    read_repository,
    target_path,
    targets_named,
)
from kiosk.hub.publishing.roles import DELEGATED, KEPT, Role
from kiosk.hub.publishing.writing import remove


def prune(folder: Path, at: datetime) -> tuple[str, ...]:
    """Remove what no kiosk can ask for any more, and what a cut left behind; gives the paths.

    Raises:
        RepositoryBrokenError: the repository is broken; nothing is removed from it.
        NotWrittenError: the disk does not let go of a file.
    """
    repository = read_repository(folder, targets=False)
    kept = set(_kept(repository, at))
    there = (path for part in (METADATA, TARGETS) for path in (folder / part).rglob("*") if path.is_file())
    old = sorted(name for path in there if (name := path.relative_to(folder).as_posix()) not in kept)
    remove(folder, old)
    return tuple(old)


def _kept(repository: Repository, at: datetime) -> Iterator[str]:
    folder = repository.folder
    for path in (folder / METADATA).glob("*.root.json"):
        yield path.relative_to(folder).as_posix()
    yield metadata_path(Role.TIMESTAMP, 0)
    newest = {role: signed.signed.version for role, signed in repository.lists.items()}
    newest[Role.SNAPSHOT] = repository.snapshot.signed.version
    yield from (target_path(target) for target in targets_named(repository))
    for role, version in newest.items():
        for path in _versions(repository, role, version, at):
            yield path.relative_to(folder).as_posix()
            if role in DELEGATED:
                yield from _targets_of(path)


def _versions(repository: Repository, role: Role, newest: int, at: datetime) -> Iterator[Path]:
    """The newest version of a role and those before it, back to one that was replaced thirteen months ago."""
    replaced = at
    for version in range(newest, 0, -1):
        path = repository.folder / metadata_path(role, version)
        if not path.exists() or replaced < at - KEPT:
            return
        yield path
        replaced = _signed_on(path, role, replaced)


def _signed_on(path: Path, role: Role, otherwise: datetime) -> datetime:
    try:
        return issued_before(Metadata.from_bytes(path.read_bytes()).signed, role)
    except (OSError, ValueError, RepositoryError):
        return otherwise


def _targets_of(path: Path) -> Iterator[str]:
    try:
        listed = Metadata[Targets].from_bytes(path.read_bytes()).signed.targets
    except (OSError, ValueError, RepositoryError):
        return
    yield from (target_path(target) for target in listed.values())

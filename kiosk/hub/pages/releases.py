"""What a repository's folder tells of its releases: each role, who signed it and until when, and the editions kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Targets

from kiosk.errors import KioskError
from kiosk.hub.publishing.editions import current
from kiosk.hub.publishing.repository import (
    Repository,
    days_left,
    issued_before,
    metadata_path,
    read_repository,
    target_path,
)
from kiosk.hub.publishing.roles import X_ISSUED, Role

_LETTERS_OF_A_KEY = 8
_MOST_EDITIONS = 30


@dataclass(frozen=True, slots=True)
class Signature:
    """One role as it is signed today. `signed_by` are the first letters of the keys; `needed` of `keys` must sign."""

    role: Role
    version: int
    issued: datetime
    until: datetime
    days_left: int
    signed_by: tuple[str, ...]
    needed: int
    keys: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the catalogue, by the oldest list that names it."""

    version: int
    issued: datetime
    packed: int
    signed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Releases:
    """A repository. `length` is of the newest edition unpacked, `deltas` how many earlier ones lead to it."""

    region: str
    version: int
    length: int
    deltas: int
    decided: bool
    signatures: tuple[Signature, ...]
    editions: tuple[Edition, ...]


def releases_in(folder: Path, region: str, now: datetime) -> Releases:
    """What is released to `region`; version 0 where nothing is yet.

    Raises a `kiosk.hub.publishing.errors.PublishingError` where the folder is no repository, or a broken one.
    """
    repository = read_repository(folder, targets=False)
    try:
        said = current(repository, region) or {}
    except (OSError, ValueError) as error:
        raise KioskError(f"the newest edition cannot be read: {error}") from error
    deltas, version, length = said.get("deltas"), said.get("version"), said.get("length")
    listed = repository.lists[Role.CATALOGUE].signed.targets
    return Releases(
        region,
        version if isinstance(version, int) else 0,
        length if isinstance(length, int) else 0,
        len(deltas) if isinstance(deltas, Mapping) else 0,
        _decided_path(region) in listed,
        tuple(_signatures(repository, now)),
        tuple(_editions(repository, region)),
    )


def newest_edition(folder: Path, region: str) -> int:
    """The version of the newest edition; 0 where there is none, or the repository cannot be read."""
    try:
        said = current(read_repository(folder, targets=False), region) or {}
    except (KioskError, OSError, ValueError):
        return 0
    version = said.get("version")
    return version if isinstance(version, int) else 0


def published_decisions(folder: Path, region: str) -> bytes | None:
    """The file of decisions that kiosks read today; None where there is none, or it cannot be read."""
    try:
        listed = read_repository(folder, targets=False).lists[Role.CATALOGUE].signed.targets
        target = listed.get(_decided_path(region))
        return None if target is None else (folder / target_path(target)).read_bytes()
    except (KioskError, OSError):
        return None


def _decided_path(region: str) -> str:
    return f"catalogue/{region}/decided.json"


def _signatures(repository: Repository, now: datetime) -> Iterator[Signature]:
    left = days_left(repository, now)
    top = repository.lists[Role.TARGETS].signed
    root = repository.root.signed
    signed: list[tuple[Role, Metadata[Any], Root | Targets]] = [(Role.ROOT, repository.root, root)]
    for role, one in repository.lists.items():
        signed.append((role, one, root if role is Role.TARGETS else top))
    signed += [(Role.SNAPSHOT, repository.snapshot, root), (Role.TIMESTAMP, repository.timestamp, root)]
    for role, metadata, delegator in signed:
        result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
        delegation = delegator.get_delegated_role(role)
        yield Signature(
            role,
            metadata.signed.version,
            issued_before(metadata.signed, role),
            metadata.signed.expires,
            left[role],
            _short(result.signed),
            delegation.threshold,
            len(delegation.keyids),
        )


def _editions(repository: Repository, region: str) -> Iterator[Edition]:
    """The editions that lists still kept name, the newest first; each when it was first listed."""
    named = re.compile(re.escape(f"catalogue/{region}/") + r"catalogue-(\d+)\.db\.zst")
    delegator = repository.lists[Role.TARGETS].signed
    found: dict[int, Edition] = {}
    for version in range(repository.lists[Role.CATALOGUE].signed.version, 0, -1):
        path = repository.folder / metadata_path(Role.CATALOGUE, version)
        if not path.exists() or len(found) > _MOST_EDITIONS:
            break
        try:
            listing = Metadata[Targets].from_bytes(path.read_bytes())
            result = delegator.get_verification_result(Role.CATALOGUE, listing.signed_bytes, listing.signatures)
        except (OSError, ValueError, RepositoryError):
            break
        for target in listing.signed.targets.values():
            match = named.fullmatch(target.path)
            if match:
                issued = _issued(listing.signed)
                found[int(match[1])] = Edition(int(match[1]), issued, target.length, _short(result.signed))
    yield from (found[version] for version in sorted(found, reverse=True)[:_MOST_EDITIONS])


def _issued(signed: Targets) -> datetime:
    try:
        return datetime.fromisoformat(str(signed.unrecognized_fields[X_ISSUED]))
    except (KeyError, ValueError):
        return issued_before(signed, Role.CATALOGUE)


def _short(keys: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(key[:_LETTERS_OF_A_KEY] for key in keys))

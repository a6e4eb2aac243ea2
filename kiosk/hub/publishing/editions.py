"""Publishing an edition of the catalogue: whole, as deltas from those before, named by a signed `current.json`."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.counter.corrections.exchange import ExchangeError, read
from kiosk.hub.publishing.canonical import Canonical, canonical
from kiosk.hub.publishing.errors import EditionRefusedError, RepositoryBrokenError
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.packing import delta, packed, unpacked
from kiosk.hub.publishing.pruning import prune
from kiosk.hub.publishing.repository import Repository, metadata_path, read_repository, target_path
from kiosk.hub.publishing.roles import Role
from kiosk.hub.publishing.signing import Content, chained, check_clock, relisted, role_signers
from kiosk.hub.publishing.writing import Laid, alone, lay_down, sha256

DELTAS = 26
"""From how many editions back a direct delta is made: half a year of weekly ones."""

MIN_APP = "0.1.0"
"""The oldest Guichet that reads the editions of today."""

_REGION = re.compile(r"[a-z0-9-]{1,40}")
_APP = re.compile(r"\d{1,4}(\.\d{1,4}){1,2}")


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What is to be published: a catalogue, for a region.

    `decided` are corrections that stewards decided, in the form of the corrections exchange; None leaves those that are
    published. `min_app` is the oldest Guichet that can use it.
    """

    catalogue_db: Path
    region: str
    decided: bytes | None = None
    min_app: str = MIN_APP


@dataclass(frozen=True, slots=True)
class Published:
    """What was published. Sizes are bytes on the way; `deltas` says which editions one leads from."""

    region: str
    version: int
    day: date
    unpacked: int
    whole: int
    deltas: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition ready to be laid down, in this order, and what it is."""

    files: Sequence[Laid]
    published: Published


@dataclass(frozen=True, slots=True)
class _Release:
    """An edition published before."""

    version: int
    path: Path
    digest: str


def publish(folder: Path, keys: Keys, new: NewEdition, at: datetime, *, sure: bool = False) -> Published:
    """Publish an edition as the newest of its region; the keys of the catalogue and the online one sign.

    `at` is the moment of signing. `sure`: see `signing.check_clock`. What nobody needs any more is removed afterwards.

    Raises:
        PublishingError: why not; what kiosks read is then as it was.
    """
    with alone(folder):
        prepared = prepare(folder, keys, new, at, sure=sure)
        lay_down(folder, prepared.files)
        prune(folder, at)
    return prepared.published


def prepare(folder: Path, keys: Keys, new: NewEdition, at: datetime, *, sure: bool = False) -> Prepared:
    """Everything that `publish` writes, nothing of it written yet. Raises `PublishingError`."""
    region = new.region
    check_region(region)
    if not _APP.fullmatch(new.min_app):
        raise EditionRefusedError(f"{new.min_app!r} is not a version of Guichet such as {MIN_APP}")
    repository = read_repository(folder)
    check_clock(repository, at, sure=sure)
    catalogue_signers = role_signers(repository, keys, Role.CATALOGUE)
    online = role_signers(repository, keys, Role.TIMESTAMP)
    edition = canonical(new.catalogue_db)
    _check_newer(repository, region, edition)

    whole = packed(edition.content)
    differences = {
        release.version: made
        for release in _releases(repository, region)
        if (old := _read(release)) is not None and len(made := delta(old, edition.content)) < len(whole)
    }
    contents = _contents(region, edition, whole, differences, new.min_app)
    if new.decided is not None:
        contents.append(decided_content(region, new.decided))
    listed = _others(repository, region, keep_decided=new.decided is None) | {
        one.path: one.target() for one in contents
    }
    changed = {Role.CATALOGUE: (relisted(repository, Role.CATALOGUE, listed, at), catalogue_signers)}
    files = [*(one.laid() for one in contents), *chained(repository, changed, online, at)]
    sizes = {version: len(made) for version, made in differences.items()}
    return Prepared(files, Published(region, edition.version, edition.day, len(edition.content), len(whole), sizes))


def publish_decided(folder: Path, keys: Keys, region: str, at: datetime, decided: bytes, *, sure: bool = False) -> None:
    """Publish what stewards decided of corrections, between editions. Raises `PublishingError`."""
    check_region(region)
    with alone(folder):
        repository = read_repository(folder)
        check_clock(repository, at, sure=sure)
        content = decided_content(region, decided)
        listed = {**repository.lists[Role.CATALOGUE].signed.targets, content.path: content.target()}
        signing = role_signers(repository, keys, Role.CATALOGUE)
        changed = {Role.CATALOGUE: (relisted(repository, Role.CATALOGUE, listed, at), signing)}
        online = role_signers(repository, keys, Role.TIMESTAMP)
        lay_down(folder, [content.laid(), *chained(repository, changed, online, at)])


def check_region(untrusted: str) -> None:
    """Refuse what cannot be the name of a region's folder. Raises `EditionRefusedError`."""
    if not _REGION.fullmatch(untrusted):
        raise EditionRefusedError(f"{untrusted!r} is not a region: use letters, digits and hyphens, such as ns")


def decided_content(region: str, decided: bytes) -> Content:
    """Decided corrections as a target. Raises `EditionRefusedError` for what is none of the exchange form."""
    try:
        read(decided)
    except ExchangeError as error:
        raise EditionRefusedError(
            f"what was decided is not published, for no counter could read it: {error}"
        ) from error
    return Content(f"catalogue/{region}/decided.json", decided)


def current(repository: Repository, region: str) -> Mapping[str, object] | None:
    """What `current.json` of `region` says; None when nothing was published for it yet."""
    target = repository.lists[Role.CATALOGUE].signed.targets.get(_current_path(region))
    if target is None:
        return None
    said: Mapping[str, object] = json.loads((repository.folder / target_path(target)).read_bytes())
    return said


def _check_newer(repository: Repository, region: str, edition: Canonical) -> None:
    before = current(repository, region)
    version = before["version"] if before else 0
    if not isinstance(version, int) or edition.version <= version:
        raise EditionRefusedError(
            f"the catalogue has version {edition.version}, and {version} is published for {region}: "
            "raise the version in catalogue.yaml and build it again"
        )


def _contents(
    region: str, edition: Canonical, whole: bytes, differences: Mapping[int, bytes], min_app: str
) -> list[Content]:
    """The files of an edition, `current.json` last."""
    full = Content(_full_path(region, edition.version), whole)
    deltas = {
        version: Content(f"catalogue/{region}/delta-{version}-{edition.version}.zst", made)
        for version, made in differences.items()
    }
    said = {
        "version": edition.version,
        "schema": edition.schema,
        "length": len(edition.content),
        "sha256": sha256(edition.content),
        "full": full.path,
        "deltas": {str(version): one.path for version, one in sorted(deltas.items())},
        "min_app": min_app,
    }
    written = json.dumps(said, indent=1, ensure_ascii=False).encode() + b"\n"
    return [full, *deltas.values(), Content(_current_path(region), written)]


def _releases(repository: Repository, region: str) -> Iterator[_Release]:
    """The last editions of `region`, newest first, found in the versions of the catalogue's role that are kept."""
    seen: set[int] = set()
    named = re.compile(re.escape(f"catalogue/{region}/") + r"catalogue-(\d+)\.db\.zst")
    for version in range(repository.lists[Role.CATALOGUE].signed.version, 0, -1):
        path = repository.folder / metadata_path(Role.CATALOGUE, version)
        if len(seen) == DELTAS or not path.exists():
            return
        for target in _listed(path).values():
            match = named.fullmatch(target.path)
            if match and int(match[1]) not in seen:
                seen.add(int(match[1]))
                yield _Release(int(match[1]), repository.folder / target_path(target), target.hashes["sha256"])


def _listed(path: Path) -> Mapping[str, TargetFile]:
    try:
        return Metadata[Targets].from_bytes(path.read_bytes()).signed.targets
    except (OSError, ValueError, RepositoryError) as error:
        raise RepositoryBrokenError(f"{path}, an older list of editions, cannot be read: {error}") from error


def _read(release: _Release) -> bytes | None:
    """An older edition; None where its file is gone, as after a repository was put back from a stick."""
    try:
        whole = release.path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RepositoryBrokenError(f"edition {release.version} cannot be read: {error.strerror}") from error
    if sha256(whole) != release.digest:
        raise RepositoryBrokenError(f"{release.path} was altered: its digest is not the one in its name")
    return unpacked(whole)


def _others(repository: Repository, region: str, *, keep_decided: bool) -> dict[str, TargetFile]:
    """What the role lists for other regions, and what stays of this one."""
    here = f"catalogue/{region}/"
    listed = repository.lists[Role.CATALOGUE].signed.targets
    stays = {f"{here}decided.json"} if keep_decided else set()
    return {path: target for path, target in listed.items() if not path.startswith(here) or path in stays}


def _current_path(region: str) -> str:
    return f"catalogue/{region}/current.json"


def _full_path(region: str, version: int) -> str:
    return f"catalogue/{region}/catalogue-{version}.db.zst"

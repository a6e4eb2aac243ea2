"""The newest editions on a USB stick: written, on the medium, and read back as a kiosk reads them.

Plain files under plain names, so that a FAT stick takes them. A stick that was pulled out in between still says what it
said before: the timestamp comes last, and what it no longer names goes after it.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError, RepositoryError
from tuf.ngclient import Updater
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.hub.publishing.errors import NotWrittenError, StickNotWrittenError
from kiosk.hub.publishing.repository import (
    METADATA,
    TARGETS,
    TIMESTAMP_FILE,
    Repository,
    metadata_path,
    read_repository,
    roots,
    target_path,
    targets_named,
)
from kiosk.hub.publishing.roles import Role
from kiosk.hub.publishing.writing import Laid, lay_down, remove

ON_STICK = "guichet"
"""The folder of a stick that is ours; nothing outside it is written or removed."""

_MANY_ROOTS = 1024


@dataclass(frozen=True, slots=True)
class Exported:
    """How many files are on the stick, and their bytes."""

    files: int
    size: int


def export_usb(folder: Path, stick: Path, at: datetime) -> Exported:
    """Put what a kiosk needs of the repository in `folder` on the stick mounted at `stick`, and read it all back.

    That is every root, what is signed today, and the files it names: each edition whole and its deltas. It goes into a
    folder `guichet`, where older editions make room for it; whatever else is on the stick stays.

    Raises:
        RepositoryBrokenError: the repository is broken; nothing was written.
        StickNotWrittenError: the stick is full, was pulled out, or gave back something else.
    """
    try:
        there = stick.is_dir()
    except OSError as error:
        raise StickNotWrittenError(f"{stick} cannot be opened by the account of the hub: {error.strerror}") from error
    if not there:
        raise StickNotWrittenError(f"there is no folder {stick}: is the stick in and mounted?")
    repository = read_repository(folder)
    files = _needed(repository)
    ours = stick / ON_STICK
    try:
        lay_down(ours, files)
        remove(ours, _others(ours, files))
        verify_stick(folder, stick, at)
    except NotWrittenError as error:
        raise StickNotWrittenError(str(error)) from error
    return Exported(len(files), sum(len(file.content) for file in files))


def verify_stick(folder: Path, stick: Path, at: datetime) -> None:
    """Read everything back from the medium, as a kiosk does that trusts the first root of `folder`.

    Raises:
        RepositoryBrokenError: the repository in `folder` is broken.
        NotWrittenError: the stick has not all that the repository signs today, or has it otherwise.
    """
    repository = read_repository(folder)
    _from_the_medium(stick / ON_STICK, _needed(repository))
    _read_as_a_kiosk(repository, stick / ON_STICK, at)


def _needed(repository: Repository) -> list[Laid]:
    """Targets first, then metadata, the timestamp last."""
    folder = repository.folder
    versions = {role: signed.signed.version for role, signed in repository.lists.items()}
    versions[Role.SNAPSHOT] = repository.snapshot.signed.version
    paths = [
        *(target_path(target) for target in targets_named(repository)),
        *(path.relative_to(folder).as_posix() for path in roots(folder)),
        *(metadata_path(role, version) for role, version in versions.items()),
        TIMESTAMP_FILE,
    ]
    return [Laid(path, (folder / path).read_bytes()) for path in paths]


def _others(ours: Path, files: Sequence[Laid]) -> list[str]:
    wanted = {file.path for file in files}
    there = (path for part in (METADATA, TARGETS) for path in (ours / part).rglob("*") if path.is_file())
    try:
        return sorted(name for path in there if (name := path.relative_to(ours).as_posix()) not in wanted)
    except OSError as error:
        raise NotWrittenError(f"the stick does not say what is on it: {error.strerror}") from error


def _from_the_medium(ours: Path, files: Sequence[Laid]) -> None:
    """Let the system forget what it remembers of the files, so that they are read from the stick itself."""
    try:
        for file in files:
            descriptor = os.open(ours / file.path, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                os.fsync(descriptor)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)
    except OSError as error:
        raise NotWrittenError(f"the stick does not give back what was written: {error.strerror}") from error


def _read_as_a_kiosk(repository: Repository, ours: Path, at: datetime) -> None:
    first = next(roots(repository.folder)).read_bytes()
    try:
        with tempfile.TemporaryDirectory(prefix="guichet-stick-") as memory:
            updater = Updater(memory, f"{ours}/{METADATA}", memory, f"{ours}/{TARGETS}", _Folder(), bootstrap=first)
            updater.config.max_root_rotations = _MANY_ROOTS
            # The library has no public door for this; pyproject.toml keeps it from changing unseen.
            updater._trusted_set.reference_time = at
            updater.refresh()
            for target in targets_named(repository):
                found = updater.get_targetinfo(target.path)
                if found != target:
                    raise NotWrittenError(f"the stick does not name {target.path}")
                updater.download_target(found, str(Path(memory) / "target"))
    except (RepositoryError, DownloadError, OSError) as error:
        raise NotWrittenError(f"the stick was written, and a kiosk would not read it: {error}") from error


class _Folder(FetcherInterface):
    """Gives the client what lies in a folder."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            content = Path(url).read_bytes()
        except FileNotFoundError as error:
            raise DownloadHTTPError(f"{url} is not there", 404) from error
        return iter((content,))

"""Files of an update fetched whole: taken up where a link broke, checked, and on the disk before they count."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tuf.api.exceptions import LengthOrHashMismatchError

from kiosk.private_files import make_anew
from kiosk.sync.updates.reasons import CutError, Reason, UpdateError
from kiosk.sync.updates.repository import Listed
from kiosk.sync.updates.sources import Persistence, Source

PARTIAL = "partial"
"""The folder of what is not whole yet."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a file is here, in bytes."""

    done: int
    total: int


Watcher = Callable[[Progress], None]


def fetch(source: Source, listed: Listed, folder: Path, watcher: Watcher) -> Path:
    """The file, whole and checked, below `folder`; what was fetched of it before is not fetched again.

    Raises:
        UpdateError: why not. What came of it is kept where the link broke, and removed where it was wrong.
        OSError: this machine's disk does not take it.
    """
    file = listed.file
    beside = folder / PARTIAL
    beside.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = "".join(letter for letter in next(iter(file.hashes.values())) if letter.isalnum())[:64]
    whole, coming = beside / name, beside / f"{name}.new"
    if not _is(whole, listed):
        _come(source, listed, coming, watcher)
        if not _is(coming, listed):
            coming.unlink()
            raise UpdateError(Reason.ALTERED, f"{listed.path} is not the file that was signed")
        coming.replace(whole)
        sync_folder(beside)
    return whole


def fetch_small(source: Source, listed: Listed, most: int) -> bytes:
    """A small file in memory, checked. Raises `UpdateError`; what has more than `most` bytes is not fetched."""
    if listed.file.length > most:
        raise UpdateError(Reason.TOO_LONG, f"{listed.path} has {listed.file.length} bytes")
    content = bytearray()
    _take_all(source, listed, lambda: len(content), content.extend)
    try:
        listed.file.verify_length_and_hashes(bytes(content))
    except LengthOrHashMismatchError as error:
        raise UpdateError(Reason.ALTERED, f"{listed.path} is not the file that was signed") from error
    return bytes(content)


def was_taken(mark: Path, listed: Listed) -> bool:
    """Whether this very content was taken before, as `note_taken` has noted it in the file `mark`."""
    try:
        return mark.read_bytes() == _marked(listed)
    except OSError:
        return False


def note_taken(mark: Path, listed: Listed) -> None:
    """Note that this content was dealt with and need not be fetched again. Raises a `StateError`."""
    make_anew(mark, _marked(listed))


def _marked(listed: Listed) -> bytes:
    return "".join(f"{name}:{value}\n" for name, value in sorted(listed.file.hashes.items())).encode()


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _come(source: Source, listed: Listed, coming: Path, watcher: Watcher) -> None:
    """Have every byte of the file in `coming`, on the disk."""
    total = listed.file.length
    if coming.is_file() and coming.stat().st_size > total:
        coming.unlink()
    with coming.open("ab") as file:

        def keep(chunk: bytes) -> None:
            file.write(chunk)
            watcher(Progress(file.tell(), total))

        _take_all(source, listed, file.tell, keep)
        file.flush()
        os.fsync(file.fileno())


def _take_all(source: Source, listed: Listed, done: Callable[[], int], keep: Callable[[bytes], object]) -> None:
    """Read on from what is `done` to the end, again and again where the link breaks."""
    persistence = Persistence()
    while (before := done()) < listed.file.length:
        try:
            _take(source, listed, before, keep)
            if done() == before:
                raise UpdateError(Reason.NOT_WHOLE, f"{listed.path} ends after {before} bytes")
        except CutError as error:
            if done() > before:
                persistence.gained()
            persistence.broke(error)


def _take(source: Source, listed: Listed, start: int, keep: Callable[[bytes], object]) -> None:
    """Read on from `start`, and not one byte beyond the length that was signed."""
    room = listed.file.length - start
    with closing(source.read(listed.path, start)) as chunks:
        for chunk in chunks:
            if len(chunk) > room:
                raise UpdateError(Reason.TOO_LONG, f"{listed.path} has more than {listed.file.length} bytes")
            keep(chunk)
            room -= len(chunk)


def _is(path: Path, listed: Listed) -> bool:
    try:
        with path.open("rb") as file:
            listed.file.verify_length_and_hashes(file)
    except (OSError, LengthOrHashMismatchError):
        return False
    return True

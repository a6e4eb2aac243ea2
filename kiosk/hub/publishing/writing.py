"""Files laid into a folder one after the other, each whole and on the disk before the next is begun.

The order is the promise: what names a file is written after the file, so a power cut leaves the folder saying what it
said before, or what it is to say, and never half of it.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.hub.publishing.errors import NotWrittenError

_UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Laid:
    """A file to lay down: its path below the repository, with slashes, and all of it."""

    path: str
    content: bytes


def lay_down(folder: Path, files: Sequence[Laid]) -> None:
    """Write `files` in their order, in place of what may be there, for everybody to read: a web server gives them out.

    No links and no rights that a FAT stick would have to know.

    Raises:
        NotWrittenError: the disk did not take one; those before it are there.
    """
    for file in files:
        target = folder / file.path
        beside = target.with_name(_UNFINISHED + target.name)
        try:
            if not target.parent.is_dir():
                _make_folder(folder, target.parent)
            with beside.open("wb") as written:
                open_to_all(beside, 0o644)
                written.write(file.content)
                written.flush()
                os.fsync(written.fileno())
            beside.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            with suppress(OSError):  # a stick that was pulled out lets go of nothing either
                beside.unlink()
            raise NotWrittenError(f"{target} cannot be written: {error.strerror}") from error


def remove(folder: Path, paths: Sequence[str]) -> None:
    """Remove files below `folder`; one that is gone already is no matter. Raises `NotWrittenError`."""
    try:
        for path in paths:
            (folder / path).unlink(missing_ok=True)
        for parent in {(folder / path).parent for path in paths}:
            sync_folder(parent)
    except OSError as error:
        raise NotWrittenError(f"an old file of {folder} cannot be removed: {error.strerror}") from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other program from writing to the repository in `folder` meanwhile. Raises `NotWrittenError`."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError as error:
        raise NotWrittenError(f"there is no folder {folder}: guichet hub init makes it") from error
    except OSError as error:
        raise NotWrittenError(f"the folder {folder} cannot be opened: {error.strerror}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise NotWrittenError(f"another program is publishing to {folder}: try again once it is done") from error
        yield
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sha256(content: bytes) -> str:
    """The digest by which content is named, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _make_folder(base: Path, folder: Path) -> None:
    missing = [parent for parent in (folder, *folder.parents) if parent.is_relative_to(base) and not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir()
        open_to_all(parent, 0o755)
        sync_folder(parent)
        sync_folder(parent.parent)


def open_to_all(path: Path, mode: int) -> None:
    """Whatever the account's umask keeps from others; a stick that knows no rights has none to give."""
    with suppress(PermissionError):
        path.chmod(mode)

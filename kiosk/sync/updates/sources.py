"""Where updates come from: a closed set of two ways, and a folder such as a stick's, which is read and not believed."""

import errno
import os
import stat
from collections.abc import Generator
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.sync.updates.reasons import CutError, MissingError, Reason, UpdateError

CHUNK = 1 << 16


class Way(StrEnum):
    """How an update reaches the kiosk."""

    NETWORK = "network"
    STICK = "stick"


class Source(Protocol):
    """Gives the files of a repository; nothing it gives is believed before it is checked."""

    @property
    def way(self) -> Way:
        """Whether the machine's clock judges what comes from here."""
        ...

    def read(self, path: str, start: int = 0) -> Generator[bytes]:
        """The bytes of a file from `start` on, without end where the source has no end.

        Raises:
            MissingError: there is no such file.
            CutError: the connection broke; what was given counts.
            UpdateError: it cannot be read, and why.
        """
        ...


class Persistence:
    """How long one file is tried over a link that breaks again and again: not long without a byte gained by it.

    A break costs nothing; a silence costs the time until it is given up, so that few of them are enough. However little
    comes each time, there is an end.
    """

    _MOST = 20
    _MOST_OF_ALL = 300
    _SILENCE = 7

    def __init__(self) -> None:
        self._left = self._MOST
        self._left_of_all = self._MOST_OF_ALL

    def gained(self) -> None:
        """Something came: begin to count anew."""
        self._left = self._MOST

    def broke(self, error: CutError) -> None:
        """Count one break more. Raises it where there were too many."""
        weight = self._SILENCE if error.silent else 1
        self._left -= weight
        self._left_of_all -= weight
        if min(self._left, self._left_of_all) < 0:
            raise error


class FolderSource:
    """A repository in a folder: on a stick, or a copy on this machine. Only plain files below it are read.

    No link is followed on the way to them, so that a stick cannot make the kiosk read what lies elsewhere, wait for a
    pipe or open a device.
    """

    way = Way.STICK

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str, start: int = 0) -> Generator[bytes]:
        """See `Source.read`."""
        descriptor = self._opened(path)
        with os.fdopen(descriptor, "rb") as file:
            try:
                file.seek(start)
                while chunk := file.read(CHUNK):
                    yield chunk
            except OSError as error:
                raise UpdateError(Reason.NOT_WHOLE, f"{path} cannot be read: {error.strerror}") from error

    def _opened(self, path: str) -> int:
        *folders, name = parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts) or "\0" in path:
            raise UpdateError(Reason.NOT_A_FILE, f"{path!r} is no path below the folder")
        try:
            here = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise UpdateError(Reason.UNREACHABLE, f"{self._folder} cannot be read: {error.strerror}") from error
        try:
            for folder in folders:
                below = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=here)
                os.close(here)
                here = below
            return _plain(name, here)
        except FileNotFoundError as error:
            raise MissingError(path) from error
        except OSError as error:
            is_link = error.errno in (errno.ELOOP, errno.ENOTDIR, errno.ENXIO)
            reason = Reason.NOT_A_FILE if is_link else Reason.NOT_WHOLE
            raise UpdateError(reason, f"{path} is not a file of a folder: {error.strerror}") from error
        finally:
            os.close(here)


def _plain(name: str, folder: int) -> int:
    """Open a file of `folder` that is neither a link nor a pipe nor a device. Raises `OSError`."""
    # Without O_NONBLOCK, opening a pipe would wait for whoever writes into it.
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.ELOOP, "it is a pipe, a device or a folder")
    return descriptor

"""A file that only takes up room, so that there is some left for records on a disk that is full.

Before each transaction on state.db it is taken away where hardly any room is left (`kiosk.state.atomic`).
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kiosk.state import BALLAST_FILE, DiskFullError, error_from_os

BALLAST_BYTES = 16 * 1024 * 1024

_ROOM_LEFT = 4
"""It is made where four times its size is free: on a small disk it would be what fills it."""

T = TypeVar("T")


def lay_ballast(folder: Path, size: int = BALLAST_BYTES) -> bool:
    """Make the file where it is missing and there is room; tell whether it is there. Raises a `StateError`."""
    path = folder / BALLAST_FILE
    try:
        if path.exists() and path.stat().st_size >= size:
            return True
        there = os.statvfs(folder)
        if there.f_bavail * there.f_frsize < _ROOM_LEFT * size:
            return False
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.posix_fallocate(descriptor, 0, size)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise error_from_os(error, path) from error
    return True


def drop_ballast(folder: Path) -> bool:
    """Give its room back to the disk; false when there was none to give. Raises a `StateError`."""
    path = folder / BALLAST_FILE
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise error_from_os(error, path) from error
    return True


def is_nearly_full(folder: Path) -> bool:
    """Tell whether there is less room than the ballast takes: the day for which it is kept. Raises a `StateError`."""
    try:
        there = os.statvfs(folder)
    except OSError as error:
        raise error_from_os(error, folder) from error
    return there.f_bavail * there.f_frsize < BALLAST_BYTES


def with_room(folder: Path, act: Callable[[], T]) -> T:
    """Do `act`; where another program takes the last room meanwhile, or more is needed, drop the ballast and do it
    once more.

    `act` writes all or nothing, so that what failed was not half done. Raises what it raises.
    """
    there = (folder / BALLAST_FILE).exists()
    try:
        return act()
    except DiskFullError:
        if not drop_ballast(folder) and not there:
            raise
    return act()

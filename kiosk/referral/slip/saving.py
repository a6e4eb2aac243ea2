"""How a file comes to be whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from kiosk.errors import KioskError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class SaveError(KioskError):
    """A file could not be written there."""

    code = "cannot_save"


class DiskFullError(SaveError):
    """There is no room left on the disk."""

    code = "disk_full"


def save(content: bytes, target: Path) -> None:
    """Write `content` at `target`, in place of what was there. The folder must exist.

    The bytes are on the disk before the name is. When that fails, what was at `target` is still there, and nothing
    else is. Raises `DiskFullError` when there is no room, `SaveError` for any other refusal.
    """
    unfinished = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".unfinished", delete=False) as file:
            unfinished = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
        unfinished = None
        _sync_folder(target.parent)
    except OSError as error:
        kind = DiskFullError if error.errno in _FULL else SaveError
        raise kind(f"{target}: {error.strerror}") from error
    finally:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Put the new name itself on the disk, where the system can (Windows cannot open a folder)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

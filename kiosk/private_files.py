"""Small files of the state folder for the account's own eyes: whole or not at all, and on the disk once made."""

import contextlib
import os
import secrets
from pathlib import Path

from kiosk.state import error_from_os


def make_once(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; one that is there stays as it is, and of two programs the first wins.

    Raises `kiosk.state.DiskFullError` or another `StateError`.
    """
    _write(path, content, again=False)


def make_anew(path: Path, content: bytes) -> None:
    """Write a file in place of what may be there. Raises a `StateError`, and the old one is then whole."""
    _write(path, content, again=True)


def _write(path: Path, content: bytes, *, again: bool) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if again:
                beside.replace(path)
            else:
                with contextlib.suppress(FileExistsError):
                    os.link(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        _sync(path.parent)
    except OSError as error:
        raise error_from_os(error, path) from error


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

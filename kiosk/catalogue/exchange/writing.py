"""Exports on the disk: all of one or nothing, in the place of the one before."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError

_NEW, _OLD = ".new", ".old"


class ExportFolderError(KioskError):
    """The folder for an export holds something else."""

    code = "export_folder"


class ExportNotWrittenError(KioskError):
    """The export could not be written where it was asked for."""

    code = "export_not_written"


@dataclass(frozen=True, slots=True)
class Written:
    """How many files an export has, and how many bytes."""

    files: int
    size: int


def write_export(folder: Path, files: Iterable[tuple[str, bytes]], parts: Sequence[str]) -> Written:
    """Write `files`, by their paths beneath `folder`, in place of an earlier export.

    `parts` are the folders that an export has in `folder`: where there is anything else, nothing is touched. All is
    written before any part is exchanged, so that whoever reads there finds each part whole.

    Raises:
        ExportFolderError: `folder` is no folder, or holds what no export has made.
        ExportNotWrittenError: the disk did not take it; an export that was there still is.
    """
    _refuse_what_is_not_ours(folder, frozenset((*parts, _NEW, _OLD)))
    count = size = 0
    try:
        _remove(folder / _NEW)
        for name, content in files:
            path = folder / _NEW / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            count, size = count + 1, size + len(content)
        for part in parts:
            _exchange(folder, part)
    except OSError as error:
        raise ExportNotWrittenError(f"the export cannot be written to {folder}: {error.strerror}") from error
    finally:
        shutil.rmtree(folder / _NEW, ignore_errors=True)
        with suppress(OSError):
            folder.rmdir()  # a folder made for nothing goes too; one that holds anything stays
    return Written(count, size)


def _refuse_what_is_not_ours(folder: Path, own: frozenset[str]) -> None:
    try:
        strange = sorted(path.name for path in folder.iterdir() if path.name not in own)
    except FileNotFoundError:
        return
    except OSError as error:
        raise ExportFolderError(f"{folder} cannot be used as a folder: {error.strerror}") from error
    if strange:
        raise ExportFolderError(f"{folder} holds {strange[0]}, which is not of an export")


def _exchange(folder: Path, part: str) -> None:
    """Put one new part in its place; should that fail, the earlier one goes back."""
    _remove(folder / _OLD)
    with suppress(FileNotFoundError):
        (folder / part).rename(folder / _OLD)
    try:
        (folder / _NEW / part).rename(folder / part)
    except OSError:
        with suppress(FileNotFoundError):
            (folder / _OLD).rename(folder / part)
        raise
    _remove(folder / _OLD)


def _remove(folder: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)

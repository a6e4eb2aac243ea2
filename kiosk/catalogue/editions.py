"""Which editions of the catalogue this machine has, and which one is opened: the newest that is whole.

Guichet comes with one. `kiosk.sync.updates` installs newer ones in a folder of their own, beside a pointer that names
the current one and the one before it.
"""

import hashlib
import json
import logging
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk import paths
from kiosk.catalogue.schema import SCHEMA_VERSION
from kiosk.config import Catalogue
from kiosk.errors import KioskError
from kiosk.private_files import make_anew

POINTER = "edition.json"
EDITIONS = "editions"

_log = logging.getLogger(__name__)
_NAME = re.compile(r"[0-9]{1,10}-[0-9a-f]{12}\.db")
_LONGEST_POINTER = 4096


@dataclass(frozen=True, slots=True)
class Edition:
    """An installed edition: a file that is never written again, and what it must be. `day`: of its newest fact."""

    version: int
    day: date
    path: Path
    sha256: str


def catalogue_in_use(wanted: Catalogue) -> Path:
    """Where the catalogue to open is: the file that the configuration names, else the newest whole one here.

    It may be missing or damaged only where nothing on this machine is better.
    """
    if wanted.path:
        return Path(wanted.path)
    shipped = paths.catalogue_file()
    try:
        newest = installed(updates_folder())
    except KioskError:
        return shipped
    return newest.path if newest is not None and newest.version > version_of(shipped) else shipped


def updates_folder() -> Path:
    """Where what was fetched is kept. Raises `FolderError`."""
    return paths.state_folder() / "sync"


def installed(folder: Path) -> Edition | None:
    """The installed edition to open: the current one, or the one before it where that is no longer whole."""
    for edition in pointed_to(folder):
        if is_whole(edition):
            return edition
        _log.error("edition %d of the catalogue, which was installed, is damaged or gone", edition.version)
    return None


def pointed_to(folder: Path) -> tuple[Edition, ...]:
    """The editions that the pointer names, the current one first; none where it is missing or damaged."""
    try:
        with (folder / POINTER).open("rb") as file:
            untrusted = json.loads(file.read(_LONGEST_POINTER))
        return tuple(_edition(folder, one) for one in untrusted["editions"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def point_to(folder: Path, editions: Sequence[Edition]) -> None:
    """Make the first of `editions` the current one, the rest those before it, at once and on the disk.

    Raises a `StateError`, and all is then as it was.
    """
    told = [
        {"version": one.version, "day": one.day.isoformat(), "name": one.path.name, "sha256": one.sha256}
        for one in editions
    ]
    make_anew(folder / POINTER, json.dumps({"editions": told}, indent=1).encode() + b"\n")


def is_whole(edition: Edition) -> bool:
    """Whether every byte of its file is as it was installed, and this program reads catalogues of its form."""
    try:
        with edition.path.open("rb") as file:
            header = file.read(64)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return False
    form = int.from_bytes(header[60:64], "big")  # the header's user_version, sqlite.org/fileformat2.html
    return digest == edition.sha256 and form == SCHEMA_VERSION


def version_of(catalogue: Path) -> int:
    """The version of the catalogue in a file; 0 for one that cannot be read, which any other is better than."""
    try:
        with closing(sqlite3.connect(f"{catalogue.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            (version,) = connection.execute("SELECT version FROM edition").fetchone()
    except (sqlite3.Error, TypeError):
        return 0
    return version if isinstance(version, int) else 0


def day_of(catalogue: Path) -> date | None:
    """The day of the newest fact in the catalogue in a file; None for one that cannot be read."""
    try:
        with closing(sqlite3.connect(f"{catalogue.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            (day,) = connection.execute("SELECT day FROM edition").fetchone()
        return date.fromisoformat(str(day))
    except (sqlite3.Error, TypeError, ValueError):
        return None


def _edition(folder: Path, untrusted: dict[str, object]) -> Edition:
    name, version, digest = untrusted["name"], untrusted["version"], untrusted["sha256"]
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError("an edition has a name that none of ours could be")
    if not isinstance(version, int) or not isinstance(digest, str):
        raise TypeError("an edition is not described as ours are")
    return Edition(version, date.fromisoformat(str(untrusted["day"])), folder / EDITIONS / name, digest)

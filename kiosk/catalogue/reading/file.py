"""Opening a catalogue file read-only, and being sure that it is a whole one of the version we read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.catalogue.schema import APPLICATION_ID, PAGE_SIZE, SCHEMA_VERSION
from kiosk.errors import KioskError


class CatalogueMissingError(KioskError):
    """There is no catalogue file to read."""

    code = "catalogue_missing"


class CatalogueDamagedError(KioskError):
    """The catalogue file is torn, altered, or not a catalogue of this version."""

    code = "catalogue_damaged"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a catalogue checked whole; SQLite neither locks the file nor writes beside it.

    What goes wrong while it is read is told as damage too.

    Raises:
        CatalogueMissingError: there is no such file, or it may not be read.
        CatalogueDamagedError: it is not a whole catalogue of this version.
    """
    _measure(path)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            _verify(connection, path)
            yield connection
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise CatalogueDamagedError(f"the catalogue {path} is damaged: {error}") from error


def _measure(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(32)
    except OSError as error:
        raise CatalogueMissingError(f"the catalogue {path} cannot be read: {error.strerror}") from error
    pages = int.from_bytes(header[28:32], "big")  # the database header's own count, sqlite.org/fileformat2.html
    if header[:16] != b"SQLite format 3\0" or size != pages * PAGE_SIZE:
        raise CatalogueDamagedError(f"the catalogue {path} is torn: it is not the size it says it is")


def _verify(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise CatalogueDamagedError(f"{path} is not a Guichet catalogue")
    if version != SCHEMA_VERSION:
        raise CatalogueDamagedError(
            f"the catalogue {path} has schema {version}, and this program reads {SCHEMA_VERSION}"
        )
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise CatalogueDamagedError(f"the catalogue {path} is damaged: {verdict}")

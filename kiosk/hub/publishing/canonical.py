"""A catalogue in the one form that is signed: the same rows give the same bytes, without a search index."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.catalogue.canonical import write_canonical
from kiosk.catalogue.reading import load
from kiosk.catalogue.schema import SCHEMA_VERSION
from kiosk.errors import KioskError
from kiosk.hub.publishing.errors import EditionRefusedError

LARGEST = 64 * 1024 * 1024
"""The most bytes of a catalogue: a kiosk holds an old and a new one in memory while it applies a delta."""

_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"


@dataclass(frozen=True, slots=True)
class Canonical:
    """A catalogue as it is signed and installed, byte for byte."""

    version: int
    day: date
    schema: int
    content: bytes


def canonical(database: Path) -> Canonical:
    """The catalogue in `database`, opened by the kiosk's own reader before and after.

    Raises:
        EditionRefusedError: a kiosk could not open it, or it is too large.
    """
    try:
        load(database)
        with tempfile.TemporaryDirectory(prefix="guichet-publish-") as folder:
            copy = Path(folder) / "catalogue.db"
            _write(database, copy)
            content = copy.read_bytes()
            read = load(copy)
    except (KioskError, sqlite3.Error, OSError) as error:
        raise EditionRefusedError(f"this catalogue is not published, for no kiosk could open it: {error}") from error
    if len(content) > LARGEST:
        raise EditionRefusedError(f"the catalogue has {len(content):,} bytes, and {LARGEST:,} is the most")
    return Canonical(read.version, read.day, SCHEMA_VERSION, content)


def _write(database: Path, copy: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as source:
            source.backup(memory)
        for (name,) in memory.execute(_INDEXES).fetchall():
            memory.execute(f'DROP TABLE "{name}"')
        write_canonical(memory, copy)

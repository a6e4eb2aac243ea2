"""A catalogue in the one form that is signed: the same rows give the same bytes, without a search index."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
            _vacuum(database, copy)
            content = copy.read_bytes()
            read = load(copy)
    except (KioskError, sqlite3.Error, OSError) as error:
        raise EditionRefusedError(f"this catalogue is not published, for no kiosk could open it: {error}") from error
    if len(content) > LARGEST:
        raise EditionRefusedError(f"the catalogue has {len(content):,} bytes, and {LARGEST:,} is the most")
    return Canonical(read.version, read.day, SCHEMA_VERSION, content)


def _vacuum(database: Path, copy: Path) -> None:
    # By way of memory: VACUUM INTO straight from a file packs pages otherwise, and would give other bytes than
    # building the catalogue does.
    with closing(sqlite3.connect(":memory:")) as memory:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as source:
            source.backup(memory)
        indexes = memory.execute(_INDEXES).fetchall()
        for (name,) in indexes:
            memory.execute(f'DROP TABLE "{name}"')
        memory.execute("VACUUM INTO ?", (str(copy),))
    if indexes:
        # The header counts every change of tables; once more, and it counts what it would have without them.
        beside = copy.with_suffix(".once")
        copy.replace(beside)
        _vacuum(beside, copy)

"""How a catalogue file differs from its sources: by schema and rows, not by bytes, which no two SQLites write alike."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from kiosk.catalogue.build import compiled, filled
from kiosk.catalogue.reading.file import opened
from kiosk.catalogue.sources import read_sources

Contents = Mapping[str, tuple[str, frozenset[str]]]
"""Of each table, how it was made and the text of its rows."""


def differing_tables(folder: Path, database: Path) -> tuple[str, ...]:
    """The names of the tables that a fresh build of `folder` makes otherwise than `database` has them.

    Raises:
        SourcesFaultyError: the sources make no catalogue.
        CatalogueMissingError: there is no such database.
        CatalogueDamagedError: it is not a whole catalogue of this version.
    """
    with closing(filled(compiled(read_sources(folder)))) as fresh, opened(database) as committed:
        expected, found = _contents(fresh), _contents(committed)
    return tuple(name for name in sorted(expected.keys() | found.keys()) if expected.get(name) != found.get(name))


def _contents(connection: sqlite3.Connection) -> Contents:
    tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return {name: (sql, frozenset(map(repr, connection.execute(f'SELECT * FROM "{name}"')))) for name, sql in tables}

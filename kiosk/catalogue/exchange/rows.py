"""What an export is made of: the rows of HSDS as the catalogue holds them, and every wording of their texts."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.model import Catalogue, PhoneId
from kiosk.catalogue.reading import load
from kiosk.catalogue.reading.file import opened
from kiosk.catalogue.schema import HSDS_TABLES

Value = str | int | float | None
Row = Mapping[str, Value]
Rows = Mapping[str, Sequence[Row]]
"""Rows by table."""

_LINES = ("", "/text", "/fr", "/tty", "/other")
"""What follows the number's id in the id of each `phone` row (`kiosk.catalogue.compiling.places`)."""


@dataclass(frozen=True, slots=True)
class Held:
    """One catalogue. `rows` have the ids of the sources and English texts.

    `wordings` are by table, row, field and language. `lines` says which number each row of `phone` is of.
    """

    catalogue: Catalogue
    jurisdiction: str
    publisher: str
    rows: Rows
    wordings: Mapping[tuple[str, str, str, str], str]
    lines: Mapping[str, PhoneId]


def read_held(path: Path) -> Held:
    """Read the catalogue at `path`, once checked whole.

    Raises:
        CatalogueMissingError: there is no such file, or it may not be read.
        CatalogueDamagedError: it is not a whole catalogue of the version this program reads.
    """
    catalogue = load(path)
    with opened(path) as connection:
        jurisdiction, publisher = connection.execute("SELECT jurisdiction, publisher FROM edition").fetchone()
        wordings = connection.execute("SELECT entity, entity_id, field, language, text FROM translation")
        lines = dict(_lines(connection))
        rows = {table: _rows(connection, table) for table in HSDS_TABLES}
        order = {row: position for position, row in enumerate(lines)}
        rows["phone"].sort(key=lambda row: order.get(str(row["id"]), len(order)))
        return Held(
            catalogue=catalogue,
            jurisdiction=jurisdiction,
            publisher=publisher,
            rows=rows,
            wordings={(entity, row, field, language): text for entity, row, field, language, text in wordings},
            lines=lines,
        )


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor]


def _lines(connection: sqlite3.Connection) -> Iterator[tuple[str, PhoneId]]:
    """The id of every `phone` row with its number's, in the order in which an owner names its numbers."""
    for entity, owner, number in connection.execute(
        "SELECT entity, entity_id, phone_number_id FROM phone_use ORDER BY entity, entity_id, position"
    ):
        for line in _LINES:
            yield f"{entity}/{owner}/{number}{line}", PhoneId(number)

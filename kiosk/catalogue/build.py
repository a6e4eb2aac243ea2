"""Making `catalogue.db` out of the sources: the same bytes on every run with the same SQLite."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import sqlite_utils

from kiosk.catalogue.canonical import write_canonical
from kiosk.catalogue.checks.references import reference_faults
from kiosk.catalogue.compiling.bundles import add_anchors, add_bundles, add_doors, add_facts
from kiosk.catalogue.compiling.deliveries import add_deliveries
from kiosk.catalogue.compiling.places import add_locations, add_organizations, add_phone_numbers
from kiosk.catalogue.compiling.services import add_documents, add_services, add_terms
from kiosk.catalogue.compiling.tables import Row, Tables
from kiosk.catalogue.faults import Fault, Place, SourcesFaultyError, in_reading_order
from kiosk.catalogue.schema import HSDS_TABLES, create_tables
from kiosk.catalogue.sources import Sources, read_sources
from kiosk.errors import KioskError
from kiosk.languages.sentences import sentence


class CatalogueNotWrittenError(KioskError):
    """The catalogue could not be written where it was asked for."""

    code = "catalogue_not_written"


def build(folder: Path, target: Path) -> None:
    """Build the catalogue of the sources in `folder` beside `target`, then put it in its place.

    `target` is untouched unless all went well. Editorial faults that a reader can live with (a missing translation)
    do not stop a build; `kiosk.catalogue.check` reports those.

    Raises:
        SourcesFaultyError: the sources cannot be read, or name something that is not there.
        CatalogueNotWrittenError: the disk did not take it.
    """
    tables = compiled(read_sources(folder))
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.unlink(missing_ok=True)
        _write(tables, beside)
        beside.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise CatalogueNotWrittenError(f"the catalogue cannot be written to {target}: {error}") from error
    finally:
        beside.unlink(missing_ok=True)


def compiled(sources: Sources) -> Tables:
    """All rows of the catalogue, in no particular order.

    Raises:
        SourcesFaultyError: the sources cannot be read, or name something that is not there.
    """
    faults = in_reading_order([*sources.faults, *reference_faults(sources)])
    if faults or sources.edition is None:
        raise SourcesFaultyError(faults or [Fault(Place("catalogue.yaml", 1), sentence("this file is missing"))])
    tables = Tables()
    edition = sources.edition.value
    tables.add(
        "edition",
        id=1,
        version=edition.version,
        day=edition.date.isoformat(),
        jurisdiction=edition.jurisdiction,
        publisher=edition.publisher,
    )
    for name in HSDS_TABLES:
        tables.add("meta_table_description", id=name, name=name, language="en", character_set="UTF-8")
    for add in (
        add_terms, add_anchors, add_facts, add_phone_numbers, add_organizations, add_locations, add_documents,
        add_services, add_deliveries, add_bundles, add_doors,
    ):  # fmt: skip
        add(tables, sources)
    return tables


def filled(tables: Tables) -> sqlite3.Connection:
    """A catalogue in memory, holding all rows of `tables`."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    database = sqlite_utils.Database(connection)
    for name in sorted(tables.rows):
        database.table(name).insert_all(_in_order(tables.rows[name], database.table(name).pks))
    assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    return connection


def _write(tables: Tables, path: Path) -> None:
    with closing(filled(tables)) as connection:
        write_canonical(connection, path)
    with path.open("rb") as written:
        os.fsync(written.fileno())


def _in_order(rows: list[Row], keys: list[str]) -> list[Row]:
    """The rows by primary key, each with every column that any of them has."""
    columns = sorted({column for row in rows for column in row})
    return [
        {column: row.get(column) for column in columns}
        for row in sorted(rows, key=lambda row: [row[key] for key in keys])
    ]

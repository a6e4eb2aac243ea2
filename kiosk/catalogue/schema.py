"""The shape of `catalogue.db`: HSDS 3.1's tables and our own beside them, and how to tell that a file is one."""

import sqlite3
from importlib.resources import files

APPLICATION_ID = 0x47554943
"""`GUIC`, in the header of every catalogue."""

SCHEMA_VERSION = 3
"""Goes up whenever a table or a column changes; a kiosk opens only the version it was made for."""

PAGE_SIZE = 4096

HSDS_TABLES = (
    "accessibility", "address", "attribute", "contact", "cost_option", "funding", "language", "location",
    "meta_table_description", "metadata", "organization", "organization_identifier", "phone", "program",
    "required_document", "schedule", "service", "service_area", "service_at_location", "service_capacity", "taxonomy",
    "taxonomy_term", "unit", "url",
)  # fmt: skip


def create_tables(connection: sqlite3.Connection) -> None:
    """Make every table in an empty database and mark it as a catalogue."""
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA encoding = 'UTF-8'")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for name in ("hsds.sql", "own.sql"):
        connection.executescript(files("kiosk.catalogue").joinpath(name).read_text(encoding="utf-8"))

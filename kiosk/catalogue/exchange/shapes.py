"""The tables of HSDS 3.1 as its readers expect them: the name of each file, and what each column may hold.

Columns, what is required and what refers to what are read from `hsds.sql`; only what SQL has no word for is said here.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kiosk.catalogue.schema import HSDS_TABLES, create_tables

VERSION = "3.1"

FILES: Mapping[str, str] = {
    "accessibility": "accessibility.csv",
    "address": "addresses.csv",
    "attribute": "attributes.csv",
    "contact": "contacts.csv",
    "cost_option": "cost_options.csv",
    "funding": "funding.csv",
    "language": "languages.csv",
    "location": "locations.csv",
    "meta_table_description": "meta_table_descriptions.csv",
    "metadata": "metadata.csv",
    "organization": "organizations.csv",
    "organization_identifier": "organization_identifiers.csv",
    "phone": "phones.csv",
    "program": "programs.csv",
    "required_document": "required_documents.csv",
    "schedule": "schedules.csv",
    "service": "services.csv",
    "service_area": "service_areas.csv",
    "service_at_location": "service_at_location.csv",
    "service_capacity": "service_capacity.csv",
    "taxonomy": "taxonomies.csv",
    "taxonomy_term": "taxonomy_terms.csv",
    "unit": "units.csv",
    "url": "url.csv",
}
"""The file of each table; HSDS makes a plural of most names."""

OWNERS: Mapping[str, tuple[str, ...]] = {
    "accessibility": ("location_id",),
    "address": ("location_id",),
    "contact": ("organization_id", "service_id", "service_at_location_id", "location_id"),
    "funding": ("organization_id", "service_id"),
    "language": ("service_id", "location_id", "phone_id"),
    "phone": ("location_id", "service_id", "organization_id", "contact_id", "service_at_location_id"),
    "required_document": ("service_id",),
    "schedule": ("service_id", "location_id", "service_at_location_id"),
    "service_area": ("service_id", "service_at_location_id"),
    "url": ("organization_id", "service_id"),
}
"""Tables whose rows are of another record, and the columns of which one names it; HSDS requires none of them."""


class Form(StrEnum):
    """How a value is written."""

    TEXT = "text"
    UUID = "uuid"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    ADDRESS = "uri"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `refers_to` is the table whose id it holds; `choices` is empty where anything goes."""

    name: str
    form: Form
    required: bool
    refers_to: str = ""
    choices: tuple[str, ...] = ()


_FORMS: Mapping[str, Form] = {
    "assured_date": Form.DATE, "assurer_email": Form.EMAIL, "closes_at": Form.TIME, "dtstart": Form.DATE,
    "email": Form.EMAIL, "last_action_date": Form.DATE, "last_modified": Form.MOMENT, "link_id": Form.UUID,
    "opens_at": Form.TIME, "resource_id": Form.UUID, "schedule_link": Form.ADDRESS, "term_uri": Form.ADDRESS,
    "until": Form.DATE, "updated": Form.MOMENT, "uri": Form.ADDRESS, "url": Form.ADDRESS, "valid_from": Form.DATE,
    "valid_to": Form.DATE, "website": Form.ADDRESS,
}  # fmt: skip
_KINDS = ("physical", "postal", "virtual")
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("address", "address_type"): _KINDS,
    ("location", "location_type"): _KINDS,
    ("schedule", "freq"): ("WEEKLY", "MONTHLY"),
    ("schedule", "wkst"): ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    ("service", "status"): ("active", "inactive", "defunct", "temporarily closed"),
}


@cache
def columns() -> Mapping[str, tuple[Column, ...]]:
    """The columns of every table, in HSDS's order."""
    with closing(sqlite3.connect(":memory:")) as connection:
        create_tables(connection)
        return {table: tuple(_columns(connection, table)) for table in HSDS_TABLES}


def _columns(connection: sqlite3.Connection, table: str) -> list[Column]:
    refers = {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
    return [
        Column(name, _form(name, kind, refers), bool(required), refers.get(name, ""), _CHOICES.get((table, name), ()))
        for _, name, kind, required, _, _ in connection.execute(f"PRAGMA table_info({table})")
    ]


def _form(name: str, kind: str, refers: Mapping[str, str]) -> Form:
    if name == "id" or name in refers:
        return Form.UUID
    return _FORMS.get(name, Form.TEXT if kind == "TEXT" else Form.NUMBER)

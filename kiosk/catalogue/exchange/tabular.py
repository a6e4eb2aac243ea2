"""A package as a folder of tables: a CSV file for each, and `datapackage.json`, which says what the columns hold."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kiosk.catalogue.areas import AREAS
from kiosk.catalogue.exchange import descriptions
from kiosk.catalogue.exchange.clock import with_seconds
from kiosk.catalogue.exchange.hsds import Package
from kiosk.catalogue.exchange.rows import Row, Value
from kiosk.catalogue.exchange.shapes import FILES, VERSION, Column, Form, columns

DESCRIPTOR = "datapackage.json"

_TYPES: Mapping[Form, Mapping[str, str]] = {
    Form.TEXT: {"type": "string"},
    Form.UUID: {"type": "string", "format": "uuid"},
    Form.NUMBER: {"type": "number"},
    Form.DATE: {"type": "date"},
    Form.TIME: {"type": "time"},
    Form.MOMENT: {"type": "datetime"},
    Form.ADDRESS: {"type": "string", "format": "uri"},
    Form.EMAIL: {"type": "string", "format": "email"},
}


def tabular_files(package: Package) -> Iterator[tuple[str, bytes]]:
    """The name and the content of every file; a table without rows has its header."""
    for table, name in FILES.items():
        yield name, _csv(columns()[table], package.rows[table])
    yield DESCRIPTOR, as_json(_descriptor(package), indent=2)


def as_json(value: object, indent: int | None = None) -> bytes:
    """The bytes of a JSON file, one line unless indented."""
    separators = None if indent else (",", ":")
    return (json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n").encode()


def plain_number(value: Value) -> Value:
    """A whole number without its decimal point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _csv(of: Sequence[Column], rows: Sequence[Row]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(column.name for column in of)
    writer.writerows([_cell(column, row[column.name]) for column in of] for row in rows)
    return written.getvalue().encode()


def _cell(column: Column, value: Value) -> Value:
    return with_seconds(value) if column.form is Form.TIME else plain_number(value)


def _descriptor(package: Package) -> Mapping[str, Any]:
    language = package.language
    return {
        "profile": "tabular-data-package",
        "name": f"guichet-hsds-{language}",
        "title": descriptions.PACKAGE.to(language).format(jurisdiction=_jurisdiction(package)),
        "description": descriptions.ABOUT.to(language).format(version=package.version),
        "version": f"{package.day.isoformat()}.{package.version}",
        "hsds_version": VERSION,
        "language": language,
        "contributors": [{"title": package.publisher, "role": "publisher"}],
        "resources": [_resource(table, name, language) for table, name in FILES.items()],
    }


def _jurisdiction(package: Package) -> str:
    """Its name in the language of the package, where it is one of the areas that we know."""
    named = (area for area in AREAS.values() if package.jurisdiction in area)
    return next((area.plain_to(package.language) for area in named), package.jurisdiction)


def _resource(table: str, file: str, language: str) -> Mapping[str, Any]:
    of = columns()[table]
    keys = [
        {
            "fields": column.name,
            "reference": {"resource": "" if column.refers_to == table else column.refers_to, "fields": "id"},
        }
        for column in of
        if column.refers_to
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": file,
        "description": descriptions.TABLES[table].to(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in of],
            "primaryKey": "id",
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(column: Column) -> Mapping[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    return {"name": column.name, **_TYPES[column.form], **({"constraints": constraints} if constraints else {})}

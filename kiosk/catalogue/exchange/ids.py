"""UUIDs for HSDS's readers: the same record has the same one in every language and every edition."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid5

from kiosk.catalogue.exchange.rows import Row, Rows, Value
from kiosk.catalogue.exchange.shapes import Column, columns

NAMESPACE = UUID("b5768753-6702-4da7-a636-96b2d8b92e7c")
"""Ours. Below it each jurisdiction has its own, for two of them may well have a `food-bank` each."""


def with_uuids(rows: Rows, jurisdiction: str) -> Rows:
    """The rows with a UUID in place of every id, in `id` and wherever one is named."""
    namespace = uuid5(NAMESPACE, jurisdiction)
    uuids = {
        (table, own): str(uuid5(namespace, f"{table}/{name}"))
        for table, found in rows.items()
        for own, name in _lasting_names(table, found).items()
    }
    return {table: [_renamed(table, row, columns()[table], uuids) for row in found] for table, found in rows.items()}


def _renamed(table: str, row: Row, of: tuple[Column, ...], uuids: Mapping[tuple[str, str], str]) -> Row:
    renamed: dict[str, Value] = dict(row)
    renamed["id"] = uuids[table, str(row["id"])]
    for column in of:
        if column.refers_to and row[column.name] is not None:
            renamed[column.name] = uuids[column.refers_to, str(row[column.name])]
    if table == "attribute":
        renamed["link_id"] = uuids[str(row["link_entity"]), str(row["link_id"])]
    if table == "metadata":
        renamed["resource_id"] = uuids[str(row["resource_type"]), str(row["resource_id"])]
    return renamed


def _lasting_names(table: str, rows: Iterable[Row]) -> dict[str, str]:
    """By its own id, what each row is called for good; of two that are called the same, the second is numbered."""
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for row in rows:
        own, name = str(row["id"]), _lasting_name(table, row)
        counted[name] += 1
        names[own] = name if counted[name] == 1 else f"{name}#{counted[name]}"
    return names


def _lasting_name(table: str, row: Row) -> str:
    """Where an id counts positions in the sources, what the row joins instead: a list may grow ahead of it."""
    own = str(row["id"])
    match table:
        case "service_at_location":
            return f"{row['service_id']}/{row['location_id']}"
        case "required_document":
            return f"{row['service_id']}/{own.rpartition('/')[2]}"
        case "language":
            owner = next(name for name in ("service_id", "location_id", "phone_id") if row[name] is not None)
            return f"{owner}/{row[owner]}/{row['code']}"
        case _:
            return own

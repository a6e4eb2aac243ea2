"""A package as the objects that HSDS's API answers with: each service whole, with all that belongs to it inside."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.catalogue.exchange.clock import with_offset
from kiosk.catalogue.exchange.hsds import Package
from kiosk.catalogue.exchange.rows import Row
from kiosk.catalogue.exchange.shapes import Form, columns
from kiosk.catalogue.exchange.tabular import plain_number

Object = dict[str, Any]

_LISTS: Mapping[str, Mapping[str, str]] = {
    "accessibility": {},
    "address": {},
    "contact": {"phones": "phone"},
    "cost_option": {},
    "funding": {},
    "language": {},
    "location": {
        "languages": "language", "addresses": "address", "contacts": "contact", "accessibility": "accessibility",
        "phones": "phone", "schedules": "schedule",
    },
    "organization": {
        "additional_websites": "url", "funding": "funding", "contacts": "contact", "phones": "phone",
        "programs": "program", "organization_identifiers": "organization_identifier",
    },
    "organization_identifier": {},
    "phone": {"languages": "language"},
    "program": {},
    "required_document": {},
    "schedule": {},
    "service": {
        "additional_urls": "url", "phones": "phone", "schedules": "schedule", "service_areas": "service_area",
        "service_at_locations": "service_at_location", "languages": "language", "funding": "funding",
        "cost_options": "cost_option", "required_documents": "required_document", "contacts": "contact",
        "capacities": "service_capacity",
    },
    "service_area": {},
    "service_at_location": {
        "service_areas": "service_area", "contacts": "contact", "phones": "phone", "schedules": "schedule",
    },
    "service_capacity": {},
    "unit": {},
    "url": {},
}  # fmt: skip
"""By table, the lists inside one of its objects and the table that each is of.

An organization inside a service comes without its other places: those of the service are in `service_at_locations`.
"""

_ONES: Mapping[str, Mapping[str, str]] = {
    "service": {"organization": "organization", "program": "program"},
    "service_at_location": {"location": "location"},
    "service_capacity": {"unit": "unit"},
}
"""By table, the single objects inside one of its objects."""


@dataclass(frozen=True, slots=True)
class Objects:
    """The rows of one package, found by what they belong to."""

    package: Package
    _by_id: Mapping[str, Mapping[str, Row]] = field(init=False)
    _by_owner: Mapping[tuple[str, str, str], Sequence[Row]] = field(init=False)
    """By table, the column that names the owner, and the owner's id."""

    def __post_init__(self) -> None:
        by_owner: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for table, rows in self.package.rows.items():
            for row in rows:
                for column in _owners(table):
                    by_owner[table, column, str(row[column])].append(row)
        by_id = {table: {str(row["id"]): row for row in rows} for table, rows in self.package.rows.items()}
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "_by_owner", by_owner)

    def services(self) -> Iterator[Object]:
        """Every service whole, in the order of the catalogue."""
        for row in self.package.rows["service"]:
            yield self._whole("service", row)

    def service_heads(self) -> Iterator[Object]:
        """Every service with its own columns, its organization's and its program's: what a list of services shows."""
        for row in self.package.rows["service"]:
            head = _columns("service", row, without=("organization_id", "program_id"))
            for name, table in _ONES["service"].items():
                if (one := self._by_id[table].get(str(row[f"{name}_id"]))) is not None:
                    head[name] = _columns(table, one)
            yield head

    def _whole(self, table: str, row: Row, owner: str = "") -> Object:
        """The row with what belongs to it; `owner` is the table of the object that it stands in."""
        ones = _ONES.get(table, {})
        whole = _columns(table, row, without=(*(f"{name}_id" for name in ones), f"{owner}_id"))
        for name, other in ones.items():
            if (one := self._by_id[other].get(str(row[f"{name}_id"]))) is not None:
                whole[name] = self._whole(other, one, table)
        for name, other in _LISTS[table].items():
            if rows := self._by_owner.get((other, f"{table}_id", str(row["id"]))):
                whole[name] = [self._whole(other, one, table) for one in rows]
        if attributes := self._by_owner.get(("attribute", "link_id", str(row["id"]))):
            whole["attributes"] = [self._attribute(one) for one in attributes]
        if changes := self._by_owner.get(("metadata", "resource_id", str(row["id"]))):
            whole["metadata"] = [_columns("metadata", one, without=("resource_id",)) for one in changes]
        return whole

    def _attribute(self, row: Row) -> Object:
        term = self._by_id["taxonomy_term"][str(row["taxonomy_term_id"])]
        told = _columns("taxonomy_term", term)
        if (taxonomy := self._by_id["taxonomy"].get(str(term["taxonomy_id"]))) is not None:
            told["taxonomy_detail"] = _columns("taxonomy", taxonomy)
        return {**_columns("attribute", row, without=("link_id", "taxonomy_term_id")), "taxonomy_term": told}


def _owners(table: str) -> tuple[str, ...]:
    """The columns that name what a row belongs to."""
    if table == "attribute":
        return ("link_id",)
    if table == "metadata":
        return ("resource_id",)
    return tuple(column.name for column in columns()[table] if column.refers_to)


def _columns(table: str, row: Row, without: Sequence[str] = ()) -> Object:
    """The row's own columns as HSDS's objects have them: what is empty is left out."""
    return {
        column.name: with_offset(row[column.name], row["timezone"])
        if column.form is Form.TIME
        else plain_number(row[column.name])
        for column in columns()[table]
        if column.name not in without and row[column.name] is not None
    }

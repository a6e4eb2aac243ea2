"""What HSDS's API answers is there as files: every service whole, by itself and in the pages of a list."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kiosk.catalogue.exchange.answers import answer_files
from kiosk.catalogue.exchange.formats import is_written_as
from kiosk.catalogue.exchange.hsds import Package, packages
from kiosk.catalogue.exchange.rows import read_held
from kiosk.catalogue.exchange.shapes import columns
from tests.catalogue.exchange.tables import HALIFAX, Tables

TABLES = {
    "accessibility": "accessibility", "additional_urls": "url", "additional_websites": "url", "addresses": "address",
    "attributes": "attribute", "cost_options": "cost_option", "languages": "language", "location": "location",
    "organization": "organization", "phones": "phone", "required_documents": "required_document",
    "schedules": "schedule", "service_areas": "service_area", "service_at_locations": "service_at_location",
    "taxonomy_detail": "taxonomy", "taxonomy_term": "taxonomy_term",
}  # fmt: skip
"""What each property inside a service is."""

Found = tuple[str, Mapping[str, Any]]
"""A table, and an object that stands for one of its rows."""


@pytest.fixture(scope="session")
def services(exported: Path) -> dict[str, dict[str, Any]]:
    """Every French service as it is answered, by the id it is asked for with."""
    return {
        path.parent.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (exported / "fr" / "api" / "services").glob("*/index.json")
    }


@pytest.fixture
def small(tiny_database: Path) -> Package:
    """The tiny catalogue in English."""
    return next(packages(read_held(tiny_database), HALIFAX))


def test_every_service_is_answered_under_its_own_id(services: dict[str, dict[str, Any]], french: Tables) -> None:
    assert {name: service["id"] for name, service in services.items()} == {
        row["id"]: row["id"] for row in french["service"]
    }


def test_every_object_has_what_hsds_requires_written_as_it_asks(services: dict[str, dict[str, Any]]) -> None:
    wrong = [
        (table, column.name, found.get(column.name))
        for service in services.values()
        for table, found in inside("service", service)
        for column in columns()[table]
        if (column.required and not column.refers_to and column.name not in found and column.name != "link_id")
        or (column.name in found and not is_written_as(column.form, str(found[column.name])))
        or (column.choices and found.get(column.name, column.choices[0]) not in column.choices)
    ]

    assert wrong == []


def test_nothing_of_a_service_is_lost_in_its_object(services: dict[str, dict[str, Any]], french: Tables) -> None:
    seen: dict[str, set[str]] = {}
    for service in services.values():
        for table, found in inside("service", service):
            seen.setdefault(table, set()).add(found["id"])

    places = {row["location_id"] for row in french["service_at_location"]}
    organizations = {row["organization_id"] for row in french["service"]}
    for table in ("service_at_location", "required_document", "cost_option", "service_area"):
        assert seen[table] == {row["id"] for row in french[table]}, table
    assert seen["location"] == places
    assert seen["phone"] == {
        row["id"]
        for row in french["phone"]
        if row["service_id"] or row["location_id"] in places or row["organization_id"] in organizations
    }
    assert seen["schedule"] == {row["id"] for row in french["schedule"] if row["location_id"] in places}
    within = set().union(*seen.values())
    terms = {row["id"] for row in french["taxonomy_term"]}
    assert seen["attribute"] == {row["id"] for row in french["attribute"] if row["link_id"] in within - terms}


def test_an_object_says_once_what_it_stands_in(services: dict[str, dict[str, Any]]) -> None:
    for service in services.values():
        assert "organization_id" not in service
        for phone in service.get("phones", ()):
            assert "service_id" not in phone
        for given in service.get("service_at_locations", ()):
            assert given.keys() >= {"id", "location"}
            assert given.keys().isdisjoint({"service_id", "location_id"})
        for attribute in service["attributes"]:
            assert attribute["taxonomy_term"]["taxonomy_detail"]
            assert attribute.keys().isdisjoint({"link_id", "taxonomy_term_id"})


def test_what_is_empty_is_left_out(services: dict[str, dict[str, Any]]) -> None:
    empty = [
        (table, name)
        for service in services.values()
        for table, found in inside("service", service)
        for name, value in found.items()
        if value in (None, "", [], {})
    ]

    assert empty == []


def test_hours_have_their_distance_from_universal_time(small: Package) -> None:
    (certificate,) = [service for service in answered(small).values() if service.get("name") == "Death certificate"]

    (given,) = certificate["service_at_locations"]
    morning = given["location"]["schedules"][0]

    assert (morning["opens_at"], morning["closes_at"], morning["timezone"]) == ("08:30-04:00", "12:00-04:00", -4)


def test_a_list_is_in_pages_and_its_first_page_has_two_names(small: Package) -> None:
    files = answered(small, per_page=1)

    first, second = files["services/page-1.json"], files["services/page-2.json"]

    assert files["services/index.json"] == first
    assert "services/page-3.json" not in files
    assert {name: first[name] for name in first if name != "contents"} == {
        "total_items": 2, "total_pages": 2, "page_number": 1, "size": 1, "first_page": True, "last_page": False,
        "empty": False,
    }  # fmt: skip
    assert (second["first_page"], second["last_page"]) == (False, True)
    assert [service["name"] for page in (first, second) for service in page["contents"]] == [
        "Death certificate",
        "Survivor’s pension",
    ]


def test_a_list_shows_of_a_service_what_it_has_once(small: Package) -> None:
    (certificate, _) = answered(small)["services/index.json"]["contents"]

    assert certificate["organization"]["name"] == "The Registry"
    assert [name for name, value in certificate.items() if isinstance(value, list)] == []


def test_a_catalogue_without_services_has_one_empty_page(small: Package) -> None:
    nothing = Package("en", 1, small.day, "Nowhere", "nobody", {table: [] for table in small.rows})

    page = answered(nothing)["services/index.json"]

    assert (page["total_items"], page["total_pages"], page["empty"], page["contents"]) == (0, 1, True, [])


def test_the_first_answer_says_which_hsds_this_is(exported: Path) -> None:
    about = json.loads((exported / "en" / "api" / "index.json").read_text(encoding="utf-8"))

    assert about["version"] == "3.1"
    assert about.keys() == {"version", "profile", "openapi_url"}


def test_both_languages_answer_the_same_questions(exported: Path) -> None:
    paths = [
        sorted(str(path.relative_to(exported / language)) for path in (exported / language).rglob("*"))
        for language in ("en", "fr")
    ]

    assert paths[0] == paths[1]
    assert len(paths[0]) > 176


def inside(table: str, found: Mapping[str, Any]) -> Iterator[Found]:
    """The object and every one in it, each with its table; a property that we do not know fails."""
    yield table, found
    for name, value in found.items():
        if isinstance(value, dict):
            yield from inside(TABLES[name], value)
        elif isinstance(value, list):
            for one in value:
                yield from inside(TABLES[name], one)


def answered(package: Package, per_page: int = 100) -> dict[str, Any]:
    return {name: json.loads(content) for name, content in answer_files(package, per_page)}

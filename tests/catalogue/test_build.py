"""A build is the same every time, holds every fact of the sources, and reads as plain HSDS."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.catalogue.build import CatalogueNotWrittenError, build
from kiosk.catalogue.comparing import differing_tables
from kiosk.catalogue.faults import SourcesFaultyError
from kiosk.catalogue.reading import load
from kiosk.catalogue.schema import HSDS_TABLES

Edit = Callable[[str, str, str], Path]

SOURCES = Path(__file__).parents[2] / "assets" / "catalogue"


@pytest.fixture
def rows(tiny_database: Path) -> Iterator[Callable[[str], list[tuple[object, ...]]]]:
    """Ask the built tiny catalogue as any program would."""
    with closing(sqlite3.connect(tiny_database)) as connection:
        yield lambda query: connection.execute(query).fetchall()


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.catalogue.build import build; build(*map(Path, sys.argv[1:]))"
    )
    root = Path(__file__).parents[2]

    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.db"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, SOURCES, target], check=True, cwd=root, env=environment)

    assert (tmp_path / "1.db").read_bytes() == (tmp_path / "2.db").read_bytes()


def test_every_fact_of_the_sources_arrives(real_database: Path) -> None:
    expected = {
        "service": count_of("services/*.yaml", "services"),
        "organization": count_of("organizations.yaml", "organizations"),
        "location": count_of("locations.yaml", "locations"),
        "phone_number": count_of("phones.yaml", "phones"),
        "bundle": len(list(SOURCES.glob("bundles/*.yaml"))),
        "step": count_of("bundles/*.yaml", "steps"),
        "fact": count_of("facts.yaml", "facts"),
        "document": count_of("documents.yaml", "documents"),
        "anchor": count_of("anchors.yaml", "anchors"),
        "door": count_of("doors.yaml", "doors"),
    }

    with closing(sqlite3.connect(real_database)) as connection:
        found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in expected}

    assert found == expected
    assert found["service"] >= 176
    assert found["organization"] >= 73
    assert found["location"] >= 78
    assert found["bundle"] >= 23
    assert found["step"] >= 334
    assert found["fact"] >= 102
    assert found["document"] >= 61


def test_every_wording_of_the_sources_arrives(real_database: Path) -> None:
    written = {text for file in SOURCES.rglob("*.yaml") for text in wordings(parsed(file))}

    with closing(sqlite3.connect(real_database)) as connection:
        found = {text for (text,) in connection.execute("SELECT text FROM translation")}

    assert written - found == set()


def test_the_foreign_keys_hold(real_database: Path) -> None:
    with closing(sqlite3.connect(real_database)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_of_hsds_is_there_with_its_columns(rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    specified = json.loads((Path(__file__).parent / "fixtures" / "hsds-3.1-columns.json").read_text(encoding="utf-8"))

    found = {table: " ".join(str(row[1]) for row in rows(f"PRAGMA table_info({table})")) for table in specified}

    assert found == specified
    assert set(HSDS_TABLES) == set(specified)


def test_every_table_is_explained_in_one_line(rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")

    tables = [name for (name,) in rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]

    assert [name for name in tables if f"| `{name}` |" not in guide] == []


def test_a_reader_of_hsds_alone_finds_a_service_its_number_place_and_hours(
    rows: Callable[[str], list[tuple[object, ...]]],
) -> None:
    found = rows(
        "SELECT service.name, organization.name, phone.number, address.address_1, byday, opens_at, closes_at"
        " FROM service JOIN organization ON organization.id = service.organization_id"
        " JOIN service_at_location ON service_at_location.service_id = service.id"
        " JOIN location ON location.id = service_at_location.location_id"
        " JOIN address ON address.location_id = location.id"
        " JOIN schedule ON schedule.location_id = location.id"
        " JOIN phone ON phone.service_id = service.id WHERE phone.type = 'voice' ORDER BY opens_at, phone.number"
    )

    week = "MO,TU,WE,TH,FR"
    assert ("Death certificate", "The Registry", "902-555-0123", "1 Main Street", week, "08:30", "12:00") in found
    assert len(found) == 6  # two stretches of the day, and the number with its French and toll-free twins


def test_a_reader_of_hsds_alone_finds_bundles_as_terms(rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    found = rows(
        "SELECT link_id, taxonomy_term.name FROM attribute JOIN taxonomy_term ON taxonomy_term.id = taxonomy_term_id"
        " WHERE taxonomy_id = 'guichet-bundles' ORDER BY link_id"
    )

    assert found == [("certificate", "A death"), ("pension", "A death")]


def test_a_reader_of_hsds_alone_learns_who_a_service_is_for_and_what_it_costs(
    rows: Callable[[str], list[tuple[object, ...]]],
) -> None:
    (certificate, pension) = rows(
        "SELECT minimum_age, maximum_age, eligibility_description, fees_description FROM service ORDER BY id"
    )

    assert certificate == (
        16,
        None,
        "How old are you? at least 16;"
        " Who were you to them? Partner or Child (usual, not required) (usually close family)",
        "Short form: 33.50 CAD; Courier: not known",
    )
    assert pension[:2] == (None, 64)
    assert "any of: About how much do you get a year? at most 20 | What do you need? Money" in str(pension[2])


def test_where_each_fact_was_found_is_kept(rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    found = rows("SELECT field, basis, as_of, confidence, verified FROM provenance WHERE entity_id = 'back-office'")

    assert found == [("", "an old list", "2019", "low", 0)]


def test_holidays_taken_for_granted_say_so(rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    (assumed,) = rows("SELECT basis FROM provenance WHERE entity_id = 'main-street' AND field = 'observes'")

    assert "order of government" in str(assumed[0])


def test_partners_are_the_organizations_of_the_services_and_agreements_come_from_the_sources(
    rows: Callable[[str], list[tuple[object, ...]]],
) -> None:
    assert rows("SELECT organization_id, role FROM partner ORDER BY position") == [
        ("registry", "provider"),
        ("pension", "provider"),
    ]
    assert rows("SELECT starts, ends, renewal FROM agreement") == [("2026-01-01", "2027-12-31", "every two years")]
    assert rows("SELECT organization_id FROM agreement_party ORDER BY position") == [("registry",), ("pension",)]


def test_the_real_catalogue_invents_no_agreement(real_database: Path) -> None:
    with closing(sqlite3.connect(real_database)) as connection:
        assert connection.execute("SELECT count(*) FROM agreement").fetchone() == (0,)


def test_what_a_service_gives_reads_as_sentences(real_database: Path) -> None:
    with closing(sqlite3.connect(real_database)) as database:
        told = [text for (text,) in database.execute("SELECT description FROM service WHERE description <> ''")]

    assert not [text for text in told if ".." in text.replace("...", "…")]
    assert any(". " in text for text in told)


def test_a_faulty_source_leaves_the_catalogue_that_was_there(edited: Edit, tiny_database: Path) -> None:
    before = tiny_database.read_bytes()
    folder = edited("services/all.yaml", "number: 5", "number: five")

    with pytest.raises(SourcesFaultyError) as caught:
        build(folder, tiny_database)

    assert "services/all.yaml:36: `number` is not right" in str(caught.value)
    assert tiny_database.read_bytes() == before
    assert [path.name for path in tiny_database.parent.glob("*.new")] == []


def test_a_folder_that_is_not_there_cannot_be_written_to(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(CatalogueNotWrittenError, match="cannot be written to"):
        build(tiny, tmp_path / "nowhere" / "catalogue.db")


def test_a_fresh_build_differs_from_its_sources_in_nothing(tiny: Path, tiny_database: Path) -> None:
    assert differing_tables(tiny, tiny_database) == ()


def test_a_changed_source_names_the_tables_that_differ(edited: Edit, tiny_database: Path) -> None:
    folder = edited("phones.yaml", "number: 1-888-555-0199", "number: 1-888-555-0198")

    assert differing_tables(folder, tiny_database) == ("phone", "phone_number")


def test_the_committed_catalogue_holds_what_its_sources_make() -> None:
    committed = Path(__file__).parents[2] / "catalogue.db"

    assert differing_tables(SOURCES, committed) == ()


def test_numbers_are_those_of_the_sources(tiny_database: Path) -> None:
    small = load(tiny_database)

    assert {name: service.number for name, service in small.services.items()} == {"certificate": 2, "pension": 5}
    assert [step.number for step in small.bundles["death"].steps] == [4, 9, 5]  # type: ignore[index]


def parsed(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)


def count_of(pattern: str, key: str) -> int:
    return sum(len(parsed(file)[key]) for file in SOURCES.glob(pattern))


def wordings(value: object) -> Iterator[str]:
    """Every text of a source, found by its languages."""
    if isinstance(value, dict):
        if isinstance(value.get("en"), str):
            yield from (text.strip() for text in value.values())
        else:
            for inner in value.values():
                yield from wordings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from wordings(inner)

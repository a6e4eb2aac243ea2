"""The catalogue leaves in HSDS 3.1 whole, in both languages under the same ids, without what must not leave."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.catalogue.exchange.export import export
from kiosk.catalogue.exchange.shapes import FILES
from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.catalogue.schema import HSDS_TABLES
from tests.catalogue.exchange.tables import HALIFAX, Tables, facts_of, read_tables

SPECIFIED = json.loads((Path(__file__).parents[1] / "fixtures" / "hsds-3.1-columns.json").read_text(encoding="utf-8"))
SHELTERS = "SELECT link_id FROM attribute WHERE taxonomy_term_id = 'emergency-shelter'"
HIDING = f"SELECT service_id FROM service_detail WHERE discreet OR service_id IN ({SHELTERS})"
"""Services whose places are told by voice only."""


def test_every_table_has_exactly_the_columns_of_hsds(exported: Path) -> None:
    for table, file in FILES.items():
        header = (exported / "en" / file).read_text(encoding="utf-8").splitlines()[0]
        assert header.replace(",", " ") == SPECIFIED[table]


def test_the_same_records_have_the_same_ids_in_both_languages(english: Tables, french: Tables) -> None:
    for table in HSDS_TABLES:
        assert [row["id"] for row in english[table]] == [row["id"] for row in french[table]], table


def test_neither_language_is_left_in_the_tables_of_the_other(exported: Path) -> None:
    english_words = (
        "Nobody has checked", "Wheelchair", "Parking", "24 hours a day", "in person", "any of:", "not required",
        "An organization of", "In French", "not known", "or instead", "only some people", ",English,",
    )  # fmt: skip
    french_words = (
        "Personne n’a vérifié", "fauteuil roulant", "Stationnement", "24 heures sur 24", "en personne",
        "au moins un cas", "sans que ce soit exigé", "Un organisme d", "En anglais", "inconnu", "ou à la place",
        "certaines personnes seulement", ",anglais,",
    )  # fmt: skip
    written = {
        language: "".join(path.read_text(encoding="utf-8") for path in sorted((exported / language).glob("*.csv")))
        for language in ("en", "fr")
    }

    assert [word for word in english_words if word not in written["en"] or word in written["fr"]] == []
    assert [word for word in french_words if word not in written["fr"] or word in written["en"]] == []


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("accessibility", "description"),
        ("cost_option", "option, currency, valid_from"),
        ("language", "code, name"),
        ("organization", "name, description, website"),
        ("service", "name, url, application_process, fees_description, wait_time, eligibility_description, alert"),
        ("service_area", "name"),
        ("taxonomy_term", "name, description, taxonomy, language, code"),
        ("taxonomy", "name, description"),
        ("url", "label, url"),
    ],
)
def test_english_texts_are_those_of_the_catalogue(
    english: Tables, real_database: Path, table: str, columns: str
) -> None:
    with closing(sqlite3.connect(real_database)) as connection:
        held = connection.execute(f"SELECT {columns} FROM {table}").fetchall()

    names = columns.split(", ")
    leaving = Counter(tuple(row[name] or None for name in names) for row in english[table])

    assert leaving
    assert [row for row in leaving - Counter(held) if "Guichet facts" not in row] == []


def test_nothing_is_lost_but_what_must_not_leave(english: Tables, real_database: Path) -> None:
    kept_back = {
        "location": f"""id NOT IN (SELECT location_id FROM service_at_location WHERE service_id NOT IN ({HIDING}))
            AND id IN (SELECT location_id FROM service_at_location)""",
        "service_at_location": f"service_id IN ({HIDING})",
    }
    with closing(sqlite3.connect(real_database)) as connection:
        unchecked = {
            name
            for (name,) in connection.execute(
                "SELECT entity_id FROM provenance WHERE entity = 'phone_number' AND field = '' AND NOT verified"
            )
        }
        places = {row[0] for row in connection.execute(f"SELECT id FROM location WHERE {kept_back['location']}")}
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in HSDS_TABLES
            if table not in ("attribute", "language", "phone", "taxonomy", "taxonomy_term")
        }
        for table in ("address", "schedule", "accessibility"):
            (fewer,) = connection.execute(
                f"SELECT count(*) FROM {table} WHERE location_id IN (SELECT id FROM location"
                f" WHERE {kept_back['location']})"
            ).fetchone()
            counts[table] -= fewer
        for table, where in kept_back.items():
            counts[table] -= connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]
        phones = [
            number
            for row, place, number in connection.execute("SELECT id, location_id, number FROM phone")
            if place not in places and row.split("/")[2] not in unchecked
        ]

    assert places, "a shelter’s own place is what this is about"
    assert unchecked, "a number that nobody checked is what this is about"
    assert {table: len(english[table]) for table in counts} == counts
    assert Counter(row["number"] for row in english["phone"]) == Counter(phones)


def test_a_number_that_nobody_has_checked_stays(package: Path) -> None:
    assert "1-888-555-0199" not in (package / "phones.csv").read_text(encoding="utf-8")


def test_an_address_that_nobody_has_checked_leaves_with_that_said(package: Path) -> None:
    places = {row["name"]: row["description"] for row in read_tables(package)["location"]}

    assert places["Back office"] == "Nobody has checked this address this year: phone first."
    assert places["Main Street"] == "Second floor"


def test_the_places_of_a_discreet_service_stay(
    edited: Callable[[str, str, str], Path], tables_of: Callable[[Path], Tables]
) -> None:
    tables = tables_of(
        edited(
            "services/all.yaml",
            "    channels: [phone, mail]",
            "    locations: [back-office]\n    channels: [phone, mail]",
        )
    )

    assert [row["name"] for row in tables["location"]] == ["Main Street"]
    assert [row["city"] for row in tables["address"]] == ["Halifax"]
    (pension,) = [row for row in tables["service"] if row["name"] == "Survivor’s pension"]
    assert [row for row in tables["service_at_location"] if row["service_id"] == pension["id"]] == []
    assert facts_of(tables, pension, "mail-address") == []
    assert facts_of(tables, pension, "discreet") == ["true"]


def test_a_discreet_service_is_not_said_to_be_where_others_are(
    edited: Callable[[str, str, str], Path], tables_of: Callable[[Path], Tables]
) -> None:
    here = "    locations: [main-street]\n    channels: [phone, mail]"
    tables = tables_of(edited("services/all.yaml", "    channels: [phone, mail]", here))

    names = {row["id"]: row["name"] for row in tables["service"]}
    assert [names[row["service_id"]] for row in tables["service_at_location"]] == ["Death certificate"]
    assert "Main Street" in [row["name"] for row in tables["location"]]


def test_a_place_without_services_stays_where_its_organization_hides_all_of_its_own(
    tiny: Path, tables_of: Callable[[Path], Tables]
) -> None:
    tables = tables_of(tiny)

    assert [row["name"] for row in tables["location"]] == ["Main Street"]
    assert [row["address_1"] for row in tables["address"]] == ["1 Main Street"]


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_a_bundle_that_is_not_published_stays(
    edited: Callable[[str, str, str], Path], tables_of: Callable[[Path], Tables], state: str
) -> None:
    tables = tables_of(edited("bundles/death.yaml", "state: pilot", f"state: {state}"))

    assert "A death" not in [row["name"] for row in tables["taxonomy_term"]]


def test_a_bundle_is_a_term_of_its_services_with_its_steps_in_order(package: Path) -> None:
    tables = read_tables(package)
    (bundle,) = [row for row in tables["taxonomy_term"] if row["name"] == "A death"]

    services = {row["link_id"] for row in tables["attribute"] if row["taxonomy_term_id"] == bundle["id"]}

    assert services <= {row["id"] for row in tables["service"]}
    assert services
    assert facts_of(tables, bundle, "step")[0] == "1. Order the certificate"


def test_what_hsds_has_no_column_for_is_a_fact(package: Path) -> None:
    tables = read_tables(package)
    (certificate,) = [row for row in tables["service"] if row["name"] == "Death certificate"]
    (pension,) = [row for row in tables["service"] if row["name"] == "Survivor’s pension"]

    assert facts_of(tables, certificate, "source-id") == ["certificate"]
    assert facts_of(tables, certificate, "channel") == ["online", "phone", "in_person"]
    assert facts_of(tables, certificate, "paper-given") == ["Death certificate"]
    assert facts_of(tables, certificate, "what-to-say") == ["I need a death certificate."]
    assert facts_of(tables, pension, "deadline") == ["Back pay for 11 months"]
    assert facts_of(tables, pension, "deadline-rule") == ["retroactive_max death P11M"]
    assert facts_of(tables, pension, "leans-on") == ["must certificate"]
    assert facts_of(tables, tables["phone"][0], "hours") == ["Mo-Fr 08:30-16:30 (America/Toronto)"]
    (place,) = [row for row in tables["location"] if row["name"] == "Main Street"]
    assert facts_of(tables, place, "special-day") == ["2026-12-24 08:30-12:00 Christmas Eve"]
    assert facts_of(tables, place, "holidays-kept") == ["nova-scotia"]


def test_papers_of_which_one_is_enough_say_so_to_a_plain_reader(package: Path) -> None:
    papers = {row["document"] for row in read_tables(package)["required_document"]}

    assert papers == {
        "Proof of death",
        "Death certificate (or instead: Will)",
        "Will (or instead: Death certificate)",
        "Will (only some people)",
    }


def test_hours_are_by_the_clock_on_the_wall(package: Path) -> None:
    weekly, *_ = [row for row in read_tables(package)["schedule"] if row["byday"] == "MO,TU,WE,TH,FR"]

    assert (weekly["opens_at"], weekly["closes_at"], weekly["timezone"]) == ("08:30:00", "12:00:00", "-4")


def test_an_address_without_a_postal_code_says_so(package: Path) -> None:
    codes = {row["address_1"]: row["postal_code"] for row in read_tables(package)["address"]}

    assert codes == {"1 Main Street": "B3J 3N8", "9 Back Lane": "not known"}


@pytest.mark.parametrize(
    ("file", "old", "new", "table", "joined"),
    [
        ("locations.yaml", "[main-street]", "[back-office, main-street]", "service_at_location", "location_id"),
        (
            "services/all.yaml",
            "- {document: proof-of-death, need: must}",
            "- {document: will, need: must}\n      - {document: proof-of-death, need: must}",
            "required_document",
            "document",
        ),
        ("locations.yaml", "languages: [fr, en]", "languages: [uk, fr, en]", "language", "code"),
    ],
)
def test_an_id_outlives_a_list_that_grows_ahead_of_it(
    package: Path,
    edited: Callable[[str, str, str], Path],
    tables_of: Callable[[Path], Tables],
    file: str,
    old: str,
    new: str,
    table: str,
    joined: str,
) -> None:
    before = {row["id"]: row[joined] for row in read_tables(package)[table]}

    after = {row["id"]: row[joined] for row in tables_of(edited(file, old, new))[table]}

    assert len(after) == len(before) + 1
    assert {own: after.get(own) for own in before} == before


def test_the_numbers_of_a_service_are_in_the_order_of_its_editors(english: Tables, real: Catalogue) -> None:
    names = {row["id"]: facts_of(english, row, "source-id")[0] for row in english["service"][:40]}
    voices = {
        ServiceId(name): [
            row["number"] for row in english["phone"] if row["service_id"] == own and row["type"] == "voice"
        ]
        for own, name in names.items()
    }

    for service, numbers in voices.items():
        phones = [real.phones[phone] for phone in real.services[service].phones]
        first = [phone.number for phone in phones if phone.verified]
        assert [number for number in numbers if number in first] == first, service
    assert any(len(numbers) > 1 for numbers in voices.values())


def test_another_jurisdiction_has_other_ids_for_the_same_names(
    package: Path, edited: Callable[[str, str, str], Path], tables_of: Callable[[Path], Tables]
) -> None:
    elsewhere = tables_of(edited("catalogue.yaml", "jurisdiction:", "jurisdiction: Not"))

    ours = {row["id"] for row in read_tables(package)["service"]}
    assert len(ours) == 2
    assert ours.isdisjoint(row["id"] for row in elsewhere["service"])


def test_the_same_catalogue_gives_the_same_bytes(exported: Path, real_database: Path, tmp_path: Path) -> None:
    export(real_database, tmp_path / "again", HALIFAX)

    assert content_of(tmp_path / "again") == content_of(exported)


def test_the_descriptor_names_every_file_in_the_language_of_its_package(exported: Path) -> None:
    described = json.loads((exported / "fr" / "datapackage.json").read_text(encoding="utf-8"))

    assert described["title"] == "Services\N{NO-BREAK SPACE}: Nouvelle-Écosse"
    assert {one["path"] for one in described["resources"]} == set(FILES.values())
    for one in described["resources"]:
        names = [field["name"] for field in one["schema"]["fields"]]
        assert names == SPECIFIED[one["name"]].split()


def content_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

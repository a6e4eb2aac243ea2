"""What nobody verified is never printable, and staff can list it; the lifelines need no catalogue."""

from pathlib import Path

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.doubts import DoubtOn, doubts, printable_address, printable_phone
from kiosk.catalogue.faults import SourcesFaultyError
from kiosk.catalogue.hours import Kind
from kiosk.catalogue.lifelines import FEELING_UNSAFE, LIFELINES, NEEDS, NEUTRAL_NUMBERS
from kiosk.catalogue.model import Catalogue, LocationId, PhoneId
from kiosk.catalogue.reading import load
from kiosk.catalogue.text import Text
from tests.catalogue.conftest import Edit
from tests.secret_places import SECRET_HOUSE, plant, told


def test_a_verified_number_may_be_printed_and_another_not(small: Catalogue) -> None:
    assert printable_phone(small.phones[PhoneId("front")])
    assert not printable_phone(small.phones[PhoneId("crisis")])


def test_a_verified_address_may_be_printed_and_another_not(small: Catalogue) -> None:
    assert printable_address(small.locations[LocationId("main-street")])
    assert not printable_address(small.locations[LocationId("back-office")])


def test_staff_see_every_doubt(small: Catalogue) -> None:
    found = [(doubt.on, doubt.id, doubt.question.to("en") if doubt.question else "") for doubt in doubts(small)]

    assert found == [
        (DoubtOn.NUMBER, "crisis", ""),
        (DoubtOn.ADDRESS, "back-office", "Is it still there?"),
        (DoubtOn.SERVICE, "pension", "Amount of 2026"),
    ]


def test_confidential_shelters_have_no_place_in_the_catalogue(real: Catalogue) -> None:
    secret = {"bryony", "thans", "adsum"}

    assert [place.id for place in real.locations.values() if place.organization in secret] == []


def test_the_lifelines_are_verified_numbers_of_the_catalogue(real: Catalogue) -> None:
    for lifeline in LIFELINES:
        phone, service = real.phones[lifeline.phone], real.services[lifeline.service]
        assert phone.verified
        assert phone.schedule.kind is Kind.ALWAYS
        assert lifeline.phone in service.phones
        assert lifeline.number == phone.number
        assert (in_both(lifeline.name), in_both(lifeline.gives)) == (in_both(service.name), in_both(service.gives))
        assert lifeline.by_text == ("text" in phone.kind)


def test_the_first_lifeline_is_the_one_for_a_life_in_danger() -> None:
    assert [lifeline.number for lifeline in LIFELINES][:2] == ["911", "988"]


def test_the_urgent_doors_of_the_program_are_those_of_the_catalogue(real: Catalogue) -> None:
    doors = [(door.id, in_both(door.label), door.icon) for door in real.doors if door.kind == "urgent"]

    assert [(need.door, in_both(need.label), need.icon) for need in NEEDS] == doors
    assert NEEDS[0].door == FEELING_UNSAFE
    for need in NEEDS:
        assert set(need.lifelines) <= {line.service for line in LIFELINES}


def in_both(words: Text) -> tuple[str, str]:
    return words.to("en"), words.to("fr")


def test_the_numbers_of_the_plain_card_are_verified_ones(real: Catalogue) -> None:
    for line in NEUTRAL_NUMBERS:
        assert real.phones[line.phone].verified
        assert line.number == real.phones[line.phone].number


def test_a_secret_place_written_behind_the_build_is_not_read(tiny_database: Path) -> None:
    services = [service for service in load(tiny_database).services if service != "pension"]
    before = load(tiny_database)

    plant(tiny_database, "refuge", SECRET_HOUSE, services)

    assert told(repr(load(tiny_database))) == []
    assert load(tiny_database) == before


def test_a_catalogue_with_a_secret_place_is_not_built(edited: Edit, tmp_path: Path) -> None:
    sources = edited("locations.yaml", "organization: pension", "organization: refuge")

    with pytest.raises(SourcesFaultyError, match="keeps its address secret"):
        build(sources, tmp_path / "secret.db")

    assert not (tmp_path / "secret.db").exists()

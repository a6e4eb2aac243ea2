"""The folder that an operator publishes: the same for everyone, the same every time, small, and silent on secrets."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.doubts import hides_places, printable_address, printable_phone
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.languages.shipped import words_of
from kiosk.referral.keys import KeyId, KeyRing, KnownKiosk
from kiosk.referral.web.site import LANGUAGES, SiteError, build

LARGEST_PAGE = 40 * 1024
LARGEST_EXTRACT = 256 * 1024
RING = KeyRing((KnownKiosk(KeyId(bytes(4)), bytes(32), "Truro"), KnownKiosk(KeyId(b"\1\2\3\4"), bytes(range(32)))))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(paths.catalogue_file())


def made(folder: Path, catalogue: Catalogue, ring: KeyRing = RING) -> dict[str, bytes]:
    written = build(folder, catalogue, ring, Config().site, paths.assets_folder(), words_of)
    assert {file.path for file in written} == set(folder.iterdir())
    return {file.path.name: file.path.read_bytes() for file in written}


@pytest.fixture(scope="module")
def files(tmp_path_factory, catalogue) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("site"), catalogue)


def extract(files, language: str):
    return json.loads(files[f"plan.{language}.json"])


def test_the_page_its_script_and_its_style_are_under_40_kilobytes(files) -> None:
    page = [name for name in files if name.endswith((".html", ".css", ".js"))]

    assert len(page) == 9
    assert sum(len(files[name]) for name in page) < LARGEST_PAGE
    assert all(len(files[f"plan.{language}.json"]) < LARGEST_EXTRACT for language in LANGUAGES)


def test_the_same_catalogue_gives_the_same_bytes_whatever_the_order_of_the_keys(files, tmp_path, catalogue) -> None:
    again = made(tmp_path, catalogue, KeyRing(tuple(reversed(RING.known))))

    assert again == files


def test_a_key_that_was_given_up_is_published_with_its_last_day(tmp_path, catalogue) -> None:
    former = replace(RING.known[0], public=b"f" * 32, until=date(1970, 1, 11))

    site = json.loads(made(tmp_path, catalogue, KeyRing((*RING.known, former)))["site.json"])

    assert [(key["name"], key.get("until")) for key in site["keys"]] == [("Truro", None), ("Truro", 10), ("", None)]


def test_the_published_keys_are_those_of_the_ring(files) -> None:
    site = json.loads(files["site.json"])

    assert site["keys"] == [
        {"id": "00000000", "public": "00" * 32, "name": "Truro"},
        {"id": "01020304", "public": bytes(range(32)).hex(), "name": ""},
    ]
    assert [(tongue["code"], tongue["direction"]) for tongue in site["languages"]] == [
        ("fr", "ltr"),
        ("en", "ltr"),
        ("ar", "rtl"),
    ]


def test_every_service_that_a_code_can_carry_is_there_and_no_other(files, catalogue) -> None:
    open_ones = {str(service.number) for service in catalogue.services.values() if not service.discreet}
    discreet = [service for service in catalogue.services.values() if service.discreet]
    bundles = {str(bundle.number) for bundle in catalogue.bundles.values() if not bundle.sensitive}

    assert discreet
    for language in LANGUAGES:
        told = extract(files, language)
        assert set(told["services"]) == open_ones
        assert set(told["bundles"]) == bundles
        steps = [step for bundle in told["bundles"].values() for step in bundle["steps"].values()]
        assert {str(step["service"]) for step in steps} <= open_ones


def test_no_confidential_place_is_named(files, catalogue) -> None:
    hidden = {place for service in catalogue.services.values() if hides_places(service) for place in service.locations}
    elsewhere = {
        place for service in catalogue.services.values() if not hides_places(service) for place in service.locations
    }

    for language in LANGUAGES:
        told = extract(files, language)
        assert not set(told["places"]) & (hidden - elsewhere)
        for service in catalogue.services.values():
            if hides_places(service) and not service.discreet:
                assert "places" not in told["services"][str(service.number)]
                assert told["services"][str(service.number)]["noPlace"] == "hidden"


def test_no_number_and_no_address_that_nobody_has_checked_is_there(files, catalogue) -> None:
    good = {phone.number for phone in catalogue.phones.values() if printable_phone(phone)}
    doubted = {phone.number for phone in catalogue.phones.values() if not printable_phone(phone)} - good
    known = {place.address_1 for place in catalogue.locations.values() if printable_address(place)}
    unsure = {place.address_1 for place in catalogue.locations.values() if not printable_address(place)} - known - {""}

    assert doubted
    for name in (f"plan.{language}.json" for language in LANGUAGES):
        text = files[name].decode()
        assert [number for number in doubted if f'"{number}"' in text] == []
        assert [address for address in unsure if address in text] == []


def test_every_link_leads_to_the_web_and_every_number_can_be_dialled(files) -> None:
    for language in LANGUAGES:
        told = extract(files, language)
        sites = [service["website"]["href"] for service in told["services"].values() if "website" in service]
        numbers = [number for phone in told["phones"].values() for number in phone["numbers"]]
        assert all(address.startswith(("https://", "http://")) for address in sites)
        assert all(number["dial"].removeprefix("+").isdigit() for number in numbers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_is_written_in_its_language(files, language) -> None:
    words, english = extract(files, language)["words"], extract(files, "en")["words"]

    assert words.keys() == english.keys()
    if language != "en":
        same = {name for name, told in words.items() if told == english[name]}
        assert same <= {"note", "code", "colon"}


def test_every_wording_that_the_script_asks_for_exists(files) -> None:
    scripts = b"".join(content for name, content in files.items() if name.endswith(".js")).decode()
    asked = set(re.findall(r"\bwords\.(\w+)", scripts))

    assert asked == set(extract(files, "fr")["words"]) - {"hidden", "askAddress"}


def test_a_paper_that_a_step_asks_for_is_among_the_papers(files) -> None:
    told = extract(files, "fr")
    steps = [step for bundle in told["bundles"].values() for step in bundle["steps"].values()]
    asked = {paper for one in (*told["services"].values(), *steps) for paper, _certain in one.get("papers", [])}

    assert asked
    assert asked <= set(told["papers"])


def test_a_folder_that_cannot_be_made_is_told(tmp_path, catalogue) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SiteError):
        build(tmp_path / "file" / "site", catalogue, RING, Config().site, paths.assets_folder(), words_of)

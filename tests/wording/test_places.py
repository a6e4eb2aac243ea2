"""Places and numbers in words: near, reachable, and silent about what nobody has checked."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.hours import ALWAYS_OPEN, UNKNOWN_HOURS
from kiosk.catalogue.model import (
    ChannelType,
    Confidence,
    Fitness,
    GovernmentLevel,
    Location,
    LocationId,
    OrganizationId,
    Phone,
    PhoneId,
    Service,
    ServiceId,
    Source,
)
from kiosk.catalogue.text import text
from kiosk.languages import Language, load_messages
from kiosk.wording.places import (
    Whereabouts,
    address,
    away,
    host_of,
    languages_line,
    numbers,
    order_of_government,
    parking_line,
    shown_phones,
    wheelchair_line,
    whereabouts,
)

LOCALE = Path(paths.assets_folder()) / "locale"
EN, FR = (load_messages(Language(code), LOCALE) for code in ("en", "fr"))
SOURCE = Source("seen", "2026", Confidence.HIGH)
LINE = Phone(PhoneId("line"), "902-424-4381", text("A line", "Une ligne"), "voice", ALWAYS_OPEN, True, SOURCE)
PLACE = Location(
    LocationId("hall"), OrganizationId("town"), text("Hall", "Mairie"), UNKNOWN_HOURS, True, SOURCE, city="Truro"
)
SERVICE = Service(
    ServiceId("food"),
    1,
    text("Food", "Nourriture"),
    OrganizationId("town"),
    GovernmentLevel.COMMUNITY,
    text("Food", "De la nourriture"),
    (ChannelType.IN_PERSON,),
    Fitness.SELF_SERVICE,
    SOURCE,
)


def test_an_address_that_was_checked_is_shown_plain():
    place = replace(PLACE, address_1="1 Main Street")

    assert whereabouts(EN, SERVICE, place) == Whereabouts("1 Main Street, Truro", known=True)


@pytest.mark.parametrize(
    ("messages", "mark"),
    [
        (EN, "Not checked this year: phone first"),
        (FR, "Non vérifié cette année\N{NO-BREAK SPACE}: appelez d’abord"),
    ],
)
def test_an_address_that_nobody_has_checked_is_shown_with_a_mark(messages, mark):
    place = replace(PLACE, address_1="1 Main Street", verified=False)

    assert whereabouts(messages, SERVICE, place) == Whereabouts("1 Main Street, Truro", known=True, mark=mark)


def test_without_an_address_the_town_is_shown_and_whom_to_ask():
    instead = "Call 211 or ask staff for the address and the hours."

    assert whereabouts(EN, SERVICE, PLACE) == Whereabouts("Truro", known=False, instead=instead)


@pytest.mark.parametrize("kept", [{"discreet": True}, {"taxonomy_terms": ("emergency-shelter",)}])
@pytest.mark.parametrize("verified", [True, False])
def test_where_a_discreet_service_is_or_where_people_sleep_is_shown_nowhere(kept, verified):
    place = replace(PLACE, address_1="1 Main Street", verified=verified)

    told = whereabouts(EN, replace(SERVICE, **kept), place)

    assert told == Whereabouts("", known=False, instead="The address is not shown here. Call first.")


def test_a_number_that_nobody_has_checked_is_not_shown_and_911_comes_last():
    emergency, unsure = replace(LINE, number="911"), replace(LINE, number="902-000-0000", verified=False)

    assert shown_phones([emergency, unsure, LINE]) == (LINE, emergency)


@pytest.mark.parametrize(
    ("number", "twin", "words"),
    [
        ("902-424-4381", "", "902-424-4381"),
        ("902-424-4381", "1-877-848-2578", "902-424-4381 or free 1-877-848-2578"),
        ("1-800-622-6232", "1-877-848-2578", "1-800-622-6232 or 1-877-848-2578"),
        ("311", "902-490-4000", "311 or 902-490-4000"),
    ],
)
def test_only_a_toll_free_twin_of_a_local_number_is_called_free(number, twin, words):
    assert numbers(EN, replace(LINE, number=number, toll_free_or_local=twin)) == words


def test_a_line_of_its_own_for_french_stands_alone():
    line = replace(LINE, number_fr="1-800-808-6352", toll_free_or_local="1-877-848-2578")

    assert numbers(FR, line) == "1-800-808-6352"


@pytest.mark.parametrize("level", GovernmentLevel)
def test_every_order_of_government_is_named_in_both_languages(level):
    assert order_of_government(EN, level) != order_of_government(FR, level)


def test_an_address_leaves_out_what_is_not_known():
    assert address(PLACE) == "Truro"
    assert address(replace(PLACE, address_1="1 Main Street")) == "1 Main Street, Truro"


def test_a_distance_that_is_not_known_is_not_told():
    assert away(EN, None) == ""
    assert away(FR, 1600) == "à environ 1,6\N{NO-BREAK SPACE}km d’ici"


@pytest.mark.parametrize(
    ("wheelchair", "words"),
    [
        (True, "Wheelchair access"),
        (False, "No wheelchair access"),
        (None, "Wheelchair access: to be checked, call first"),
    ],
)
def test_access_is_never_taken_for_granted(wheelchair, words):
    assert wheelchair_line(EN, replace(PLACE, wheelchair=wheelchair)) == words


def test_parking_is_told_only_where_it_is_known():
    told = [parking_line(EN, replace(PLACE, parking=parking)) for parking in ("free", "paid", "")]

    assert told == ["Free parking", "Paid parking", ""]


def test_the_readers_own_language_comes_first_or_an_interpreter_is_offered():
    assert languages_line(FR, ("en", "fr")) == "Service en français et anglais"
    assert languages_line(FR, ("en",)) == "Service en anglais. Vous pouvez demander un interprète."
    assert languages_line(EN, ()) == ""


def test_a_site_is_told_as_people_say_it():
    assert host_of("https://www.canada.ca/en/services.html") == "canada.ca"

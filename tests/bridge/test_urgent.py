"""What stands behind the four urgent doors."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.bridge.session import empty_catalogue
from kiosk.bridge.viewmodels.urgent import UrgentViewModel
from kiosk.bridge.viewmodels.urgent_words import When, behind, doors_of, lifelines
from kiosk.catalogue.model import PhoneId
from kiosk.planning import Here
from kiosk.visit.visit import Page, going_to, speaking

HALIFAX = ZoneInfo("America/Halifax")
NORTH_END = Here(44.6625, -63.5905)
DOORS = ["danger", "food", "tonight", "someone-to-talk-to"]
NOON = datetime(2026, 3, 12, 12, 0, tzinfo=HALIFAX)
NIGHT = datetime(2026, 3, 14, 3, 0, tzinfo=HALIFAX)


def test_there_are_four_doors_in_both_languages(catalogue):
    assert [door.door for door in doors_of(catalogue, "en")] == DOORS
    assert all(
        english.label != french.label
        for english, french in zip(doors_of(catalogue, "en"), doors_of(catalogue, "fr"), strict=True)
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("now", [NOON, NIGHT])
@pytest.mark.parametrize("door", DOORS)
def test_every_contact_has_a_name_and_a_way_to_reach_it(words, catalogue, language, now, door):
    contacts = behind(words[language], catalogue, door, now, HALIFAX, NORTH_END).contacts

    assert contacts
    assert all(contact.name and (contact.number or contact.place) and contact.opening for contact in contacts)


def test_a_place_is_told_once_whatever_services_it_gives(words, catalogue):
    for door in DOORS:
        names = [c.name for c in behind(words["en"], catalogue, door, NOON, HALIFAX, NORTH_END).contacts if c.place]

        assert len(names) == len(set(names)), door


def test_a_number_is_always_open_at_night(words, catalogue):
    for door in DOORS:
        contacts = behind(words["en"], catalogue, door, NIGHT, HALIFAX, NORTH_END).contacts

        assert any(contact.tone == "good" and contact.number for contact in contacts), door


def test_a_number_that_nobody_has_checked_is_never_told(words, catalogue):
    doubted = {phone.number for phone in catalogue.phones.values() if not phone.verified}

    for door in DOORS:
        for contact in behind(words["en"], catalogue, door, NOON, HALIFAX, NORTH_END).contacts:
            assert not any(number in contact.number for number in doubted), contact


def test_where_no_number_was_checked_the_card_says_whom_to_ask(words, catalogue):
    jpc = replace(catalogue.services["emergency-protection-order"], phones=(PhoneId("jpc"),))
    alone = replace(catalogue, services={**catalogue.services, jpc.id: jpc})

    contacts = behind(words["en"], alone, "danger", NOON, HALIFAX, NORTH_END).contacts

    card = next(contact for contact in contacts if contact.name == jpc.name.to("en"))
    assert (card.number, card.opening, card.doubt) == ("", "", "Call 211 or ask staff for the number.")


def test_where_another_line_stands_in_the_card_says_whose_it_is(words, catalogue):
    contacts = behind(words["en"], catalogue, "danger", NOON, HALIFAX, NORTH_END).contacts

    order = next(contact for contact in contacts if contact.name == "Emergency Protection Order")
    assert order.number == catalogue.phones["hrpvs"].number
    assert order.place == catalogue.phones["hrpvs"].description.to("en")


def test_an_address_that_nobody_has_checked_has_the_mark_of_every_page(words, catalogue):
    contacts = behind(words["en"], catalogue, "food", NOON, HALIFAX, NORTH_END).contacts

    told = {contact.name: contact for contact in contacts if contact.place}
    for place in catalogue.locations.values():
        card = told.get(place.name.to("en"))
        assert card is None or bool(card.doubt) != place.verified
    assert {contact.doubt for contact in told.values()} == {"Not checked this year: phone first"}


def test_where_people_sleep_is_not_told_behind_an_urgent_door_either(words, catalogue):
    contacts = behind(words["en"], catalogue, "tonight", NOON, HALIFAX, NORTH_END).contacts

    beds = [catalogue.locations[place] for place in catalogue.services["emergency-shelter-any"].locations]
    for bed in beds:
        card = next(contact for contact in contacts if contact.name == bed.name.to("en"))
        assert (card.place, card.doubt) == ("", "The address is not shown here. Call first.")
        assert card.number


@pytest.mark.parametrize("language", ["en", "fr"])
def test_lifelines_need_no_catalogue(words, language):
    numbers = [line.number for line in lifelines(words[language])]

    assert {"911", "988", "211"} <= set(numbers)


def test_the_page_answers_without_a_catalogue(session_with):
    session = session_with(empty_catalogue)
    session.do(lambda visit: going_to(speaking(visit, "en"), Page.URGENT))

    urgent = UrgentViewModel(session)

    assert urgent.property("title") == "I need help right now"
    assert urgent.lifelines.rows
    assert [row.door for row in urgent.doors.rows] == DOORS


@pytest.mark.parametrize("door", DOORS)
def test_every_door_leads_to_a_number_without_a_catalogue(words, door):
    numbers = [
        contact.number for contact in behind(words["fr"], empty_catalogue(), door, NIGHT, HALIFAX, None).contacts
    ]

    assert {"911", "211"} & set(numbers)


@pytest.fixture
def urgent(session):
    session.do(lambda visit: going_to(speaking(visit, "en"), Page.URGENT))
    return UrgentViewModel(session)


def test_a_door_opens_and_back_closes_it(session, urgent):
    from kiosk.visit.visit import going_back

    urgent.open("food")
    assert not urgent.property("atDoors")
    assert urgent.cards(0).rows

    session.do(going_back)

    assert urgent.property("atDoors")
    assert urgent.cards(0).rows == ()


def test_the_whole_plan_of_a_need_is_made_on_request(session, urgent):
    urgent.open("tonight")
    assert urgent.property("hasPlan")

    urgent.openPlan()

    assert session.visit.bundles == ("housing-emergency",)


def test_the_page_does_not_remember_which_door_was_opened(session, urgent):
    urgent.open("tonight")

    session.end()

    assert urgent.property("title") == ""
    assert not any(urgent.cards(group).rows for group in range(len(When)))


def test_feeling_unsafe_opens_its_own_page_and_not_a_list(session, urgent):
    urgent.open("danger")

    assert session.visit.page is Page.SAFETY

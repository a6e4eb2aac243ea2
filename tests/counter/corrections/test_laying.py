"""What a correction puts over the catalogue."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.doubts import hides_places, printable_address, printable_phone
from kiosk.catalogue.hours import Closed, Open, Unknown, opening_at, read_schedule
from kiosk.catalogue.lifelines import LIFELINES
from kiosk.counter.corrections.notices import CLOSED, CLOSED_FOR_NOW, PLACE_CLOSED, SERVICE_CLOSED_FOR_NOW
from kiosk.counter.corrections.overlay import overlaid
from kiosk.counter.corrections.values import (
    AddressValue,
    ClosedValue,
    HoursValue,
    NoteValue,
    NumberValue,
    WebValue,
)

HALIFAX = ZoneInfo("America/Halifax")
NOON = datetime(2026, 3, 12, 12, 0, tzinfo=HALIFAX)


def test_a_corrected_number_stands_in_both_languages_and_may_be_printed(catalogue, corrected, over, today):
    doubted = next(phone for phone in catalogue.phones.values() if not phone.verified)

    laid = overlaid(
        catalogue, over(corrected("number", doubted.id, NumberValue("902-555-0143", "902-555-0144"))), today
    )

    phone = laid.phones[doubted.id]
    assert (phone.number_in("en"), phone.number_in("fr")) == ("902-555-0143", "902-555-0144")
    assert printable_phone(phone)
    assert phone.source.as_of == "2026-03-12"


def test_corrected_hours_keep_holidays_and_special_days(catalogue, corrected, over, today):
    laid = overlaid(catalogue, over(corrected("place", "dlas", HoursValue("Mo-Fr 10:00-14:00"))), today)

    before, after = catalogue.locations["dlas"].schedule, laid.locations["dlas"].schedule
    assert after.rules == read_schedule("Mo-Fr 10:00-14:00").rules
    assert (after.observes, after.special_days) == (before.observes, before.special_days)
    assert isinstance(opening_at(after, NOON, HALIFAX), Open)


def test_a_new_street_has_no_known_way_until_the_catalogue_gives_one(catalogue, corrected, over, today):
    laid = overlaid(
        catalogue, over(corrected("place", "dlas", AddressValue("1 New Street", "Halifax", "B3K 1A1"))), today
    )

    place = laid.locations["dlas"]
    assert (place.address_1, place.city, place.postal_code) == ("1 New Street", "Halifax", "B3K 1A1")
    assert (place.latitude, place.longitude) == (None, None)
    assert printable_address(place)


def test_the_old_street_confirmed_keeps_its_spot(catalogue, corrected, over, today):
    old = catalogue.locations["dlas"]

    laid = overlaid(
        catalogue, over(corrected("place", "dlas", AddressValue(old.address_1, old.city, "B3K 9Z9"))), today
    )

    assert (laid.locations["dlas"].latitude, laid.locations["dlas"].postal_code) == (old.latitude, "B3K 9Z9")


def test_a_page_is_corrected_in_both_languages(catalogue, corrected, over, today):
    value = WebValue("https://example.ca/en", "https://example.ca/fr")

    laid = overlaid(catalogue, over(corrected("service", "passport-adult", value)), today)

    url = laid.services["passport-adult"].url
    assert (url.plain_to("en"), url.plain_to("fr")) == ("https://example.ca/en", "https://example.ca/fr")


def test_a_place_is_closed_up_to_a_day_and_opens_again(catalogue, corrected, over, today):
    until = today + timedelta(days=3)
    hours = corrected("place", "dlas", HoursValue("Mo-Su 09:00-17:00"))

    schedule = (
        overlaid(catalogue, over(hours, corrected("place", "dlas", ClosedValue(until))), today)
        .locations["dlas"]
        .schedule
    )

    closed = opening_at(schedule, NOON, HALIFAX)
    assert isinstance(closed, Closed)
    assert closed.opens_on == until + timedelta(days=1)
    assert [closure.reason for closure in closed.closures] == [CLOSED_FOR_NOW] * 4
    assert isinstance(opening_at(schedule, NOON + timedelta(days=4), HALIFAX), Open)


@pytest.mark.parametrize("hours", ["unknown", "by appointment", "24/7"])
def test_a_place_of_any_hours_can_be_closed_for_a_time(catalogue, corrected, over, today, hours):
    parts = corrected("place", "dlas", HoursValue(hours)), corrected("place", "dlas", ClosedValue(today))

    schedule = overlaid(catalogue, over(*parts), today).locations["dlas"].schedule

    assert isinstance(opening_at(schedule, NOON, HALIFAX), Closed)
    assert isinstance(opening_at(schedule, NOON + timedelta(days=1), HALIFAX), Open if hours == "24/7" else Unknown)


def test_a_closing_that_is_past_changes_nothing(catalogue, corrected, over, today):
    yesterday = ClosedValue(today - timedelta(days=1))

    laid = overlaid(
        catalogue,
        over(corrected("place", "dlas", yesterday), corrected("service", "passport-adult", yesterday)),
        today,
    )

    assert laid is catalogue


def test_a_closing_without_sense_of_time_is_laid_quickly(catalogue, corrected, over, today):
    laid = overlaid(catalogue, over(corrected("place", "dlas", ClosedValue(date(2199, 1, 1)))), today)

    assert len(laid.locations["dlas"].schedule.special_days) <= 401 + len(
        catalogue.locations["dlas"].schedule.special_days
    )


def test_the_only_place_closed_for_good_leaves_the_service_without_one(catalogue, corrected, over, today):
    laid = overlaid(catalogue, over(corrected("place", "dlas", ClosedValue())), today)

    assert laid.services["dalhousie-legal-aid"].locations == ()
    assert laid.services["dalhousie-legal-aid"].notice == PLACE_CLOSED


def test_a_service_closed_for_a_time_stays_in_plans_and_says_so(catalogue, corrected, over, today):
    laid = overlaid(catalogue, over(corrected("service", "cvitp-free-tax-clinic", ClosedValue(today))), today)

    service = laid.services["cvitp-free-tax-clinic"]
    assert service.notice == SERVICE_CLOSED_FOR_NOW
    assert service.phones == catalogue.services["cvitp-free-tax-clinic"].phones
    assert laid.bundles is catalogue.bundles


def test_a_service_closed_for_good_leaves_plans(catalogue, corrected, over, today):
    laid = overlaid(catalogue, over(corrected("service", "cvitp-free-tax-clinic", ClosedValue())), today)

    assert laid.services["cvitp-free-tax-clinic"].notice == CLOSED
    assert laid.services["cvitp-free-tax-clinic"].phones == ()


def test_a_note_for_staff_changes_nothing_for_citizens(catalogue, corrected, over, today):
    note = NoteValue("Ask for Sam.", "Demandez Sam.")

    laid = overlaid(
        catalogue, over(corrected("service", "passport-adult", note), corrected("place", "dlas", note)), today
    )

    assert laid is catalogue


def test_a_note_for_staff_is_read_at_the_counter_alone(catalogue, corrected, over, today):
    note = NoteValue("Ask for Sam.", "Demandez Sam.")

    laid = overlaid(catalogue, over(corrected("service", "passport-adult", note)), today, for_staff=True)

    service = laid.services["passport-adult"]
    assert [told.to("fr") for told in service.staff_notes] == ["Demandez Sam."]
    assert service.notice is None


def test_a_note_for_citizens_is_said_in_both_languages(catalogue, corrected, over, today):
    note = NoteValue("Ring the bell.", "Sonnez à la porte.", citizens=True)

    laid = overlaid(
        catalogue, over(corrected("service", "passport-adult", note), corrected("place", "dlas", note)), today
    )

    assert laid.services["passport-adult"].notice.to("fr") == "Sonnez à la porte."
    assert "Ring the bell." in laid.locations["dlas"].note.to("en")


def test_no_note_is_told_of_a_service_whose_place_is_kept_secret(catalogue, corrected, over, today):
    secret = [service.id for service in catalogue.services.values() if hides_places(service)]
    notes = [corrected("service", name, NoteValue("At 5 Hill St.", "Au 5, Hill.", citizens=True)) for name in secret]

    assert secret
    assert overlaid(catalogue, over(*notes), today) is catalogue


def test_no_correction_replaces_an_urgent_number(catalogue, corrected, over, today):
    parts = [corrected("number", line.phone, NumberValue("902-555-0100")) for line in LIFELINES]
    parts += [corrected("service", line.service, ClosedValue()) for line in LIFELINES]

    assert overlaid(catalogue, over(*parts), today) is catalogue


def test_a_doubt_on_a_corrected_number_hides_it_again(catalogue, corrected, flagged, over, today):
    parts = corrected("number", "dallas", NumberValue("902-555-0143")), flagged("number", "dallas", "phone")

    laid = overlaid(catalogue, over(*parts), today)

    assert not printable_phone(laid.phones["dallas"])

"""What is typed into a correction: read kindly, in English and French, and refused where it cannot be."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.hours import HoursError, Jurisdiction, read_schedule
from kiosk.counter.corrections.typed import (
    AddressRefusedError,
    DayRefusedError,
    NumberRefusedError,
    PageRefusedError,
    WordsRefusedError,
    address_value,
    closed_value,
    hours_value,
    note_value,
    number_value,
    saying,
    web_value,
)
from kiosk.counter.corrections.values import AddressValue, ClosedValue, NoteValue, NumberValue, Saying, WebValue
from kiosk.errors import KioskError


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("902-555-0143", None),
        ("(902) 555-0143", None),
        ("902.555.0143", None),
        (" 902 555 0143 ", None),
        ("902‑555‑0143", None),
        ("+1 902 555 0143", None),
        ("211", "211"),
        ("18005550143", "1-800-555-0143"),
    ],
)
def test_a_number_is_read_however_it_is_spaced(typed, number):
    plain = "1-902-555-0143" if typed.startswith("+1") else "902-555-0143"

    assert number_value(typed) == NumberValue(number or plain)


def test_a_french_number_that_is_the_same_is_no_other():
    assert number_value("902-555-0143", "902 555 0143") == NumberValue("902-555-0143")
    assert number_value("902-555-0143", "902 555 0144") == NumberValue("902-555-0143", "902-555-0144")


@pytest.mark.parametrize(
    "typed", ["", "  ", "902-555", "902-555-01433", "102-555-0143", "call Sam", "902-555-0143 x2", "٩٠٢٥٥٥٠١٤٣"]
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(NumberRefusedError):
        number_value(typed)


@pytest.mark.parametrize(
    ("typed", "as_written"),
    [
        ("Mo-Fr 08:30-16:30", "Mo-Fr 08:30-16:30"),
        ("mo-fr 08:30–16:30", "Mo-Fr 08:30-16:30"),
        ("lu-ve 8 h 30-16 h 30", "Mo-Fr 08:30-16:30"),
        ("Lu-Ve 9h-17h; sa fermé", "Mo-Fr 09:00-17:00; Sa off"),
        ("me 13 h-20 h", "We 13:00-20:00"),
        ("24/7", "24/7"),
        ("sur rendez-vous", "by appointment"),
        ("Inconnu", "unknown"),
        ("Tu,Th", "Tu,Th"),
    ],
)
def test_hours_are_read_in_both_languages(typed, as_written):
    assert read_schedule(hours_value(typed).opening_hours) == read_schedule(as_written)


def test_hours_of_holidays_are_read_where_it_is_known_whose_are_kept():
    assert hours_value("lu-ve 9 h-17 h; jf off", Jurisdiction.NOVA_SCOTIA).opening_hours.endswith("PH off")
    with pytest.raises(HoursError):
        hours_value("lu-ve 9 h-17 h; jf off")


@pytest.mark.parametrize(
    "typed", ["", "open late", "Mo-Fr 25:00-26:00", "Mo-Fr 9-5", "lundi 8 h-9 h", "Mo 09:00-12:00; Mo 11:00-13:00"]
)
def test_what_are_no_hours_is_refused(typed):
    with pytest.raises(HoursError):
        hours_value(typed)


def test_an_address_needs_street_and_town():
    assert address_value(" 12  Main Street ", "Truro", "b2n1a1") == AddressValue("12 Main Street", "Truro", "B2N 1A1")
    for street, city, postal in (
        ("", "Truro", ""),
        ("12 Main", " ", ""),
        ("12 Main", "Truro", "12345"),
        ("a" * 101, "b", ""),
    ):
        with pytest.raises(AddressRefusedError):
            address_value(street, city, postal)


def test_a_page_serves_both_languages_where_only_one_is_typed():
    assert web_value("novascotia.ca/x") == WebValue("https://novascotia.ca/x", "https://novascotia.ca/x")
    assert web_value("https://a.ca/en", "https://a.ca/fr") == WebValue("https://a.ca/en", "https://a.ca/fr")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.ca",
        "nothing",
        "https://",
        "https://a .ca",
        "https://[::1",
    ],
)
def test_what_is_no_page_is_refused(typed):
    with pytest.raises(PageRefusedError):
        web_value(typed)


def test_a_closing_has_a_day_to_come_or_none(today):
    assert closed_value("", today) == ClosedValue()
    assert closed_value(today.isoformat(), today) == ClosedValue(today)
    for typed in ("tomorrow", (today - timedelta(days=1)).isoformat(), "2199-01-01", "2026-02-30"):
        with pytest.raises(DayRefusedError):
            closed_value(typed, today)


def test_what_citizens_read_is_in_both_languages():
    assert note_value("Ring.", "", citizens=False) == NoteValue("Ring.", "Ring.")
    assert note_value("Ring.", "Sonnez.", citizens=True) == NoteValue("Ring.", "Sonnez.", True)
    for en, fr in (("Ring.", ""), ("", "Sonnez."), ("", "")):
        with pytest.raises(WordsRefusedError):
            note_value(en, fr, citizens=True)
    with pytest.raises(WordsRefusedError):
        note_value(" ", "\n", citizens=False)


def test_words_are_one_line_and_not_too_long():
    assert saying("one\ntwo\x00\t three") == Saying("one two three")
    with pytest.raises(WordsRefusedError):
        saying("a" * 301)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_refused_and_never_breaks(text):
    for read in (
        number_value,
        hours_value,
        web_value,
        saying,
        lambda typed: address_value(typed, typed, typed),
        lambda typed: closed_value(typed, date(2026, 3, 12)),
    ):
        with suppress(KioskError):
            read(text)

"""The calendar and the contact cards that the page leaves on the phone, read back by the letter of their standards."""

import re
from datetime import date, timedelta

import pytest

from kiosk.referral.keys import own_key
from kiosk.referral.token import Item, Referral, sign

pytestmark = pytest.mark.chromium


def content_lines(file: bytes) -> list[str]:
    """The unfolded lines (RFC 5545, 3.1; RFC 2426, 2.6): CRLF after each, none over 75 octets, whole UTF-8 in each."""
    assert file.endswith(b"\r\n")
    physical = file[:-2].split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in physical)
    assert max(map(len, physical)) <= 75
    return "\r\n".join(line.decode("utf-8") for line in physical).replace("\r\n ", "").split("\r\n")


def components(lines: list[str], name: str) -> list[dict[str, str]]:
    """Every component called `name`, by property, parameters kept; what is inside it is left out."""
    found: list[dict[str, str]] = []
    open_ones: list[str] = []
    for line in lines:
        match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z0-9,-]+)*):(.*)", line)
        assert match, line
        key, parameters, value = match.groups()
        if key == "BEGIN":
            open_ones.append(value)
            if value == name:
                found.append({})
        elif key == "END":
            assert open_ones.pop() == value
        elif open_ones[-1] == name:
            assert key == "TEL" or key + parameters not in found[-1], f"{key} twice"
            found[-1][key + parameters] = ",".join(filter(None, (found[-1].get(key + parameters), value)))
    assert not open_ones
    return found


def text(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def day(compact: str) -> date:
    return date.fromisoformat(f"{compact[:4]}-{compact[4:6]}-{compact[6:]}")


@pytest.fixture
def calendar(phone, served, a_death):
    shown = phone("fr-CA")
    shown.open(f"{served.address}#{a_death.token}")
    shown.tell("2026-11-16")
    shown.tap("button", "Mettre les dates dans mon calendrier")
    return content_lines(shown.file_saved())


def test_the_calendar_holds_every_date_to_come_of_the_kiosk_s_plan(calendar, a_death) -> None:
    to_come = {
        (step.title.to("fr"), step.deadline.first or step.deadline.day, step.deadline.day)
        for step in a_death.plan.to_do()
        if step.deadline and not step.deadline.missed and step.deadline.kind != "now"
    }

    events = components(calendar, "VEVENT")

    assert len(to_come) >= 5
    assert {
        (
            text(event["SUMMARY"]),
            day(event["DTSTART;VALUE=DATE"]),
            day(event["DTEND;VALUE=DATE"]) - timedelta(days=1),
        )
        for event in events
    } == to_come


def test_the_calendar_is_a_whole_one_and_says_nothing_of_whose_it_is(calendar, a_death) -> None:
    (whole,) = components(calendar, "VCALENDAR")
    events = components(calendar, "VEVENT")

    assert whole["VERSION"] == "2.0"
    assert whole["PRODID"]
    assert "METHOD" not in whole
    assert len({event["UID"] for event in events}) == len(events)
    assert {event["DTSTAMP"] for event in events} == {"20261126T000000Z"}
    assert {alarm["TRIGGER"] for alarm in components(calendar, "VALARM")} == {"-PT15H"}
    written = "\n".join(calendar)
    for secret in (a_death.referral.id.hex(), str(a_death.referral.code), a_death.token[:20]):
        assert secret.casefold() not in written.casefold()


def test_the_calendar_of_a_plan_that_hides_its_topic_names_no_service(phone, served, kiosk_folder, catalogue) -> None:
    rebate = catalogue.services["harp"]
    hidden = Referral(bytes(8), date(2026, 11, 26), catalogue.version, (Item(rebate.number, 0, 1),))
    shown = phone("en-CA")
    shown.open(f"{served.address}#{sign(hidden, own_key(kiosk_folder, 12))}")
    assert shown.texts(".when p") == ["by Wednesday, March 31, 2027"]

    shown.tap("button", "Put the dates in my calendar")

    (event,) = components(content_lines(shown.file_saved()), "VEVENT")
    assert event == {
        "UID": "2027-03-31-1@guichet.invalid",
        "DTSTAMP": "20261126T000000Z",
        "DTSTART;VALUE=DATE": "20270331",
        "DTEND;VALUE=DATE": "20270401",
        "SUMMARY": "My list\\, step 1",
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
    }


def test_what_has_a_meaning_in_a_calendar_is_escaped_and_long_lines_are_folded(phone, served) -> None:
    shown = phone()
    shown.open(served.address)

    file = shown.run(
        """import("/files.js").then(({ calendar }) => calendar(
            [{ uid: "u", first: 20000, last: 20001, title: "A; b, c\\\\d", details: "é".repeat(80) + "\\nend" }],
            20000,
            "fr",
        ))"""
    )

    (event,) = components(content_lines(file.encode()), "VEVENT")
    assert text(event["SUMMARY"]) == "A; b, c\\d"
    assert text(event["DESCRIPTION"]) == "é" * 80 + "\nend"
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20241004", "20241006")


@pytest.mark.parametrize(("tag", "button"), [("fr-CA", "Garder ces coordonnées\xa0"), ("ar", "احفظ جهة الاتصال هذه")])
def test_a_contact_card_holds_the_office_and_its_numbers(phone, served, a_death, catalogue, tag, button) -> None:
    language = tag[:2]
    organization = catalogue.organizations["vital-stats"].name.plain_to(language)
    shown = phone(tag)
    shown.open(f"{served.address}#{a_death.token}")

    shown.tap("button", f"{button}: {organization}")

    (card,) = components(content_lines(shown.file_saved()), "VCARD")
    assert card["VERSION"] == "3.0"
    assert text(card["FN"]) == text(card["ORG"]) == organization
    assert card["N"].count(";") == 4
    assert card["TEL;TYPE=WORK,VOICE"].split(",") == ["+19024244381", "+18778482578"]
    assert card["URL"].startswith("https://")
    assert card["ADR;TYPE=WORK"].count(";") == 6


def test_every_number_can_be_dialled_and_every_address_found_on_a_map(phone, served, a_death, catalogue) -> None:
    shown = phone()

    shown.open(f"{served.address}#{a_death.token}")

    verified = {
        "".join(filter(str.isdigit, number))
        for phone_ in catalogue.phones.values()
        if phone_.verified
        for number in (phone_.number, phone_.number_fr, phone_.number_tty, phone_.toll_free_or_local)
    }
    dialled = shown.links("tel")
    assert "tel:+19024244381" in dialled
    assert {link.removeprefix("tel:").removeprefix("+").removeprefix("1") or "1" for link in dialled} <= verified | {
        number.removeprefix("1") for number in verified
    }
    assert "sms:211" in shown.links("sms")
    assert any(link.startswith("geo:44.64450,-63.68200?q=300%20Horseshoe") for link in shown.links("geo"))

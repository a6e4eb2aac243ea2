"""The telephone numbers and places that the phone page may show: what a slip may print, and nothing in doubt."""

from collections.abc import Iterable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from kiosk.catalogue.doubts import hides_places, printable_address, printable_phone
from kiosk.catalogue.hours import Kind, Schedule
from kiosk.catalogue.hours.week_wording import week_lines, week_words
from kiosk.catalogue.model import Catalogue, ChannelType, Location, LocationId, Phone, PhoneId, Service
from kiosk.languages import Messages
from kiosk.languages.foreign import bare
from kiosk.planning.places import Places
from kiosk.referral.web.told import told
from kiosk.wording.places import host_of

_COUNTRY = "+1"
_WHOLE_NUMBER = 10
"""Digits; a shorter number, such as 211, is dialled as it is."""

_ALWAYS_ANSWERED = "911"
_MOST_NUMBERS = 3


def secret_places(catalogue: Catalogue) -> frozenset[LocationId]:
    """The places of discreet services, which are never named, whatever else is given there."""
    return frozenset(
        place for service in catalogue.services.values() if service.discreet for place in service.locations
    )


def places_of(catalogue: Catalogue, service: Service, seen: Places) -> tuple[Location, ...]:
    """Where `service` is given in person, the nearest first: only places whose address may leave on paper."""
    if hides_places(service) or ChannelType.IN_PERSON not in service.channels:
        return ()
    secret = secret_places(catalogue)
    open_ones = (catalogue.locations[place] for place in service.locations if place not in secret)
    return tuple(sorted(filter(printable_address, open_ones), key=lambda place: seen.how_far(place.id)))


def phones_of(catalogue: Catalogue, ids: Iterable[PhoneId]) -> tuple[Phone, ...]:
    """The first few numbers that may leave on paper; 911 last, for it is never the usual way."""
    certain = [phone for phone in (catalogue.phones[phone] for phone in ids) if printable_phone(phone)]
    return tuple(sorted(certain, key=lambda phone: phone.number == _ALWAYS_ANSWERED)[:_MOST_NUMBERS])


def phone_written(messages: Messages, phone: Phone, on: date, zone: ZoneInfo) -> dict[str, object]:
    """A number with its twins, each with what a phone dials; `sms` where it can be written to."""
    own = phone.number_in(messages.language)
    numbers = [{"shown": own, "dial": dialled(own)}]
    if phone.toll_free_or_local and own == phone.number:
        numbers.append({"shown": phone.toll_free_or_local, "dial": dialled(phone.toll_free_or_local)})
    written: dict[str, object] = {"numbers": numbers}
    if "text" in phone.kind:
        written["sms"] = dialled(own)
    if phone.number_tty:
        written["tty"] = {"shown": phone.number_tty, "dial": dialled(phone.number_tty)}
    hours = () if phone.number == _ALWAYS_ANSWERED else hours_of(messages, phone.schedule, on, zone)
    return written | ({"hours": hours} if hours else {})


def place_written(messages: Messages, place: Location, on: date, zone: ZoneInfo) -> dict[str, object]:
    """A place with its address, its hours, and the link that opens a map of it."""
    written: dict[str, object] = {
        "name": told(place.name, messages.language),
        "street": place.address_1,
        "city": place.city,
        "postal": place.postal_code,
    }
    if place.latitude is not None and place.longitude is not None:
        written["geo"] = f"{place.latitude:.5f},{place.longitude:.5f}"
    hours = hours_of(messages, place.schedule, on, zone)
    return written | ({"hours": hours} if hours else {})


def hours_of(messages: Messages, schedule: Schedule, on: date, zone: ZoneInfo) -> Sequence[str]:
    """The usual week around `on`, in lines; nothing where the hours are not known."""
    if schedule.kind is Kind.UNKNOWN:
        return ()
    week = week_lines(messages, schedule, on, zone) if schedule.kind is Kind.TIMETABLE else ()
    return [bare(line[:1].upper() + line[1:]) for line in week or (week_words(messages, schedule, on, zone),)]


def dialled(number: str) -> str:
    """What a phone dials: `+19024245200` for `902-424-5200`, `211` for `211`."""
    digits = "".join(character for character in number if character.isdigit())
    if len(digits) == _WHOLE_NUMBER:
        return f"{_COUNTRY}{digits}"
    return f"+{digits}" if len(digits) > _WHOLE_NUMBER else digits


def website_written(messages: Messages, service: Service) -> dict[str, str] | None:
    """The address of a service's page, and the site it is on; None where it has none."""
    if service.url is None:
        return None
    return {"href": service.url.plain_to(messages.language), "shown": host_of(service.url.plain_to(messages.language))}

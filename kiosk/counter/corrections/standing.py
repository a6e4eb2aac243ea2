"""How a flag or a correction stands beside today's catalogue: in force, met by it, or to be looked at again."""

from datetime import date
from enum import StrEnum

from kiosk.catalogue.model import Catalogue, LocationId, PhoneId, ServiceId
from kiosk.counter.corrections.facts import base_of, is_known
from kiosk.counter.corrections.laying import corrected_schedule, is_over
from kiosk.counter.corrections.values import (
    About,
    AddressValue,
    ClosedValue,
    Correction,
    Flag,
    HoursValue,
    NoteValue,
    NumberValue,
    Subject,
    Value,
    WebValue,
)


class Standing(StrEnum):
    """IN_FORCE: the catalogue says what it said. SAME: it says now what the correction says. LOOK_AGAIN: it says
    something else than it did. GONE: it has no such entry any more. OVER: the day up to which it held is past.
    """

    IN_FORCE = "in_force"
    SAME = "same"
    LOOK_AGAIN = "look_again"
    GONE = "gone"
    OVER = "over"


def standing_of(catalogue: Catalogue, correction: Correction, today: date) -> Standing:
    """How `correction` stands beside the catalogue as it was shipped, with nothing over it."""
    if not is_known(catalogue, correction.subject):
        return Standing.GONE
    if isinstance(correction.value, ClosedValue) and is_over(correction.value, today):
        return Standing.OVER
    if says_already(catalogue, correction.subject, correction.value):
        return Standing.SAME
    if isinstance(correction.value, NoteValue):
        return Standing.IN_FORCE
    return _by_base(catalogue, correction)


def standing_of_flag(catalogue: Catalogue, flag: Flag) -> Standing:
    """How `flag` stands beside the catalogue as it was shipped."""
    return Standing.GONE if not is_known(catalogue, flag.subject) else _by_base(catalogue, flag)


def says_already(catalogue: Catalogue, subject: Subject, value: Value) -> bool:
    """Tell whether the catalogue itself says `value`, and is sure of it."""
    match subject.about:
        case About.NUMBER:
            phone = catalogue.phones[PhoneId(subject.id)]
            match value:
                case NumberValue(number, number_fr):
                    return phone.verified and (phone.number, phone.number_fr) == (number, number_fr)
                case HoursValue():
                    return corrected_schedule(phone.schedule, value) == phone.schedule
        case About.PLACE:
            place = catalogue.locations[LocationId(subject.id)]
            match value:
                case HoursValue():
                    return corrected_schedule(place.schedule, value) == place.schedule
                case AddressValue(street, city, postal):
                    own = (place.address_1, place.city, place.postal_code)
                    return place.verified and own == (street, city, postal or place.postal_code)
        case About.SERVICE:
            url = catalogue.services[ServiceId(subject.id)].url
            if isinstance(value, WebValue):
                return url is not None and (url.plain_to("en"), url.plain_to("fr")) == (value.en, value.fr)
    return False


def _by_base(catalogue: Catalogue, said: Flag | Correction) -> Standing:
    same = base_of(catalogue, said.subject, said.field) == said.base
    return Standing.IN_FORCE if same else Standing.LOOK_AGAIN

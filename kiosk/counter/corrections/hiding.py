"""What an urgent flag hides from citizens while it is open: the one thing that it is about, and nothing else.

docs/corrections.md has the table. The rule behind it: a wrong number, address, hour, price or page sends somebody for
nothing, so it goes; a list of papers or a wording in doubt still helps, so it stays and says that it is being checked.
"""

from dataclasses import replace

from kiosk.catalogue.conditions import ALWAYS
from kiosk.catalogue.hours import UNKNOWN_HOURS
from kiosk.catalogue.model import Confidence, CostOption, Location, LocationId, Phone, PhoneId, Service, ServiceId
from kiosk.catalogue.text import text, together
from kiosk.counter.corrections.draft import Draft
from kiosk.counter.corrections.facts import is_lifeline
from kiosk.counter.corrections.notices import BEING_CHECKED, MAY_BE_CLOSED, PLACE_MAY_BE_CLOSED
from kiosk.counter.corrections.values import About, Field, Flag


def hide(draft: Draft, flag: Flag) -> None:
    """Lay an open urgent flag over the catalogue. One on an urgent number hides nothing: a life may hang on it."""
    subject = flag.subject
    if is_lifeline(subject):
        return
    match subject.about:
        case About.NUMBER:
            phone = draft.phone(PhoneId(subject.id))
            if phone is not None:
                draft.put_phone(_number_without(phone, flag.field))
        case About.PLACE:
            place = draft.place(LocationId(subject.id))
            if place is not None:
                _hide_of_place(draft, place, flag.field)
        case About.SERVICE:
            service = draft.service(ServiceId(subject.id))
            if service is not None:
                _hide_of_service(draft, service, flag.field)


def _number_without(phone: Phone, field: Field) -> Phone:
    """The number without its hours, or kept from citizens altogether."""
    if field is Field.HOURS:
        return replace(phone, schedule=UNKNOWN_HOURS)
    return replace(phone, schedule=UNKNOWN_HOURS, verified=False)


def _hide_of_place(draft: Draft, place: Location, field: Field) -> None:
    match field:
        case Field.HOURS:
            draft.put_place(replace(place, schedule=UNKNOWN_HOURS))
        case Field.ADDRESS:
            draft.put_place(_without_address(place))
            draft.leave_out(place.id)
        case Field.CLOSED:
            note = together((place.note, PLACE_MAY_BE_CLOSED))
            draft.put_place(replace(place, schedule=UNKNOWN_HOURS, note=note))
            for service in draft.leave_out(place.id):
                draft.tell(service, PLACE_MAY_BE_CLOSED)
        case _:
            draft.put_place(replace(place, note=together((place.note, BEING_CHECKED[field]))))


def _without_address(place: Location) -> Location:
    """The place by its name and town alone; neither its hours nor its way are told without an address."""
    return replace(place, address_1="", postal_code="", latitude=None, longitude=None, schedule=UNKNOWN_HOURS)


def _hide_of_service(draft: Draft, service: Service, field: Field) -> None:
    match field:
        case Field.CLOSED:
            draft.close(service.id)
            draft.tell(service.id, MAY_BE_CLOSED)
            return
        case Field.PHONE:
            draft.put_service(replace(service, phones=()))
        case Field.ADDRESS:
            draft.put_service(replace(service, locations=(), mail_address=""))
        case Field.ELIGIBILITY:
            draft.put_service(replace(service, eligibility=ALWAYS))
        case Field.FEE:
            draft.put_service(replace(service, costs=(_UNKNOWN_COST,)))
        case Field.WEB:
            draft.put_service(replace(service, url=None))
        case Field.HOURS | Field.DOCUMENTS | Field.TRANSLATION | Field.OTHER:
            pass
    draft.tell(service.id, BEING_CHECKED[field])


_UNKNOWN_COST = CostOption(text("", ""), None, "CAD", "", Confidence.LOW)

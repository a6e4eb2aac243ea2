"""What the catalogue says of one thing, in a form that can be kept beside a flag and compared with a later edition."""

from kiosk.catalogue.lifelines import LIFELINES
from kiosk.catalogue.model import Catalogue, LocationId, PhoneId, Service, ServiceId
from kiosk.catalogue.telling import told_by
from kiosk.counter.corrections.values import About, Field, Subject

_LIFELINE_SERVICES = frozenset(line.service for line in LIFELINES)
_LIFELINE_PHONES = frozenset(line.phone for line in LIFELINES)


def is_known(catalogue: Catalogue, subject: Subject) -> bool:
    """Tell whether the catalogue still has the entry."""
    match subject.about:
        case About.SERVICE:
            return subject.id in catalogue.services
        case About.PLACE:
            return subject.id in catalogue.locations
        case About.NUMBER:
            return subject.id in catalogue.phones


def is_lifeline(subject: Subject) -> bool:
    """Tell whether it is one of the urgent numbers, which no flag hides and no correction replaces."""
    if subject.about is About.NUMBER:
        return subject.id in _LIFELINE_PHONES
    return subject.about is About.SERVICE and subject.id in _LIFELINE_SERVICES


def base_of(catalogue: Catalogue, subject: Subject, field: Field) -> str:
    """What the catalogue says of it, as JSON; empty when it has no such entry. Equal texts say the same."""
    if not is_known(catalogue, subject):
        return ""
    return told_by(_fact(catalogue, subject, field))


def _fact(catalogue: Catalogue, subject: Subject, field: Field) -> object:
    match subject.about:
        case About.NUMBER:
            phone = catalogue.phones[PhoneId(subject.id)]
            whole = (phone.number, phone.number_fr, phone.number_tty, phone.toll_free_or_local, phone.verified)
            return phone.schedule if field is Field.HOURS else whole
        case About.PLACE:
            place = catalogue.locations[LocationId(subject.id)]
            match field:
                case Field.HOURS | Field.CLOSED:
                    return place.schedule
                case Field.ADDRESS:
                    return place.address_1, place.city, place.postal_code, place.verified
                case _:
                    return place.name, place.note, place.schedule, place.address_1, place.city
        case About.SERVICE:
            return _fact_of_service(catalogue, catalogue.services[ServiceId(subject.id)], field)


def _fact_of_service(catalogue: Catalogue, service: Service, field: Field) -> object:
    match field:
        case Field.HOURS:
            lines = [catalogue.phones[phone].schedule for phone in service.phones]
            return [catalogue.locations[place].schedule for place in service.locations], lines
        case Field.PHONE:
            return [(catalogue.phones[phone].number, catalogue.phones[phone].number_fr) for phone in service.phones]
        case Field.ADDRESS:
            places = [catalogue.locations[place] for place in service.locations]
            return [(place.address_1, place.city) for place in places]
        case Field.DOCUMENTS:
            return service.requirements
        case Field.ELIGIBILITY:
            return service.eligibility
        case Field.CLOSED:
            return service.channels, service.locations
        case Field.TRANSLATION:
            return service.name, service.gives, service.say
        case Field.FEE:
            return service.costs, service.amounts
        case Field.WEB:
            return service.url
        case Field.OTHER:
            return service.name, service.gives, service.processing_time, service.deadlines

"""Which numbers and places a slip may print: none in doubt, no shelter's address, no place of a discreet service."""

from collections.abc import Mapping

from kiosk.catalogue.doubts import hides_places, printable_phone
from kiosk.catalogue.model import Catalogue, ChannelType, Location, LocationId, Phone, Service, ServiceId
from kiosk.planning.plan import PlannedStep

_EMERGENCY = "911"


def phone_of(catalogue: Catalogue, service: Service, location: Location | None = None) -> Phone | None:
    """The first number that may be printed, of the service or else of the place; 911 only when it is the only one."""
    ids = (*service.phones, *(location.phones if location else ()))
    certain = [catalogue.phones[phone] for phone in ids if printable_phone(catalogue.phones[phone])]
    return min(certain, key=lambda phone: phone.number == _EMERGENCY, default=None)


def place_of(
    catalogue: Catalogue, service: Service, step: PlannedStep, places: Mapping[ServiceId, LocationId]
) -> Location | None:
    """Where the step is done in person, when its place may be named at all."""
    if hides_places(service) or ChannelType.IN_PERSON not in service.channels:
        return None
    chosen = places.get(service.id, step.location)
    if chosen not in service.locations:
        chosen = step.location
    return catalogue.locations[chosen] if chosen is not None else None

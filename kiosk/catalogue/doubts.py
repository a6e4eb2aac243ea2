"""What nobody has verified, and what is told by voice only: what of a number or a place citizens may have.

The screens put it in words in `kiosk.wording.places`; paper and codes ask here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kiosk.catalogue.model import Catalogue, Location, Phone, Service
from kiosk.catalogue.text import Text

_SHELTERS = frozenset({"emergency-shelter"})


class DoubtOn(Enum):
    """What sort of fact a doubt is about."""

    NUMBER = "number"
    ADDRESS = "address"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to verify: `id` is that of the number, place or service; `question` is None when all of it is."""

    on: DoubtOn
    id: str
    name: Text
    question: Text | None = None


def printable_phone(phone: Phone) -> bool:
    """Tell whether citizens may have the number: on a screen, on paper or in a code."""
    return phone.verified


def printable_address(location: Location) -> bool:
    """Tell whether the address may leave on paper or in a code; a place without one has nothing to print.

    A screen shows one that nobody has checked, with a mark.
    """
    return location.verified and bool(location.address_1)


def hides_places(service: Service) -> bool:
    """Tell whether its places are never named: those of a discreet service, or of one where people sleep."""
    return service.discreet or is_shelter(service)


def is_shelter(service: Service) -> bool:
    """Tell whether people sleep there: the address of such a place is given by voice only."""
    return not _SHELTERS.isdisjoint(service.taxonomy_terms)


def doubts(catalogue: Catalogue) -> Iterator[Doubt]:
    """Everything to verify: numbers, then addresses, then services."""
    for phone in catalogue.phones.values():
        yield from _of(DoubtOn.NUMBER, phone.id, phone.description, phone.to_verify, whole=not phone.verified)
    for location in catalogue.locations.values():
        yield from _of(DoubtOn.ADDRESS, location.id, location.name, location.to_verify, whole=not location.verified)
    for service in catalogue.services.values():
        yield from _of(DoubtOn.SERVICE, service.id, service.name, service.to_verify, whole=False)


def _of(on: DoubtOn, name: str, title: Text, questions: tuple[Text, ...], *, whole: bool) -> Iterator[Doubt]:
    if whole and not questions:
        yield Doubt(on, name, title)
    for question in questions:
        yield Doubt(on, name, title, question)

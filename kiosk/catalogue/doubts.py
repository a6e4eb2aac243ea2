"""What nobody has verified: staff see it marked, and it is never printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kiosk.catalogue.model import Catalogue, Location, Phone
from kiosk.catalogue.text import Text


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
    """Tell whether the number may leave on paper or in a code."""
    return phone.verified


def printable_address(location: Location) -> bool:
    """Tell whether the address may leave on paper or in a code; a place without one has nothing to print."""
    return location.verified and bool(location.address_1)


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

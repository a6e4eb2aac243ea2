"""What a slip says of a service, in parts that can change one by one, each with a fingerprint to compare by."""

import hashlib
from collections.abc import Iterator
from enum import StrEnum

from kiosk.catalogue.model import Catalogue, Service, ServiceId, Step
from kiosk.catalogue.telling import told_by

SCHEME = 1
"""Counted up whenever fingerprints are made otherwise: those of another scheme are not compared."""

PRINT_BYTES = 6
"""One change in 2**48 would go unnoticed."""


class Aspect(StrEnum):
    """A part of what is said of a service. The order is that of the fingerprints: add at the end."""

    HOURS = "hours"
    PHONE = "phone"
    ADDRESS = "address"
    PAPERS = "papers"
    WHO = "who"
    FEES = "fees"
    WEB = "web"
    DATES = "dates"
    CLOSED = "closed"


Prints = bytes
"""The fingerprints of one service: `PRINT_BYTES` for each `Aspect`, in order."""


def prints_of(catalogue: Catalogue) -> dict[int, Prints]:
    """The fingerprints of every service, by its number."""
    steps: dict[ServiceId, list[Step]] = {}
    for bundle in catalogue.bundles.values():
        for step in bundle.steps:
            if step.service is not None:
                steps.setdefault(step.service, []).append(step)
    return {
        service.number: b"".join(_print(part) for part in _parts(catalogue, service, steps.get(service.id, [])))
        for service in catalogue.services.values()
    }


def differing(before: Prints, now: Prints) -> tuple[Aspect, ...]:
    """The parts that two fingerprints of one service differ in."""
    places = ((aspect, place * PRINT_BYTES) for place, aspect in enumerate(Aspect))
    return tuple(
        aspect for aspect, start in places if before[start : start + PRINT_BYTES] != now[start : start + PRINT_BYTES]
    )


def _parts(catalogue: Catalogue, service: Service, steps: list[Step]) -> Iterator[object]:
    """What each `Aspect` is about, in order. Doubts, notes and sources are not: they change nothing for the person."""
    places = [catalogue.locations[place] for place in service.locations]
    lines = [catalogue.phones[phone] for phone in service.phones]
    yield [place.schedule for place in places], [line.schedule for line in lines]
    yield [(line.number, line.number_fr, line.number_tty, line.toll_free_or_local) for line in lines]
    yield [(place.address_1, place.city, place.postal_code) for place in places], service.mail_address
    yield service.requirements, [step.papers for step in steps if step.papers is not None]
    yield service.eligibility
    yield [(cost.option, cost.amount, cost.currency) for cost in service.costs], service.amounts
    yield service.url
    yield service.deadlines, [step.timing for step in steps if step.timing is not None]
    yield bool(service.channels)


def _print(part: object) -> bytes:
    return hashlib.sha256(told_by(part).encode()).digest()[:PRINT_BYTES]

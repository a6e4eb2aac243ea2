"""Ways to reach a service that lead nowhere: channels, numbers, addresses, pages and hours."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.catalogue.areas import AREAS
from kiosk.catalogue.compiling.places import owners_of_phones
from kiosk.catalogue.faults import Fault, Severity
from kiosk.catalogue.hours import HoursError
from kiosk.catalogue.model import ChannelType
from kiosk.catalogue.said import SPOKEN
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.files import Step
from kiosk.catalogue.sources.hours import observance, schedule_of
from kiosk.catalogue.sources.shapes import LocationShape, OrganizationShape, ServiceShape
from kiosk.languages.sentences import sentence

_NUMBER = re.compile(r"\d{3}|(1-)?[2-9]\d{2}-[2-9]\d{2}-\d{4}")
_POSTAL_CODE = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d")
_PAGE = re.compile(r"https?://[^\s/]+\.[^\s]+")
_LATITUDES, _LONGITUDES = (41.6, 83.2), (-141.1, -52.5)  # Canada


def contact_faults(sources: Sources) -> Iterator[Fault]:
    """Everything wrong with how a service, an organization or a place is reached."""
    organizations = {entry.value.id: entry.value for entry in sources.organizations}
    for service in sources.services:
        yield from _channels(sources, service)
        yield from _pages(service, service.value.url, "url")
        yield from _languages(service, service.value.languages)
        if service.value.service_area not in AREAS:
            message = sentence(
                "`{area}` is no area: use one of {all}", area=service.value.service_area, all=", ".join(AREAS)
            )
            yield service.fault(message, "service_area")
    for organization in sources.organizations:
        yield from _pages(organization, organization.value.website, "website")
        try:
            observance(None, organization.value)
        except HoursError as error:
            yield organization.fault(error.what, "observes")
    yield from _numbers(sources)
    for location in sources.locations:
        yield from _of_location(location, organizations)


def _channels(sources: Sources, entry: Entry[ServiceShape]) -> Iterator[Fault]:
    service = entry.value
    if not service.channels:
        message = sentence("this service has no channel: say how to reach it, such as [phone, in_person]")
        yield entry.fault(message, "channels")
    if len(set(service.channels)) < len(service.channels):
        yield entry.fault(sentence("a channel is written twice: keep one"), "channels")
    if ChannelType.PHONE in service.channels and not service.phones:
        message = sentence("the phone channel needs a number: add `phones:`, or take phone out of channels")
        yield entry.fault(message, "channels")
    if ChannelType.ONLINE in service.channels and not service.url:
        message = sentence("the online channel needs a page: add `url:`, or take online out of channels")
        yield entry.fault(message, "channels")
    if ChannelType.IN_PERSON in service.channels and not (
        sources.locations_of(service) or service.phones or service.url
    ):
        message = sentence("nothing says where this is given in person: add `locations:` or a phone")
        yield entry.fault(message, "channels")
    if service.automatic and service.required_documents:
        message = sentence("this happens by itself, yet it asks for papers: one of the two is wrong")
        yield Fault(entry.at("required_documents"), message, Severity.WARNING)


def _numbers(sources: Sources) -> Iterator[Fault]:
    owners = owners_of_phones(sources)
    for entry in sources.phones:
        phone = entry.value
        for field in ("number", "number_fr", "number_tty", "toll_free_or_local"):
            number: str = getattr(phone, field)
            if (number or field == "number") and not _NUMBER.fullmatch(number):
                message = sentence(
                    "`{number}` is no telephone number: write it like 902-555-0123 or 211", number=number
                )
                yield entry.fault(message, field)
        try:
            schedule_of(phone, owners.get(phone.id))
        except HoursError as error:
            message = sentence("{problem}; leave `hours:` out when they are not known", problem=error.what)
            yield entry.fault(message, "hours")


def _of_location(entry: Entry[LocationShape], organizations: Mapping[str, OrganizationShape]) -> Iterator[Fault]:
    location = entry.value
    owner = organizations.get(location.organization)
    if location.address and location.address.postal_code and not _POSTAL_CODE.fullmatch(location.address.postal_code):
        message = sentence("`{code}` is no postal code: write it like B3J 3N8", code=location.address.postal_code)
        yield entry.fault(message, "address", "postal_code")
    yield from _languages(entry, location.languages)
    yield from _coordinates(entry)
    try:
        schedule_of(location, owner)
    except HoursError as error:
        yield entry.fault(error.what, "opening_hours" if location.opening_hours else "schedule")


def _coordinates(entry: Entry[LocationShape]) -> Iterator[Fault]:
    location = entry.value
    latitude, longitude = location.latitude, location.longitude
    if (latitude is None) != (longitude is None):
        yield entry.fault(sentence("a place has both latitude and longitude, or neither"), "latitude")
    if latitude is None or longitude is None:
        return
    if not (_LATITUDES[0] < latitude < _LATITUDES[1] and _LONGITUDES[0] < longitude < _LONGITUDES[1]):
        message = sentence("these coordinates are not in Canada: the longitude is negative here")
        yield entry.fault(message, "latitude")
    if not location.coordinate_precision_m:
        message = sentence(
            "coordinates need `coordinate_precision_m:`, the radius in metres within which they are right"
        )
        yield entry.fault(message, "latitude")


def _pages(entry: Entry[Any], pages: Mapping[str, str] | None, field: str) -> Iterator[Fault]:
    for language, page in (pages or {}).items():
        if page and not _PAGE.fullmatch(page):
            message = sentence("`{page}` is no web address: begin it with https://", page=page)
            yield entry.fault(message, field, language)


def _languages(entry: Entry[Any], codes: list[str], *path: Step) -> Iterator[Fault]:
    for code in codes:
        if code not in SPOKEN:
            message = sentence(
                "`{code}` is not a language we name: use one of {all}, or add it to areas.py",
                code=code,
                all=", ".join(SPOKEN),
            )
            yield entry.fault(message, *(path or ("languages",)))

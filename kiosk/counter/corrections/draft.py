"""A catalogue while flags and corrections are laid over it: only what they touch is copied."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from kiosk.catalogue.model import (
    Catalogue,
    Door,
    Location,
    LocationId,
    Phone,
    PhoneId,
    Service,
    ServiceId,
)
from kiosk.catalogue.text import Text, together


class Draft:
    """Takes changes one by one; `finished` gives the catalogue that they make."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._services: dict[ServiceId, Service] = {}
        self._locations: dict[LocationId, Location] = {}
        self._phones: dict[PhoneId, Phone] = {}
        self._notices: defaultdict[ServiceId, list[Text]] = defaultdict(list)
        self._closed: dict[ServiceId, None] = {}
        self._closed_places: dict[LocationId, None] = {}

    def service(self, service: ServiceId) -> Service | None:
        """The service as it stands now; None when there is none."""
        return self._services.get(service) or self._catalogue.services.get(service)

    def place(self, place: LocationId) -> Location | None:
        """The place as it stands now; None when there is none."""
        return self._locations.get(place) or self._catalogue.locations.get(place)

    def phone(self, phone: PhoneId) -> Phone | None:
        """The number as it stands now; None when there is none."""
        return self._phones.get(phone) or self._catalogue.phones.get(phone)

    def put_service(self, service: Service) -> None:
        """Put `service` in place of the one with its id."""
        self._services[service.id] = service

    def put_place(self, place: Location) -> None:
        """Put `place` in place of the one with its id."""
        self._locations[place.id] = place

    def put_phone(self, phone: Phone) -> None:
        """Put `phone` in place of the one with its id."""
        self._phones[phone.id] = phone

    def tell(self, service: ServiceId, notice: Text) -> None:
        """Have the page and the slip of `service` say this first."""
        self._notices[service].append(notice)

    def note_for_staff(self, service: ServiceId, note: Text) -> None:
        """Have the counter, and nobody else, read this of `service`."""
        told = self.service(service)
        if told is not None:
            self.put_service(replace(told, staff_notes=(*told.staff_notes, note)))

    def close(self, service: ServiceId) -> None:
        """Leave no way to reach the service: plans do without it, or have it asked about."""
        self._closed[service] = None

    def leave_out(self, place: LocationId) -> tuple[ServiceId, ...]:
        """Take the place from every service that has another; those that have no other keep it, and are returned."""
        self._closed_places[place] = None
        only = []
        for service in self._given_at.get(place, ()):
            others = tuple(other for other in self._now(service).locations if other not in self._closed_places)
            if others:
                self.put_service(replace(self._now(service), locations=others))
            else:
                only.append(service)
        return tuple(only)

    def finished(self) -> Catalogue:
        """The catalogue with every change; the very same one when there was none."""
        for service in self._closed:
            self.put_service(_without_ways(self._now(service)))
        for service, notices in self._notices.items():
            told = self._now(service)
            self.put_service(replace(told, notice=together((told.notice, *notices))))
        base = self._catalogue
        if not (self._services or self._locations or self._phones):
            return base
        catalogue = replace(
            base,
            services=MappingProxyType({**base.services, **self._services}) if self._services else base.services,
            locations=MappingProxyType({**base.locations, **self._locations}) if self._locations else base.locations,
            phones=MappingProxyType({**base.phones, **self._phones}) if self._phones else base.phones,
        )
        if not self._closed:
            return catalogue
        return replace(catalogue, doors=tuple(_open_door(door, self._closed.keys()) for door in base.doors))

    def _now(self, service: ServiceId) -> Service:
        return self._services.get(service) or self._catalogue.services[service]

    @cached_property
    def _given_at(self) -> dict[LocationId, list[ServiceId]]:
        found: defaultdict[LocationId, list[ServiceId]] = defaultdict(list)
        for service in self._catalogue.services.values():
            for place in service.locations:
                found[place].append(service.id)
        return dict(found)


def _without_ways(service: Service) -> Service:
    """A closed service: its name and what it asks for, and no way to reach it, which is how planning knows it."""
    return replace(service, channels=(), phones=(), locations=(), url=None, mail_address="")


def _open_door(door: Door, gone: Container[ServiceId]) -> Door:
    """An urgent door without what has closed; one that would open on nothing stays as it is."""
    kept = tuple(service for service in door.services if service not in gone)
    return replace(door, services=kept) if kept and len(kept) < len(door.services) else door

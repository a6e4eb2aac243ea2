"""A catalogue while flags and corrections are laid over it: only what they touch is copied."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from kiosk.catalogue.conditions import ALWAYS, FactId, comparisons
from kiosk.catalogue.model import (
    Bundle,
    Catalogue,
    Door,
    Location,
    LocationId,
    Phone,
    PhoneId,
    Service,
    ServiceId,
    Step,
    StepLevel,
    StepList,
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

    def close(self, service: ServiceId) -> None:
        """Leave the service out of plans."""
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
        return _without_closed(catalogue, self._closed.keys()) if self._closed else catalogue

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
    """A closed service: its name and what it asks for, and no way to reach it."""
    return replace(service, channels=(), phones=(), locations=(), url=None, mail_address="")


def _without_closed(catalogue: Catalogue, closed: Iterable[ServiceId]) -> Catalogue:
    gone = frozenset(closed)
    bundles = {bundle.id: _open_steps(catalogue, bundle, gone) for bundle in catalogue.bundles.values()}
    doors = tuple(_open_door(door, gone) for door in catalogue.doors)
    return replace(catalogue, bundles=MappingProxyType(bundles), doors=doors)


def _open_steps(catalogue: Catalogue, bundle: Bundle, gone: frozenset[ServiceId]) -> Bundle:
    """The bundle without the steps of closed services.

    A step that one must take stays, to be asked about: who is not told of it misses it. So does every step where
    without them nothing would be left that everybody in the situation has to do.
    """
    kept = tuple(step for step in bundle.steps if step.service not in gone or step.level is StepLevel.MUST)
    asked = frozenset((*bundle.questions, *bundle.optional_questions))
    if len(kept) == len(bundle.steps) or not any(_is_for_all(catalogue, step, asked) for step in kept):
        return bundle
    return replace(bundle, steps=kept)


def _is_for_all(catalogue: Catalogue, step: Step, asked: frozenset[FactId]) -> bool:
    """Tell whether it is something to do that no answer to the bundle's questions can rule out."""
    service = catalogue.services[step.service] if step.service else None
    to_do = step.level is not StepLevel.MAY and step.shown_in in (None, StepList.TO_DO)
    if step.when != ALWAYS or not to_do or (service and service.automatic):
        return False
    held = service.eligibility if service else ALWAYS
    return not any(comparison.required and comparison.fact in asked for comparison in comparisons(held))


def _open_door(door: Door, gone: frozenset[ServiceId]) -> Door:
    """An urgent door without what has closed; one that would open on nothing stays as it is."""
    kept = tuple(service for service in door.services if service not in gone)
    return replace(door, services=kept) if kept and len(kept) < len(door.services) else door

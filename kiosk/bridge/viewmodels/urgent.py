"""Help right now: four doors, the numbers behind them, and the lifelines that need no catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.home import door_called, taking_up
from kiosk.catalogue.hours import Open, opening_at
from kiosk.catalogue.hours.wording import opening_words
from kiosk.catalogue.lifelines import LIFELINES
from kiosk.catalogue.model import Catalogue, Location, Phone, Service
from kiosk.languages import Messages
from kiosk.languages.formats import distance
from kiosk.planning import Here
from kiosk.planning.places import Places
from kiosk.visit.visit import Page, going_to, only_about
from kiosk.wording.places import ask_for_number, numbers, shown_phones, whereabouts

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class UrgentDoor:
    """One of the four doors."""

    door: str
    label: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One number or address to go to now. `tone` is good when it is open, calm otherwise.

    `place` is its address, or which line the number is when it is not the service's own. `doubt` marks an address
    that nobody has checked, or says what to do where number or address cannot be shown.
    """

    name: str
    number: str
    place: str
    opening: str
    tone: str
    doubt: str


def doors_of(catalogue: Catalogue, language: str) -> tuple[UrgentDoor, ...]:
    """The urgent doors, in the editors' order."""
    return tuple(
        UrgentDoor(door.id, door.label.to(language), door.icon) for door in catalogue.doors if door.kind == "urgent"
    )


def lifelines(messages: Messages) -> tuple[Contact, ...]:
    """The numbers that are compiled in, day and night, for when nothing else can be read."""
    return tuple(
        Contact(
            name=line.name.to(messages.language),
            number=line.number,
            place="",
            opening=messages.gettext("Day and night, call or text")
            if line.by_text
            else messages.gettext("Day and night"),
            tone="good",
            doubt="",
        )
        for line in LIFELINES
    )


def contacts_of(
    messages: Messages, catalogue: Catalogue, door: str, now: datetime, zone: ZoneInfo, here: Here | None
) -> tuple[Contact, ...]:
    """What is behind a door: lines first, then places, those open now first and the nearest of them before others."""
    services = [catalogue.services[service] for service in door_called(catalogue, door).services]
    lines = [
        _line(messages, service, [catalogue.phones[phone] for phone in service.phones], now, zone)
        for service in services
        if service.phones and not service.locations
    ]
    places = Places(catalogue, here, now)
    found: dict[str, tuple[tuple[bool, float], Contact]] = {}
    for service in services:
        for location_id in service.locations:
            location = catalogue.locations[location_id]
            is_open = isinstance(opening_at(location.schedule, now, zone), Open)
            rank = (not is_open, places.how_far(location_id))
            contact = _place(messages, catalogue, service, location, now, zone, places.distance(location_id))
            found.setdefault(location_id, (rank, contact))
    near = [contact for _rank, contact in sorted(found.values(), key=lambda entry: entry[0])]
    return (*near, *lines) if near else tuple(lines)


def _line(messages: Messages, service: Service, phones: Sequence[Phone], now: datetime, zone: ZoneInfo) -> Contact:
    name, shown = service.name.to(messages.language), shown_phones(phones)
    if not shown:
        return Contact(name, number="", place="", opening="", tone="calm", doubt=ask_for_number(messages))
    phone = shown[0]
    opening = opening_at(phone.schedule, now, zone)
    return Contact(
        name=name,
        number=numbers(messages, phone),
        place="" if phone is phones[0] else phone.description.to(messages.language),
        opening=opening_words(messages, opening, now.date()),
        tone="good" if isinstance(opening, Open) else "calm",
        doubt="",
    )


def _place(
    messages: Messages,
    catalogue: Catalogue,
    service: Service,
    location: Location,
    now: datetime,
    zone: ZoneInfo,
    metres: int | None,
) -> Contact:
    opening = opening_at(location.schedule, now, zone)
    phones = shown_phones(catalogue.phones[phone] for phone in (*location.phones, *service.phones))
    where = whereabouts(messages, service, location)
    far = "" if metres is None or not where.address else distance(messages, metres)
    return Contact(
        name=location.name.to(messages.language),
        number=numbers(messages, phones[0]) if phones else "",
        place=" · ".join(part for part in (where.address, far) if part),
        opening=opening_words(messages, opening, now.date()),
        tone="good" if isinstance(opening, Open) else "calm",
        doubt=where.mark or where.instead or ("" if phones else ask_for_number(messages)),
    )


@QmlElement
@QmlUncreatable("made by the application")
class UrgentViewModel(QObject):  # type: ignore[operator]
    """Shows the four doors, then what is behind the one that is touched; no question is asked."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._door = ""
        self._title = ""
        self._doors = Rows(UrgentDoor, self)
        self._contacts = Rows(Contact, self)
        self._lifelines = Rows(Contact, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The head of the page."""
        return self._title

    @Property(bool, notify=changed)
    def atDoors(self) -> bool:
        """Whether the four doors are shown, and not yet what is behind one."""
        return self._door == ""

    @Property(bool, notify=changed)
    def hasPlan(self) -> bool:
        """Whether there is a whole plan for this need, for whoever has time."""
        return self._door != "" and bool(door_called(self._session.catalogue, self._door).bundles)

    @Property(Rows, constant=True)
    def doors(self) -> Rows:
        """The doors; roles door, label, symbol."""
        return self._doors

    @Property(Rows, constant=True)
    def contacts(self) -> Rows:
        """Numbers and places; roles name, number, place, opening, tone, doubt."""
        return self._contacts

    @Property(Rows, constant=True)
    def lifelines(self) -> Rows:
        """The numbers of day and night; the same roles."""
        return self._lifelines

    @Slot(str)
    def open(self, door: str) -> None:
        """What is behind a door."""
        self._session.do(lambda visit: going_to(visit, Page.URGENT, door))

    @Slot()
    def openPlan(self) -> None:
        """The whole plan for this need."""
        bundle = door_called(self._session.catalogue, self._door).bundles[0]
        plan = self._session.plan_of(only_about(self._session.visit, bundle))
        self._session.do(lambda visit: taking_up(visit, bundle, plan))

    def _forget(self) -> None:
        self._door = self._title = ""
        self._contacts.show(())
        self.changed.emit()

    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.URGENT:
            self._forget()
            return
        self._door = session.visit.here.subject
        messages, catalogue = session.messages, session.catalogue
        site = session.site
        self._title = (
            door_called(catalogue, self._door).label.to(messages.language)
            if self._door
            else messages.gettext("I need help right now")
        )
        self._doors.show(doors_of(catalogue, messages.language))
        self._lifelines.show(lifelines(messages))
        self._contacts.show(
            contacts_of(
                messages,
                catalogue,
                self._door,
                session.now(),
                ZoneInfo(site.timezone),
                Here(site.latitude, site.longitude),
            )
            if self._door
            else ()
        )
        self.changed.emit()

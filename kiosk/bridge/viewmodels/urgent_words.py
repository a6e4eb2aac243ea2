"""What stands behind an urgent door: places to go to now, later and tomorrow, those to call first, and numbers.

Nothing here needs a network, and without a catalogue the lifelines stand alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours import Closed, Open, Opening, opening_at
from kiosk.catalogue.hours.wording import opening_words
from kiosk.catalogue.lifelines import LIFELINES, NEEDS, Lifeline
from kiosk.catalogue.model import Catalogue, ChannelType, Door, Location, LocationId, Phone, Service
from kiosk.languages import Messages
from kiosk.languages.formats import beside, distance, listing
from kiosk.planning import Here
from kiosk.planning.places import Places
from kiosk.wording.places import ask_for_number, numbers, shown_phones, whereabouts
from kiosk.wording.way.words import on_foot


@dataclass(frozen=True, slots=True)
class UrgentDoor:
    """One of the urgent doors."""

    door: str
    label: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One number or address to go to now. `tone` is good when it is open, calm otherwise.

    `what` is the help there. `place` is its address with how far it is, or which line the number is when it is not
    the service's own. `bring` names the papers that may be asked for. `doubt` marks an address that nobody has
    checked, or says what to do where number or address cannot be shown.
    """

    name: str
    number: str
    place: str = ""
    opening: str = ""
    tone: str = "calm"
    doubt: str = ""
    what: str = ""
    bring: str = ""


class When(IntEnum):
    """When somebody can walk in; CALL is a place that wants to be called first, or whose hours nobody wrote."""

    NOW = 0
    LATER_TODAY = 1
    TOMORROW = 2
    CALL = 3
    BY_PHONE = 4
    ANOTHER_DAY = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Contacts under one head; the head is empty where all that there is are numbers."""

    when: When
    title: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """All that stands behind one door. `closed` and `next_opening` are empty while one can walk in somewhere."""

    groups: tuple[Group, ...]
    closed: str = ""
    next_opening: str = ""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """All of them, in the order shown."""
        return tuple(contact for group in self.groups for contact in group.contacts)


@dataclass(frozen=True, slots=True)
class _Place:
    """One place as it is ranked: `opens` is the day and hour of its next opening."""

    when: When
    metres: float
    opens: datetime | None
    is_open: bool
    contact: Contact

    @property
    def rank(self) -> tuple[bool, float, float]:
        """What comes first within a group: what is open, then what opens soonest, then the nearest."""
        return not self.is_open, self.opens.timestamp() if self.opens else float("inf"), self.metres


@dataclass(frozen=True, slots=True)
class _Telling:
    """Whom it is told to, when and where."""

    messages: Messages
    catalogue: Catalogue
    now: datetime
    zone: ZoneInfo
    places: Places
    town: str


def doors_of(catalogue: Catalogue, language: str) -> tuple[UrgentDoor, ...]:
    """The urgent doors in the editors' order; those of the program where there is no catalogue."""
    doors = tuple(
        UrgentDoor(door.id, door.label.to(language), door.icon) for door in catalogue.doors if door.kind == "urgent"
    )
    return doors or tuple(UrgentDoor(need.door, need.label.to(language), need.icon) for need in NEEDS)


def title_of(catalogue: Catalogue, door: str, language: str) -> str:
    """The name of an urgent door; empty when there is no such door."""
    return next((known.label for known in doors_of(catalogue, language) if known.door == door), "")


def lifelines(messages: Messages) -> tuple[Contact, ...]:
    """The numbers that are compiled in, day and night, for when nothing else can be read."""
    return tuple(_lifeline(messages, line) for line in LIFELINES)


def behind(
    messages: Messages, catalogue: Catalogue, door_id: str, now: datetime, zone: ZoneInfo, here: Here | None
) -> Behind:
    """What is behind a door: where one can walk in, soonest and nearest first, whom to call first, and numbers."""
    door = next((door for door in catalogue.doors if door.id == door_id), None)
    if door is None:
        return Behind(_without_catalogue(messages, door_id))
    places = Places(catalogue, here, now)
    telling = _Telling(messages, catalogue, now.astimezone(zone), zone, places, _town(catalogue, places))
    services = [catalogue.services[service] for service in door.services]
    near = list(_places(telling, services))
    lines = tuple(_line(telling, service) for service in services if service.phones and not service.locations)
    calls_first = bool(services) and not _walk_in(services[0])
    groups = _grouped(messages, near, lines, calls_first=calls_first)
    if not near or calls_first or any(place.when is When.NOW for place in near):
        return Behind(groups)
    return Behind(groups, messages.gettext("You cannot walk in anywhere right now."), _next_opening(messages, near))


def door_bundle(catalogue: Catalogue, door_id: str) -> Door | None:
    """The door, where a whole plan can be made for its need."""
    return next((door for door in catalogue.doors if door.id == door_id and door.bundles), None)


def _without_catalogue(messages: Messages, door_id: str) -> tuple[Group, ...]:
    known = {line.service: line for line in LIFELINES}
    need = next((need for need in NEEDS if need.door == door_id), None)
    wanted = [known[service] for service in need.lifelines] if need else list(LIFELINES)
    return (Group(When.BY_PHONE, "", tuple(_lifeline(messages, line) for line in wanted)),)


def _lifeline(messages: Messages, line: Lifeline) -> Contact:
    by_text = messages.gettext("Day and night, call or text")
    opening = by_text if line.by_text else messages.gettext("Day and night")
    return Contact(line.name.to(messages.language), line.number, opening=opening, tone="good")


def _places(telling: _Telling, services: Sequence[Service]) -> Iterator[_Place]:
    """Each place once, as the service that is most its own gives help there."""
    found: dict[LocationId, Service] = {}
    for service in sorted(services, key=lambda service: len(service.locations)):
        for location in service.locations:
            found.setdefault(location, service)
    for location, service in found.items():
        yield _place(telling, service, telling.catalogue.locations[location])


def _place(telling: _Telling, service: Service, location: Location) -> _Place:
    messages, today = telling.messages, telling.now.date()
    opening = opening_at(location.schedule, telling.now, telling.zone)
    phones = shown_phones(telling.catalogue.phones[phone] for phone in (*location.phones, *service.phones))
    where = whereabouts(messages, service, location)
    name = service.name if service.discreet else location.name
    what = service.name.to(messages.language)
    contact = Contact(
        name=name.to(messages.language),
        number=numbers(messages, phones[0]) if phones else "",
        place=beside(messages, (where.address, _far(telling, location) if where.address else "")),
        opening=opening_words(messages, opening, today),
        tone="good" if isinstance(opening, Open) else "calm",
        doubt=where.mark or where.instead or ("" if phones else ask_for_number(messages)) or _notice(messages, service),
        what="" if service.discreet or what == location.name.to(messages.language) else what,
        bring=_bring(telling, service),
    )
    opens = opening.opens if isinstance(opening, Closed) else None
    when = _when(opening, today) if _walk_in(service) and where.known else When.CALL
    return _Place(when, telling.places.how_far(location.id), opens, isinstance(opening, Open), contact)


def _when(opening: Opening, today: date) -> When:
    match opening:
        case Open():
            return When.NOW
        case Closed(opens_on=day) if day is not None:
            known = {today: When.LATER_TODAY, today + timedelta(days=1): When.TOMORROW}
            return known.get(day, When.ANOTHER_DAY)
        case _:
            return When.CALL


def _walk_in(service: Service) -> bool:
    return ChannelType.IN_PERSON in service.channels


def _grouped(
    messages: Messages, places: Sequence[_Place], lines: tuple[Contact, ...], *, calls_first: bool
) -> tuple[Group, ...]:
    """Where the first help of the door is given by telephone, those to call and the numbers come before the rest."""
    titles = {
        When.NOW: messages.gettext("Open now"),
        When.LATER_TODAY: messages.gettext("Later today"),
        When.TOMORROW: messages.gettext("Tomorrow"),
        When.CALL: messages.gettext("Call first"),
        When.BY_PHONE: messages.gettext("By phone") if places else "",
        When.ANOTHER_DAY: messages.gettext("Another day"),
    }
    by_phone = (When.CALL, When.BY_PHONE)
    order = sorted(When, key=lambda when: (calls_first and when not in by_phone, when))
    found = {when: sorted((p for p in places if p.when is when), key=lambda place: place.rank) for when in When}
    told = {when: lines if when is When.BY_PHONE else tuple(place.contact for place in found[when]) for when in order}
    return tuple(Group(when, titles[when], contacts) for when, contacts in told.items() if contacts)


def _next_opening(messages: Messages, places: Sequence[_Place]) -> str:
    """Which place one can walk into next, and the number that answers until then."""
    until_then = messages.gettext("211 answers day and night.")
    to_come = [place for place in places if place.when is not When.CALL and place.opens is not None]
    if not to_come:
        return until_then
    first = min(to_come, key=lambda place: place.rank).contact
    return f"{messages.gettext('{name}: {opening}').format(name=first.name, opening=first.opening)}\n{until_then}"


def _line(telling: _Telling, service: Service) -> Contact:
    messages = telling.messages
    phones = [telling.catalogue.phones[phone] for phone in service.phones]
    name, shown = service.name.to(messages.language), shown_phones(phones)
    if not shown:
        return Contact(name, "", doubt=ask_for_number(messages))
    phone: Phone = shown[0]
    opening = opening_at(phone.schedule, telling.now, telling.zone)
    return Contact(
        name,
        numbers(messages, phone),
        place="" if phone is phones[0] else phone.description.to(messages.language),
        opening=opening_words(messages, opening, telling.now.date()),
        tone="good" if isinstance(opening, Open) else "calm",
        doubt=_notice(messages, service),
    )


def _notice(messages: Messages, service: Service) -> str:
    """What staff here have put over the service."""
    return service.notice.to(messages.language) if service.notice else ""


def _far(telling: _Telling, location: Location) -> str:
    """`850 m, about 15 min on foot`; no time to another town, for there may be water between."""
    metres = telling.places.distance(location.id)
    if metres is None:
        return ""
    far = distance(telling.messages, metres)
    time = on_foot(telling.messages, metres) if location.city == telling.town else ""
    if not time:
        return far
    return telling.messages.gettext("{distance}, {time} on foot").format(distance=far, time=time)


def _town(catalogue: Catalogue, places: Places) -> str:
    """The town that the kiosk stands in: that of the nearest place; empty when no distance is known."""
    known = [location for location in catalogue.locations.values() if places.distance(location.id) is not None]
    return min(known, key=lambda location: places.how_far(location.id)).city if known else ""


def _bring(telling: _Telling, service: Service) -> str:
    """The papers that the service asks for, as far as the editors wrote any."""
    messages, catalogue = telling.messages, telling.catalogue
    certain = any(requirement.certain for requirement in service.requirements)
    papers = [
        catalogue.documents[requirement.documents[0]].name.to(messages.language)
        for requirement in service.requirements
        if requirement.certain is certain
    ]
    if not papers:
        return ""
    wish = messages.gettext("Bring: {papers}") if certain else messages.gettext("Bring if you have: {papers}")
    return wish.format(papers=listing(messages, papers))

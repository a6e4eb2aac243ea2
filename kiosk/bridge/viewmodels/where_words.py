"""One place of a service, said in full: its hours, how to get in, and the other places there are."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.bridge.viewmodels.hours_ahead import NO_HOURS, HoursAhead, hours_ahead
from kiosk.bridge.viewmodels.step_words import place_for, step_called
from kiosk.bridge.viewmodels.way_words import Way, way_to
from kiosk.bridge.viewmodels.ways import opening_chip
from kiosk.catalogue.coast import Coast, Spot
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import Catalogue, Location, LocationId, Service, ServiceId
from kiosk.config import Site
from kiosk.languages import Messages
from kiosk.planning import Here
from kiosk.planning.places import Places
from kiosk.planning.plan import Plan, PlannedStep
from kiosk.visit.visit import Page, Visit, choosing_place, going_to
from kiosk.wording import places as words

ALL_PLACES = "places"
"""Stands in the subject where a location would, for the list of all places."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place to choose from. `tone` is good when it is open; `chosen` where the plan goes now.

    `mark` stands beside an address that nobody has checked.
    """

    place: str
    label: str
    detail: str
    opening: str
    tone: str
    mark: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know before going."""

    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says. `location` is empty where the page lists every place.

    `mark` stands beside an address that nobody has checked; `doubt` says whom to ask where none can be shown. `way`
    is None where nobody can tell how far the place is.
    """

    step: str = ""
    service: str = ""
    location: str = ""
    above: str = ""
    title: str = ""
    address: str = ""
    way: Way | None = None
    opening: str = ""
    tone: str = "calm"
    mark: str = ""
    doubt: str = ""
    phone: str = ""
    chosen: bool = False
    others: str = ""
    hours: HoursAhead = NO_HOURS
    lines: tuple[Line, ...] = ()
    places: tuple[PlaceRow, ...] = ()


def subject_of(plan: Plan, subject: str) -> tuple[PlannedStep | None, str]:
    """The step that the page is about, and what follows it: a location, `places`, or nothing."""
    whole = step_called(plan, subject)
    if whole is not None:
        return whole, ""
    step, _slash, rest = subject.rpartition("/")
    return step_called(plan, step), rest


def having_chosen(visit: Visit, service: ServiceId, location: LocationId, step: str) -> Visit:
    """The place kept, and back at the step from which the person went to look at places."""
    chosen = choosing_place(visit, service, location)
    kept = chosen.trail
    while len(kept) > 1 and kept[-1].page is Page.WHERE:
        kept = kept[:-1]
    return going_to(replace(chosen, trail=kept), Page.STEP, step)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What every place of one service needs to be told."""

    messages: Messages
    catalogue: Catalogue
    service: Service
    site: Site
    now: datetime
    places: Places
    plan: Plan
    coast: Coast | None


def shown(
    messages: Messages,
    catalogue: Catalogue,
    visit: Visit,
    plan: Plan,
    site: Site,
    now: datetime,
    coast: Coast | None = None,
) -> Shown:
    """What the page says of the place, or of all the places, that the visit stands at."""
    step, rest = subject_of(plan, visit.here.subject)
    if step is None or step.service is None:
        return Shown(title=messages.gettext("This step is not in your plan any more"))
    service = catalogue.services[step.service]
    if hides_places(service) or not service.locations:
        return Shown(step=step.id, title=step.title.to(messages.language), doubt=words.never_shown(messages))
    near = Places(catalogue, Here(site.latitude, site.longitude), now)
    telling = _Telling(messages, catalogue, service, site, now, near, plan, coast)
    current = place_for(catalogue, visit, step) or service.locations[0]
    if rest == ALL_PLACES:
        return _all(telling, step, current)
    asked = LocationId(rest)
    return _one(telling, step, asked if asked in service.locations else current, current)


def _all(telling: _Telling, step: PlannedStep, current: LocationId) -> Shown:
    messages, service = telling.messages, telling.service
    near = sorted(service.locations, key=telling.places.how_far)
    count = len(near)
    return Shown(
        step=step.id,
        service=service.id,
        above=_above(messages, step),
        title=messages.ngettext("{count} place", "{count} places", count).format(count=count),
        address=messages.gettext("The nearest first"),
        places=tuple(_row(telling, telling.catalogue.locations[place], place == current) for place in near),
    )


def _one(telling: _Telling, step: PlannedStep, place: LocationId, current: LocationId) -> Shown:
    messages, service, now = telling.messages, telling.service, telling.now
    location = telling.catalogue.locations[place]
    where = words.whereabouts(messages, service, location)
    opening, tone = opening_chip(messages, location.schedule, now, telling.site.zone) if where.known else ("", "calm")
    others = len(service.locations) - 1
    return Shown(
        step=step.id,
        service=service.id,
        location=place,
        above=_above(messages, step),
        title=location.name.to(messages.language),
        address=where.address,
        way=_way(telling, location) if where.known else None,
        opening=opening or (words.hours_not_known(messages) if where.known else ""),
        tone=tone,
        mark=where.mark,
        doubt=where.instead,
        phone=_phone(telling, location),
        chosen=place == current and others > 0,
        others=messages.ngettext("{count} other place", "{count} other places", others).format(count=others)
        if others
        else "",
        hours=hours_ahead(messages, location.schedule, now, telling.site.zone) if where.known else NO_HOURS,
        lines=_lines(messages, location),
    )


def _way(telling: _Telling, place: Location) -> Way | None:
    site, metres = telling.site, telling.places.distance(place.id)
    here = Spot(site.latitude, site.longitude)
    if metres is None:
        return None
    return way_to(telling.messages, telling.catalogue, telling.plan, here, place, metres, telling.coast)


def _above(messages: Messages, step: PlannedStep) -> str:
    title = step.title.to(messages.language)
    if not step.number:
        return title
    return messages.gettext("Step {number}: {title}").format(number=step.number, title=title)


def _row(telling: _Telling, location: Location, chosen: bool) -> PlaceRow:
    messages = telling.messages
    where = words.whereabouts(messages, telling.service, location)
    opening, tone = "", "calm"
    if where.known:
        opening, tone = opening_chip(messages, location.schedule, telling.now, telling.site.zone)
    return PlaceRow(
        place=location.id,
        label=location.name.to(messages.language),
        detail="\n".join(part for part in (where.address, _far(telling, location.id)) if part),
        opening=opening,
        tone=tone,
        mark=where.mark,
        chosen=chosen,
    )


def _far(telling: _Telling, place: LocationId) -> str:
    words_of_distance = words.away(telling.messages, telling.places.distance(place))
    return words_of_distance[:1].upper() + words_of_distance[1:]


def _phone(telling: _Telling, location: Location) -> str:
    """The number to call in place of going, or whom to ask for it when none has been checked. Of a place that another
    organization runs, its own number comes first: the service's own line cannot say what is given there.
    """
    service, ids = telling.service, (*telling.service.phones, *location.phones)
    if location.organization != service.organization:
        ids = (*location.phones, *service.phones)
    phones = words.shown_phones(telling.catalogue.phones[phone] for phone in ids)
    if phones:
        return words.numbers(telling.messages, phones[0])
    return words.ask_for_number(telling.messages) if ids else ""


def _lines(messages: Messages, location: Location) -> tuple[Line, ...]:
    note = location.note.to(messages.language) if location.note else ""
    lines = (
        Line("wheelchair", words.wheelchair_line(messages, location)),
        Line("parking", words.parking_line(messages, location)),
        Line("language", words.languages_line(messages, location.languages)),
        Line("info-circle", note),
    )
    return tuple(line for line in lines if line.words)

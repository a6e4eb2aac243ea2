"""What a correction puts over the catalogue, in place of a fact or beside it."""

from dataclasses import replace
from datetime import date, timedelta

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.hours import Kind, Schedule, SpecialDay, read_schedule
from kiosk.catalogue.model import Confidence, Location, LocationId, Phone, PhoneId, Service, ServiceId, Source
from kiosk.catalogue.text import Text, text, together
from kiosk.counter.corrections.draft import Draft
from kiosk.counter.corrections.facts import is_lifeline
from kiosk.counter.corrections.notices import (
    CLOSED,
    CLOSED_FOR_NOW,
    PLACE_CLOSED,
    SERVICE_CLOSED_FOR_NOW,
)
from kiosk.counter.corrections.values import (
    About,
    AddressValue,
    ClosedValue,
    Correction,
    HoursValue,
    NoteValue,
    NumberValue,
    WebValue,
)

_LONGEST_CLOSING = timedelta(days=400)
"""Days of a closing that are written out; the overlay is laid again every day."""


def lay(draft: Draft, correction: Correction, today: date, *, for_staff: bool = False) -> None:
    """Lay one correction over the catalogue. What it is about may be gone, then nothing happens.

    A note for staff goes over one that is `for_staff` only.
    """
    subject = correction.subject
    if isinstance(correction.value, NoteValue) and not correction.value.citizens:
        if for_staff and subject.shown_on is not None:
            draft.note_for_staff(subject.shown_on, _words(correction.value))
        return
    match subject.about:
        case About.NUMBER:
            phone = draft.phone(PhoneId(subject.id))
            if phone is not None and not is_lifeline(subject):
                _lay_on_number(draft, phone, correction)
        case About.PLACE:
            place = draft.place(LocationId(subject.id))
            if place is not None:
                _lay_on_place(draft, place, correction, today)
        case About.SERVICE:
            service = draft.service(ServiceId(subject.id))
            if service is not None:
                _lay_on_service(draft, service, correction, today)


def corrected_number(phone: Phone, value: NumberValue, source: Source) -> Phone:
    """The number as the correction has it; somebody here has checked it, so that citizens may have it."""
    return replace(phone, number=value.number, number_fr=value.number_fr, verified=True, source=source, to_verify=())


def corrected_schedule(schedule: Schedule, value: HoursValue) -> Schedule:
    """The hours as the correction has them, with the holidays and special days of `schedule`. Raises `HoursError`."""
    return replace(read_schedule(value.opening_hours, schedule.observes), special_days=schedule.special_days)


def corrected_address(place: Location, value: AddressValue, source: Source) -> Location:
    """The place at its new address; its spot on the map is known only where the street is the old one."""
    moved = (value.address_1, value.city) != (place.address_1, place.city)
    return replace(
        place,
        address_1=value.address_1,
        city=value.city,
        postal_code=value.postal_code or ("" if moved else place.postal_code),
        latitude=None if moved else place.latitude,
        longitude=None if moved else place.longitude,
        verified=True,
        source=source,
        to_verify=(),
    )


def is_over(value: ClosedValue, today: date) -> bool:
    """Tell whether the closing is past."""
    return value.until is not None and value.until < today


def _lay_on_number(draft: Draft, phone: Phone, correction: Correction) -> None:
    match correction.value:
        case NumberValue() as value:
            draft.put_phone(corrected_number(phone, value, _here(correction)))
        case HoursValue() as value:
            draft.put_phone(replace(phone, schedule=corrected_schedule(phone.schedule, value)))
        case _:
            pass


def _lay_on_place(draft: Draft, place: Location, correction: Correction, today: date) -> None:
    match correction.value:
        case HoursValue() as value:
            draft.put_place(replace(place, schedule=corrected_schedule(place.schedule, value)))
        case AddressValue() as value:
            draft.put_place(corrected_address(place, value, _here(correction)))
        case ClosedValue() as value if not is_over(value, today):
            _close_place(draft, place, value, today)
        case NoteValue(citizens=True) as value:
            draft.put_place(replace(place, note=together((place.note, _words(value)))))
        case _:
            pass


def _close_place(draft: Draft, place: Location, value: ClosedValue, today: date) -> None:
    if value.until is not None:
        draft.put_place(replace(place, schedule=_closed_until(place.schedule, value.until, today)))
        return
    draft.put_place(replace(place, note=together((place.note, PLACE_CLOSED))))
    for service in draft.leave_out(place.id):
        still = draft.service(service)
        if still is not None:
            draft.put_service(replace(still, locations=()))
        draft.tell(service, PLACE_CLOSED)


def _closed_until(schedule: Schedule, until: date, today: date) -> Schedule:
    """The hours with every day closed from `today` to `until`."""
    count = min(until - today, _LONGEST_CLOSING).days + 1
    closed = [today + timedelta(days=step) for step in range(count)]
    others = (day for day in schedule.special_days if not today <= day.date <= closed[-1])
    kind = schedule.kind if schedule.kind is Kind.ALWAYS else Kind.TIMETABLE
    special = (*others, *(SpecialDay(day, CLOSED_FOR_NOW) for day in closed))
    return replace(schedule, kind=kind, special_days=tuple(sorted(special, key=lambda day: day.date)))


def _lay_on_service(draft: Draft, service: Service, correction: Correction, today: date) -> None:
    match correction.value:
        case WebValue(en, fr):
            draft.put_service(replace(service, url=text(en, fr)))
        case ClosedValue() as value if not is_over(value, today) and not is_lifeline(correction.subject):
            if value.until is None:
                draft.close(service.id)
            draft.tell(service.id, CLOSED if value.until is None else SERVICE_CLOSED_FOR_NOW)
        case NoteValue(citizens=True) as value if not hides_places(service):
            draft.tell(service.id, _words(value))
        case _:
            pass


def _words(note: NoteValue) -> Text:
    return text(note.en, note.fr)


def _here(correction: Correction) -> Source:
    return Source("corrected here", correction.at.date().isoformat(), Confidence.HIGH, url_seen=False)

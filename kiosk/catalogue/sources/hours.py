"""From hours as the sources write them to a `Schedule`, and whose public holidays it keeps."""

from collections.abc import Mapping

from kiosk.catalogue.hours import (
    ByDay,
    Frequency,
    HoursError,
    Jurisdiction,
    Kind,
    Rule,
    Schedule,
    Span,
    SpecialDay,
    parse,
    read_schedule,
)
from kiosk.catalogue.model import GovernmentLevel
from kiosk.catalogue.sources.shapes import LocationShape, OrganizationShape, PhoneShape, RuleShape, SpecialDayShape
from kiosk.catalogue.text import Text
from kiosk.languages.sentences import sentence

_KEPT_BY: Mapping[GovernmentLevel, Jurisdiction] = {
    GovernmentLevel.FEDERAL: Jurisdiction.FEDERAL,
    GovernmentLevel.PROVINCIAL: Jurisdiction.NOVA_SCOTIA,
    GovernmentLevel.MUNICIPAL: Jurisdiction.MUNICIPAL_HALIFAX,
    GovernmentLevel.COMMUNITY: Jurisdiction.NOVA_SCOTIA,
    GovernmentLevel.INDIGENOUS: Jurisdiction.NOVA_SCOTIA,
}


def observance(written: str | None, organization: OrganizationShape | None) -> Jurisdiction:
    """The jurisdiction written in the entry or its organization, else that of the organization's order of government.

    Community and Indigenous organizations are taken to keep Nova Scotia's holidays, which is an assumption.

    Raises:
        HoursError: no such jurisdiction.
    """
    name = written or (organization.observes if organization else None)
    if name is None:
        return _KEPT_BY[organization.government_level] if organization else Jurisdiction.NONE
    try:
        return Jurisdiction(name)
    except ValueError as error:
        known = ", ".join(jurisdiction.value for jurisdiction in Jurisdiction)
        raise HoursError(
            sentence("`{name}` is no set of public holidays: use one of {known}", name=name, known=known)
        ) from error


def schedule_of(entry: LocationShape | PhoneShape, organization: OrganizationShape | None) -> Schedule:
    """When a place or a number is open; without hours it is unknown.

    Raises:
        HoursError: the hours cannot be understood.
    """
    written = entry.opening_hours if isinstance(entry, LocationShape) else entry.hours
    observes = observance(entry.observes, organization)
    special = tuple(day for shape in entry.special_days for day in _special_days(shape))
    if entry.schedule:
        if written:
            raise HoursError(sentence("hours are written twice: keep the short notation or the schedule, not both"))
        rules = tuple(rule for shape in entry.schedule for rule in _rules(shape))
        return Schedule(kind=Kind.TIMETABLE, rules=rules, special_days=special, observes=observes)
    schedule = read_schedule(written, observes)
    return Schedule(
        kind=schedule.kind,
        rules=schedule.rules,
        special_days=special,
        observes=schedule.observes,
        holiday_spans=schedule.holiday_spans,
        zone=schedule.zone,
    )


def _rules(shape: RuleShape) -> list[Rule]:
    return [
        Rule(
            opens_at=span.opens if span else None,
            closes_at=span.closes if span else None,
            freq=Frequency(shape.freq),
            interval=shape.interval,
            byday=ByDay.read(shape.byday),
            bymonthday=tuple(shape.bymonthday),
            valid_from=shape.valid_from,
            valid_to=shape.valid_to,
            dtstart=shape.dtstart,
            until=shape.until,
            notes=shape.notes,
        )
        for span in _spans(shape.hours)
    ]


def _special_days(shape: SpecialDayShape) -> list[SpecialDay]:
    return [SpecialDay(shape.date, Text(shape.reason), span) for span in _spans(shape.hours)]


def _spans(hours: str | None) -> list[Span | None]:
    """The stretches of one day, written as `08:30-12:00,13:00-16:00`; one None when there are none."""
    return [rule.span for rule in parse(f"Mo {hours}")] if hours else [None]

"""What one day looks like: its spans, the closure that takes its place, and how much of it is known."""

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours.holidays import public_holidays
from kiosk.catalogue.hours.recurrence import falls_on
from kiosk.catalogue.hours.values import ALL_DAY, Holiday, Jurisdiction, Kind, Rule, Schedule, Span
from kiosk.catalogue.text import Text

HolidaysOf = Callable[[Jurisdiction, int], Mapping[date, Holiday]]
"""The public holidays of one jurisdiction and year; `public_holidays`, or a test's own."""

_Date = date  # a field named `date` hides the type from the fields after it


class Known(enum.Enum):
    """How much of a day is known."""

    HOURS = "hours"
    DAY_ONLY = "day_only"  # open that day, nobody wrote at what hours
    NOTHING = "nothing"


class Cause(enum.Enum):
    """What keeps a door closed that its weekday would open, or plainly the hour."""

    OUT_OF_HOURS = "out_of_hours"
    HOLIDAY = "holiday"
    SPECIAL_DAY = "special_day"


@dataclass(frozen=True, slots=True)
class Closure:
    """A day that would have been open, and why it is not."""

    date: date
    cause: Cause
    reason: Text


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a schedule. `reason` says why it is unlike its weekday: a holiday's name or a special day's reason."""

    date: date
    spans: tuple[Span, ...] = ()
    closure: Closure | None = None
    reason: Text | None = None
    known: Known = Known.HOURS
    known_until: _Date | None = None
    known_from: _Date | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken time of opening, both ends in UTC, closing excluded."""

    opens: datetime
    closes: datetime


def day_of(schedule: Schedule, day: date, holidays_of: HolidaysOf = public_holidays) -> Day:
    """What `schedule` says of `day`, which is a day of the schedule's own clock."""
    weekday = _by_the_rules(schedule, day)
    special = [unusual for unusual in schedule.special_days if unusual.date == day]
    if special:
        spans = tuple(sorted(unusual.span for unusual in special if unusual.span))
        return _unlike(weekday, spans, Cause.SPECIAL_DAY, special[0].reason)
    if schedule.observes is not Jurisdiction.NONE:
        holiday = holidays_of(schedule.observes, day.year).get(day)
        if holiday:
            return _unlike(weekday, schedule.holiday_spans, Cause.HOLIDAY, holiday.name)
    return weekday


def days_ahead(
    schedule: Schedule,
    start: date,
    count: int,
    zone: ZoneInfo,
    holidays_of: HolidaysOf = public_holidays,
) -> tuple[Day, ...]:
    """The `count` days from `start`, with the times and dates of the reader's clock `zone`.

    A span belongs to the day on which it opens. Days of an unknown schedule have nothing known.
    """
    clock = clock_of(schedule, zone)
    wanted = [start + timedelta(days=step) for step in range(count)]
    if clock.key == zone.key:
        return tuple(day_of(schedule, day, holidays_of) for day in wanted)
    spans: dict[date, list[Span]] = {}
    for day in (start - timedelta(days=1), *wanted, start + timedelta(days=count)):
        for stretch in stretches_of(day_of(schedule, day, holidays_of), clock):
            opens, closes = stretch.opens.astimezone(zone), stretch.closes.astimezone(zone)
            spans.setdefault(opens.date(), []).append(Span(opens.time(), closes.time()))
    return tuple(replace(day_of(schedule, day, holidays_of), spans=tuple(sorted(spans.get(day, ())))) for day in wanted)


def clock_of(schedule: Schedule, zone: ZoneInfo) -> ZoneInfo:
    """The clock that the schedule goes by: its own, or the reader's."""
    return ZoneInfo(schedule.zone) if schedule.zone else zone


def stretches_of(day: Day, clock: ZoneInfo) -> Iterator[Stretch]:
    """The spans of `day` as real time; an hour that the spring change skips has no length."""
    for span in day.spans:
        closing_day = day.date + timedelta(days=1) if span.past_midnight else day.date
        opens, closes = instant(day.date, span.opens, clock), instant(closing_day, span.closes, clock)
        if opens < closes:
            yield Stretch(opens, closes)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same opening with touching and overlapping stretches made one, in order."""
    whole: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: one.opens):
        if whole and stretch.opens <= whole[-1].closes:
            whole[-1] = Stretch(whole[-1].opens, max(whole[-1].closes, stretch.closes))
        else:
            whole.append(stretch)
    return whole


def instant(day: date, wall: time, clock: ZoneInfo) -> datetime:
    """The moment, in UTC, at which `clock` first shows `wall` or later on `day`.

    A time that comes twice in autumn is its first coming; one that spring skips is the moment of the change.
    """
    shown = datetime.combine(day, wall)
    offset, other_offset = (shown.replace(tzinfo=clock, fold=fold).utcoffset() for fold in (0, 1))
    moment = (shown - (offset or timedelta())).replace(tzinfo=UTC)
    if offset == other_offset or moment.astimezone(clock).replace(tzinfo=None) == shown:
        return moment
    before_change = shown.replace(tzinfo=clock, fold=1).astimezone(UTC)
    offset = before_change.astimezone(clock).utcoffset()
    while before_change.astimezone(clock).utcoffset() == offset:
        before_change += timedelta(minutes=1)
    return before_change


def _unlike(weekday: Day, spans: tuple[Span, ...], cause: Cause, reason: Text) -> Day:
    would_open = bool(weekday.spans) or weekday.known is Known.DAY_ONLY
    closure = Closure(weekday.date, cause, reason) if would_open and not spans else None
    return Day(weekday.date, spans, closure, reason)


def _by_the_rules(schedule: Schedule, day: date) -> Day:
    if schedule.kind is Kind.ALWAYS:
        return Day(day, (ALL_DAY,))
    if schedule.kind is not Kind.TIMETABLE:
        return Day(day, known=Known.NOTHING)
    current = [rule for rule in schedule.rules if _known_on(rule, day)]
    happening = [rule for rule in current if _happens_on(rule, day) and falls_on(rule, day)]
    spans = _together(rule.span for rule in happening if rule.span)
    if spans:
        return Day(day, spans)
    if happening:
        return Day(day, known=Known.DAY_ONLY)
    return _without_a_rule(schedule.rules, current, day)


def _together(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of one day, those that touch or overlap made one."""
    whole: list[Span] = []
    for span in sorted(spans):
        last = whole[-1] if whole else None
        if last is None or last.past_midnight or span.opens > last.closes:
            whole.append(span)
        elif not span.past_midnight:
            whole[-1] = Span(last.opens, max(last.closes, span.closes))
        elif span.closes <= last.opens:
            whole[-1] = Span(last.opens, span.closes)
        else:
            whole.append(span)
    return tuple(whole)


def _without_a_rule(rules: Sequence[Rule], current: Sequence[Rule], day: date) -> Day:
    """A day on which no known rule opens: closed for certain, or beyond what is known."""
    lapsed = [
        rule.valid_to for rule in rules if rule.valid_to and _lapsed_on(rule, day) and not _replaced(rule, current)
    ]
    if lapsed:
        return Day(day, known=Known.NOTHING, known_until=max(lapsed))
    if current:
        return Day(day)
    return Day(
        day, known=Known.NOTHING, known_from=min((rule.valid_from for rule in rules if rule.valid_from), default=None)
    )


def _known_on(rule: Rule, day: date) -> bool:
    ended = rule.until is not None and rule.until < day
    too_early = rule.valid_from is not None and day < rule.valid_from
    return not too_early and (ended or rule.valid_to is None or day <= rule.valid_to)


def _lapsed_on(rule: Rule, day: date) -> bool:
    ended = rule.until is not None and rule.until < day
    return not ended and rule.valid_to is not None and rule.valid_to < day


def _replaced(lapsed: Rule, current: Iterable[Rule]) -> bool:
    """Tell whether a later edition of the hours has taken the place of a lapsed rule."""
    return any(rule.valid_from and lapsed.valid_to and rule.valid_from > lapsed.valid_to for rule in current)


def _happens_on(rule: Rule, day: date) -> bool:
    return (rule.dtstart is None or rule.dtstart <= day) and (rule.until is None or day <= rule.until)

"""The hours of a place as a page shows them: today as a bar, the week in lines, and the days that will be unlike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours import ALL_DAY, Day, Kind, Known, Schedule, Span, days_ahead
from kiosk.catalogue.hours.week_wording import day_words
from kiosk.languages import Messages
from kiosk.languages.formats import clock_range, clock_time, listing, weekday_name

AHEAD = 28
"""How many days ahead a closed day is named."""

_WEEK = 7
_FROM, _TO = 8, 18
_MOST_TICKS = 6
_DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """A stretch of opening on the bar; both ends are parts of its length, from 0 to 1."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """An hour under the bar, at a part of its length."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day, or several in a row with the same hours."""

    days: str
    hours: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class HoursAhead:
    """The bar is empty where today has no hours to draw; `now` is a part of its length, negative outside it."""

    today: str = ""
    spans: tuple[OpenSpan, ...] = ()
    ticks: tuple[Tick, ...] = ()
    now: float = -1.0
    now_label: str = ""
    week: tuple[DayRow, ...] = ()
    unusual: tuple[str, ...] = ()


NO_HOURS = HoursAhead()


def hours_ahead(messages: Messages, schedule: Schedule, now: datetime, zone: ZoneInfo) -> HoursAhead:
    """What `schedule` says of today, of the six days after it, and of the unlike days of the four weeks to come.

    `now` is the reader's time. Nothing where there is no timetable: the opening in one line says all there is.
    """
    if schedule.kind is not Kind.TIMETABLE:
        return NO_HOURS
    today = now.date()
    days = days_ahead(schedule, today, AHEAD, zone)
    bar = _bar(messages, days[0], now) if days[0].spans and ALL_DAY not in days[0].spans else NO_HOURS
    return HoursAhead(
        today=messages.gettext("Today, {day}: {hours}").format(
            day=weekday_name(messages, today.weekday()), hours=_hours(messages, days[0])
        ),
        spans=bar.spans,
        ticks=bar.ticks,
        now=bar.now,
        now_label=bar.now_label,
        week=tuple(_runs(messages, days[1:_WEEK])),
        unusual=tuple(_capital(day_words(messages, day, today)) for day in days if day.reason),
    )


def _bar(messages: Messages, day: Day, now: datetime) -> HoursAhead:
    ends = [_closing(span) for span in day.spans]
    first = min(_FROM, *(int(_hour(span.opens)) for span in day.spans))
    last = max(_TO, *(-int(-end // 1) for end in ends))
    length = last - first
    every = 1 if length <= _MOST_TICKS else 2 if length <= 2 * _MOST_TICKS else 4
    here = (_hour(now.time()) - first) / length
    return HoursAhead(
        spans=tuple(
            OpenSpan((_hour(span.opens) - first) / length, (end - first) / length)
            for span, end in zip(day.spans, ends, strict=True)
        ),
        ticks=tuple(
            Tick((hour - first) / length, clock_time(messages, time(hour % _DAY_HOURS)))
            for hour in range(first, last + 1, every)
        ),
        now=here if 0 <= here <= 1 else -1.0,
        now_label=clock_time(messages, now.time()),
    )


def _closing(span: Span) -> float:
    return float(_DAY_HOURS) if span.past_midnight else _hour(span.closes)


def _hour(moment: time) -> float:
    return moment.hour + moment.minute / 60


def _runs(messages: Messages, days: Sequence[Day]) -> list[DayRow]:
    rows = []
    for hours, run in groupby(days, key=lambda day: _hours(messages, day)):
        same = list(run)
        rows.append(DayRow(_days(messages, [day.date for day in same]), _capital(hours), bool(same[0].spans)))
    return rows


def _days(messages: Messages, days: Sequence[date]) -> str:
    names = [weekday_name(messages, day.weekday()) for day in days]
    if days[-1] - days[0] < timedelta(days=2):
        return _capital(listing(messages, names))
    # Note: days of the week, as in Monday to Friday
    return _capital(messages.pgettext("days", "{first} to {last}").format(first=names[0], last=names[-1]))


def _hours(messages: Messages, day: Day) -> str:
    if day.known is not Known.HOURS:
        return messages.gettext("hours not known")
    if not day.spans:
        return messages.gettext("closed")
    if ALL_DAY in day.spans:
        return messages.gettext("24 hours")
    return listing(messages, [clock_range(messages, span.opens, span.closes) for span in day.spans])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

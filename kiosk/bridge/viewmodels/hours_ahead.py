"""The hours of a place as a page shows them: today as a bar, the week in lines, and the days that will be unlike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from kiosk.bridge.viewmodels.day_bar import NO_BAR, DayBar, day_bar
from kiosk.catalogue.hours import ALL_DAY, Day, Kind, Known, Schedule, days_ahead
from kiosk.catalogue.hours.week_wording import day_words
from kiosk.languages import Messages
from kiosk.languages.formats import clock_range, listing, weekday_name

AHEAD = 28
"""How many days ahead a closed day is named."""

_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day, or several in a row with the same hours."""

    days: str
    hours: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class HoursAhead:
    """Nothing where there is no timetable. `today` says in words what `bar` draws."""

    today: str = ""
    bar: DayBar = NO_BAR
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
    before, *days = days_ahead(schedule, today - timedelta(days=1), AHEAD + 1, zone)
    return HoursAhead(
        today=messages.gettext("Today, {day}: {hours}").format(
            day=weekday_name(messages, today.weekday()), hours=_hours(messages, days[0])
        ),
        bar=day_bar(messages, days[0], before, now),
        week=tuple(_runs(messages, days[1:_WEEK])),
        unusual=tuple(_capital(day_words(messages, day, today)) for day in days if day.reason),
    )


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

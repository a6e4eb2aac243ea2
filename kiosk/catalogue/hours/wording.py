"""Whether a place is open, in one line for the screen."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from kiosk.catalogue.hours.days import Closure
from kiosk.catalogue.hours.opening import ByAppointment, Closed, Open, Opening, OutOfSeason, Unknown
from kiosk.languages import Messages
from kiosk.languages.formats import clock_time, full_date, listing, plain_date, weekday_name


def opening_words(messages: Messages, opening: Opening, today: date) -> str:
    """One line for the screen: `Open now until 4:30 p.m.`; `today` is the reader's date.

    It speaks of today and tomorrow, so it is not for paper: a slip prints `day_words` and `week_words`.
    """
    match opening:
        case Open(until):
            return _open_words(messages, until, today) if until else messages.gettext("Open 24 hours")
        case Closed():
            return _closed_words(messages, opening, today)
        case OutOfSeason():
            return _season_words(messages, opening, today)
        case ByAppointment():
            return messages.gettext("By appointment")
        case Unknown():
            return _unknown_words(messages, opening, today)


def _open_words(messages: Messages, until: datetime, today: date) -> str:
    time = clock_time(messages, until.time())
    # Midnight ends the day before it: "Tuesday at midnight" is never the small hours of Tuesday.
    last_day = (until - timedelta(minutes=1)).date()
    if last_day == today or (last_day == today + timedelta(days=1) and 0 < until.hour < 12):
        return messages.gettext("Open now until {time}").format(time=time)
    return messages.gettext("Open now until {day} at {time}").format(
        day=_day_name(messages, last_day, today), time=time
    )


def _closed_words(messages: Messages, closed: Closed, today: date) -> str:
    closures = _closures(messages, closed.closures, today)
    if closed.opens_on is None:
        return _closed_without_opening(messages, closed, closures, today)
    day = _day_name(messages, closed.opens_on, today)
    if closed.opens is None:
        if closures:
            return messages.gettext("Opens {day}, hours not known, closed {closures}").format(
                day=day, closures=closures
            )
        return messages.gettext("Opens {day}, hours not known").format(day=day)
    time = clock_time(messages, closed.opens.time())
    if closures:
        return messages.gettext("Opens {day} at {time}, closed {closures}").format(
            day=day, time=time, closures=closures
        )
    return messages.gettext("Opens {day} at {time}").format(day=day, time=time)


def _closed_without_opening(messages: Messages, closed: Closed, closures: str, today: date) -> str:
    if closed.known_until is not None:
        return messages.gettext("Closed now. Hours after {date} are not known: call first").format(
            date=plain_date(messages, closed.known_until, today)
        )
    if closures:
        return messages.gettext("Closed {closures}").format(closures=closures)
    return messages.gettext("Closed for the next two weeks")


def _closures(messages: Messages, closures: Sequence[Closure], today: date) -> str:
    """`tomorrow (Remembrance Day)`; days in a row with one reason are told once, by the first three reasons."""
    told: list[str] = []
    for reason, days in groupby(closures, key=lambda closure: closure.reason.to(messages.language)):
        dates = [_day_name(messages, closure.date, today) for closure in days]
        name = dates[0] if len(dates) == 1 else _from_to(messages, dates[0], dates[-1])
        told.append(messages.gettext("{day} ({reason})").format(day=name, reason=reason) if reason else name)
    return listing(messages, told[:3])


def _from_to(messages: Messages, first: str, last: str) -> str:
    # Note: days a place is closed, as in "tomorrow to Thursday"
    return messages.pgettext("closed days", "{first} to {last}").format(first=first, last=last)


def _season_words(messages: Messages, season: OutOfSeason, today: date) -> str:
    since = plain_date(messages, season.since, today) if season.since else ""
    reopens = plain_date(messages, season.reopens, today) if season.reopens else ""
    if since and reopens:
        return messages.gettext("Closed for the season since {date}, opens again {reopens}").format(
            date=since, reopens=reopens
        )
    if since:
        return messages.gettext("Closed for the season since {date}").format(date=since)
    if reopens:
        return messages.gettext("Closed now, opens {reopens}").format(reopens=reopens)
    return messages.gettext("Closed for the season")


def _unknown_words(messages: Messages, unknown: Unknown, today: date) -> str:
    if unknown.known_until is not None:
        return messages.gettext("Hours after {date} are not known: call first").format(
            date=plain_date(messages, unknown.known_until, today)
        )
    if unknown.known_from is not None:
        return messages.gettext("Hours before {date} are not known: call first").format(
            date=plain_date(messages, unknown.known_from, today)
        )
    if unknown.open_today:
        return messages.gettext("Open today, hours not known: call first")
    return messages.gettext("Hours not known: call first")


def _day_name(messages: Messages, day: date, today: date) -> str:
    """`today`, `tomorrow`, `Monday` within the week, then the date."""
    away = (day - today).days
    if away == 0:
        return messages.gettext("today")
    if away == 1:
        return messages.gettext("tomorrow")
    return weekday_name(messages, day.weekday()) if 1 < away < 7 else full_date(messages, day, today)

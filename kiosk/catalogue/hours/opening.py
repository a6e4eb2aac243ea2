"""Whether a place is open at one moment, until when, and when it opens next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours.days import Cause, Closure, Day, HolidaysOf, Known, clock_of, day_of, joined, stretches_of
from kiosk.catalogue.hours.holidays import public_holidays
from kiosk.catalogue.hours.values import Kind, Rule, Schedule

HORIZON = 14
"""How many days ahead the next opening is looked for."""


@dataclass(frozen=True, slots=True)
class Open:
    """Open now; `until` is on the reader's clock, and None where no closing is in sight (24 hours a day)."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class Closed:
    """Closed now, on the reader's clock.

    `opens_on` is the next day of opening within the horizon; `opens` its hour, None where only the day is known.
    `closures` are the days from today until then that would have been open. `known_until` is set where the facts stop
    before any opening: from the next day on nobody can say.
    """

    cause: Cause
    opens_on: date | None = None
    opens: datetime | None = None
    closures: tuple[Closure, ...] = ()
    known_until: date | None = None


@dataclass(frozen=True, slots=True)
class OutOfSeason:
    """Closed for good or until another season: `since` the last day, until `reopens`; either may be None."""

    since: date | None
    reopens: date | None


@dataclass(frozen=True, slots=True)
class ByAppointment:
    """Open to those who arranged it."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can say now: `known_until` is past, `known_from` is to come, or the hours were never written."""

    known_until: date | None = None
    known_from: date | None = None
    open_today: bool = False


Opening = Open | Closed | OutOfSeason | ByAppointment | Unknown


def opening_at(
    schedule: Schedule, moment: datetime, zone: ZoneInfo, holidays_of: HolidaysOf = public_holidays
) -> Opening:
    """What `schedule` says of `moment` (which knows its offset), told on the reader's clock `zone`."""
    if schedule.kind is Kind.UNKNOWN:
        return Unknown()
    if schedule.kind is Kind.BY_APPOINTMENT:
        return ByAppointment()
    clock = clock_of(schedule, zone)
    today = moment.astimezone(clock).date()
    # Two days ahead nearly always hold the answer, and every place on the screen is asked.
    for reach in (2, HORIZON):
        days = [day_of(schedule, today + timedelta(days=step), holidays_of) for step in range(-1, reach + 1)]
        stretches = joined(stretch for day in days for stretch in stretches_of(day, clock))
        upcoming = next((stretch for stretch in stretches if stretch.closes > moment), None)
        if upcoming is not None and upcoming.closes.astimezone(clock).date() <= days[-1].date:
            break
    if upcoming is not None and upcoming.opens <= moment:
        endless = upcoming.closes.astimezone(clock).date() > days[-1].date
        return Open(None if endless else upcoming.closes.astimezone(zone))
    return _not_open(schedule, days[1:], upcoming.opens if upcoming else None, clock, zone)


def _not_open(
    schedule: Schedule, days: Sequence[Day], upcoming: datetime | None, clock: ZoneInfo, zone: ZoneInfo
) -> Opening:
    today = days[0]
    if today.known is not Known.HOURS:
        return Unknown(today.known_until, today.known_from, open_today=today.known is Known.DAY_ONLY)
    cause = today.closure.cause if today.closure else Cause.OUT_OF_HOURS
    opening_day = upcoming.astimezone(clock).date() if upcoming else date.max
    uncertain = next((day for day in days if day.known is not Known.HOURS and day.date < opening_day), None)
    last = uncertain.date if uncertain else opening_day
    closures = tuple(day.closure for day in days if day.closure and day.date < last)
    if uncertain is not None and uncertain.known is Known.DAY_ONLY:
        return Closed(cause, uncertain.date, None, closures)
    if uncertain is not None:
        return Closed(cause, closures=closures, known_until=uncertain.date - timedelta(days=1))
    if upcoming is not None:
        opens = upcoming.astimezone(zone)
        return Closed(cause, opens.date(), opens, closures)
    return _season_of(schedule.rules, today.date) or Closed(cause, closures=closures)


def _season_of(rules: Sequence[Rule], today: date) -> OutOfSeason | None:
    """The season that is over or yet to come, when no rule is running beyond the horizon."""
    edge = today + timedelta(days=HORIZON)
    if any(
        (rule.dtstart is None or rule.dtstart <= edge) and (rule.until is None or rule.until > edge) for rule in rules
    ):
        return None
    ended = [rule.until for rule in rules if rule.until is not None and rule.until <= edge]
    to_come = [rule.dtstart for rule in rules if rule.dtstart is not None and rule.dtstart > edge]
    since = min(max(ended), today) if ended else None
    return OutOfSeason(since, min(to_come, default=None))

"""Which day it is, as far as the clock can be believed: what erases cases must not hang on a clock alone.

A clock that is behind is known by the day the catalogue was made and by the latest day this counter has worked. A
clock that leaps ahead is not believed until the counter has worked on `DAYS_TO_BELIEVE` different days after the leap:
an hour with a wrong year erases nothing, and a counter that was really closed for months catches up within the week.
"""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.state import Migration, atomic, state_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_CLOSURE = timedelta(days=45)
"""A counter that was closed for no longer than this is believed at once."""

DAYS_TO_BELIEVE = 3


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of days: the latest one `believed`, and those of a leap that is not believed yet, in order."""

    believed: date | None = None
    doubted: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    """The day to reckon with. Where `certain` is false the clock says something else, and nothing is erased."""

    day: date
    certain: bool


def reckon(calendar: Calendar, clock_day: date, catalogue_day: date) -> tuple[Calendar, Today]:
    """Work out the day when the clock says `clock_day`, and what is known of days from then on.

    The catalogue's day bears witness only of a clock that is behind: a catalogue from the future is a catalogue error.
    """
    least = max(catalogue_day, calendar.believed or catalogue_day)
    if clock_day < least:
        return calendar, Today(least, certain=False)
    if calendar.believed is None or clock_day - calendar.believed <= LONGEST_CLOSURE:
        return Calendar(clock_day), Today(clock_day, certain=True)
    doubted = _with(calendar.doubted, clock_day)
    if len(doubted) >= DAYS_TO_BELIEVE:
        return Calendar(clock_day), Today(clock_day, certain=True)
    return replace(calendar, doubted=doubted), Today(least, certain=False)


def _with(doubted: tuple[date, ...], day: date) -> tuple[date, ...]:
    """A leap within the leap, or a step back, begins the count anew."""
    if not doubted or day < doubted[-1] or day - doubted[-1] > LONGEST_CLOSURE:
        return (day,)
    return doubted if day == doubted[-1] else (*doubted, day)


def day_of(state: sqlite3.Connection, clock_day: date, catalogue_day: date) -> Today:
    """The day to reckon with, and note that the counter works on it. Raises a `StateError`."""
    known = _calendar(state)
    calendar, today = reckon(known, clock_day, catalogue_day)
    if calendar != known:
        with atomic(state):
            state.execute("DELETE FROM case_day")
            state.executemany("INSERT INTO case_day (day, believed) VALUES (?, ?)", _rows(calendar))
    return today


def _calendar(state: sqlite3.Connection) -> Calendar:
    with state_errors():
        rows = state.execute("SELECT day, believed FROM case_day ORDER BY day").fetchall()
    believed = [date.fromisoformat(day) for day, is_believed in rows if is_believed]
    doubted = tuple(date.fromisoformat(day) for day, is_believed in rows if not is_believed)
    return Calendar(max(believed, default=None), doubted)


def _rows(calendar: Calendar) -> list[tuple[str, bool]]:
    believed = [(calendar.believed.isoformat(), True)] if calendar.believed else []
    return [*believed, *((day.isoformat(), False) for day in calendar.doubted)]


def _day_table(database: "Database") -> None:
    database.table("case_day").create({"day": str, "believed": int}, pk="day", not_null={"believed"})


MIGRATIONS = (Migration("counter", "days_believed", _day_table),)

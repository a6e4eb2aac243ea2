"""The arithmetic of dates: how the catalogue writes a distance in time, and the day it leads to."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kiosk.catalogue.offsets import DURATION, FINAL_RETURN, SEASON, YEARLY


@dataclass(frozen=True, slots=True)
class Distance:
    """So many months, then days, after a day (before it when negative).

    `in_hours` tells that the catalogue counts hours: whole days of them are in `days`, the rest is the same day.
    """

    months: int = 0
    days: int = 0
    in_hours: bool = False

    def from_day(self, day: date) -> date:
        """The day at this distance. A month's end stays within the month: 31 January and one month is 28 February."""
        return months_after(day, self.months) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class YearDay:
    """The same day each year; 29 February is the 28th when there is none."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """That day of `year`."""
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))

    def on_or_after(self, day: date) -> date:
        """The next such day, `day` itself included."""
        this_year = self.in_year(day.year)
        return this_year if this_year >= day else self.in_year(day.year + 1)


@dataclass(frozen=True, slots=True)
class Season:
    """A window that comes back each year, and may run over the new year."""

    opens: YearDay
    closes: YearDay

    def open_or_next(self, day: date) -> tuple[date, date]:
        """The first and last day of the window that holds `day`, else of the next one."""
        last = self.closes.on_or_after(day)
        runs_over = (self.opens.month, self.opens.day) > (self.closes.month, self.closes.day)
        return self.opens.in_year(last.year - runs_over), last


@dataclass(frozen=True, slots=True)
class Around:
    """A window around a day, both ends included."""

    opens: Distance
    closes: Distance


@dataclass(frozen=True, slots=True)
class FinalReturn:
    """When a last tax return is due: death to October, 30 April of the year after; later, six months after death.

    Source: Canada Revenue Agency, due dates for the final return.
    """

    def after(self, death: date) -> date:
        """The due date."""
        return date(death.year + 1, 4, 30) if death.month <= 10 else months_after(death, 6)


Offset = Distance | YearDay | Season | Around | FinalReturn


@cache
def offset_of(text: str) -> Offset:
    """Read an offset as docs/catalogue.md writes it.

    Raises:
        ValueError: it is not one; the check of the catalogue lets none through.
    """
    if text == FINAL_RETURN:
        return FinalReturn()
    if yearly := YEARLY.fullmatch(text):
        return YearDay(int(yearly["month"]), int(yearly["day"]))
    if season := SEASON.fullmatch(text):
        opens = YearDay(int(season["from_month"]), int(season["from_day"]))
        return Season(opens, YearDay(int(season["to_month"]), int(season["to_day"])))
    first, slash, last = text.partition("/")
    return Around(_distance(first), _distance(last)) if slash else _distance(text)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month when it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _distance(text: str) -> Distance:
    found = DURATION.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a distance in time: write P30D, -P12W or PT48H")
    count = {unit: int(number or 0) for unit, number in found.groupdict().items() if unit != "sign"}
    sign = -1 if found["sign"] else 1
    return Distance(
        months=sign * (count["years"] * 12 + count["months"]),
        days=sign * (count["weeks"] * 7 + count["days"] + count["hours"] // 24),
        in_hours="T" in text,
    )

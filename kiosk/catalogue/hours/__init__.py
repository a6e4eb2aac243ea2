"""When places and lines are open: values, the short notation, public holidays, and the state at one moment."""

from kiosk.catalogue.hours.days import Cause, Closure, Day, HolidaysOf, Known, day_of, days_ahead
from kiosk.catalogue.hours.holidays import public_holidays
from kiosk.catalogue.hours.opening import ByAppointment, Closed, Open, Opening, OutOfSeason, Unknown, opening_at
from kiosk.catalogue.hours.reading import parse, read_schedule, to_opening_hours
from kiosk.catalogue.hours.values import (
    ALL_DAY,
    ALWAYS_OPEN,
    BY_APPOINTMENT,
    UNKNOWN_HOURS,
    ByDay,
    Frequency,
    Holiday,
    HoursError,
    Jurisdiction,
    Kind,
    Rule,
    Schedule,
    Span,
    SpecialDay,
)

__all__ = [
    "ALL_DAY",
    "ALWAYS_OPEN",
    "BY_APPOINTMENT",
    "UNKNOWN_HOURS",
    "ByAppointment",
    "ByDay",
    "Cause",
    "Closed",
    "Closure",
    "Day",
    "Frequency",
    "Holiday",
    "HolidaysOf",
    "HoursError",
    "Jurisdiction",
    "Kind",
    "Known",
    "Open",
    "Opening",
    "OutOfSeason",
    "Rule",
    "Schedule",
    "Span",
    "SpecialDay",
    "Unknown",
    "day_of",
    "days_ahead",
    "opening_at",
    "parse",
    "public_holidays",
    "read_schedule",
    "to_opening_hours",
]

"""Hours as HSDS writes them: the time of day, and how far the clock is from Universal Time.

Tables have the distance in a column, since the official descriptor takes no time that has one; objects have it in the
time itself, as the words of the schema ask.

HSDS has one distance for the whole year. Where clocks change twice a year none is right in both halves: this is the
one of winter, and a reader who leaves it aside has what is written on the door.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.catalogue.exchange.rows import Row, Value
from kiosk.catalogue.hours import Frequency

_EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"
_HSDS = frozenset({Frequency.WEEKLY.value, Frequency.MONTHLY.value})


def on_the_clock(schedule: Row, zone: ZoneInfo, year: int) -> Row:
    """A row of `schedule` with its distance from UTC in hours, and a frequency that HSDS has."""
    hours = _standard_time(zone, year) / timedelta(hours=1)
    return {**schedule, **_frequency(schedule), "timezone": int(hours) if hours.is_integer() else hours}


def with_seconds(written: Value) -> Value:
    """A time of day as tables have it: `08:30:00`."""
    return f"{written}:00" if written else None


def with_offset(written: Value, hours: Value) -> Value:
    """A time of day as objects have it: `08:30-04:00`."""
    if not written or not isinstance(hours, int | float):
        return written
    minutes = round(abs(hours) * 60)
    return f"{written}{'-' if hours < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _frequency(schedule: Row) -> Mapping[str, Value]:
    """Every day is every weekday of the week; what HSDS has no word for stays in words only."""
    match schedule["freq"]:
        case Frequency.DAILY.value if schedule["interval"] in (None, 1) and not schedule["byday"]:
            return {"freq": Frequency.WEEKLY.value, "byday": _EVERY_DAY}
        case str() as known if known in _HSDS:
            return {}
        case None:
            return {}
        case other:
            told = f"FREQ={other};INTERVAL={schedule['interval'] or 1}"
            return {"freq": None, "notes": " ".join(str(part) for part in (schedule["notes"], told) if part)}


def _standard_time(zone: ZoneInfo, year: int) -> timedelta:
    """How far the clock is from UTC when it is not put forward: the least of January and July."""
    distances = (datetime(year, month, 1, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7))
    return min(distances)

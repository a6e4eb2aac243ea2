"""Which time the dates of signatures are judged by: the machine's clock only where it can be believed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.catalogue.editions import day_of
from kiosk.sync.updates.sources import Way

EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""There was no Guichet before."""

_FARTHEST = timedelta(days=3 * 366)
_GRACE = timedelta(days=1)
"""How much an operator's clock and a kiosk's may differ with neither being called wrong."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The time to judge by, and whether the machine's clock should be looked at."""

    time: datetime
    clock_is_wrong: bool


def built(shipped: Path) -> datetime:
    """A time before which this program was not there: that of the newest fact in the catalogue that it came with.

    A catalogue that cannot be read says `EARLIEST`.
    """
    day = day_of(shipped)
    return EARLIEST if day is None else max(EARLIEST, datetime(day.year, day.month, day.day, tzinfo=UTC))


def reference(clock: datetime, issued: datetime | None, way: Way, built: datetime) -> Reference:
    """The time to judge signatures by.

    `issued` is the newest time that a verified list of editions was signed at. A clock before it or before `built`, or
    years after them, is wrong. A stick is judged by the later of the two alone, since it may have been on its way for
    months: that what it brings must be newer protects against old ones, and a person brought it.
    """
    floor = max(built, issued) if issued is not None else built
    wrong = not floor - _GRACE <= clock <= floor + _FARTHEST
    if wrong or way is Way.STICK:
        return Reference(floor, wrong)
    return Reference(max(clock, floor), wrong)

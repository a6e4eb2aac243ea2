"""Which time the dates of signatures are judged by: the machine's clock only where it can be believed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.sync.updates.sources import Way

BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""No clock is believed that shows a time before this; a release may raise it and never lowers it."""

_FARTHEST = timedelta(days=3 * 366)
_GRACE = timedelta(days=1)
"""How much an operator's clock and a kiosk's may differ with neither being called wrong."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The time to judge by, and whether the machine's clock should be looked at."""

    time: datetime
    clock_is_wrong: bool


def reference(clock: datetime, issued: datetime | None, way: Way) -> Reference:
    """The time to judge signatures by.

    `issued` is the newest time that a verified list of editions was signed at. A clock before it, or years after it, is
    wrong. A stick is judged by `issued` alone, since it may have been on its way for months: that what it brings must
    be newer protects against old ones, and a person brought it.
    """
    floor = max(BUILT, issued) if issued is not None else BUILT
    wrong = not floor - _GRACE <= clock <= floor + _FARTHEST
    if wrong or way is Way.STICK:
        return Reference(floor, wrong)
    return Reference(max(clock, floor), wrong)

"""A day as staff type it while somebody waits: `6 3`, `6/3/2026`, `2026-03-06`; the day before the month."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TYPED = re.compile(r"(\d{1,2})[ ./-]+(\d{1,2})(?:[ ./-]+(\d{4}))?")


def day_typed(untrusted: str, today: date) -> date | None:
    """The day that `untrusted` means; None for none. Without a year, the one that is nearest to `today`."""
    written = untrusted.strip()
    if match := _ISO.fullmatch(written):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if not (match := _TYPED.fullmatch(written)):
        return None
    day, month = int(match[1]), int(match[2])
    if match[3]:
        return _day(int(match[3]), month, day)
    years = (today.year - 1, today.year, today.year + 1)
    possible = [found for year in years if (found := _day(year, month, day)) is not None]
    return min(possible, key=lambda found: abs(found - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

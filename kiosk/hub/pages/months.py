"""One calendar month at a time: stretches that overlapped would give small numbers away to whoever subtracts them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.hub.pages.blocks import Links
from kiosk.languages import Messages
from kiosk.languages.formats import month_and_year

_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
_EARLIEST = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or a stretch of one, by its first day and its last; where it is not over yet, the last is today."""

    first: date
    last: date


def month_asked(untrusted: Mapping[str, str], today: date) -> Month:
    """The month of the address (`month=2026-11`); this month where it names none, or one to come."""
    match = _MONTH.fullmatch(untrusted.get("month", ""))
    first = date(int(match[1]), int(match[2]), 1) if match else today.replace(day=1)
    if not _EARLIEST <= first <= today:
        first = today.replace(day=1)
    return Month(first, min(today, _after(first) - timedelta(days=1)))


def month_links(messages: Messages, path: str, month: Month, today: date) -> Links:
    """The way to the month before, and to the one after unless that is still to come."""
    before, after = (month.first - timedelta(days=1)).replace(day=1), _after(month.first)
    return Links(
        messages.gettext("Other months"),
        tuple(
            (f"{path}?month={first:%Y-%m}", month_name(messages, first))
            for first in (before, after)
            if _EARLIEST <= first <= today
        ),
    )


def stretches(month: Month) -> tuple[Month, ...]:
    """The month in stretches of seven days from its first, each part of this month alone."""
    firsts = range(0, (month.last - month.first).days + 1, 7)
    begun = (month.first + timedelta(days=place) for place in firsts)
    return tuple(Month(first, min(month.last, first + timedelta(days=6))) for first in begun)


def month_name(messages: Messages, first: date) -> str:
    """`November 2026`, « Novembre 2026 »."""
    words = month_and_year(messages, first)
    return words[:1].upper() + words[1:]


def _after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)

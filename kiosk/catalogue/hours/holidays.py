"""The public holidays on which offices of each jurisdiction are closed, with their names in both languages.

Sources: the federal public service's designated paid holidays and the closing days that Service Canada publishes with
its office list; the holidays of Nova Scotia's civil service agreement; Halifax Regional Municipality's holiday notices.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from kiosk.catalogue.hours.values import Holiday, Jurisdiction
from kiosk.catalogue.text import Text, text

# Keyed by the English names of the `holidays` library, or by ours for what it lacks in a jurisdiction.
_NAMES: Mapping[str, Text] = {
    "New Year's Day": text("New Year’s Day", "jour de l’An"),
    "Heritage Day": text("Heritage Day", "jour du Patrimoine"),
    "Good Friday": text("Good Friday", "Vendredi saint"),
    "Easter Monday": text("Easter Monday", "lundi de Pâques"),
    "Victoria Day": text("Victoria Day", "fête de Victoria"),
    "Canada Day": text("Canada Day", "fête du Canada"),
    "Civic Holiday": text("Civic Holiday", "congé civique"),
    "Natal Day": text("Natal Day", "congé civique (Natal Day)"),
    "Labour Day": text("Labour Day", "fête du Travail"),
    "National Day for Truth and Reconciliation": text(
        "National Day for Truth and Reconciliation", "Journée nationale de la vérité et de la réconciliation"
    ),
    "Thanksgiving Day": text("Thanksgiving Day", "Action de grâce"),
    "Remembrance Day": text("Remembrance Day", "jour du Souvenir"),
    "Christmas Day": text("Christmas Day", "Noël"),
    "Boxing Day": text("Boxing Day", "lendemain de Noël"),
}
_EVERYWHERE = frozenset(_NAMES) - {"Heritage Day", "Civic Holiday", "Natal Day"}
_KEPT: Mapping[Jurisdiction, frozenset[str]] = {
    Jurisdiction.NONE: frozenset(),
    Jurisdiction.FEDERAL: _EVERYWHERE | {"Civic Holiday"},
    Jurisdiction.NOVA_SCOTIA: _EVERYWHERE | {"Heritage Day", "Natal Day"},
    Jurisdiction.MUNICIPAL_HALIFAX: _EVERYWHERE | {"Heritage Day", "Natal Day"},
}


@cache
def public_holidays(jurisdiction: Jurisdiction, year: int) -> Mapping[date, Holiday]:
    """The holidays of one year by date, in order.

    One that falls on a Saturday or a Sunday is there on that day, and again on the next working day that is no
    holiday itself; no holiday is late enough in December for that day to fall in the next year.
    """
    kept = _KEPT[jurisdiction]
    found: dict[date, Holiday] = {}
    for day, name in _with_working_days(sorted(item for item in _dates_of(year) if item[1] in kept)):
        found[day] = Holiday(day, _NAMES[name], jurisdiction)
    return dict(sorted(found.items()))


def _with_working_days(days: list[tuple[date, str]]) -> Iterator[tuple[date, str]]:
    taken = {day for day, _name in days}
    yield from days
    for day, name in days:
        if day.weekday() < 5:
            continue
        working = day
        while working.weekday() >= 5 or working in taken:
            working += timedelta(days=1)
        taken.add(working)
        yield working, name


def _dates_of(year: int) -> Iterator[tuple[date, str]]:
    # Imported where it is used: it costs more than all the rest of this package, and the first screen asks no hours.
    from dateutil.easter import easter
    from holidays import country_holidays

    known = country_holidays(
        "CA",
        years=year,
        subdiv="NS",
        observed=False,
        categories=("government", "optional", "public"),
        language="en_CA",
    )
    for day in sorted(known):
        yield from ((day, name) for name in known.get_list(day))
    yield easter(year) + timedelta(days=1), "Easter Monday"
    yield _first_monday_of_august(year), "Civic Holiday"


def _first_monday_of_august(year: int) -> date:
    first = date(year, 8, 1)
    return first + timedelta(days=-first.weekday() % 7)

"""The catalogue in HSDS 3.1: the rows of every table in one language, as its readers expect them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from kiosk.catalogue.exchange.clock import on_the_clock
from kiosk.catalogue.exchange.facts import fact_rows
from kiosk.catalogue.exchange.ids import with_uuids
from kiosk.catalogue.exchange.leaving import leaving
from kiosk.catalogue.exchange.rows import Held, Row, Rows
from kiosk.catalogue.exchange.terms import taxonomy_row, term_rows
from kiosk.catalogue.exchange.wording import worded
from kiosk.catalogue.model import LocationId
from kiosk.catalogue.said import LANGUAGES


@dataclass(frozen=True, slots=True)
class Package:
    """One catalogue in one language; `day` is that of its newest fact. Ids in `rows` are UUIDs."""

    language: str
    version: int
    day: date
    jurisdiction: str
    publisher: str
    rows: Rows


def packages(held: Held, zone: ZoneInfo) -> Iterator[Package]:
    """The catalogue in each of its languages, with the same ids in all; `zone` is the clock on the wall here."""
    kept = leaving(held)
    for language in LANGUAGES:
        rows = dict(worded(held, kept, language))
        rows["schedule"] = [_on_its_clock(held, row, zone) for row in rows["schedule"]]
        rows["taxonomy"] = [*rows["taxonomy"], taxonomy_row(language)]
        rows["taxonomy_term"] = [*rows["taxonomy_term"], *term_rows(language)]
        rows["attribute"] = [*rows["attribute"], *fact_rows(held, kept, language)]
        yield Package(
            language=language,
            version=held.catalogue.version,
            day=held.catalogue.day,
            jurisdiction=held.jurisdiction,
            publisher=held.publisher,
            rows=with_uuids(rows, held.jurisdiction),
        )


def _on_its_clock(held: Held, row: Row, zone: ZoneInfo) -> Row:
    place = held.catalogue.locations.get(LocationId(str(row["location_id"])))
    own = ZoneInfo(place.schedule.zone) if place and place.schedule.zone else zone
    return on_the_clock(row, own, held.catalogue.day.year)

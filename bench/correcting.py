"""Fifty corrections laid over the shipped catalogue, and what asking costs while nothing has changed."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.measuring import Measure, each_ms, median
from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.counter.corrections.keeping import correct
from kiosk.counter.corrections.overlay import overlaid
from kiosk.counter.corrections.tables import overlay_in
from kiosk.counter.corrections.values import About, ClosedValue, NoteValue, NumberValue, Subject, Value
from kiosk.counter.corrections.watching import Watch
from kiosk.counter.tables import MIGRATIONS
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state

_NOW = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)


def measure() -> list[Measure]:
    """Lay them over, and look again."""
    catalogue, today = load(paths.catalogue_file()), _NOW.date()
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        file = Path(folder) / STATE_FILE
        with closing(open_state(file, MIGRATIONS)) as state:
            for subject, value in _fifty(catalogue):
                correct(state, catalogue, subject, value, "", _NOW)
            overlay = overlay_in(state)
            watch = Watch(lambda: file)
            watch.over(catalogue, today)
            laying = each_ms(lambda: overlaid(catalogue, overlay, today), 100)
            asking = each_ms(lambda: watch.over(catalogue, today), 100)
    count = len(overlay.corrections)
    return [
        Measure("corrections laid", median(laying), "ms", 5, f"{count} of them, median of 100"),
        Measure("corrections unchanged", median(asking), "ms", 0.5, "before each change of a visit"),
    ]


def _fifty(catalogue: Catalogue) -> Iterator[tuple[Subject, Value]]:
    lines = (phone for phone in catalogue.phones if len(catalogue.phones[phone].number) > 3)
    for phone in islice(lines, 17):
        yield Subject(About.NUMBER, phone), NumberValue("902-555-0143")
    for place in islice(catalogue.locations, 17):
        yield Subject(About.PLACE, place), ClosedValue()
    for service in islice(catalogue.services, 16):
        yield Subject(About.SERVICE, service), NoteValue("Ring the bell.", "Sonnez.")

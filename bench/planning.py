"""The library by itself: reading the catalogue, making a whole plan of three bundles, finding while someone types."""

import tempfile
from datetime import date, datetime
from functools import partial
from pathlib import Path

from bench.measuring import Measure, each_ms, median, ninety_fifth
from kiosk import paths
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
from kiosk.catalogue.search import Finder, index_of
from kiosk.config import Site
from kiosk.planning import Here, Preferences, make_plan
from kiosk.planning.plan import Plan

_BUNDLES = tuple(BundleId(name) for name in ("death-in-the-family", "losing-a-job", "turning-65"))
_ANSWERS: dict[FactId, Answer] = {
    FactId("event_date"): date(2026, 3, 6),
    FactId("age"): 64,
    FactId("is_executor"): True,
}
_TYPED = ("food bank", "my father died", "carte sante", "lost my job", "aide au loyer", "pasport", "logement", "hungry")


def measure() -> list[Measure]:
    """Read, plan and find, with the catalogue that is shipped."""
    reading = each_ms(lambda: load(paths.catalogue_file()), 10)
    return [_plan(), Measure("catalogue read", median(reading), "ms", note="the whole of catalogue.db"), _keystroke()]


def _plan() -> Measure:
    catalogue = load(paths.catalogue_file())
    site = Site()
    now = datetime(2026, 3, 12, 10, 14, tzinfo=site.zone)

    def plan() -> Plan:
        return make_plan(
            catalogue,
            _BUNDLES,
            _ANSWERS,
            skipped=frozenset(),
            now=now,
            here=Here(site.latitude, site.longitude),
            preferences=Preferences(language="en"),
        )

    steps = len(plan().steps)
    return Measure("plan of three bundles", median(each_ms(plan, 100)), "ms", 2, f"{steps} steps, median of 100")


def _keystroke() -> Measure:
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        finder = Finder(index_of(load(paths.catalogue_file()), lambda: Path(folder)))
        prefixes = [text[:end] for text in _TYPED for end in range(1, len(text) + 1)]
        taken = [each_ms(partial(finder.find, text, "en"), 1)[0] for text in prefixes]
    return Measure("search, one key", ninety_fifth(taken), "ms", note=f"95 of 100 keys, of {len(prefixes)}")

"""The counter's search among 20,000 services: each key of a query, in the library and in the window, by a frame."""

import tempfile
from functools import partial
from pathlib import Path

from bench.many import many_services
from bench.measuring import Measure, each_ms, median, ninety_fifth
from bench.starting import probed
from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.catalogue.search import Finder, index_of

SERVICES = 20_000
FRAME_MS = 1000 / 60
TYPED = (
    "food bank",
    "my father died",
    "carte sante",
    "lost my job",
    "aide au loyer",
    "pasport",
    "emploi",
    "halifax ei",
)


def measure() -> list[Measure]:
    """The keys of a few queries one by one, beside a bare query of the same index; then the same in the window."""
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        catalogue = many_services(load(paths.catalogue_file()), SERVICES)
        index = index_of(catalogue, lambda: Path(folder))
        finder = Finder(index)
        prefixes = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
        taken = [each_ms(partial(finder.answer, text, "en", 90), 1)[0] for text in prefixes]
        bare = median(each_ms(lambda: index.execute(_BARE).fetchall(), 20))
        drawn = probed("finding", folder)
    note = f"{SERVICES} services, 95 of 100 keys, of {len(prefixes)}"
    worst = max(taken)
    return [
        Measure("search, one key, by a frame", ninety_fifth(taken) / FRAME_MS, "x", 1, note),
        Measure("search, slowest key, by a frame", worst / FRAME_MS, "x", 1, f"{worst:.1f} ms"),
        Measure("search, one key, by a bare query", median(taken) / bare, "x", note=f"the bare one {bare:.2f} ms"),
        Measure("key to lines in the model, by a frame", drawn["told"] / FRAME_MS, "x", 1, note),
        Measure("key to drawn lines, by a frame", drawn["drawn"] / FRAME_MS, "x", 1, "software renderer, 1920 by 1080"),
    ]


_BARE = "SELECT rowid FROM words WHERE words MATCH '\"food\"' ORDER BY rank LIMIT 120"

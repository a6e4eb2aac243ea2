"""What stewards decided of corrections, as it comes with updates: read in once, over the catalogue and not into it."""

import logging
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.reading import load
from kiosk.counter.corrections.exchange import MOST_BYTES, ExchangeError, Merged, merge
from kiosk.counter.tables import MIGRATIONS
from kiosk.logs import Code
from kiosk.state import open_state
from kiosk.sync.updates.fetching import fetch_small, note_taken, was_taken
from kiosk.sync.updates.repository import Repository
from kiosk.sync.updates.sources import Source

DECIDED = "decided.sha256"
"""The digest of the file that was read in last."""

_log = logging.getLogger(__name__)


def take_decided(
    source: Source, repository: Repository, region: str, folder: Path, catalogue: Path, state_file: Path, at: datetime
) -> Merged | None:
    """Merge the decisions for `region` into state.db; None where there are none, or none that are new.

    A file that says what cannot be is left out and logged: the edition that it came with is good without it.

    Raises:
        UpdateError: the file could not be fetched.
        StateError: it could not be kept.
    """
    listed = repository.find(f"catalogue/{region}/decided.json")
    if listed is None or was_taken(folder / DECIDED, listed):
        return None
    content = fetch_small(source, listed, MOST_BYTES)
    merged = None
    try:
        with closing(open_state(state_file, MIGRATIONS)) as state:
            merged = merge(state, load(catalogue), content, at)
    except ExchangeError as error:
        _log.error("what was decided of corrections cannot be read in: %s: %s", Code(error.code), error)
    note_taken(folder / DECIDED, listed)
    return merged

"""What an edition of the catalogue says, kept once for each, in the background, for slips that come back later."""

import logging
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from kiosk.bridge.jobs import Err, Lane, Outcome
from kiosk.catalogue.model import Catalogue
from kiosk.counter.reopening.editions import MIGRATIONS, note_edition
from kiosk.logs import Code
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state

_log = logging.getLogger(__name__)


class Editions:
    """Owns the lane; nothing waits for it, and what goes wrong is only logged."""

    def __init__(self, folder: Callable[[], Path], lane: Lane) -> None:
        """`folder` gives the state folder, in the lane; it may raise `FolderError`."""
        self._folder = folder
        self._lane = lane

    def note(self, catalogue: Catalogue, today: date) -> None:
        """Keep what `catalogue`, as it was shipped, says."""
        self._lane.run(lambda: self._kept(catalogue, today), _told)

    def close(self) -> None:
        """Refuse more and wait for what is being written."""
        self._lane.close()

    def _kept(self, catalogue: Catalogue, today: date) -> bool:
        with closing(open_state(self._folder() / STATE_FILE, MIGRATIONS)) as state:
            return note_edition(state, catalogue, today)


def _told(outcome: Outcome[bool]) -> None:
    if isinstance(outcome, Err):
        _log.warning("this edition of the catalogue is not kept: %s: %s", Code(outcome.error.code), outcome.error)

"""The catalogue with what lies over it, made again only when state.db or the day has changed."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from kiosk.catalogue.model import Catalogue
from kiosk.counter.corrections.overlay import overlaid
from kiosk.counter.corrections.tables import overlay_in
from kiosk.counter.corrections.values import NOTHING_OVER, Overlay
from kiosk.errors import KioskError
from kiosk.logs import Code
from kiosk.state import StateError, state_errors

_log = logging.getLogger(__name__)

_Seen = tuple[tuple[int, int, int] | None, ...]
"""Of state.db and its write-ahead log: which file, how long, and when it was last written."""


def read_overlay(state_file: Path) -> Overlay:
    """What lies over the catalogue; nothing where no state.db was made yet. The file is not written.

    Raises:
        StateError: it cannot be read.
    """
    if not state_file.exists():
        return NOTHING_OVER
    with (
        state_errors(),
        closing(sqlite3.connect(f"{state_file.resolve().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        return overlay_in(connection)


class Watch:
    """Keeps a catalogue up to date with what staff put over it; asking costs two looks at the disk.

    Where state.db cannot be read, what was known before goes on lying over the catalogue.
    """

    def __init__(self, state_file: Callable[[], Path], *, for_staff: bool = False) -> None:
        """`state_file` may raise `FolderError`; it is asked again the next time."""
        self._for_staff = for_staff
        self._state_file = state_file
        self._seen: _Seen | None = None
        self._overlay = NOTHING_OVER
        self._made: tuple[Catalogue, Overlay, date, Catalogue] | None = None

    def over(self, catalogue: Catalogue, today: date) -> Catalogue:
        """`catalogue` with all that lies over it on the day `today`; the same value again while nothing changes."""
        self._look()
        made = self._made
        if made is None or made[0] is not catalogue or made[1] != self._overlay or made[2] != today:
            made = self._made = (catalogue, self._overlay, today, self._laid(catalogue, today, made))
        return made[3]

    @property
    def overlay(self) -> Overlay:
        """All that was found to lie over the catalogue when it was last asked for."""
        return self._overlay

    def _laid(
        self, catalogue: Catalogue, today: date, made: tuple[Catalogue, Overlay, date, Catalogue] | None
    ) -> Catalogue:
        """A new day makes another catalogue only where it changes something: what stands on it is costly to make."""
        laid = overlaid(catalogue, self._overlay, today, for_staff=self._for_staff)
        return made[3] if made is not None and made[0] is catalogue and made[3] == laid else laid

    def _look(self) -> None:
        try:
            file = self._state_file()
            seen = _signature(file)
            if seen != self._seen:
                self._overlay = read_overlay(file)
                self._seen = seen
        except KioskError as error:
            if self._seen != ():
                _log.error("corrections cannot be read: %s: %s", Code(error.code), error)
            self._seen = ()


def _signature(file: Path) -> _Seen:
    return tuple(_stat(part) for part in (file, file.with_name(f"{file.name}-wal")))


def _stat(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StateError(f"{file}: {error.strerror}") from error
    return found.st_ino, found.st_size, found.st_mtime_ns

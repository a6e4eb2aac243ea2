"""One round of staying current, over the network or by a stick; and when the next one is due."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.editions import catalogue_in_use, updates_folder
from kiosk.config import Config
from kiosk.counter.tables import MIGRATIONS
from kiosk.errors import KioskError
from kiosk.outbox.streams import waiting
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state
from kiosk.sync.exchange.errors import BusyError, NotEnrolledError, NotReachedError
from kiosk.sync.exchange.pauses import pause_after
from kiosk.sync.exchange.sticks import read_receipts_file, write_stick_file
from kiosk.sync.telling import Told, health_of, tell_hub
from kiosk.sync.updates.fetching import Watcher
from kiosk.sync.updates.outcomes import Outcome, Unreachable
from kiosk.sync.updates.updating import source_of, update

_SPREAD = 0.5
"""The next round is due so much before or after its time, so that a fleet does not come all at once."""


@dataclass(frozen=True, slots=True)
class Carried:
    """So many records are on a stick, for the hub; they wait here until its word comes back."""

    records: int


@dataclass(frozen=True, slots=True)
class Round:
    """What came of each way; None for one that is not configured or was not gone. `opens` is the catalogue to open."""

    down: Outcome | None
    up: Told | Carried | KioskError | None
    opens: Path

    @property
    def reached(self) -> bool:
        """Whether whatever was asked answered; a turn of another program counts as an answer."""
        up = not isinstance(self.up, KioskError) or isinstance(self.up, BusyError)
        return up and not isinstance(self.down, Unreachable)

    @property
    def retry_after(self) -> str:
        """What the hub said of when to come again; "" where it said nothing."""
        return self.up.retry_after if isinstance(self.up, NotReachedError) else ""


def go_round(
    config: Config, folder: Path, now: Callable[[], datetime], watcher: Watcher, *, down: bool, up: bool
) -> Round:
    """Go the ways that are asked for and configured. `folder` is the state folder; `now` gives the clock, aware."""
    wanted = config.sync
    fetched = told = None
    if down and wanted.updates:
        state = folder / STATE_FILE
        fetched = update(source_of(wanted.updates), updates_folder(), config, now(), watcher, state_file=state)
    if up and wanted.hub:
        told = _tell(config, folder, now())
    return Round(fetched, told, catalogue_in_use(config.catalogue))


def use_stick(config: Config, folder: Path, stick: Path, now: Callable[[], datetime], watcher: Watcher) -> Round:
    """Take the edition and the hub's word that a stick brings, then put what waits onto it."""
    fetched = update(source_of(str(stick)), updates_folder(), config, now(), watcher, state_file=folder / STATE_FILE)
    return Round(fetched, _carry(config, folder, stick, now()), catalogue_in_use(config.catalogue))


def _carry(config: Config, folder: Path, stick: Path, now: datetime) -> Carried | KioskError | None:
    state_file = folder / STATE_FILE
    try:
        read_receipts_file(state_file, folder, stick, now)
        write_stick_file(state_file, folder, stick, now, health_of(config, folder))
        with closing(open_state(state_file, MIGRATIONS)) as state:
            return Carried(waiting(state).count)
    except NotEnrolledError:
        return None
    except KioskError as error:
        return error


def _tell(config: Config, folder: Path, now: datetime) -> Told | KioskError:
    try:
        return tell_hub(config, folder, now)
    except KioskError as error:
        return error


def seconds_until_next(config: Config, failures: int, drawn: float, retry_after: str = "") -> float:
    """How long to wait after `failures` rounds in a row that reached nobody; `drawn` is from 0 to 1, anew each time."""
    if failures:
        return pause_after(failures, drawn, retry_after)
    return config.sync.every_minutes * 60 * (1 + _SPREAD * (2 * drawn - 1))

"""Staying current by itself while a window is open: rounds in a lane of their own, never in anybody's way."""

import logging
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QNetworkInformation

from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.config import Config
from kiosk.logs import Code
from kiosk.sync.rounds import Round, go_round, seconds_until_next, use_stick
from kiosk.sync.updates.fetching import Progress

SPREAD_MS = 300_000
"""The first round is due within so much of the start, or of a network that has come back: thousands of kiosks may start
with the power, or come back with the network.
"""

_SOON_MS = 20_000
_log = logging.getLogger(__name__)


class Syncing(QObject):
    """Goes round every so many minutes where that is configured, and whenever somebody asks."""

    changed = Signal()
    """A round has begun, come further or ended."""

    renewed = Signal()
    """Another edition of the catalogue is to be opened from now on."""

    _came_further = Signal(int, int)

    def __init__(
        self,
        config: Config,
        folder: Callable[[], Path],
        now: Callable[[], datetime],
        lane: Lane,
        drawn: Callable[[], float] = random.random,
    ) -> None:
        """`folder` (that of the state) and `now` are called in the lane. `drawn` gives numbers from 0 to 1."""
        super().__init__()
        self._config = config
        self._folder = folder
        self._now = now
        self._lane = lane
        self._drawn = drawn
        self._failures = 0
        self._opens = catalogue_in_use(config.catalogue)
        self._network: QNetworkInformation | None = None
        self.last: Round | None = None
        self.busy = False
        self.progress: Progress | None = None
        self._came_further.connect(self._follow)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.due)

    @property
    def due_in_ms(self) -> int:
        """When the next round begins by itself; -1 while none is to."""
        return self._next.remainingTime()

    def begin(self) -> None:
        """Go round by itself from now on, and soon after a network has come back."""
        if not self._config.sync.is_set:
            return
        self._next.start(int(_SOON_MS + SPREAD_MS * self._drawn()))
        self._network = _network()
        if self._network is not None:
            self._network.reachabilityChanged.connect(self._link_changed)

    @Slot()
    def go(self) -> None:
        """Go round now, whatever the network costs: somebody asks."""
        self._go(down=True)

    def use(self, stick: Path) -> None:
        """Take what a stick brings, and put what waits onto it."""
        config, folder, now = self._config, self._folder, self._now
        self._run(lambda: use_stick(config, folder(), stick, now, self._watch))

    def close(self) -> None:
        """Go no more; a round that runs is waited for."""
        self._next.stop()
        self._lane.close()

    @Slot()
    def due(self) -> None:
        """Go round as it is due: what costs by the byte is not fetched."""
        paid = self._config.sync.metered or (self._network is not None and self._network.isMetered())
        self._go(down=not paid)

    def _go(self, *, down: bool) -> None:
        config, folder, now = self._config, self._folder, self._now
        if self._config.sync.is_set:
            self._run(lambda: go_round(config, folder(), now, self._watch, down=down, up=True))

    def _run(self, job: Callable[[], Round]) -> None:
        if self.busy:
            return
        self._next.stop()
        self.busy, self.progress = True, None
        self._lane.run(job, self._end)
        self.changed.emit()

    def _watch(self, progress: Progress) -> None:
        """Called in the lane."""
        self._came_further.emit(progress.done, progress.total)

    def _end(self, outcome: Outcome[Round]) -> None:
        self.busy, self.progress = False, None
        reached, retry_after = False, ""
        if isinstance(outcome, Ok):
            self.last = outcome.value
            reached, retry_after = outcome.value.reached, outcome.value.retry_after
            self._look_at(outcome.value.opens)
        else:
            _log.warning("a round was not gone to its end: %s", Code(outcome.error.code))
        self._failures = 0 if reached else self._failures + 1
        if self._config.sync.is_set:
            pause = seconds_until_next(self._config, self._failures, self._drawn(), retry_after)
            self._next.start(int(1000 * pause))
        self.changed.emit()

    def _look_at(self, opens: Path) -> None:
        """Tell of another edition, whichever program of this machine has installed it."""
        if opens != self._opens:
            self._opens = opens
            self.renewed.emit()

    @Slot(int, int)
    def _follow(self, done: int, total: int) -> None:
        self.progress = Progress(done, total)
        self.changed.emit()

    @Slot()
    def _link_changed(self) -> None:
        online = self._network is not None and self._network.reachability() == QNetworkInformation.Reachability.Online
        if online and self._failures and not self.busy:
            self._failures = 0
            self._next.start(int(SPREAD_MS * self._drawn()))


def _network() -> QNetworkInformation | None:
    """What the system knows of its network; None where it does not tell."""
    if not QNetworkInformation.loadDefaultBackend():
        return None
    return QNetworkInformation.instance()

"""Erasing, in the background, what is past its last day: when the counter opens, and every hour after that."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.bridge.jobs import Err, Lane, Outcome
from kiosk.logs import Code

_EVERY_MS = 60 * 60 * 1000

_log = logging.getLogger(__name__)


class CaseSweeping(QObject):
    """Runs one sweep after the other in a lane. A sweep that fails is logged, and tried again in an hour."""

    swept = Signal()
    """Cases were erased: a list of them is another one now."""

    def __init__(self, lane: Lane, sweep: Callable[[], Callable[[], int]]) -> None:
        """`sweep` is asked in the window's thread for the work of one sweep, which tells how many cases went."""
        super().__init__()
        self._lane = lane
        self._sweep = sweep
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """Sweep now, and every hour from now on."""
        self.sweep()
        self._timer.start()

    @Slot()
    def sweep(self) -> None:
        """Sweep once."""
        self._lane.run(self._sweep(), self._done)

    def close(self) -> None:
        """Sweep no more, and wait for what is being swept."""
        self._timer.stop()
        self._lane.close()

    def _done(self, outcome: Outcome[int]) -> None:
        if isinstance(outcome, Err):
            _log.error("cases could not be swept: %s", Code(outcome.error.code))
        elif outcome.value:
            _log.info("%d cases were past their last day and were erased", outcome.value)
            self.swept.emit()

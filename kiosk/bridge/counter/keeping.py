"""What the counter keeps of kiosks and calls while it is open: which kiosks there are, counts, how calls ended."""

import logging
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.counter.audit import Act, record
from kiosk.counter.calling.board import Board, End
from kiosk.counter.counts import count_all, counted_of_call
from kiosk.counter.fleet import Known
from kiosk.counter.logbook import forget, known_before, write_down
from kiosk.errors import KioskError
from kiosk.logs import Code
from kiosk.state import atomic

if TYPE_CHECKING:
    from kiosk.counter.staff import StaffId

_WRITE_EVERY_MS = 60_000
_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Writes down once a minute how the kiosks are, and each call once it has ended. A full disk costs a log line."""

    def __init__(
        self,
        state: sqlite3.Connection,
        board: Board,
        who: Callable[[], "StaffId | Literal['']"],
        now: Callable[[], datetime],
    ) -> None:
        """Takes up at once what an earlier counter knew. `who` is signed in, for the audit."""
        super().__init__()
        self._state = state
        self._board = board
        self._who = who
        self._now = now
        self._counted: set[int] = set()
        self._written: tuple[Known, ...] = ()
        self._tries("recall the kiosks", lambda: board.fleet.recall(known_before(state)))
        self._next = QTimer(self)
        self._next.setInterval(_WRITE_EVERY_MS)
        self._next.timeout.connect(self.write)
        self._next.start()

    @Slot()
    def count_calls(self) -> None:
        """Count the calls that have ended since the last look."""
        ended = [e for e in self._board.entries if e.end is not End.OPEN and e.number not in self._counted]
        if not ended:
            return
        self._counted |= {entry.number for entry in ended}

        def write() -> None:
            with atomic(self._state):
                for entry in ended:
                    count_all(self._state, counted_of_call(entry))

        self._tries("count a call", write)

    @Slot()
    def write(self) -> None:
        """Write down how the kiosks are, where that has changed."""
        kiosks = self._board.fleet.kiosks
        if kiosks == self._written:
            return

        def write() -> None:
            with atomic(self._state):
                write_down(self._state, kiosks)

        if self._tries("write down the kiosks", write):
            self._written = kiosks

    def close_kiosks(self, numbers: Iterable[int], closed: bool) -> None:
        """Close kiosks as soon as nobody is at them, or open them again, also beyond this counter's next start.

        Raises `StateError`: what could not be written down was not done.
        """
        fleet = self._board.fleet
        changed = [known for known in fleet.kiosks if known.number in set(numbers) and known.closed != closed]
        with atomic(self._state):
            write_down(self._state, [replace(known, closed=closed) for known in changed])
            for known in changed:
                act = Act.KIOSK_CLOSED if closed else Act.KIOSK_OPENED
                record(self._state, who=self._who(), act=act, subject=str(known.number), at=self._now())
        for known in changed:
            fleet.close(known.number, closed)

    def forget(self, number: int) -> None:
        """Know a kiosk no more that was taken away. Raises `StateError`."""
        with atomic(self._state):
            forget(self._state, number)
            record(self._state, who=self._who(), act=Act.KIOSK_FORGOTTEN, subject=str(number), at=self._now())
        self._board.fleet.forget(number)

    def close(self) -> None:
        """Write down what was not yet."""
        self._next.stop()
        self.count_calls()
        self.write()

    def _tries(self, what: str, act: Callable[[], None]) -> bool:
        try:
            act()
        except KioskError as error:
            _log.error("the counter could not %s: %s: %s", Code(what), Code(error.code), error)
            return False
        return True

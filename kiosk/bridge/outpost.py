"""What ties this kiosk to the counter while nobody calls: counts and reports, put together after the first picture."""

from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk import paths
from kiosk.bridge.callers import line_to
from kiosk.bridge.calling import Calling, Stage
from kiosk.bridge.counting import Counting
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.reporting import Gauge, Reporting
from kiosk.bridge.session import Session
from kiosk.bridge.slip_printing import SlipPrinting
from kiosk.bridge.slips import one_thread
from kiosk.bridge.viewmodels.staff_words import StaffWordsViewModel
from kiosk.config import Config
from kiosk.counter.calling.calls import PrinterState
from kiosk.referral.printing.jobs import Printer, PrintState
from kiosk.visit.visit import Page

_FIRST_LOOK_MS = 15_000
"""A driver takes half a second to load, which must not meet the first touch."""
_LOOK_EVERY_MS = 60_000
_STATES = {
    PrintState.READY: PrinterState.READY,
    PrintState.PAPER_OUT: PrinterState.PAPER_OUT,
    PrintState.OFFLINE: PrinterState.OFFLINE,
    PrintState.STOPPED: PrinterState.STOPPED,
    PrintState.REFUSED: PrinterState.STOPPED,
    PrintState.UNKNOWN_QUEUE: PrinterState.STOPPED,
}


class PrinterWatch(QObject):
    """Looks at the printer once a minute while nobody is at the kiosk, and while nothing prints."""

    def __init__(self, session: Session, printer: Printer | None, lane: Lane) -> None:
        super().__init__()
        self._session = session
        self._printer = printer
        self._lane = lane
        self._printing: SlipPrinting | None = None
        self._state = PrinterState.UNKNOWN if printer is not None else PrinterState.NONE
        self._next = QTimer(self)
        self._next.setInterval(_FIRST_LOOK_MS)
        self._next.timeout.connect(self.look)
        self._next.start()

    @property
    def state(self) -> PrinterState:
        """How the printer was when it was last looked at or used."""
        return self._state

    def follow(self, printing: SlipPrinting) -> None:
        """Leave the printer to `printing`, which has come to use it, and hear of it from there."""
        self._printing = printing
        printing.changed.connect(self._hear)

    @Slot()
    def look(self) -> None:
        """Ask the printer how it is; the answer comes when it comes."""
        self._next.setInterval(_LOOK_EVERY_MS)
        printer = self._printer
        if printer is None or self._session.visit.page is not Page.ATTRACT:
            return
        if self._printing is not None:
            self._printing.look_ahead()
        else:
            self._lane.run(printer.look, self._looked)

    def _looked(self, outcome: Outcome[PrintState | None]) -> None:
        seen = outcome.value if isinstance(outcome, Ok) else None
        self._state = _STATES.get(seen, PrinterState.UNKNOWN) if seen is not None else PrinterState.UNKNOWN

    @Slot()
    def _hear(self) -> None:
        printing = self._printing
        if printing is None:
            return
        if printing.progress.value in _STATES_OF_PROGRESS:
            self._state = _STATES_OF_PROGRESS[printing.progress.value]
        elif printing.seen is not None:
            self._state = _STATES.get(printing.seen, self._state)


_STATES_OF_PROGRESS = {
    "printed": PrinterState.READY,
    **{state.value: ours for state, ours in _STATES.items() if state is not PrintState.READY},
}


class Outpost:
    """Owns the lanes in which visits are counted and the counter is told how this kiosk is."""

    def __init__(
        self,
        session: Session,
        config: Config,
        words: StaffWordsViewModel,
        printer: Printer | None,
        new_executor: Callable[[], Executor] = one_thread,
    ) -> None:
        self._writing = Lane(new_executor())
        self._telling = Lane(new_executor())
        self._looking = Lane(new_executor())
        gauge = Gauge(config, paths.state_folder)
        self.counting = Counting(session, self._writing, paths.state_folder)
        self.watch = PrinterWatch(session, printer, self._looking)
        self.reporting = Reporting(
            session, gauge, lambda: line_to(config), self._telling, self.counting, words, lambda: self.watch.state
        )
        self.reporting.tell()

    def follow_printing(self, printing: SlipPrinting) -> None:
        """Slips are made from now on."""
        self.counting.follow(printing)
        self.watch.follow(printing)

    def follow_calls(self, calling: Calling) -> None:
        """Somebody may be called from now on."""
        calling.changed.connect(lambda: self._hear_of_call(calling.stage))

    def close(self) -> None:
        """Refuse more work and wait for what is running."""
        for lane in (self._looking, self._telling, self._writing):
            lane.close()

    def _hear_of_call(self, stage: Stage) -> None:
        if stage is Stage.COMING:
            self.counting.help()

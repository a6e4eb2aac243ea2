"""What a kiosk knows of its printer while nobody prints: looked at once in a while, at the first screen only."""

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge.jobs import Lane
from kiosk.bridge.outpost import PrinterWatch
from kiosk.bridge.slip_printing import Progress
from kiosk.counter.calling.calls import PrinterState
from kiosk.referral.printing.jobs import PrintState
from kiosk.visit.visit import speaking
from tests.by_hand import ByHand


class Printer:
    """A printer that is as it is told to be."""

    def __init__(self, state=PrintState.READY):
        self.state = state
        self.looks = 0

    def look(self):
        self.looks += 1
        return self.state


class Printing(QObject):
    """Slips on their way, as `SlipPrinting` tells of them."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.progress = Progress.NONE
        self.seen = None
        self.looks = 0

    def look_ahead(self):
        self.looks += 1

    def say(self, progress=Progress.NONE, seen=None):
        self.progress, self.seen = progress, seen
        self.changed.emit()


@pytest.fixture
def watch_of(session, qapp):
    """The watch over a printer, and its lane's thread."""

    def _watch(printer):
        executor = ByHand()
        watch = PrinterWatch(session, printer, Lane(executor))
        return watch, lambda: executor.run_all(qapp)

    return _watch


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        (PrintState.READY, PrinterState.READY),
        (PrintState.PAPER_OUT, PrinterState.PAPER_OUT),
        (PrintState.OFFLINE, PrinterState.OFFLINE),
        (PrintState.STOPPED, PrinterState.STOPPED),
        (PrintState.UNKNOWN_QUEUE, PrinterState.STOPPED),
        (None, PrinterState.UNKNOWN),
    ],
)
def test_the_printer_is_as_it_says(watch_of, seen, state):
    watch, work = watch_of(Printer(seen))
    assert watch.state is PrinterState.UNKNOWN

    watch.look()
    work()

    assert watch.state is state


def test_a_kiosk_without_a_printer_says_so_and_looks_at_none(watch_of):
    watch, work = watch_of(None)

    watch.look()
    work()

    assert watch.state is PrinterState.NONE


def test_nobody_waits_for_a_look_at_the_printer(watch_of, session):
    printer = Printer()
    watch, work = watch_of(printer)
    session.do(lambda visit: speaking(visit, "fr"))

    watch.look()
    work()

    assert printer.looks == 0


def test_the_printer_is_left_to_the_slips_once_there_are_some(watch_of):
    printer, printing = Printer(), Printing()
    watch, work = watch_of(printer)
    watch.follow(printing)

    watch.look()
    work()

    assert (printer.looks, printing.looks) == (0, 1)


def test_what_a_slip_meets_is_known_at_once(watch_of):
    printing = Printing()
    watch, _ = watch_of(Printer())
    watch.follow(printing)

    printing.say(Progress.PAPER_OUT)
    assert watch.state is PrinterState.PAPER_OUT

    printing.say(Progress.NONE, PrintState.OFFLINE)
    assert watch.state is PrinterState.OFFLINE

    printing.say(Progress.PRINTED)
    assert watch.state is PrinterState.READY


def test_a_look_that_can_tell_nothing_leaves_what_was_known(watch_of):
    printing = Printing()
    watch, _ = watch_of(Printer())
    watch.follow(printing)
    printing.say(Progress.PAPER_OUT)

    printing.say(Progress.NONE, None)

    assert watch.state is PrinterState.PAPER_OUT


def test_after_the_first_look_a_minute_passes_before_the_next(watch_of):
    watch, _ = watch_of(Printer())
    (timer,) = watch.findChildren(QTimer)
    assert timer.interval() == 15_000

    timer.timeout.emit()

    assert timer.interval() == 60_000

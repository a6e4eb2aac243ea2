"""The slip on its way to paper: sent when someone asks, followed until it is there, taken back when they have left."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.bridge.jobs import Err, Lane, Ok, Outcome
from kiosk.bridge.session import Session
from kiosk.config import Printer as PrinterSettings
from kiosk.config import PrinterKind
from kiosk.referral.printing.jobs import JobId, Printer, PrintOutcome, PrintState
from kiosk.referral.slip.typeset import Typeset
from kiosk.visit.visit import Page

_LOOK_EVERY_MS = 1000
_PATIENCE_AFTER_LEAVING = 60
"""Looks at a slip that was printing when its owner left, before it is taken back."""


class Progress(StrEnum):
    """What the screen says of the slip. The later values are those of `PrintState`, but for "ready"."""

    NONE = "none"
    SENDING = "sending"
    UNMADE = "unmade"
    FAILED = "failed"
    PRINTING = "printing"
    PRINTED = "printed"
    PAPER_OUT = "paper_out"
    OFFLINE = "offline"
    STOPPED = "stopped"
    REFUSED = "refused"
    UNKNOWN_QUEUE = "unknown_queue"
    CANCELLED = "cancelled"

    @property
    def is_trouble(self) -> bool:
        """Tell whether paper is not coming by itself."""
        return self not in (Progress.NONE, Progress.SENDING, Progress.PRINTING, Progress.PRINTED)


def printer_of(settings: PrinterSettings) -> Printer | None:
    """The printer that the configuration names; None when there is none. Raises `PrinterAddressError`."""
    match settings.kind:
        case PrinterKind.NONE:
            return None
        case PrinterKind.CUPS:
            from kiosk.referral.printing.cups import CupsPrinter

            return CupsPrinter(settings.name)
        case PrinterKind.RECEIPT:
            from kiosk.referral.printing.receipt import ReceiptPrinter

            return ReceiptPrinter(settings.address)
        case PrinterKind.FILE:
            from kiosk.referral.printing.file import FilePrinter

            return FilePrinter(Path(settings.folder))


class SlipPrinting(QObject):
    """Sends one slip at a time and tells how it fares."""

    changed = Signal()

    def __init__(self, session: Session, printer: Printer | None, lane: Lane) -> None:
        super().__init__()
        self._printer = printer
        self._lane = lane
        self._progress = Progress.NONE
        self._seen: PrintState | None = None
        self._job: JobId | None = None
        self._document: Typeset | None = None
        self._left = 0
        self._attempt = 0
        self._next_look = QTimer(self)
        self._next_look.setSingleShot(True)
        self._next_look.setInterval(_LOOK_EVERY_MS)
        self._next_look.timeout.connect(self._look)
        self._session = session
        session.ended.connect(self.leave)
        session.changed.connect(self._follow_visit)

    @property
    def has_printer(self) -> bool:
        """Tell whether this kiosk has a printer at all."""
        return self._printer is not None

    @property
    def progress(self) -> Progress:
        """How the slip fares."""
        return self._progress

    @property
    def can_send_again(self) -> bool:
        """Tell whether there is a slip to print once more."""
        return self._document is not None

    @property
    def seen(self) -> PrintState | None:
        """How the printer was when it was last looked at; None when nothing could tell."""
        return self._seen

    def look_ahead(self) -> None:
        """Look at the printer before anything is sent, in its own lane: the answer comes when it comes."""
        printer = self._printer
        if printer is None or self._progress in (Progress.SENDING, Progress.PRINTING):
            return
        self._see(None)
        self._lane.run(printer.look, self._looked)

    def send(self, document: Typeset) -> None:
        """Print `document`; one that is waiting for paper is taken back first."""
        printer = self._printer
        if printer is None:
            return
        self._take_back()
        self._document = document
        self._left = 0
        self._attempt += 1
        attempt = self._attempt
        self._say(Progress.SENDING)
        self._lane.run(lambda: printer.print(document), lambda outcome: self._heard(outcome, attempt))

    def send_again(self) -> None:
        """Print the same slip once more."""
        if self._document is not None:
            self.send(self._document)

    def begin(self) -> None:
        """Someone asked to print, and the slip is being made ready; one sent before is taken back."""
        self._take_back()
        self._document = None
        self._say(Progress.SENDING)

    def fail(self, why: Progress) -> None:
        """There is nothing to send: the slip could not be made (`UNMADE`), or not be written down (`FAILED`)."""
        self._say(why)

    @Slot()
    def leave(self) -> None:
        """Forget the slip. One that is printing comes out; one that waits for paper is taken back."""
        self._document = None
        if self._progress.is_trouble:
            self._take_back()
        elif self._job is not None or self._progress is Progress.SENDING:
            self._left = _PATIENCE_AFTER_LEAVING
        self._say(Progress.NONE)

    @Slot()
    def _follow_visit(self) -> None:
        """A visit that is about nothing any more has no slip either."""
        visit = self._session.visit
        is_about_nothing = not visit.bundles and visit.page is not Page.CARD
        if is_about_nothing and (self._progress is not Progress.NONE or self._document is not None):
            self.leave()

    @Slot()
    def _look(self) -> None:
        printer, job, attempt = self._printer, self._job, self._attempt
        if printer is not None and job is not None:
            self._lane.run(lambda: printer.poll(job), lambda outcome: self._heard(outcome, attempt))

    def _heard(self, outcome: Outcome[PrintOutcome], attempt: int) -> None:
        if attempt != self._attempt:
            return
        match outcome:
            case Ok(told):
                self._job = None if told.is_over else told.job
                progress = Progress(told.state)
            case Err():
                self._job, progress = None, Progress.FAILED
        if self._left:
            self._watch_over_orphan(progress)
            return
        self._say(progress)
        if self._job is not None:
            self._next_look.start()

    def _watch_over_orphan(self, progress: Progress) -> None:
        """Follow a slip whose owner has left: it comes out, or nobody finds it in the next person's hands."""
        self._left -= 1
        if self._job is None:
            self._left = 0
        elif progress.is_trouble or not self._left:
            self._left = 0
            self._take_back()
        else:
            self._next_look.start()

    def _take_back(self) -> None:
        printer, job = self._printer, self._job
        self._job = None
        self._attempt += 1
        self._next_look.stop()
        if printer is not None and job is not None:
            self._lane.run(lambda: printer.cancel(job), lambda _outcome: None)

    def _looked(self, outcome: Outcome[PrintState | None]) -> None:
        self._see(outcome.value if isinstance(outcome, Ok) else None)

    def _see(self, seen: PrintState | None) -> None:
        if seen is not self._seen:
            self._seen = seen
            self.changed.emit()

    def _say(self, progress: Progress) -> None:
        if progress is not self._progress:
            self._progress = progress
            self.changed.emit()

"""A badge on its way to paper. It is a key, so it never waits in a printer: it comes out soon, or is taken back."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.people_words import badge_news
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.slip_printing import Progress
from kiosk.languages import Messages
from kiosk.referral.printing.jobs import Printer, PrintState
from kiosk.referral.slip.typeset import Typeset

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_EVERY_S = 1.0
_MOST_LOOKS = 60


@QmlElement
@QmlUncreatable("made by a view-model")
class BadgePrinting(QObject):  # type: ignore[operator]
    """Prints one badge at a time in its lane, and tells how it fares."""

    changed = Signal()
    told = Signal(str)
    """News of the badge, for the ear."""

    def __init__(self, printer: Printer | None, lane: Lane, messages: Callable[[], Messages]) -> None:
        super().__init__()
        self._printer = printer
        self._lane = lane
        self._messages = messages
        self._leaving = Event()
        self._progress = Progress.NONE

    @Property(bool, constant=True)
    def possible(self) -> bool:
        """Whether this counter has a printer at all."""
        return self._printer is not None

    @Property(bool, notify=changed)
    def coming(self) -> bool:
        """Whether a badge is in the printer's hands."""
        return self._progress in (Progress.SENDING, Progress.PRINTING)

    @Property(bool, notify=changed)
    def printed(self) -> bool:
        """Whether the badge is out."""
        return self._progress is Progress.PRINTED

    @Property(str, notify=changed)
    def news(self) -> str:
        """How the badge fares, and what to do next; empty where nothing was sent."""
        return badge_news(self._messages(), self._progress)

    def send(self, made: Callable[[], Typeset]) -> None:
        """Print what `made` gives; it is called in the lane."""
        printer = self._printer
        if printer is not None:
            self._say(Progress.SENDING)
            self._lane.run(lambda: printed(printer, made(), self._leaving), self._heard)

    def forget(self) -> None:
        """Say nothing any more of the badge that was printed."""
        self._say(Progress.NONE)

    def close(self) -> None:
        """Take back what has not come out, and wait for the printer to let go of it."""
        self._leaving.set()
        self._lane.close()

    def _heard(self, outcome: Outcome[PrintState]) -> None:
        self._say(Progress(outcome.value) if isinstance(outcome, Ok) else Progress.FAILED)

    def _say(self, progress: Progress) -> None:
        if progress is not self._progress:
            self._progress = progress
            self.changed.emit()
            if progress is not Progress.NONE:
                self.told.emit(badge_news(self._messages(), progress))


def printed(printer: Printer, document: Typeset, leaving: Event) -> PrintState:
    """Print, and wait until it is out; what waits for paper, or does not come within a minute, is taken back.

    Raises what the printer raises.
    """
    sent = printer.print(document)
    for _ in range(_MOST_LOOKS):
        if sent.job is None or sent.is_over:
            return sent.state
        if sent.state is not PrintState.PRINTING or leaving.is_set():
            break
        leaving.wait(_LOOK_EVERY_S)
        sent = printer.poll(sent.job)
    if sent.job is not None and not sent.is_over:
        printer.cancel(sent.job)
    return PrintState.CANCELLED if sent.state is PrintState.PRINTING else sent.state

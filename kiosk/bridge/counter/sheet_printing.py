"""A sheet on its way to paper: sent in a lane, followed until it is out, else taken back."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from kiosk.bridge.counter.badge_printing import printed
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.slip_printing import Progress
from kiosk.languages import N_, Messages
from kiosk.referral.printing.jobs import Printer, PrintState
from kiosk.referral.slip.typeset import Typeset

_NEWS = {
    Progress.SENDING: N_("The sheet is being printed…"),
    Progress.PRINTED: N_("The sheet is printed."),
    Progress.PAPER_OUT: N_("The printer is out of paper. Put some in, and print again."),
    Progress.OFFLINE: N_("The printer does not answer. Look at its power and its cable."),
}
_TROUBLE = N_("The sheet was not printed. Try again.")


class SheetPrinting(QObject):
    """Prints one sheet at a time."""

    changed = Signal()

    def __init__(self, printer: Printer | None, lane: Lane) -> None:
        super().__init__()
        self._printer = printer
        self._lane = lane
        self._leaving = Event()
        self._progress = Progress.NONE

    @property
    def possible(self) -> bool:
        """Whether there is a printer at all."""
        return self._printer is not None

    @property
    def is_trouble(self) -> bool:
        """Whether the sheet does not come by itself."""
        return self._progress.is_trouble

    def news(self, messages: Messages) -> str:
        """How the sheet fares; empty before one was sent."""
        if self._progress is Progress.NONE:
            return ""
        return messages.gettext(_NEWS.get(self._progress, _TROUBLE))

    def send(self, made: Callable[[], Typeset]) -> None:
        """Print what `made` gives, which is called in the lane; one that is on its way is waited for."""
        printer = self._printer
        if printer is None or self._progress is Progress.SENDING:
            return
        self._say(Progress.SENDING)
        self._lane.run(lambda: printed(printer, made(), self._leaving), self._heard)

    def forget(self) -> None:
        """Say nothing any more of the sheet that was printed."""
        if self._progress not in (Progress.NONE, Progress.SENDING):
            self._say(Progress.NONE)

    def close(self) -> None:
        """Take back what has not come out, and wait for the printer to let go of it."""
        self._leaving.set()
        self._lane.close()

    def _heard(self, outcome: Outcome[PrintState]) -> None:
        self._say(Progress(outcome.value) if isinstance(outcome, Ok) else Progress.FAILED)

    def _say(self, progress: Progress) -> None:
        self._progress = progress
        self.changed.emit()

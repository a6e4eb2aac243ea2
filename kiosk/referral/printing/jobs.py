"""What becomes of a slip that was sent to a printer, as values that a screen puts into words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, Protocol

from kiosk.referral.slip.typeset import Typeset

JobId = NewType("JobId", str)
"""A slip on its way, in the printer's own words. It says nothing of what is printed."""


class PrintState(StrEnum):
    """Where a slip is. The value is the code of the sentence a screen shows."""

    READY = "ready"
    """Nothing was asked of it yet, and it says that it can print."""
    PRINTING = "printing"
    PRINTED = "printed"
    PAPER_OUT = "paper_out"
    """Waiting for somebody to put paper in; goes on by itself then, unless nothing had been sent."""
    OFFLINE = "offline"
    """Switched off, unplugged or out of reach."""
    STOPPED = "stopped"
    """Held by the print system until staff start the queue again."""
    REFUSED = "refused"
    """Not taken, or given up. Nothing more will happen."""
    UNKNOWN_QUEUE = "unknown_queue"
    """The configuration names a printer that does not exist."""
    CANCELLED = "cancelled"


_LAST = frozenset({PrintState.PRINTED, PrintState.REFUSED, PrintState.UNKNOWN_QUEUE, PrintState.CANCELLED})


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What is known of one slip at one moment."""

    state: PrintState
    job: JobId | None = None
    """None when nothing was sent, and nothing will come by itself."""
    detail: str = ""
    """For whoever keeps the machine, in English. Never a word of the slip."""

    @property
    def is_over(self) -> bool:
        """Nothing more will happen: to print, one has to ask again."""
        return self.job is None or self.state in _LAST


class Printer(Protocol):
    """Something that puts slips on paper.

    What a printer does is told in the outcome; only a slip that cannot be made or saved raises a `KioskError`.
    """

    def print(self, document: Typeset) -> PrintOutcome:
        """Send a slip. Returns as soon as the printer, or what stands before it, has the whole of it."""
        ...

    def look(self) -> PrintState | None:
        """Ask how the printer is before anything is sent: ready, or in which trouble; None when nothing can tell.

        Waits for seconds where a printer is silent.
        """
        ...

    def poll(self, job: JobId) -> PrintOutcome:
        """Look where the slip is. Once it is over, nothing of it is kept by the print system."""
        ...

    def cancel(self, job: JobId) -> None:
        """Take the slip back where that is still possible, and let the print system forget it."""
        ...


def follow(printer: Printer, sent: PrintOutcome, wait: Callable[[], None]) -> Iterator[PrintOutcome]:
    """Give `sent` and then every change, to the end; `wait` is called before each look.

    Whoever follows decides how long: paper may stay out for hours.
    """
    yield sent
    known = sent
    while known.job is not None and not known.is_over:
        wait()
        latest = printer.poll(known.job)
        if latest != known:
            yield latest
        known = latest

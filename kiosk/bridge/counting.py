"""What becomes of each visit, counted without anything of it: watched while it lasts, written down once it is over."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.bridge.jobs import Err, Lane, Outcome
from kiosk.bridge.session import Session
from kiosk.bridge.slip_printing import Progress, SlipPrinting
from kiosk.counter.counts import Ended, Ending, counted_of_visit, keep_counts
from kiosk.logs import Code
from kiosk.referral.issuing import STATE_FILE
from kiosk.visit.visit import Page

CODE = "code"
"""What the page is about where a plan is taken away by the code for a phone."""

_DISCREET = frozenset({Page.SAFETY, Page.CARD})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """What has been seen of a visit so far. `sent` is how its slip fared when it was last heard of."""

    began: datetime
    steady: float
    language: str = ""
    plan: bool = False
    phone: bool = False
    printed: bool = False
    sent: Progress = Progress.NONE
    timed_out: bool = False
    helped: bool = False
    discreet: bool = False

    def ended(self, steady: float) -> Ended:
        """The visit as it is counted when it ends now."""
        return Ended(
            self.began,
            steady - self.steady,
            self.language,
            self._ending(),
            self.timed_out,
            self.helped,
            self.discreet,
        )

    def _ending(self) -> Ending:
        on_its_way = self.sent is not Progress.NONE and not self.sent.is_trouble
        if self.printed or on_its_way:
            return Ending.PRINTED
        if self.phone:
            return Ending.PHONE
        return Ending.SEEN if self.plan else Ending.LEFT


class Counting(QObject):
    """Counts visits. Nothing waits for it, and a disk that takes nothing costs a line in the log."""

    counted = Signal()
    """One more visit is on the disk."""

    def __init__(
        self,
        session: Session,
        lane: Lane,
        folder: Callable[[], Path],
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`folder` gives the state folder, in the lane; it may raise `FolderError`. `steady` never jumps."""
        super().__init__()
        self._session = session
        self._lane = lane
        self._folder = folder
        self._steady = steady
        self._seen: Seen | None = None
        session.changed.connect(self._look)
        session.ended.connect(self._end)
        self._look()

    @property
    def in_use_since(self) -> datetime | None:
        """When the visit at this kiosk began; None where nobody is there."""
        return self._seen.began if self._seen is not None else None

    def follow(self, printing: SlipPrinting) -> None:
        """Hear from now on how slips fare."""
        printing.changed.connect(lambda: self._hear_of_slip(printing.progress))

    @Slot()
    def give_up(self) -> None:
        """The visit ends because nobody answered any more."""
        self._note(lambda seen: replace(seen, timed_out=True))

    def help(self) -> None:
        """Somebody of the staff has answered the person."""
        self._note(lambda seen: replace(seen, helped=True))

    @Slot()
    def _look(self) -> None:
        visit = self._session.visit
        if visit.page is Page.ATTRACT:
            return
        if self._seen is None:
            self._seen = Seen(self._session.now(), self._steady())
        discreet = visit.page in _DISCREET or bool(
            visit.bundles and self._session.catalogue.is_sensitive(visit.bundles)
        )
        self._note(
            lambda seen: replace(
                seen,
                language=self._session.language,
                plan=seen.plan or visit.page is Page.PLAN,
                phone=seen.phone or (visit.page is Page.TAKE and visit.here.subject == CODE),
                discreet=seen.discreet or discreet,
            )
        )

    def _hear_of_slip(self, progress: Progress) -> None:
        """A slip that its owner has left is not heard of any more: what was last known of it counts."""
        if progress is not Progress.NONE:
            self._note(lambda seen: replace(seen, sent=progress, printed=seen.printed or progress is Progress.PRINTED))

    def _note(self, change: Callable[[Seen], Seen]) -> None:
        if self._seen is not None:
            self._seen = change(self._seen)

    @Slot()
    def _end(self) -> None:
        seen, self._seen = self._seen, None
        if seen is None:
            return
        counted = counted_of_visit(seen.ended(self._steady()))
        self._lane.run(lambda: keep_counts(self._folder() / STATE_FILE, counted), self._kept)

    def _kept(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Err):
            _log.error("a visit could not be counted: %s: %s", Code(outcome.error.code), outcome.error)
        else:
            self.counted.emit()

"""How this kiosk is, told to the counter every few seconds in a lane of its own, and what staff want of it then."""

import logging
import shutil
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.bridge.counting import Counting
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.staff_words import StaffWordsViewModel
from kiosk.config import Config
from kiosk.counter.calling.calls import Pong, PrinterState, Report, Shown, WantedPlan
from kiosk.counter.calling.line import Line
from kiosk.counter.counts import counts_of_day
from kiosk.counter.needs import MIGRATIONS
from kiosk.errors import KioskError
from kiosk.languages.known import OFFICE_LANGUAGES
from kiosk.logs import Code
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state
from kiosk.visit.visit import Page, taking_up

REPORT_EVERY_MS = 3000
DISK_LOW_BYTES = 200 * 1024 * 1024

_ANSWER_WITHIN_S = 1.5
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Glance:
    """What the window knows of itself at one moment."""

    in_use_since: int
    language: str
    closed: bool
    printer: PrinterState
    catalogue: int
    catalogue_day: str
    today: date
    clock: int
    written: int = 0
    """Goes up with each visit that is counted."""

    plan: str = ""
    shown: Shown | None = None


class Gauge:
    """Looks up for a report what lies on the disk; for one lane. What cannot be known is left out."""

    def __init__(self, config: Config, folder: Callable[[], Path]) -> None:
        self._config = config
        self._folder = folder
        self._number: int | None = None
        self._counts: tuple[date, int, dict[str, int]] | None = None

    def report(self, glance: Glance) -> Report:
        """The report of this moment."""
        config = self._config
        place = config.counter.place
        return Report(
            kiosk=self._own_number(),
            numbered=config.referral.kiosk_number > 0,
            place_en=place.en if place else "",
            place_fr=place.fr if place else "",
            catalogue=glance.catalogue,
            catalogue_day=glance.catalogue_day,
            printer=glance.printer,
            in_use_since=glance.in_use_since,
            language=glance.language,
            day=glance.today.isoformat(),
            counts=self._counts_of(glance.today, glance.written),
            shares_state=not config.counter.address,
            clock=glance.clock,
            disk_low=self._is_disk_low(),
            closed=glance.closed,
            plan=glance.plan,
            shown=glance.shown,
            has_hub=bool(config.sync.hub),
            told=self._told() if config.sync.hub else 0,
        )

    def _told(self) -> int:
        """When the hub last had everything."""
        from kiosk.sync.telling import last_told

        last = last_told(self._folder())
        return int(last.went_well.timestamp()) if last is not None and last.went_well is not None else 0

    def _own_number(self) -> int:
        """The number that this kiosk signs with: the configuration's, or that of its key."""
        if self._number is None:
            self._number = self._config.referral.kiosk_number
            if not self._number:
                from kiosk.referral.keys import number_of, own_key

                try:
                    self._number = number_of(own_key(self._folder()).key_id)
                except KioskError as error:
                    _log.warning("this kiosk has no number of its own: %s", Code(error.code))
        return self._number

    def _counts_of(self, day: date, written: int) -> dict[str, int]:
        if self._counts is None or self._counts[:2] != (day, written):
            try:
                with closing(open_state(self._folder() / STATE_FILE, MIGRATIONS)) as state:
                    self._counts = (day, written, counts_of_day(state, day))
            except KioskError as error:
                _log.warning("today's counts cannot be read: %s", Code(error.code))
                self._counts = (day, written, {})
        return self._counts[2]

    def _is_disk_low(self) -> bool:
        try:
            return shutil.disk_usage(self._folder()).free < DISK_LOW_BYTES
        except (OSError, KioskError):
            return False


class Reporting(QObject):
    """Tells the counter how this kiosk is, and does what staff want of it."""

    def __init__(
        self,
        session: Session,
        gauge: Gauge,
        line: Callable[[], Line],
        lane: Lane,
        counting: Counting,
        words: StaffWordsViewModel,
        printer: Callable[[], PrinterState],
    ) -> None:
        """`line` is called in the lane, for it may read the paired key; `printer` tells what is known of it now."""
        super().__init__()
        self._session = session
        self._gauge = gauge
        self._line = line
        self._lane = lane
        self._counting = counting
        self._words = words
        self._printer = printer
        self._asking = False
        self._plan = ""
        self._shown: Shown | None = None
        self._written = 0
        counting.counted.connect(self._count_again)
        self._next = QTimer(self)
        self._next.setInterval(REPORT_EVERY_MS)
        self._next.timeout.connect(self.tell)
        self._next.start()

    @Slot()
    def tell(self) -> None:
        """Say how this kiosk is; the answer comes when it comes."""
        if self._asking:
            return
        self._asking = True
        glance, line, gauge = self._glance(), self._line, self._gauge
        self._lane.run(lambda: line().greet(gauge.report(glance), _ANSWER_WITHIN_S), self._hear)

    @Slot()
    def _count_again(self) -> None:
        self._written += 1

    def _glance(self) -> Glance:
        session = self._session
        since = self._counting.in_use_since
        catalogue = session.catalogue
        return Glance(
            int(since.timestamp()) if since is not None else 0,
            session.language if since is not None else "",
            bool(self._words.property("closed")),
            self._printer(),
            catalogue.version,
            catalogue.day.isoformat() if catalogue.version else "",
            session.now().date(),
            int(time.time()),
            self._written,
            self._plan,
            self._shown,
        )

    def _hear(self, outcome: Outcome[Pong]) -> None:
        """A counter that does not answer wants nothing new: a closed kiosk stays closed."""
        self._asking = False
        if not isinstance(outcome, Ok):
            return
        pong, was_closed = outcome.value, self._words.property("closed")
        self._words.close(pong.closed)
        self._words.say(pong.note)
        news = self._words.property("closed") != was_closed
        if pong.show is not None and pong.show.id != self._plan:
            self._plan = pong.show.id
            self._shown = self._show(pong.show)
            news = True
        if news:  # staff who wait to see it need not wait for the next report
            self.tell()

    def _show(self, wanted: WantedPlan) -> Shown:
        """Open the plan at the first screen; never over somebody's visit."""
        from kiosk.referral.keys import KeyRing
        from kiosk.referral.reading import Signature, read
        from kiosk.visit.reopened import reopened

        session = self._session
        if session.visit.page is not Page.ATTRACT:
            return Shown.IN_USE
        if self._words.property("closed"):
            return Shown.CLOSED
        try:
            # The line is this account's own, or sealed with the paired key: who signed need not be asked again.
            reading = read(wanted.token, KeyRing(), session.now().date())
        except KioskError as error:
            _log.warning("a plan of the counter cannot be read: %s", Code(error.code))
            return Shown.CANNOT
        plan = reopened(session.catalogue, reading.referral, wanted.token)
        if reading.signature is Signature.ALTERED or not plan.bundles:
            return Shown.CANNOT
        offered = wanted.language in (*session.site.languages, *OFFICE_LANGUAGES)
        language = wanted.language if offered else session.site.languages[0]
        session.do(lambda visit: taking_up(replace(visit, language=language), plan.bundles, plan.given))
        return Shown.SHOWN

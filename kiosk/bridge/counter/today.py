"""The page of the day: visits, calls and needs in numbers that may be shown, a sheet to hang up, closing the kiosks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.keeping import Keeping
from kiosk.bridge.counter.kiosk_words import FactRow, not_done_words
from kiosk.bridge.counter.need_words import TallyRow, tally_rows
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.sheet_printing import SheetPrinting
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.counter.calling.board import Board
from kiosk.counter.day import Day
from kiosk.counter.day_words import Section, promise, sections_of, sheet_of, title_of
from kiosk.counter.suppression import Hidden
from kiosk.counter.unmet import Term
from kiosk.counter.unmet_words import reason_words, spoken_words, wanted_words
from kiosk.errors import KioskError
from kiosk.referral.slip.numbers import NumberSheet
from kiosk.referral.slip.typeset import Typeset

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_EVERY_MS = 5000
_LARGE = 5
"""How many numbers of the visits are written large: how many there were, and how they ended."""


@dataclass(frozen=True, slots=True)
class LargeRow:
    """A number to be seen from afar; `spelled` where it is words, or a dash, in place of a figure."""

    name: str
    number: str
    spelled: bool


@QmlElement
@QmlUncreatable("made by the application")
class TodayViewModel(QObject):  # type: ignore[operator]
    """Looks every few seconds while its page shows."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        board: Board,
        keeping: Keeping,
        day: Callable[[], Day | None],
        terms: Callable[[], Sequence[Term]],
        printing: SheetPrinting,
        typeset: Callable[[NumberSheet], Typeset],
        now: Callable[[], datetime],
    ) -> None:
        """`day` puts today together; None where state.db cannot be read. `typeset` sets it on the printer's paper."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._board = board
        self._keeping = keeping
        self._read = day
        self._terms = tuple(terms())
        self._printing = printing
        self._typeset = typeset
        self._now = now
        self._day: Day | None = None
        self._problem = ""
        self._sections: tuple[Section, ...] = ()
        self._large = Rows(LargeRow, self)
        self._visits = Rows(FactRow, self)
        self._calls = Rows(FactRow, self)
        self._languages = Rows(TallyRow, self)
        self._reasons = Rows(TallyRow, self)
        self._wanted = Rows(TallyRow, self)
        self._next = QTimer(self)
        self._next.setInterval(_LOOK_EVERY_MS)
        self._next.timeout.connect(self._look_if_shown)
        self._next.start()
        desk.spoke.connect(self.look)
        desk.moved.connect(self._look_if_shown)
        printing.changed.connect(self.changed)
        self.look()

    @Property(str, notify=changed)
    def title(self) -> str:
        """`Thursday, March 12`"""
        today = self._now().date()
        return title_of(self._desk.messages, today, today)

    @Property(str, notify=changed)
    def promise(self) -> str:
        """What is not among these numbers."""
        return promise(self._desk.messages)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What cannot be read or was not done; empty where nothing is amiss."""
        if self._day is None:
            return self._desk.messages.gettext("What was counted cannot be read just now.")
        return not_done_words(self._desk.messages, self._problem)

    @Property(Rows, constant=True)
    def large(self) -> Rows:
        """How many visits there were, and how they ended: `LargeRow`."""
        return self._large

    @Property(Rows, constant=True)
    def visits(self) -> Rows:
        """What else there is to say of them: `FactRow`."""
        return self._visits

    @Property(Rows, constant=True)
    def calls(self) -> Rows:
        """Calls for help, and how they went: `FactRow`."""
        return self._calls

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The languages of the visits: `TallyRow`."""
        return self._languages

    @Property(str, notify=changed)
    def needs(self) -> str:
        """How many needs were not met."""
        return self._sections[3].lines[0].number if self._sections else ""

    @Property(bool, notify=changed)
    def needsSpelled(self) -> bool:
        """Whether that is said in words."""
        return self._day is not None and isinstance(self._day.needs.total, Hidden)

    @Property(Rows, constant=True)
    def reasons(self) -> Rows:
        """Why they were not: `TallyRow`."""
        return self._reasons

    @Property(Rows, constant=True)
    def wanted(self) -> Rows:
        """What was needed: `TallyRow`."""
        return self._wanted

    @Property(bool, notify=changed)
    def anyKiosk(self) -> bool:
        """Whether there is a kiosk to close or to open."""
        return bool(self._board.fleet.kiosks)

    @Property(bool, notify=changed)
    def allClosed(self) -> bool:
        """Whether staff have closed them all."""
        kiosks = self._board.fleet.kiosks
        return bool(kiosks) and all(known.closed for known in kiosks)

    @Property(bool, constant=True)
    def canPrint(self) -> bool:
        """Whether this counter has a printer."""
        return self._printing.possible

    @Property(str, notify=changed)
    def printNews(self) -> str:
        """How the sheet fares; empty before it was asked for."""
        return self._printing.news(self._desk.messages)

    @Property(bool, notify=changed)
    def printTrouble(self) -> bool:
        """Whether it does not come by itself."""
        return self._printing.is_trouble

    @Slot()
    def print(self) -> None:
        """Print the day as a sheet to hang up."""
        if self._day is None:
            return
        messages, today = self._desk.messages, self._now().date()
        place = self._session.site.name.in_language(messages.language)
        sheet = sheet_of(messages, place, self._day.day, today, self._sections)
        self._printing.send(lambda: self._typeset(sheet))

    @Slot(bool)
    def closeAll(self, closed: bool) -> None:
        """Close every kiosk as soon as nobody is at it, or open them all again."""
        try:
            self._keeping.close_kiosks([known.number for known in self._board.fleet.kiosks], closed)
        except KioskError as error:
            self._problem = error.code
        else:
            self._problem = ""
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Put the day together anew."""
        self._day = self._read()
        if self._day is not None:
            self._show(self._day)
        self.changed.emit()

    def let_go(self) -> None:
        """Look no more, and wait for the printer."""
        self._next.stop()
        self._printing.close()

    def _show(self, day: Day) -> None:
        messages, catalogue = self._desk.messages, self._session.catalogue
        self._sections = sections_of(messages, catalogue, self._terms, day)
        visits, _, calls, _ = self._sections
        self._large.show([LargeRow(e.name, e.number, not e.number[:1].isdigit()) for e in visits.lines[:_LARGE]])
        self._visits.show([FactRow(line.name, line.number, "") for line in visits.lines[_LARGE:]])
        self._calls.show([FactRow(line.name, line.number, "") for line in calls.lines])
        needs = day.needs
        spoken = [(spoken_words(messages, code), count) for code, count in day.languages.parts]
        reasons = [(reason_words(messages, reason), count) for reason, count in needs.reasons.parts]
        wanted = [(wanted_words(messages, catalogue, self._terms, w), count) for w, count in needs.wanted.parts]
        for rows, parts in ((self._languages, spoken), (self._reasons, reasons), (self._wanted, wanted)):
            rows.show(tally_rows(parts, messages))

    @Slot()
    def _look_if_shown(self) -> None:
        if self._desk.property("page") == CounterPage.TODAY:
            self.look()

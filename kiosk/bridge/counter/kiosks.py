"""The page of kiosks: each with its state, paper and catalogue; today's calls; what waits to leave; the catalogue."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.current import CurrentViewModel
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.keeping import Keeping
from kiosk.bridge.counter.kiosk_words import (
    CallRow,
    FactRow,
    KioskRow,
    call_row,
    due_rows,
    kiosk_row,
    kiosks_in_a_word,
    not_done_words,
    outbox_rows,
    title_of,
    waiting_in_all,
)
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.catalogue.model import Catalogue
from kiosk.counter.calling.board import Board
from kiosk.counter.calling.calls import LONGEST_NOTE, CounterError
from kiosk.counter.day import Day
from kiosk.counter.status import CatalogueStatus, KioskStatus, Outbox, catalogue_status, outbox_of, status_of
from kiosk.errors import KioskError
from kiosk.languages.formats import number, plain_date

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_EVERY_MS = 1000
_MOST_CALLS = 50


@QmlElement
@QmlUncreatable("made by the application")
class KiosksViewModel(QObject):  # type: ignore[operator]
    """Looks once a second while its page shows."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        state: sqlite3.Connection,
        board: Board,
        keeping: Keeping,
        day: Callable[[], Day | None],
        now: Callable[[], datetime],
        steady: Callable[[], float],
        current: CurrentViewModel,
    ) -> None:
        """`day` puts today together; None where state.db cannot be read. `steady` is a clock that never jumps."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._state = state
        self._board = board
        self._keeping = keeping
        self._day = day
        self._now = now
        self._steady = steady
        self._current = current
        self._chosen = 0
        self._problem = ""
        self._statuses: tuple[KioskStatus, ...] = ()
        self._catalogue: CatalogueStatus | None = None
        self._outbox = Outbox()
        self._kiosks = Rows(KioskRow, self)
        self._calls = Rows(CallRow, self)
        self._waiting = Rows(FactRow, self)
        self._due = Rows(FactRow, self)
        self._due_in = ""
        self._status_of: tuple[Catalogue, date] | None = None
        self._second = QTimer(self)
        self._second.setInterval(_LOOK_EVERY_MS)
        self._second.timeout.connect(self._look_if_shown)
        self._second.start()
        desk.spoke.connect(self.look)
        desk.moved.connect(self._look_if_shown)
        self.look()

    @Property(Rows, constant=True)
    def kiosks(self) -> Rows:
        """Every kiosk that was ever heard: `KioskRow`."""
        return self._kiosks

    @Property(CurrentViewModel, constant=True)
    def current(self) -> CurrentViewModel:
        """What was last fetched and told, and the ways to do it now."""
        return self._current

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """Which of them the keys are for."""
        return self._chosen

    @Property(str, notify=changed)
    def inAWord(self) -> str:
        """`2 of 3 kiosks work`; empty where none was ever heard."""
        return kiosks_in_a_word(self._desk.messages, self._statuses) if self._statuses else ""

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why something was not done; empty where all was."""
        return not_done_words(self._desk.messages, self._problem)

    @Property(Rows, constant=True)
    def calls(self) -> Rows:
        """Today's calls, the newest first: `CallRow`."""
        return self._calls

    @Property(Rows, constant=True)
    def waiting(self) -> Rows:
        """What waits to leave this machine: `FactRow`."""
        return self._waiting

    @Property(bool, notify=changed)
    def anythingWaits(self) -> bool:
        """Whether anything does."""
        return waiting_in_all(self._outbox) > 0

    @Property(str, notify=changed)
    def version(self) -> str:
        """The version of the catalogue; empty where none can be read."""
        return str(self._catalogue.version) if self._catalogue and self._catalogue.version else ""

    @Property(str, notify=changed)
    def catalogueDay(self) -> str:
        """The day of its newest fact."""
        if self._catalogue is None or not self._catalogue.version:
            return ""
        return plain_date(self._desk.messages, self._catalogue.day, self._now().date())

    @Property(str, notify=changed)
    def services(self) -> str:
        """How many services it has."""
        return number(self._desk.messages, self._catalogue.services) if self._catalogue else ""

    @Property(str, notify=changed)
    def situations(self) -> str:
        """How many situations it has."""
        return number(self._desk.messages, self._catalogue.situations) if self._catalogue else ""

    @Property(str, notify=changed)
    def dueCount(self) -> str:
        """How many of both should be looked at again; empty where none."""
        return number(self._desk.messages, self._catalogue.due) if self._catalogue and self._catalogue.due else ""

    @Property(Rows, constant=True)
    def due(self) -> Rows:
        """Which those are: `FactRow`."""
        return self._due

    @Property(int, constant=True)
    def longestNote(self) -> int:
        """How many characters a note may have."""
        return LONGEST_NOTE

    @Slot(int)
    def choose(self, index: int) -> None:
        """Use the keys for this kiosk from now on."""
        if 0 <= index < len(self._statuses):
            self._chosen = index
            self.changed.emit()

    @Slot(int, str, result=bool)
    def say(self, kiosk: int, untrusted_note: str) -> bool:
        """Show a note on the screen of a kiosk; whether there was somebody to read it."""
        note = " ".join(untrusted_note.split())[:LONGEST_NOTE]
        status = next((each for each in self._statuses if each.known.number == kiosk), None)
        if not note or status is None:
            return False
        try:
            if status.call is not None:
                self._board.write(note, status.call.number)
            else:
                self._board.fleet.say(kiosk, note)
        except CounterError:  # they have left meanwhile: the card shows it
            self.look()
            return False
        self.look()
        return True

    @Slot(int, bool)
    def close(self, kiosk: int, closed: bool) -> None:
        """Close a kiosk as soon as nobody is at it, or open it again; kept beyond this counter's next start."""
        self._try(lambda: self._keeping.close_kiosks([kiosk], closed))

    @Slot(int)
    def forget(self, kiosk: int) -> None:
        """Show a kiosk no more that was taken away."""
        self._try(lambda: self._keeping.forget(kiosk))

    @Slot()
    def look(self) -> None:
        """Work out everything anew."""
        messages, now, steady = self._desk.messages, self._now(), self._steady()
        catalogue = self._session.catalogue
        known, entries = self._board.fleet.kiosks, self._board.entries
        alone = len(known) == 1
        self._catalogue = self._catalogue_status(catalogue, now.date())
        version = self._catalogue.version
        self._statuses = tuple(status_of(each, entries, steady, version, alone=alone) for each in known)
        self._chosen = max(0, min(self._chosen, len(self._statuses) - 1))
        day = self._day()
        visits = day.kiosks if day is not None else {}
        self._kiosks.show(
            [
                kiosk_row(messages, each, steady, now, visits.get(each.known.number, 0), version, alone=alone)
                for each in self._statuses
            ]
        )
        titles = {each.number: title_of(messages, each, alone=alone) for each in known}
        newest = tuple(reversed(entries))[:_MOST_CALLS]
        self._calls.show([call_row(messages, entry, steady, titles) for entry in newest])
        with suppress(KioskError):
            self._outbox = outbox_of(self._state)
        self._waiting.show(outbox_rows(messages, self._outbox, now.date()))
        if self._due_in != messages.language:
            self._due_in = messages.language
            self._due.show(due_rows(messages, catalogue, self._catalogue, now.date()))
        self.changed.emit()

    def let_go(self) -> None:
        """Look no more."""
        self._second.stop()

    def _try(self, act: Callable[[], None]) -> None:
        """Do what has to be on the disk; say so where the disk does not take it."""
        try:
            act()
        except KioskError as error:
            self._problem = error.code
        else:
            self._problem = ""
        self.look()

    def _catalogue_status(self, catalogue: Catalogue, today: date) -> CatalogueStatus:
        """The catalogue in numbers; worked out again for another catalogue or another day."""
        known = self._status_of
        if self._catalogue is None or known is None or known[0] is not catalogue or known[1] != today:
            self._status_of, self._due_in = (catalogue, today), ""
            return catalogue_status(catalogue, today)
        return self._catalogue

    @Slot()
    def _look_if_shown(self) -> None:
        if self._desk.property("page") == CounterPage.KIOSKS:
            self.look()

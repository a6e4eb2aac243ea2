"""What could not be had here this month, as it may be shown."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.need_words import TallyRow, month_rows, rest_words
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.counter.suppression import Hidden
from kiosk.counter.unmet import Summary, Term, Wanted, summary_between
from kiosk.counter.unmet_words import told_words
from kiosk.errors import KioskError
from kiosk.languages.formats import month_and_year

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_OFTEN = 8


@QmlElement
@QmlUncreatable("made by the application")
class MonthViewModel(QObject):  # type: ignore[operator]
    """Three lists of the month so far; nothing of them tells of fewer than five people."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        state: sqlite3.Connection,
        terms: Sequence[Term],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._state = state
        self._terms = terms
        self._now = now
        self._summary: Summary | None = None
        self._lists = tuple(Rows(TallyRow, self) for _ in range(3))
        desk.spoke.connect(self._show)

    @Property(str, notify=changed)
    def title(self) -> str:
        """`March 2026`, « Mars 2026 »"""
        words = month_and_year(self._desk.messages, self._now().date())
        return words[:1].upper() + words[1:]

    @Property(str, notify=changed)
    def total(self) -> str:
        """How many needs were not met."""
        return told_words(self._desk.messages, self._summary.total) if self._summary else ""

    @Property(bool, notify=changed)
    def tooFew(self) -> bool:
        """Whether there were too few to tell of any."""
        return self._summary is None or isinstance(self._summary.total, Hidden) or not self._summary.total

    @Property(str, notify=changed)
    def rest(self) -> str:
        """How many needs the list of needs leaves out."""
        return rest_words(self._desk.messages, self._summary.wanted) if self._summary else ""

    @Property(Rows, constant=True)
    def wanted(self) -> Rows:
        """What was needed: `TallyRow`; so the others."""
        return self._lists[0]

    @Property(Rows, constant=True)
    def reasons(self) -> Rows:
        """Why it could not be had."""
        return self._lists[1]

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """In which language it was needed, where that was said."""
        return self._lists[2]

    def look(self) -> None:
        """Read the month so far; a state.db that cannot be read shows nothing of it."""
        today = self._now().date()
        try:
            self._summary = summary_between(self._state, today.replace(day=1), today)
        except KioskError:
            self._summary = None
        self._show()

    def most_often(self) -> tuple[Wanted, ...]:
        """What was most often missing, by its name."""
        parts = self._summary.wanted.parts if self._summary is not None else ()
        return tuple(each for each, _ in parts if each.key)[:_MOST_OFTEN]

    @Slot()
    def _show(self) -> None:
        lines = ((), (), ()) if self._summary is None else self._lines(self._summary)
        for rows, shown in zip(self._lists, lines, strict=True):
            rows.show(shown)
        self.changed.emit()

    def _lines(self, summary: Summary) -> tuple[tuple[TallyRow, ...], ...]:
        return month_rows(self._desk.messages, self._session.catalogue, self._terms, summary)

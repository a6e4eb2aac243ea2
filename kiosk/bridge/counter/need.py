"""The page for a need that nothing met: choose what was needed, touch why not, and it is written down."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.month import MonthViewModel
from kiosk.bridge.counter.need_finding import Finding
from kiosk.bridge.counter.need_words import (
    FoundRow,
    PickRow,
    ReasonRow,
    age_rows,
    caution_words,
    found_row,
    language_rows,
    reason_rows,
    saved_words,
)
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.catalogue.search import Finder
from kiosk.counter.cases.cautions import cautions
from kiosk.counter.needs import Reason
from kiosk.counter.unmet import (
    LONGEST_WORDS,
    MOST_AT_ONCE,
    AgeBand,
    Kind,
    Need,
    NeedId,
    Term,
    Wanted,
    keep_need,
    may_be_named,
    take_back,
)
from kiosk.counter.unmet_words import wanted_words
from kiosk.errors import KioskError
from kiosk.languages import N_
from kiosk.state import atomic

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_PROBLEMS = {
    "disk_full": N_("The disk is full: it could not be written down."),
    "state_busy": N_("Another program is writing just now. Try again."),
}
_PROBLEM = N_("It could not be written down.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A need as far as it is known. `query` is what was typed."""

    query: str = ""
    wanted: Wanted | None = None
    age: AgeBand | None = None
    newcomer: bool = False
    disability: bool = False
    language: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written down last."""

    id: NeedId
    words: str


@QmlElement
@QmlUncreatable("made by the application")
class NeedViewModel(QObject):  # type: ignore[operator]
    """Two touches: what was needed, and why not. Who the person is, is never asked."""

    changed = Signal()
    chose = Signal()
    """It is known now what was needed."""

    saved = Signal()
    """A need was written down: the next may begin."""

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        state: sqlite3.Connection,
        finder_of: Callable[[Catalogue], Finder],
        terms: Callable[[], Sequence[Term]],
        now: Callable[[], datetime],
        kiosk_number: int = 0,
    ) -> None:
        """`terms` are the kinds of help of the catalogue's taxonomy, read when the page is first met."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._state = state
        self._terms = tuple(terms())
        self._finding = Finding(finder_of, self._terms)
        self._now = now
        self._number = kiosk_number
        self._draft = Draft()
        self._saved: Saved | None = None
        self._problem = ""
        self._candidates: tuple[Wanted, ...] = ()
        self._usual: tuple[Wanted, ...] = ()
        self._found = Rows(FoundRow, self)
        self._often = Rows(FoundRow, self)
        self._reasons = Rows(ReasonRow, self)
        self._ages = Rows(PickRow, self)
        self._languages = Rows(PickRow, self)
        self._month = MonthViewModel(desk, session, state, self._terms, now)
        desk.spoke.connect(self._show)
        self._look()

    @Property(str, notify=changed)
    def query(self) -> str:
        """What was typed."""
        return self._draft.query

    @Property(str, notify=changed)
    def caution(self) -> str:
        """What must be left out of the words typed; empty where there is nothing."""
        return caution_words(self._desk.messages, cautions(self._draft.query))

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        """What was found for it: `FoundRow`. The words themselves are the last line."""
        return self._found

    @Property(Rows, constant=True)
    def often(self) -> Rows:
        """What is most often missing here: `FoundRow`."""
        return self._often

    @Property(bool, notify=changed)
    def chosen(self) -> bool:
        """Whether it is known what was needed."""
        return self._draft.wanted is not None

    @Property(str, notify=changed)
    def wanted(self) -> str:
        """What was needed, by its name; empty before that is known."""
        wanted = self._draft.wanted
        return self._name_of(wanted) if wanted is not None else ""

    @Property(Rows, constant=True)
    def reasons(self) -> Rows:
        """Why not: `ReasonRow`."""
        return self._reasons

    @Property(Rows, constant=True)
    def ages(self) -> Rows:
        """About how old the person is: `PickRow`."""
        return self._ages

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The language that it was needed in: `PickRow`."""
        return self._languages

    @Property(bool, notify=changed)
    def newcomer(self) -> bool:
        """Whether the person is new to Canada."""
        return self._draft.newcomer

    @Property(bool, notify=changed)
    def disability(self) -> bool:
        """Whether the person has a disability that mattered."""
        return self._draft.disability

    @Property(int, notify=changed)
    def count(self) -> int:
        """For how many people."""
        return self._draft.count

    @Property(str, notify=changed)
    def savedWords(self) -> str:
        """What was written down last; empty once it was taken back, or the next is begun."""
        return self._saved.words if self._saved is not None else ""

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why nothing could be written down; empty where it could."""
        return self._desk.messages.gettext(self._problem) if self._problem else ""

    @Property(MonthViewModel, constant=True)
    def month(self) -> MonthViewModel:
        """What could not be had this month."""
        return self._month

    @Slot(str)
    def search(self, untrusted: str) -> None:
        """Look for what was needed."""
        self._draft = replace(self._draft, query=untrusted[:LONGEST_WORDS], wanted=None)
        self._saved = None
        self._show()

    @Slot(int)
    def choose(self, index: int) -> None:
        """One line of what was found; -1 for the first."""
        if self._candidates and index < len(self._candidates):
            self._choose(self._candidates[max(0, index)])

    @Slot(int)
    def chooseOften(self, index: int) -> None:
        """One of what is most often missing."""
        if 0 <= index < len(self._usual):
            self._choose(self._usual[index])

    @Slot()
    def chooseAgain(self) -> None:
        """It was something else; what else was said of the person stays."""
        self._draft = replace(self._draft, wanted=None, query="")
        self._show()

    @Slot()
    def begin(self) -> None:
        """A need of somebody else, of which nothing is known."""
        self._draft, self._saved, self._problem = Draft(), None, ""
        self._look()

    @Slot(str)
    def beginFor(self, service: str) -> None:
        """A need of this service; of one that must not be known, only the kind of help is taken up."""
        self.begin()
        wanted = Wanted(Kind.SERVICE, service)
        if may_be_named(self._session.catalogue, wanted):
            self._choose(wanted)
            return
        known = self._session.catalogue.services.get(ServiceId(service))
        if known is not None and known.taxonomy_terms:
            self._choose(Wanted(Kind.TERM, known.taxonomy_terms[0]))

    @Slot(str)
    def pickAge(self, untrusted: str) -> None:
        """About how old; picked again, it is not said."""
        band = AgeBand(untrusted)
        self._change(replace(self._draft, age=None if self._draft.age is band else band))

    @Slot(str)
    def pickLanguage(self, code: str) -> None:
        """The language that it was needed in; picked again, it did not matter."""
        self._change(replace(self._draft, language="" if self._draft.language == code else code))

    @Slot(bool)
    def setNewcomer(self, newcomer: bool) -> None:
        """Whether the person is new to Canada."""
        self._change(replace(self._draft, newcomer=newcomer))

    @Slot(bool)
    def setDisability(self, disability: bool) -> None:
        """Whether the person has a disability that mattered."""
        self._change(replace(self._draft, disability=disability))

    @Slot(int)
    def setCount(self, count: int) -> None:
        """For how many people."""
        self._change(replace(self._draft, count=min(MOST_AT_ONCE, max(1, count))))

    @Slot(str)
    def save(self, untrusted_reason: str) -> None:
        """Why not: the need is written down, and the page is ready for the next."""
        draft, reason = self._draft, Reason(untrusted_reason)
        if draft.wanted is None:
            return
        need = Need(draft.wanted, reason, draft.age, draft.newcomer, draft.disability, draft.language, draft.count)
        language = self._session.language
        try:
            with atomic(self._state):
                new = keep_need(self._state, need, kiosk=self._number, language=language, today=self._now().date())
        except KioskError as error:
            self._problem = _PROBLEMS.get(error.code, _PROBLEM)
            self._show()
            return
        words = saved_words(self._desk.messages, self._name_of(draft.wanted), reason, draft.count)
        self._draft, self._saved, self._problem = Draft(), Saved(new, words), ""
        self._look()
        self.saved.emit()

    @Slot()
    def takeBack(self) -> None:
        """What was written down last was a mistake."""
        if self._saved is None:
            return
        try:
            with atomic(self._state):
                take_back(self._state, self._saved.id)
        except KioskError as error:
            self._problem = _PROBLEMS.get(error.code, _PROBLEM)
        else:
            self._saved = None
        self._look()

    def _choose(self, wanted: Wanted) -> None:
        if not may_be_named(self._session.catalogue, wanted):
            return
        self._saved = None
        self._draft = replace(self._draft, wanted=wanted)
        self._show()
        self.chose.emit()

    def _change(self, draft: Draft) -> None:
        self._draft, self._saved = draft, None
        self._show()

    def _name_of(self, wanted: Wanted) -> str:
        return wanted_words(self._desk.messages, self._session.catalogue, self._terms, wanted)

    @Slot()
    def _show(self) -> None:
        messages, catalogue, draft = self._desk.messages, self._session.catalogue, self._draft
        self._candidates = self._finding.candidates(catalogue, draft.query, messages.language)
        self._usual = self._month.most_often()
        self._found.show([found_row(messages, catalogue, self._terms, each) for each in self._candidates])
        self._often.show([found_row(messages, catalogue, self._terms, each) for each in self._usual])
        self._reasons.show(reason_rows(messages))
        self._ages.show(age_rows(messages, draft.age))
        self._languages.show(language_rows(messages, draft.language))
        self.changed.emit()

    def _look(self) -> None:
        self._month.look()
        self._show()

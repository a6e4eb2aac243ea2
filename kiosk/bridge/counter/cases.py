"""The list of cases: what is due, what is open, whose it is, and partners who have not answered."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_words import (
    code_shown,
    due_words,
    organization_name,
    problem_words,
    situation_name,
    status_name,
    status_tone,
)
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.search.tokens import fold
from kiosk.counter.cases.cabinet import CaseNumber
from kiosk.counter.cases.day import Today
from kiosk.counter.cases.handing import Waiting, waiting
from kiosk.counter.cases.listing import Listed, Totals, Which, listed, totals
from kiosk.errors import KioskError
from kiosk.languages import N_, Messages
from kiosk.languages.formats import beside, number, plain_date

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

MOST_SHOWN = 300
"""More than anybody looks through; typing finds the others."""

_CHOICES = (
    (Which.DUE, N_("Due")),
    (Which.OPEN, N_("In progress")),
    (Which.MINE, N_("Mine")),
    (Which.ALL, N_("All")),
)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One choice of cases, and how many it has."""

    which: str
    label: str
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case. `name` is set only where this sign-in has read it already."""

    number: str
    name: str
    situation: str
    code: str
    steps: str
    status: str
    tone: str
    due: str
    due_tone: str
    kept: str
    spoken: str


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One hand-off that a partner has not acknowledged in time."""

    number: str
    words: str


def case_row(messages: Messages, catalogue: Catalogue, one: Listed, today: date, name: str) -> CaseRow:
    """One line of the list."""
    done = messages.gettext("{done} of {all} done").format(done=one.steps - one.open_steps, all=one.steps)
    due = due_words(messages, one.due, today)
    situation = situation_name(messages, catalogue, one.bundle) or messages.gettext("A plan")
    status = status_name(messages, one.last_status)
    said = [one.number, name, situation, done, status, due, code_shown(one.code)]
    return CaseRow(
        number=one.number,
        name=name,
        situation=situation,
        code=code_shown(one.code),
        steps=done,
        status=status,
        tone=status_tone(one.last_status),
        due=due,
        due_tone="calm" if one.due is None or one.due > today else "bad" if one.due < today else "warn",
        kept=messages.gettext("until {day}").format(day=plain_date(messages, one.last_day, today))
        if one.consented
        else messages.gettext("no consent"),
        spoken=", ".join(part for part in said if part),
    )


@QmlElement
@QmlUncreatable("made by the application")
class CasesViewModel(QObject):  # type: ignore[operator]
    """Reads the list each time the page is shown. First names are in memory only, and only until the desk is locked."""

    changed = Signal()
    wanted = Signal(str)
    """The case of this number is to be laid open."""

    def __init__(
        self,
        desk: DeskViewModel,
        state: sqlite3.Connection,
        catalogue: Callable[[], Catalogue],
        reckon: Callable[[], Today],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._state = state
        self._catalogue = catalogue
        self._reckon = reckon
        self._which: Which | None = None
        self._typed = ""
        self._names: dict[CaseNumber, str] = {}
        self._listed: tuple[Listed, ...] = ()
        self._totals = Totals(0, 0, 0, 0)
        self._waiting: tuple[Waiting, ...] = ()
        self._problem: KioskError | None = None
        self._rows = Rows(CaseRow, self)
        self._choices = Rows(ChoiceRow, self)
        self._waiting_rows = Rows(WaitingRow, self)
        desk.moved.connect(self._arrive)
        desk.spoke.connect(self._say)
        desk.locked.connect(self._forget)
        self.read()

    @Property(QObject, constant=True)
    def choices(self) -> Rows:
        """Which cases can be listed: `ChoiceRow`."""
        return self._choices

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The beginning of a number, a code or a first name."""
        return self._typed

    @Property(QObject, constant=True)
    def rows(self) -> Rows:
        """The cases: `CaseRow`."""
        return self._rows

    @Property(QObject, constant=True)
    def waiting(self) -> Rows:
        """Partners who have not answered: `WaitingRow`."""
        return self._waiting_rows

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """What is said where the list is empty; empty where it is not."""
        if self._rows.rows:
            return ""
        gettext = self._desk.messages.gettext
        if self._typed.strip():
            return gettext("No case begins like this.")
        match self._which:
            case Which.DUE:
                return gettext("Nothing is due. Well done.")
            case Which.MINE:
                return gettext("You have no cases. One is opened from a slip, in Scan or in Walk-in.")
            case _:
                return gettext("There are no cases. One is opened from a slip, in Scan or in Walk-in.")

    @Property(str, notify=changed)
    def more(self) -> str:
        """That there are more than are shown; empty where there are not."""
        if self._typed.strip() or self._which is None or len(self._rows.rows) < MOST_SHOWN:
            return ""
        messages = self._desk.messages
        whole = number(messages, getattr(self._totals, self._which))
        text = messages.gettext("These are the first {shown} of {all}. Type a number or a code to find another.")
        return text.format(shown=MOST_SHOWN, all=whole)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What went wrong in reading; empty where nothing did."""
        return problem_words(self._desk.messages, self._problem) if self._problem else ""

    @Slot(str)
    def choose(self, which: str) -> None:
        """List other cases."""
        self._which = Which(which)
        self.read()

    @Slot(str)
    def type(self, untrusted_text: str) -> None:
        """List only what begins like this."""
        self._typed = untrusted_text
        self.read()

    @Slot(str)
    def open(self, number: str) -> None:
        """Lay a case open."""
        self.wanted.emit(number)

    @Slot()
    def openFirst(self) -> None:
        """Lay open the case on top."""
        if self._listed:
            self.wanted.emit(self._listed[0].number)

    @Slot(str, str)
    def remember(self, case: str, first_name: str) -> None:
        """A case was read: its first name is shown beside its number from now on, until the desk is locked."""
        self._names[CaseNumber(case)] = first_name

    @Slot()
    def read(self) -> None:
        """Read the list again."""
        signed_in, today = self._desk.signed_in, self._reckon().day
        me = signed_in.staff.id if signed_in else None
        try:
            self._totals = totals(self._state, today=today, me=me)
            if self._which is None:
                self._which = Which.DUE if self._totals.due else Which.OPEN
            self._listed = listed(
                self._state,
                Which.ALL if self._typed.strip() else self._which,
                today=today,
                me=me,
                typed=self._typed,
                also=self._named(),
                most=MOST_SHOWN,
            )
            self._waiting = waiting(self._state, today)
            self._problem = None
        except KioskError as error:
            self._problem = error
        self._say()

    def _named(self) -> tuple[CaseNumber, ...]:
        """The cases whose first name, as far as it was read, begins with what is typed."""
        typed = fold(self._typed)
        return tuple(case for case, name in self._names.items() if typed and fold(name).startswith(typed))

    @Slot()
    def _arrive(self) -> None:
        if self._desk.property("page") == CounterPage.CASES:
            self.read()

    @Slot()
    def _forget(self) -> None:
        self._names.clear()
        self.read()

    @Slot()
    def _say(self) -> None:
        messages, catalogue, today = self._desk.messages, self._catalogue(), self._reckon().day
        self._choices.show(
            [
                ChoiceRow(
                    which,
                    messages.gettext("{choice} ({count})").format(
                        choice=messages.gettext(label), count=number(messages, getattr(self._totals, which))
                    ),
                    f"Alt+{key}",
                    which is self._which and not self._typed.strip(),
                )
                for key, (which, label) in enumerate(_CHOICES, start=1)
            ]
        )
        self._rows.show(
            [case_row(messages, catalogue, one, today, self._names.get(one.number, "")) for one in self._listed]
        )
        self._waiting_rows.show(
            [
                WaitingRow(
                    one.number,
                    beside(
                        messages,
                        [
                            one.number,
                            organization_name(messages, catalogue, one.organization),
                            due_words(messages, one.answer_by, today),
                        ],
                    ),
                )
                for one in self._waiting
            ]
        )
        self.changed.emit()

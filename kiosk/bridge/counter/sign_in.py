"""Sign-in: who is at the desk, shown by a badge or by a name and a PIN; the first supervisor at the first start."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel, initials_of
from kiosk.bridge.counter.sign_in_words import Tried, problem_words
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.models.rows import Rows
from kiosk.counter.scanning.badges import sign_in_by_scan
from kiosk.counter.staff import Machine, Role, SignedIn, Staff
from kiosk.counter.staff.attempts import is_locked, tries_left
from kiosk.counter.staff.beginning import is_begun, make_first_supervisor
from kiosk.counter.staff.giving import sign_in_with_new_pin
from kiosk.counter.staff.people import named, working
from kiosk.counter.staff.pins import LONGEST, SHORTEST
from kiosk.counter.staff.signing import sign_in_by_pin, sign_out
from kiosk.errors import KioskError
from kiosk.logs import Code

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


class Asking(StrEnum):
    """What the page asks: who begins this counter, who is there, their PIN or another, whether work may be erased."""

    FIRST = "first"
    NAME = "name"
    PIN = "pin"
    NEW_PIN = "newPin"
    TAKING_OVER = "takingOver"


@dataclass(frozen=True, slots=True)
class NameRow:
    """One person to choose."""

    name: str
    initials: str
    locked: bool


@QmlElement
@QmlUncreatable("made by the application")
class SignInViewModel(QObject):  # type: ignore[operator]
    """Asks who is there and opens the desk to them.

    `open_state` gives a connection of its own to the lane in which PINs are checked, which takes a fifth of a second.
    """

    changed = Signal()
    left = Signal()
    """Nobody wants to sign in: what the counter lies over is wanted back."""

    def __init__(
        self,
        desk: DeskViewModel,
        state: sqlite3.Connection,
        machine: Machine,
        open_state: Callable[[], sqlite3.Connection],
        lane: Lane,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._state = state
        self._machine = machine
        self._open_state = open_state
        self._lane = lane
        self._now = now
        self._asking = Asking.NAME
        self._known: tuple[tuple[Staff, bool], ...] = ()
        self._name = ""
        self._typed = ""
        self._filter = ""
        self._busy = False
        self._error: tuple[KioskError, Tried] | None = None
        self._differ = False
        self._waiting: SignedIn | None = None
        self._may_leave = False
        self._names = Rows(NameRow, self)
        desk.spoke.connect(self.changed)
        desk.locked.connect(self._locked)
        self._ask_anew()

    @Property(str, notify=changed)
    def asking(self) -> str:
        """`first`, `name`, `pin`, `newPin` or `takingOver`."""
        return self._asking

    @Property(QObject, constant=True)
    def names(self) -> Rows:
        """Whoever works here and fits what is typed: `NameRow`."""
        return self._names

    @Property(int, notify=changed)
    def staff(self) -> int:
        """How many people work here."""
        return len(self._known)

    @Property(str, notify=changed)
    def name(self) -> str:
        """Who has been chosen."""
        return self._name

    @Property(str, notify=changed)
    def initials(self) -> str:
        """The first letters of that name."""
        return initials_of(self._name)

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The digits of the PIN so far."""
        return self._typed

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether there are digits enough."""
        return len(self._typed) >= SHORTEST and not self._busy

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being checked."""
        return self._busy

    @Property(int, constant=True)
    def longest(self) -> int:
        """The most digits that a PIN may have."""
        return LONGEST

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What went wrong and what to do next; empty when nothing did."""
        if self._differ:
            return self._desk.messages.gettext("The two PINs are not the same.")
        return problem_words(self._desk.messages, *self._error) if self._error is not None else ""

    @Property(str, notify=changed)
    def unfinished(self) -> str:
        """Who would lose what they were doing, while it is asked whether that may be."""
        return self._desk.would_lose(self._waiting) if self._waiting is not None else ""

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether the counter lies over a kiosk's window, which it gives back."""
        return self._may_leave

    def let_leave(self) -> None:
        """Offer to leave."""
        self._may_leave = True
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Give the window below back."""
        self.left.emit()

    @Slot(str)
    def find(self, untrusted: str) -> None:
        """Show only the names with a word that begins so."""
        self._filter = untrusted
        self._list()

    @Slot(str)
    def choose(self, untrusted_name: str) -> None:
        """It is this person, who is asked for their PIN."""
        self._name, self._typed = untrusted_name, ""
        self._say(Asking.PIN)

    @Slot()
    def back(self) -> None:
        """Somebody else, or not after all; of another PIN, back to the PIN as it is."""
        self._waiting, self._differ = None, False
        if self._asking is Asking.NEW_PIN:
            self._error = None
            self._say(Asking.PIN)
            return
        self._name = self._typed = ""
        self._ask_anew()

    @Slot(str)
    def type(self, untrusted: str) -> None:
        """The PIN as it stands in its field."""
        typed = "".join(character for character in untrusted if character.isdecimal())[:LONGEST]
        if typed != self._typed:
            self._typed = typed
            self._say(self._asking)

    @Slot(str)
    def press(self, digit: str) -> None:
        """One digit more, from a key on the screen."""
        self.type(self._typed + digit)

    @Slot()
    def erase(self) -> None:
        """One digit less."""
        self.type(self._typed[:-1])

    @Slot()
    def enter(self) -> None:
        """Check the PIN."""
        name, typed = self._name, self._typed
        self._typed = ""
        self._try(lambda state: sign_in_by_pin(state, self._machine, name, typed, at=self._now()))

    @Slot()
    def askNewPin(self) -> None:
        """Ask whoever has been chosen for their PIN and for another one in its place."""
        self._typed, self._error, self._differ = "", None, False
        self._say(Asking.NEW_PIN)

    @Slot(str, str, str)
    def changePin(self, untrusted_old: str, untrusted_new: str, again: str) -> None:
        """Put another PIN in the place of the old one, which is checked like at a sign-in; then they are signed in."""
        self._differ = untrusted_new != again
        if self._differ:
            self._error = None
            self._say(self._asking)
            return
        name = self._name

        def changed(state: sqlite3.Connection) -> SignedIn:
            return sign_in_with_new_pin(state, self._machine, name, untrusted_old, untrusted_new, at=self._now())

        self._try(changed)

    @Slot(str)
    def scan(self, untrusted_text: str) -> None:
        """A badge was scanned; nothing comes of it while somebody is signed in."""
        if not self._desk.signed_in:
            self._try(lambda state: sign_in_by_scan(state, self._machine, untrusted_text, at=self._now()))

    @Slot(str, str, str, str)
    def begin(self, untrusted_code: str, name: str, untrusted_pin: str, again: str) -> None:
        """Make the first supervisor, who is then signed in."""
        self._differ = untrusted_pin != again
        if self._differ:
            self._say(self._asking)
            return
        language = str(self._desk.property("language"))
        self._try(
            lambda state: make_first_supervisor(
                state,
                self._machine,
                untrusted_code=untrusted_code,
                name=name,
                untrusted_pin=untrusted_pin,
                language=language,
                at=self._now(),
            )
        )

    @Slot()
    def takeOver(self) -> None:
        """Erase what the person before was doing, and begin afresh."""
        if self._waiting is not None:
            self._admit(self._waiting)

    def _try(self, check: Callable[[sqlite3.Connection], SignedIn]) -> None:
        """Check in the lane; one check at a time."""
        if self._busy:
            return
        self._busy = True
        self._error = None
        self._say(self._asking)

        def job() -> SignedIn:
            with closing(self._open_state()) as state:
                return check(state)

        self._lane.run(job, self._tried)

    def _tried(self, outcome: Outcome[SignedIn]) -> None:
        self._busy = False
        if not isinstance(outcome, Ok):
            self._error = (outcome.error, self._standing())
            self._say(self._asking)
            return
        if self._desk.would_lose(outcome.value):
            self._waiting = outcome.value
            self._say(Asking.TAKING_OVER)
        else:
            self._admit(outcome.value)

    def _admit(self, somebody: SignedIn) -> None:
        self._waiting = None
        self._name = self._typed = ""
        self._desk.speak(somebody.staff.language)
        self._desk.admit(somebody)

    @Slot(object)
    def _locked(self, somebody: SignedIn) -> None:
        """Ask for the same person's PIN first: most often it is they who come back."""
        try:
            sign_out(self._state, self._machine, somebody, at=self._now())
        except KioskError as error:
            _log.error("signing out was not written down: %s", Code(error.code))
        self._ask_anew()
        if any(row.name == somebody.staff.name for row in self._names.rows):
            self.choose(somebody.staff.name)

    def _ask_anew(self) -> None:
        self._error = None
        self._filter = ""
        begun = True
        try:
            begun = is_begun(self._state)
            self._known = tuple((staff, is_locked(self._state, staff.id)) for staff in working(self._state))
        except KioskError as error:
            # Whoever was known a moment ago is still shown; the page says what is wrong.
            self._error = (error, Tried())
        self._list()
        self._say(Asking.NAME if begun else Asking.FIRST)

    def _list(self) -> None:
        wanted = self._filter.casefold()
        self._names.show(
            [
                NameRow(staff.name, initials_of(staff.name), locked)
                for staff, locked in self._known
                if any(word.casefold().startswith(wanted) for word in (staff.name, *staff.name.split()))
            ]
        )

    def _standing(self) -> Tried:
        """What there is to say about the person who has been chosen, as state.db has it now."""
        try:
            chosen = named(self._state, self._name)
            left = tries_left(self._state, chosen.id) if chosen is not None else 0
            keepers = tuple(staff.name for staff in working(self._state) if staff.role is Role.SUPERVISOR)
        except KioskError:
            return Tried(self._name)
        return Tried(self._name, left, keepers)

    def _say(self, asking: Asking) -> None:
        self._asking = asking
        self.changed.emit()

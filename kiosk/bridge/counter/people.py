"""The page where supervisors see to who works here: added, changed, given a PIN or a badge, unlocked, retired."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.badge_printing import BadgePrinting
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.people_words import (
    LatelyRow,
    PersonRow,
    ShownPerson,
    lately_row,
    people_problem,
    row_of,
    shown_person,
)
from kiosk.bridge.counter.person_draft import PersonDraft
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.jobs import Lane, Ok, Outcome
from kiosk.bridge.models.rows import Rows
from kiosk.counter.audit import Act, lines_about
from kiosk.counter.staff import Machine, Role, SignedIn, Staff, StaffId, people
from kiosk.counter.staff.badges import Badge
from kiosk.counter.staff.giving import give_badge, revoke_badge, set_pin
from kiosk.counter.staff.signing import unlock
from kiosk.errors import KioskError
from kiosk.referral.slip.typeset import Typeset

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_LATELY = 6
"""So many lines of what happened to somebody's sign-in are shown."""

TypesetBadge = Callable[[Badge, Staff], Typeset]


class PeopleAsk(StrEnum):
    """What lies over the page; nothing at first."""

    NOTHING = ""
    ADDING = "adding"
    CHANGING = "changing"
    PIN = "pin"
    BADGE = "badge"
    RETIRING = "retiring"


@QmlElement
@QmlUncreatable("made by the application")
class PeopleViewModel(QObject):  # type: ignore[operator]
    """Shows everybody, one of them in full, and what is asked before something is changed.

    A PIN is set in `lane`, which takes a fifth of a second; `open_state` gives it a connection of its own.
    """

    changed = Signal()
    told = Signal(str)
    """What was done, for the ear."""

    def __init__(
        self,
        desk: DeskViewModel,
        state: sqlite3.Connection,
        machine: Machine,
        open_state: Callable[[], sqlite3.Connection],
        lane: Lane,
        printing: BadgePrinting,
        typeset: TypesetBadge,
        now: Callable[[], datetime],
    ) -> None:
        """Raises a `kiosk.state.StateError` when it cannot be read who works here."""
        super().__init__()
        self._desk = desk
        self._state = state
        self._machine = machine
        self._open_state = open_state
        self._lane = lane
        self._printing = printing
        self._typeset = typeset
        self._now = now
        self._asks = PeopleAsk.NOTHING
        self._draft = PersonDraft(self)
        self._chosen = ""
        self._busy = False
        self._error: KioskError | None = None
        self._differ = False
        self._done = ""
        self._badge: Badge | None = None
        self._shown = ShownPerson()
        self._everybody = Rows(PersonRow, self)
        self._lately = Rows(LatelyRow, self)
        desk.spoke.connect(self._say)
        desk.moved.connect(self._met_again)
        desk.locked.connect(self.cancel)
        printing.changed.connect(self._badge_fared)
        printing.told.connect(self.told)
        self._say()

    @Property(QObject, constant=True)
    def everybody(self) -> Rows:
        """Who works here, by name: `PersonRow`."""
        return self._everybody

    @Property(QObject, constant=True)
    def lately(self) -> Rows:
        """What happened to their sign-in, newest first: `LatelyRow`."""
        return self._lately

    @Property(QObject, constant=True)
    def draft(self) -> PersonDraft:
        """Who is about to be added, or as what somebody is about to go on."""
        return self._draft

    @Property(QObject, constant=True)
    def printing(self) -> BadgePrinting:
        """The badge on its way to paper."""
        return self._printing

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """Who is shown in full."""
        return self._shown.id

    @Property(str, notify=changed)
    def name(self) -> str:
        """Their name."""
        return self._shown.name

    @Property(str, notify=changed)
    def initials(self) -> str:
        """The first letters of it."""
        return self._shown.initials

    @Property(str, notify=changed)
    def role(self) -> str:
        """What they work as."""
        return self._shown.role

    @Property(str, notify=changed)
    def language(self) -> str:
        """The name of the language of their window, in itself."""
        named = dict(zip(self._desk.property("languages"), self._desk.property("languageNames"), strict=True))
        return str(named.get(self._shown.language, self._shown.language))

    @Property(str, notify=changed)
    def pin(self) -> str:
        """How it is with their PIN."""
        return self._shown.pin

    @Property(str, notify=changed)
    def badge(self) -> str:
        """How it is with their badge."""
        return self._shown.badge

    @Property(str, notify=changed)
    def cases(self) -> str:
        """Whether they open cases."""
        return self._shown.cases

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """Whether their PIN is locked."""
        return self._shown.locked

    @Property(bool, notify=changed)
    def hasBadge(self) -> bool:
        """Whether they have a badge."""
        return self._shown.has_badge

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The codes of the languages that somebody's window can be in."""
        return list(self._desk.property("languages"))

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def languageNames(self) -> list[str]:
        """Each of them in its own name."""
        return list(self._desk.property("languageNames"))

    @Property(str, notify=changed)
    def asks(self) -> str:
        """What lies over the page: `adding`, `changing`, `pin`, `badge`, `retiring`, or nothing."""
        return self._asks

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether a PIN is being set."""
        return self._busy

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What went wrong and what to do next; empty when nothing did."""
        if self._differ:
            return self._desk.messages.gettext("The two PINs are not the same.")
        return people_problem(self._desk.messages, self._error) if self._error is not None else ""

    @Property(str, notify=changed)
    def done(self) -> str:
        """What was done last."""
        return self._done

    @Slot(str)
    def choose(self, untrusted_id: str) -> None:
        """Show somebody in full."""
        self._chosen = untrusted_id
        self._say()

    @Slot(str)
    def ask(self, what: str) -> None:
        """Lay a question over the page."""
        self._asks = PeopleAsk(what)
        self._error, self._differ, self._done = None, False, ""
        if self._asks is PeopleAsk.ADDING:
            self._draft.begin("", Role.STAFF, str(self._desk.property("language")))
        elif self._asks is PeopleAsk.CHANGING:
            staff = people.with_id(self._state, StaffId(self._shown.id))
            self._draft.begin(staff.name, staff.role, staff.language)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Take the question away; nothing is changed. A badge that was not printed opens something all the same."""
        self._asks = PeopleAsk.NOTHING
        self._error, self._differ, self._badge = None, False, None
        self._printing.forget()
        self._say()

    @Slot()
    def add(self) -> None:
        """Write somebody new down, and ask for their PIN at once."""
        name, role, language = self._drafted()

        def added(by: SignedIn) -> None:
            self._chosen = people.add(self._state, by, name=name, role=role, language=language, at=self._now()).id

        if self._did(added):
            self._asks = PeopleAsk.PIN
            self._say()

    @Slot()
    def change(self) -> None:
        """Write down what is different about them."""
        whom, (name, role, language) = StaffId(self._shown.id), self._drafted()

        def changed(by: SignedIn) -> Staff:
            return people.change(self._state, by, whom, name=name, role=role, language=language, at=self._now())

        if self._did(changed):
            self._finish(self._desk.messages.gettext("Changed: {name}.").format(name=" ".join(name.split())))

    @Slot(str, str)
    def setPin(self, untrusted_pin: str, again: str) -> None:
        """Give them the PIN that they have typed twice."""
        by, whom, name = self._desk.signed_in, StaffId(self._shown.id), self._shown.name
        self._differ = untrusted_pin != again
        self._error = None
        if self._differ or by is None or self._busy:
            self.changed.emit()
            return
        self._busy = True
        self.changed.emit()

        def job() -> None:
            with closing(self._open_state()) as state:
                set_pin(state, self._machine, by, whom, untrusted_pin, at=self._now())

        self._lane.run(job, lambda outcome: self._pin_set(outcome, name))

    @Slot()
    def printBadge(self) -> None:
        """Make a badge, which ends the one before, and print it; once more the same, while this is asked."""
        whom = StaffId(self._shown.id)

        def given(by: SignedIn) -> None:
            self._badge = give_badge(self._state, by, whom, at=self._now())

        if self._printing.coming or (self._badge is None and not self._did(given)):
            return
        badge, staff = self._badge, people.with_id(self._state, whom)
        if badge is not None:
            self._printing.send(lambda: self._typeset(badge, staff))
        self._say()

    @Slot()
    def takeBadgeAway(self) -> None:
        """Their badge opens nothing any more."""
        whom, name = StaffId(self._shown.id), self._shown.name
        if self._did(lambda by: revoke_badge(self._state, by, whom, at=self._now())):
            self._finish(self._desk.messages.gettext("The badge of {name} opens nothing any more.").format(name=name))

    @Slot()
    def unlock(self) -> None:
        """Let them try their PIN again."""
        whom, name = StaffId(self._shown.id), self._shown.name
        if self._did(lambda by: unlock(self._state, by, whom, at=self._now())):
            self._finish(self._desk.messages.gettext("{name} can sign in again.").format(name=name))

    @Slot()
    def retire(self) -> None:
        """They do not work here any more."""
        whom, name = StaffId(self._shown.id), self._shown.name
        if self._did(lambda by: people.retire(self._state, by, whom, at=self._now())):
            self._finish(self._desk.messages.gettext("{name} cannot sign in any more.").format(name=name))

    def let_go(self) -> None:
        """Take a badge back that has not come out, and wait for the lanes."""
        self._lane.close()
        self._printing.close()

    def _did(self, deed: Callable[[SignedIn], object]) -> bool:
        """Do it on the word of whoever is signed in; tell whether it was done."""
        by = self._desk.signed_in
        self._error, self._differ, self._done = None, False, ""
        if by is None:
            return False
        try:
            deed(by)
        except KioskError as error:
            self._error = error
            self._say()
            return False
        return True

    def _finish(self, words: str) -> None:
        self._asks = PeopleAsk.NOTHING
        self._done = words
        self._say()
        self.told.emit(words)

    def _pin_set(self, outcome: Outcome[None], name: str) -> None:
        self._busy = False
        if isinstance(outcome, Ok):
            self._finish(self._desk.messages.gettext("{name} can sign in with the new PIN.").format(name=name))
        else:
            self._error = outcome.error
            self._say()

    def _drafted(self) -> tuple[str, Role, str]:
        return str(self._draft.property("name")), self._draft.chosen_role, str(self._draft.property("language"))

    @Slot()
    def _badge_fared(self) -> None:
        """A badge that is out is nobody's here any more; another one is another badge."""
        if self._printing.printed:
            self._badge = None

    @Slot()
    def _met_again(self) -> None:
        """Others may have been added at the machine, or have locked themselves out, meanwhile."""
        if self._desk.property("page") == CounterPage.PEOPLE:
            self._say()

    @Slot()
    def _say(self) -> None:
        messages = self._desk.messages
        standings = people.standings(self._state)
        self._everybody.show([row_of(messages, person) for person in standings])
        self._draft.say(messages)
        chosen = next((person for person in standings if person.staff.id == self._chosen), None)
        if chosen is None and standings:
            chosen = standings[0]
        self._chosen = chosen.staff.id if chosen is not None else ""
        self._shown = shown_person(messages, chosen) if chosen is not None else ShownPerson()
        names: dict[str, str] = {staff.id: staff.name for staff in people.everybody(self._state)}
        lines = lines_about(self._state, self._chosen, _LATELY, without=Act.SIGN_IN_TRIED)
        self._lately.show([lately_row(messages, line, names, self._now()) for line in lines])
        self.changed.emit()

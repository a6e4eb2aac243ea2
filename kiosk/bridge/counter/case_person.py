"""The part of a case that is about the person: a first name, one way to reach them, the note for the next visit."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_words import CAUTIONS, REACHES, problem_words
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import Case, Covers
from kiosk.counter.cases.cautions import cautions
from kiosk.counter.cases.consenting import Private, keep_private
from kiosk.counter.cases.person import Person, Reach, read_note, read_person
from kiosk.counter.vault import VaultKey
from kiosk.languages.formats import plain_date

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_REACHES = tuple(Reach)


@QmlElement
@QmlUncreatable("made by the application")
class CasePersonViewModel(QObject):  # type: ignore[operator]
    """Takes what is typed, and writes it when the case is saved. Without consent there is nothing to type in."""

    changed = Signal()

    def __init__(self, open_case: OpenCase) -> None:
        super().__init__()
        self._open = open_case
        self._typed = self._base = Private()
        open_case.opened.connect(self._begin)
        open_case.reread.connect(self._reread)
        open_case.changed.connect(self.changed)
        open_case.desk.spoke.connect(self.changed)
        self._begin()

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not written yet."""
        return self._typed != self._base

    @property
    def reach_chosen(self) -> Reach:
        """The way to reach the person, as it is chosen now."""
        return self._typed.person.reach

    @property
    def first_name(self) -> str:
        """The first name that is written; empty where none is."""
        return self._open.private.person.first_name

    @Property(bool, notify=changed)
    def consented(self) -> bool:
        """Whether the person said yes to anything."""
        case = self._open.case
        return case is not None and case.consent is not None

    @Property(str, notify=changed)
    def sealed(self) -> str:
        """Why what is private cannot be read; empty where it can."""
        return problem_words(self._open.desk.messages, self._open.sealed) if self._open.sealed else ""

    @Property(bool, notify=changed)
    def mayName(self) -> bool:
        """Whether they said yes to a first name, and it can be read."""
        return self._covers(Covers.NAME)

    @Property(bool, notify=changed)
    def mayReach(self) -> bool:
        """Whether they said yes to being reached."""
        return self._covers(Covers.REACH)

    @Property(bool, notify=changed)
    def mayNote(self) -> bool:
        """Whether they said yes to a note."""
        return self._covers(Covers.NOTE)

    @Property(str, notify=changed)
    def firstName(self) -> str:
        """As it is typed."""
        return self._typed.person.first_name

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def reaches(self) -> list[str]:
        """The ways to reach a person."""
        return [self._open.desk.messages.gettext(REACHES[reach]) for reach in _REACHES]

    @Property(int, notify=changed)
    def reach(self) -> int:
        """Which of `reaches` is chosen."""
        return _REACHES.index(self._typed.person.reach)

    @Property(bool, notify=changed)
    def hasAddress(self) -> bool:
        """Whether that way needs a number or an address."""
        return self._typed.person.reach is not Reach.RETURNS

    @Property(str, notify=changed)
    def address(self) -> str:
        """The number or the e-mail, as it is typed."""
        return self._typed.person.address

    @Property(str, notify=changed)
    def note(self) -> str:
        """The note, as it is typed."""
        return self._typed.note

    @Property(str, notify=changed)
    def caution(self) -> str:
        """What should not be in the note; empty where nothing is."""
        messages = self._open.desk.messages
        found = cautions(self._typed.note, self._typed.person.first_name)
        return " ".join(messages.gettext(CAUTIONS[one]) for one in found)

    @Property(str, notify=changed)
    def promise(self) -> str:
        """What is not kept, and until when the rest is."""
        case = self._open.case
        if case is None:
            return ""
        messages = self._open.desk.messages
        day = plain_date(messages, case.last_day, self._open.today.day)
        return messages.gettext("No last name, no SIN, no address. All of it is erased on {day}.").format(day=day)

    @Slot(str)
    def typeName(self, untrusted_text: str) -> None:
        """Type the first name."""
        self._type(replace(self._typed.person, first_name=untrusted_text), self._typed.note)

    @Slot(int)
    def chooseReach(self, index: int) -> None:
        """Choose a way to reach the person; who comes back needs no address."""
        reach = _REACHES[index]
        address = "" if reach is Reach.RETURNS else self._typed.person.address
        self._type(replace(self._typed.person, reach=reach, address=address), self._typed.note)

    @Slot(str)
    def typeAddress(self, untrusted_text: str) -> None:
        """Type the number or the e-mail."""
        self._type(replace(self._typed.person, address=untrusted_text), self._typed.note)

    @Slot(str)
    def typeNote(self, untrusted_text: str) -> None:
        """Type the note."""
        self._type(self._typed.person, untrusted_text)

    def save(self) -> bool:
        """Write what was typed; tell whether nothing is left to write. What was typed stays when it cannot be."""
        if not self.is_changed or not self.consented or self._open.sealed:
            return True
        typed = self._typed

        def work(cabinet: Cabinet, vault: VaultKey, case: Case, by: By) -> None:
            person = read_person(typed.person.first_name, typed.person.reach, typed.person.address)
            private = Private(person, read_note(typed.note))
            keep_private(cabinet, vault, case, private, by)
            self._open.keep(private)

        if not self._open.write_private(work):
            return False
        self._begin()
        return True

    def forget(self) -> None:
        """Let go of everything typed."""
        self._begin()

    def _type(self, person: Person, note: str) -> None:
        self._typed = Private(person, note)
        self.changed.emit()

    @Slot()
    def _begin(self) -> None:
        self._typed = self._base = self._open.private
        self.changed.emit()

    @Slot()
    def _reread(self) -> None:
        """What is being typed stays."""
        if not self.is_changed:
            self._begin()

    def _covers(self, what: Covers) -> bool:
        case = self._open.case
        return (
            case is not None and case.consent is not None and what in case.consent.covers and self._open.sealed is None
        )

"""Handing a person on to a partner from their case: whom, what is to be done, how it was told, and who has it now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_words import CAUTIONS, TOLD, organization_name
from kiosk.bridge.counter.hand_off_printing import HandOffPrinting
from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import Catalogue, OrganizationId
from kiosk.catalogue.search.tokens import fold
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import Case, Covers
from kiosk.counter.cases.cautions import cautions
from kiosk.counter.cases.handing import HandOff, HandOffId, Told, acknowledge, hand_off, hand_offs
from kiosk.counter.staff.signed import case_key
from kiosk.counter.vault import VaultKey
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.formats import plain_date

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_TOLD = tuple(TOLD)
_MOST_FOUND = 6


@dataclass(frozen=True, slots=True)
class HandOffRow:
    """One hand-off. `waits` as long as nobody at the partner's has said that they have it."""

    which: str
    organization: str
    note: str
    standing: str
    tone: str
    waits: bool


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One organization to choose."""

    organization: str
    name: str
    chosen: bool


def state_words(messages: Messages, one: HandOff, today: date) -> str:
    """Where a hand-off stands."""
    if one.taken is not None:
        day = plain_date(messages, one.taken, today)
        if one.taken_by:
            return messages.gettext("{name} has it, {day}").format(name=one.taken_by, day=day)
        return messages.gettext("They have it, {day}").format(day=day)
    if one.is_overdue(today):
        return messages.gettext("No answer: ask again")
    return messages.gettext("Told {day}").format(day=plain_date(messages, one.day, today))


@QmlElement
@QmlUncreatable("made by the application")
class CaseHandOffsViewModel(QObject):  # type: ignore[operator]
    """Shows the hand-offs of the case, and takes a new one or a partner's answer."""

    changed = Signal()

    def __init__(self, open_case: OpenCase, catalogue: Callable[[], Catalogue], printing: HandOffPrinting) -> None:
        super().__init__()
        self._printing = printing
        self._open = open_case
        self._catalogue = catalogue
        self._kept: tuple[HandOff, ...] = ()
        self._asking = ""
        self._which = HandOffId(b"")
        self._query = ""
        self._partner = OrganizationId("")
        self._note = ""
        self._told = Told.PHONE
        self._taken_by = ""
        self._rows = Rows(HandOffRow, self)
        self._partners = Rows(PartnerRow, self)
        open_case.opened.connect(self._begin)
        open_case.reread.connect(self._begin)
        open_case.desk.spoke.connect(self._say)
        self._begin()

    @Property(bool, notify=changed)
    def allowed(self) -> bool:
        """Whether the person said yes to telling partners."""
        case = self._open.case
        return (
            case is not None
            and case.consent is not None
            and Covers.PARTNERS in case.consent.covers
            and self._open.sealed is None
        )

    @Property(QObject, constant=True)
    def rows(self) -> Rows:
        """Every hand-off of the case: `HandOffRow`."""
        return self._rows

    @Property(HandOffPrinting, constant=True)
    def printing(self) -> HandOffPrinting:
        """How the paper of a hand-off fares."""
        return self._printing

    @Property(str, notify=changed)
    def asking(self) -> str:
        """What is asked over the page: `new`, `taken`, or nothing."""
        return self._asking

    @Property(str, notify=changed)
    def query(self) -> str:
        """What partners are looked for by."""
        return self._query

    @Property(QObject, constant=True)
    def partners(self) -> Rows:
        """The first few that are found: `PartnerRow`."""
        return self._partners

    @Property(str, notify=changed)
    def partner(self) -> str:
        """The name of the partner chosen; empty before."""
        if not self._partner:
            return ""
        return organization_name(self._open.desk.messages, self._catalogue(), self._partner)

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is to be done, as it is typed."""
        return self._note

    @Property(str, notify=changed)
    def caution(self) -> str:
        """What should not be in it; empty where nothing is."""
        gettext = self._open.desk.messages.gettext
        found = cautions(self._note, self._open.private.person.first_name)
        return " ".join(gettext(CAUTIONS[one]) for one in found)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def ways(self) -> list[str]:
        """How a partner can be told."""
        return [self._open.desk.messages.gettext(TOLD[way]) for way in _TOLD]

    @Property(int, notify=changed)
    def way(self) -> int:
        """Which of `ways` is chosen."""
        return _TOLD.index(self._told)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether it can be written: a partner, and something to do."""
        return bool(self._partner and self._note.strip())

    @Property(str, notify=changed)
    def takenBy(self) -> str:
        """Who at the partner's has it, as it is typed."""
        return self._taken_by

    @Slot(str)
    def begin(self, untrusted_organization: str) -> None:
        """Ask for a new hand-off; the partner may be known already."""
        known = OrganizationId(untrusted_organization) in self._catalogue().organizations
        self._partner = OrganizationId(untrusted_organization if known else "")
        self._asking, self._query, self._note, self._told = "new", "", "", Told.PHONE
        self._say()

    @Slot(str)
    def find(self, untrusted_text: str) -> None:
        """Look for a partner."""
        self._query = untrusted_text
        self._say()

    @Slot(str)
    def choose(self, organization: str) -> None:
        """Choose a partner."""
        self._partner, self._query = OrganizationId(organization), ""
        self._say()

    @Slot(str)
    def typeNote(self, untrusted_text: str) -> None:
        """Type what is to be done."""
        self._note = untrusted_text
        self._say()

    @Slot(int)
    def tell(self, index: int) -> None:
        """Choose how they were told."""
        self._told = _TOLD[index]
        self._say()

    @Slot(str)
    def print(self, which: str) -> None:
        """Print a hand-off, for the person to take along or for the partner."""
        for one in self._kept:
            if one.id.hex() == which:
                self._printing.print(one)

    @Slot(str)
    def answer(self, which: str) -> None:
        """Ask who at the partner's has it."""
        self._asking, self._which, self._taken_by = "taken", HandOffId(bytes.fromhex(which)), ""
        self._say()

    @Slot(str)
    def typeTakenBy(self, untrusted_text: str) -> None:
        """Type who has it."""
        self._taken_by = untrusted_text
        self._say()

    @Slot()
    def save(self) -> None:
        """Write down what is asked for; it stays asked for when it cannot be written."""
        work = self._take_up if self._asking == "taken" else self._hand_off
        if (self._asking == "taken" or self.complete) and self._open.write_private(work):
            self._begin()

    @Slot()
    def leave(self) -> None:
        """Ask no more."""
        self._asking = ""
        self._say()

    def _hand_off(self, cabinet: Cabinet, vault: VaultKey, case: Case, by: By) -> None:
        hand_off(cabinet, vault, case, self._partner, self._note, self._told, by)

    def _take_up(self, cabinet: Cabinet, vault: VaultKey, case: Case, by: By) -> None:
        acknowledge(cabinet, vault, case, self._which, self._taken_by, by)

    @Slot()
    def _begin(self) -> None:
        self._asking, self._query, self._note, self._taken_by = "", "", "", ""
        self._partner = OrganizationId("")
        self._kept = self._read()
        self._say()

    def _read(self) -> tuple[HandOff, ...]:
        """None where what is private cannot be opened: the page says so elsewhere."""
        signed_in, case = self._open.desk.signed_in, self._open.case
        if signed_in is None or case is None or case.consent is None or self._open.sealed is not None:
            return ()
        try:
            return hand_offs(self._open.cabinet, case_key(signed_in), case)
        except KioskError:
            return ()

    @Slot()
    def _say(self) -> None:
        messages, catalogue, today = self._open.desk.messages, self._catalogue(), self._open.today.day
        self._rows.show(
            [
                HandOffRow(
                    one.id.hex(),
                    organization_name(messages, catalogue, one.organization),
                    one.note,
                    state_words(messages, one, today),
                    "good" if one.taken else "bad" if one.is_overdue(today) else "calm",
                    one.taken is None,
                )
                for one in self._kept
            ]
        )
        self._partners.show(self._found(messages, catalogue))
        self.changed.emit()

    def _found(self, messages: Messages, catalogue: Catalogue) -> list[PartnerRow]:
        words = fold(self._query).split()
        if not words:
            return []
        names = ((id_, organization_name(messages, catalogue, id_)) for id_ in catalogue.organizations)
        found = [(id_, name) for id_, name in names if all(word in fold(name) for word in words)]
        return [PartnerRow(id_, name, id_ == self._partner) for id_, name in found[:_MOST_FOUND]]

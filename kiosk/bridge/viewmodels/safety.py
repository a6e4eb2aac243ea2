"""Feeling unsafe at home: who listens, a quiet word with staff, a plain card, and what leaving does."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.person import PersonViewModel
from kiosk.catalogue.lifelines import FEELING_UNSAFE, LIFELINES
from kiosk.catalogue.model import Catalogue, PhoneId
from kiosk.languages import Messages
from kiosk.visit.visit import Page, going_to

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_LISTENS, _TEXTS = PhoneId("thans"), PhoneId("211")


@dataclass(frozen=True, slots=True)
class Listener:
    """A line that answers day and night."""

    symbol: str
    label: str
    number: str
    detail: str


def listeners(messages: Messages) -> tuple[Listener, ...]:
    """The crisis line and the one that can be written to; both are compiled in."""
    gettext = messages.gettext
    number = {line.phone: line.number for line in LIFELINES}
    return (
        Listener(
            "phone",
            gettext("Someone to listen, help to leave"),
            number[_LISTENS],
            gettext("For women and children. Day and night, free."),
        ),
        Listener(
            "message-2",
            gettext("Text or call"),
            number[_TEXTS],
            gettext("For everyone. Day and night, free, many languages."),
        ),
    )


def seen_by_staff(messages: Messages, kiosk_number: int) -> str:
    """What a quiet call looks like at the counter; kiosks without numbers are not named."""
    if not kiosk_number:
        return messages.gettext("Their screen says “private help”, never why.")
    return messages.gettext("Their screen says “kiosk {number}, private help”, never why.").format(number=kiosk_number)


def has_more(catalogue: Catalogue) -> bool:
    """Whether the catalogue has more numbers than the compiled-in ones."""
    return any(door.id == FEELING_UNSAFE for door in catalogue.doors)


@QmlElement
@QmlUncreatable("made by the application")
class SafetyViewModel(QObject):  # type: ignore[operator]
    """Needs no catalogue and no network, names no place, and holds nothing once the page is left."""

    changed = Signal()

    def __init__(self, session: Session, person: PersonViewModel, kiosk_number: int) -> None:
        """`person` calls somebody to this kiosk, which has `kiosk_number`, or none where that is 0."""
        super().__init__()
        self._session = session
        self._person = person
        self._kiosk_number = kiosk_number
        self._topic = ""
        self._listeners = Rows(Listener, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(PersonViewModel, constant=True)
    def person(self) -> PersonViewModel:
        """The card that calls a person, and follows the call."""
        return self._person

    @Property(str, notify=changed)
    def topic(self) -> str:
        """What the page is about, to be written small."""
        return self._topic

    @Property(Rows, constant=True)
    def listeners(self) -> Rows:
        """The lines that answer; roles symbol, label, number, detail."""
        return self._listeners

    @Property(str, notify=changed)
    def quietly(self) -> str:
        """What staff see of a quiet call."""
        return seen_by_staff(self._session.messages, self._kiosk_number) if self._topic else ""

    @Property(str, notify=changed)
    def desk(self) -> str:
        """When people are at the desk, for where no counter answers; empty where the site does not say."""
        desk = self._session.site.desk
        return desk.in_language(self._session.language) if desk is not None and self._topic else ""

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        """Whether there are more numbers to show."""
        return bool(self._topic) and has_more(self._session.catalogue)

    @Slot()
    def openCard(self) -> None:
        """The small plain card, to look at before anything is printed."""
        self._session.do(lambda visit: going_to(visit, Page.CARD))

    @Slot()
    def openMore(self) -> None:
        """The other numbers, and the way to a whole plan."""
        self._session.do(lambda visit: going_to(visit, Page.URGENT, FEELING_UNSAFE))

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        shown = session.visit.page is Page.SAFETY
        self._topic = session.messages.gettext("Feeling unsafe at home") if shown else ""
        self._listeners.show(listeners(session.messages) if shown else ())
        self.changed.emit()

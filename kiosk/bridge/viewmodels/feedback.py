"""Did you get what you needed? One touch, and one more for why not: no typing, and nothing about the person."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.noting import Noting
from kiosk.bridge.session import Session
from kiosk.counter.needs import Flag, Judgement, Met, Reason, Said, UnmetNeed
from kiosk.languages import N_, Messages
from kiosk.visit.visit import Page, going_to

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

WRONG = "wrong"

_REASONS = (
    (Reason.NOT_FOUND, "search", N_("I could not find it")),
    (Reason.NOT_UNDERSTOOD, "help-circle", N_("I did not understand")),
    (WRONG, "alert-circle", N_("The information is wrong")),
    (Reason.CLOSED, "calendar-off", N_("It is closed")),
    (Reason.NO_WAY_THERE, "bus", N_("Too far, or no way to get there")),
    (Reason.NOT_ELIGIBLE, "x", N_("I do not qualify")),
    (Reason.WANTS_PERSON, "user", N_("I want a person")),
)


class Stage(StrEnum):
    """Where the question stands: put, why not, being written, on the disk, or not to be written."""

    ASKED = "asked"
    WHY = "why"
    KEEPING = "keeping"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason to touch."""

    reason: str
    label: str
    symbol: str


def reasons(messages: Messages) -> tuple[Why, ...]:
    """What can have been wrong, in the order shown."""
    return tuple(Why(reason, messages.gettext(label), symbol) for reason, symbol, label in _REASONS)


def thanks(messages: Messages, stage: Stage) -> str:
    """What is said once something was touched; it is on the disk before the kiosk says that it helps."""
    match stage:
        case Stage.KEEPING:
            return messages.gettext("One moment…")
        case Stage.KEPT:
            return messages.gettext("Thank you. This helps us ask for services here.")
        case Stage.FAILED:
            return messages.gettext("Thank you. It could not be noted: please tell staff.")
        case Stage.ASKED | Stage.WHY:
            return ""


@QmlElement
@QmlUncreatable("made by the application")
class FeedbackViewModel(QObject):  # type: ignore[operator]
    """Takes one answer of a visit, and never stands in the way of finishing."""

    changed = Signal()

    def __init__(self, session: Session, noting: Noting) -> None:
        super().__init__()
        self._session = session
        self._noting = noting
        self._stage = Stage.ASKED
        self._wants_person = False
        self._person = 0
        self._reasons = Rows(Why, self)
        session.changed.connect(self._follow)
        session.ended.connect(self._forget)
        self._follow()

    @Property(str, notify=changed)
    def stage(self) -> str:
        """Asked, why, keeping, kept or failed."""
        return self._stage

    @Property(str, notify=changed)
    def thanks(self) -> str:
        """What is said once something was touched; empty before."""
        return thanks(self._session.messages, self._stage)

    @Property(bool, notify=changed)
    def wantsPerson(self) -> bool:
        """Whether the person said that they want somebody."""
        return self._wants_person

    @Property(Rows, constant=True)
    def reasons(self) -> Rows:
        """Why not; roles reason, label, symbol."""
        return self._reasons

    @Slot(str)
    def answer(self, met: str) -> None:
        """Yes, partly or no; all but yes go on to why."""
        judged = Met(met)
        if self._stage not in (Stage.ASKED, Stage.WHY):
            return
        if judged is Met.YES:
            self._keep(Judgement(judged))
            return
        if self._stage is Stage.ASKED:  # whoever comes back from why is not counted twice
            self._noting.note(Judgement(judged), lambda _kept: None)
        self._say(Stage.WHY)
        self._session.do(lambda visit: going_to(visit, Page.FEEDBACK))

    @Slot(str)
    def explain(self, reason: str) -> None:
        """The one reason that was touched."""
        if self._stage is not Stage.WHY:
            return
        self._wants_person = reason == Reason.WANTS_PERSON
        self._keep(Flag() if reason == WRONG else UnmetNeed(Reason(reason)))

    @Slot()
    def openHelp(self) -> None:
        """How to reach a person."""
        self._session.do(lambda visit: going_to(visit, Page.HELP))

    @Slot()
    def finish(self) -> None:
        """Erase the visit, whatever was said or not."""
        self._session.end()

    def _keep(self, said: Said) -> None:
        person = self._person
        self._say(Stage.KEEPING)
        self._noting.note(said, lambda kept: self._kept(kept, person))

    def _kept(self, kept: bool, person: int) -> None:
        """Whoever has left meanwhile is not the one to thank."""
        if person == self._person:
            self._say(Stage.KEPT if kept else Stage.FAILED)

    @Slot()
    def _follow(self) -> None:
        """The words follow the language; a visit that begins anew is asked anew."""
        self._reasons.show(reasons(self._session.messages))
        if not any(stop.page is Page.DONE for stop in self._session.visit.trail):
            self._forget()
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._wants_person = False
        self._person += 1
        self._say(Stage.ASKED)

    def _say(self, stage: Stage) -> None:
        if stage is not self._stage:
            self._stage = stage
            self.changed.emit()

"""Help right now: the urgent doors, what is behind them, and the lifelines that need no catalogue."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.home import taking_up
from kiosk.bridge.viewmodels.urgent_words import (
    Behind,
    Contact,
    UrgentDoor,
    When,
    behind,
    door_bundle,
    doors_of,
    lifelines,
    title_of,
)
from kiosk.catalogue.lifelines import FEELING_UNSAFE
from kiosk.planning import Here
from kiosk.visit.visit import Page, going_to, only_about

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_NOTHING = Behind(())


@QmlElement
@QmlUncreatable("made by the application")
class UrgentViewModel(QObject):  # type: ignore[operator]
    """Shows the urgent doors, then what is behind the one that is touched; no question is asked."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._door = ""
        self._title = ""
        self._behind = _NOTHING
        self._doors = Rows(UrgentDoor, self)
        self._groups = [Rows(Contact, self) for _ in When]
        self._lifelines = Rows(Contact, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The head of the page."""
        return self._title

    @Property(bool, notify=changed)
    def atDoors(self) -> bool:
        """Whether the doors are shown, and not yet what is behind one."""
        return self._door == ""

    @Property(bool, notify=changed)
    def discreet(self) -> bool:
        """Whether the head names what others must not read from afar."""
        return self._door == FEELING_UNSAFE

    @Property(bool, notify=changed)
    def hasPlan(self) -> bool:
        """Whether there is a whole plan for this need, for whoever has time."""
        return self._door != "" and door_bundle(self._session.catalogue, self._door) is not None

    @Property(str, notify=changed)
    def closed(self) -> str:
        """That one cannot walk in anywhere now; empty while one can."""
        return self._behind.closed

    @Property(str, notify=changed)
    def nextOpening(self) -> str:
        """Which place opens next, and what answers until then."""
        return self._behind.next_opening

    @Property(Rows, constant=True)
    def doors(self) -> Rows:
        """The doors; roles door, label, symbol."""
        return self._doors

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def groups(self) -> list[str]:
        """The head of each group of numbers and places; `cards` gives what is under it."""
        return [group.title for group in self._behind.groups]

    @Property(Rows, constant=True)
    def lifelines(self) -> Rows:
        """The numbers of day and night; the roles are the fields of `Contact`."""
        return self._lifelines

    @Slot(int, result=Rows)
    def cards(self, group: int) -> Rows:
        """The numbers and places of one group; the same roles."""
        return self._groups[group]

    @Slot(str)
    def open(self, door: str) -> None:
        """What is behind a door; feeling unsafe has a page of its own."""
        page, subject = (Page.SAFETY, "") if door == FEELING_UNSAFE else (Page.URGENT, door)
        self._session.do(lambda visit: going_to(visit, page, subject))

    @Slot()
    def openPlan(self) -> None:
        """The whole plan for this need."""
        door = door_bundle(self._session.catalogue, self._door)
        if door is not None:
            bundle = door.bundles[0]
            plan = self._session.plan_of(only_about(self._session.visit, bundle))
            self._session.do(lambda visit: taking_up(visit, bundle, plan))

    def _forget(self) -> None:
        self._door = self._title = ""
        self._show(_NOTHING)

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.URGENT:
            self._forget()
            return
        self._door = session.visit.here.subject
        messages, catalogue, site = session.messages, session.catalogue, session.site
        self._title = (
            title_of(catalogue, self._door, messages.language)
            if self._door
            else messages.gettext("I need help right now")
        )
        self._doors.show(doors_of(catalogue, messages.language))
        self._lifelines.show(lifelines(messages))
        here = Here(site.latitude, site.longitude)
        self._show(behind(messages, catalogue, self._door, session.now(), site.zone, here) if self._door else _NOTHING)

    def _show(self, found: Behind) -> None:
        self._behind = found
        contacts = [group.contacts for group in found.groups]
        for rows, told in zip(self._groups, [*contacts, *[()] * (len(self._groups) - len(contacts))], strict=True):
            rows.show(told)
        self.changed.emit()

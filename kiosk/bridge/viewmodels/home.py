"""The home screen: the urgent door, the situations of life, and the two other doors."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.catalogue.model import BundleId, Catalogue, Door
from kiosk.planning.plan import Plan
from kiosk.visit.single import situations
from kiosk.visit.visit import Page, Visit, going_to, led_by, only_about
from kiosk.wording.age import age_line

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

ALL_SITUATIONS = "all"
I_AM = "i-am"


@dataclass(frozen=True, slots=True)
class Tile:
    """One situation of life, in the language shown."""

    door: str
    label: str
    symbol: str
    theme: str


def tiles(doors: tuple[Door, ...], language: str) -> tuple[Tile, ...]:
    """The doors that are drawn as tiles, in the editors' order."""
    return tuple(
        Tile(door.id, door.label.to(language), door.icon, door.theme) for door in doors if door.kind == "situation"
    )


def taking_up(visit: Visit, bundle: BundleId, plan_after: Plan) -> Visit:
    """Begin a bundle: its first question, or its plan when nothing is worth asking."""
    return led_by(only_about(visit, bundle), plan_after)


def door_called(catalogue: Catalogue, door_id: str) -> Door:
    """The door with this id; KeyError when there is none."""
    return {door.id: door for door in catalogue.doors}[door_id]


@QmlElement
@QmlUncreatable("made by the application")
class HomeViewModel(QObject):  # type: ignore[operator]
    """Shows the doors, and opens them."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._tiles = Rows(Tile, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(Rows, constant=True)
    def tiles(self) -> Rows:
        """The situations of life; roles door, label, symbol, theme."""
        return self._tiles

    @Property(str, notify=changed)
    def allLabel(self) -> str:
        """The ninth tile: every situation, counted."""
        count = len(situations(self._session.catalogue))
        messages = self._session.messages
        return messages.ngettext("All {count} situation", "All {count} situations", count).format(count=count)

    @Property(str, notify=changed)
    def searchDetail(self) -> str:
        """How much can be searched."""
        count = len(self._session.catalogue.services)
        messages = self._session.messages
        return messages.ngettext("Search {count} service", "Search {count} services", count).format(count=count)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why there are no situations to show; empty when all is well."""
        return self._session.problem

    @Property(str, notify=changed)
    def age(self) -> str:
        """How old the information is, where it is old."""
        session = self._session
        return age_line(session.messages, session.catalogue, session.now().date())

    @Slot(str)
    def open(self, door: str) -> None:
        """Go through a door: straight to its questions, or to a list when it holds several situations."""
        bundles = door_called(self._session.catalogue, door).bundles
        if len(bundles) > 1:
            self._session.do(lambda visit: going_to(visit, Page.SITUATIONS, door))
        else:
            plan = self._session.plan_of(only_about(self._session.visit, bundles[0]))
            self._session.do(lambda visit: taking_up(visit, bundles[0], plan))

    @Slot()
    def openAll(self) -> None:
        """Every situation."""
        self._session.do(lambda visit: going_to(visit, Page.SITUATIONS, ALL_SITUATIONS))

    @Slot()
    def openUrgent(self) -> None:
        """Help right now."""
        self._session.do(lambda visit: going_to(visit, Page.URGENT))

    @Slot()
    def openSearch(self) -> None:
        """Search by words."""
        self._session.do(lambda visit: going_to(visit, Page.SEARCH))

    @Slot()
    def openWhoIAm(self) -> None:
        """The clienteles: senior, parent, newcomer, employer."""
        self._session.do(lambda visit: going_to(visit, Page.SITUATIONS, I_AM))

    @Slot()
    def _refresh(self) -> None:
        if self._session.visit.page is Page.HOME:
            self._tiles.show(tiles(self._session.catalogue.doors, self._session.language))
            self.changed.emit()

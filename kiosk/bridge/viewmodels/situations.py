"""A list of situations: all of them, those behind one tile, or "I am a ..."."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.home import ALL_SITUATIONS, I_AM, door_called, taking_up
from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.languages import Messages
from kiosk.visit.single import situations
from kiosk.visit.visit import Page, going_to, only_about

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_DOOR = "door:"


@dataclass(frozen=True, slots=True)
class Situation:
    """One row: a bundle, or a door that leads to several."""

    target: str
    label: str
    symbol: str
    theme: str


def title_of(messages: Messages, catalogue: Catalogue, subject: str) -> str:
    """The head of the list."""
    if subject == ALL_SITUATIONS:
        return messages.gettext("All situations")
    if subject == I_AM:
        return messages.gettext("I am a…")
    return door_called(catalogue, subject).label.to(messages.language)


def rows_of(messages: Messages, catalogue: Catalogue, subject: str) -> tuple[Situation, ...]:
    """The rows of the list, in the editors' order; all situations by their names."""
    language = messages.language
    if subject == I_AM:
        return tuple(
            Situation(_DOOR + door.id, door.label.to(language), door.icon, door.theme)
            for door in catalogue.doors
            if door.kind == "clientele"
        )
    everything = subject == ALL_SITUATIONS
    bundles = (
        situations(catalogue)
        if everything
        else [catalogue.bundles[bundle] for bundle in door_called(catalogue, subject).bundles]
    )
    rows = [Situation(bundle.id, bundle.tile.to(language), bundle.icon, bundle.theme) for bundle in bundles]
    return tuple(sorted(rows, key=lambda row: row.label.casefold()) if everything else rows)


@QmlElement
@QmlUncreatable("made by the application")
class SituationsViewModel(QObject):  # type: ignore[operator]
    """Shows one list of situations, and takes up the one that is touched."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = ""
        self._rows = Rows(Situation, self)
        session.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The head of the list."""
        return self._title

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The situations; roles target, label, symbol, theme."""
        return self._rows

    @Slot(str)
    def open(self, target: str) -> None:
        """Take up a situation, or show those behind a door."""
        if target.startswith(_DOOR):
            door = door_called(self._session.catalogue, target.removeprefix(_DOOR))
            if len(door.bundles) > 1:
                self._session.do(lambda visit: going_to(visit, Page.SITUATIONS, door.id))
                return
            target = door.bundles[0]
        bundle = BundleId(target)
        plan = self._session.plan_of(only_about(self._session.visit, bundle))
        self._session.do(lambda visit: taking_up(visit, bundle, plan))

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is Page.SITUATIONS:
            subject = session.visit.here.subject
            self._title = title_of(session.messages, session.catalogue, subject)
            self._rows.show(rows_of(session.messages, session.catalogue, subject))
        elif session.visit.page is Page.ATTRACT:
            self._title = ""
            self._rows.show(())
        else:
            return
        self.changed.emit()

"""The page that says what can be done here about a service, in whose name, and what is done elsewhere."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.here_words import (
    ActRow,
    ServiceRow,
    ShownService,
    service_shown,
    services_shown,
    spoken_words,
)
from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.counter.here.centre import Centre
from kiosk.counter.here.reading import HereFileError
from kiosk.languages.sentences import Sentence
from kiosk.languages.terminal import terminal_words

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class HereViewModel(QObject):  # type: ignore[operator]
    """Shows every service, and one of them in full. The centre is read once, when the page is first met."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        catalogue: Callable[[], Catalogue],
        read_centre: Callable[[], Centre],
        today: Callable[[], date],
    ) -> None:
        """`read_centre` may raise `HereFileError`; the page says so, and takes the centre for one that is silent."""
        super().__init__()
        self._desk = desk
        self._catalogue = catalogue
        self._today = today
        self._problem: Sentence | None = None
        try:
            self._centre = read_centre()
        except HereFileError as error:
            self._centre, self._problem = Centre(), error.what
        self._query = ""
        self._only_here = False
        self._chosen: ServiceId | None = None
        self._services = Rows(ServiceRow, self)
        self._acts = Rows(ActRow, self)
        self._elsewhere = Rows(ActRow, self)
        self._shown = ShownService()
        desk.spoke.connect(self._say)
        self._say()

    @Property(str, notify=changed)
    def query(self) -> str:
        """What the list is narrowed by."""
        return self._query

    @Property(bool, notify=changed)
    def onlyHere(self) -> bool:
        """Whether only what is given here shows."""
        return self._only_here

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The service shown in full."""
        return self._chosen or ""

    @Property(QObject, constant=True)
    def services(self) -> Rows:
        """The list: `ServiceRow`."""
        return self._services

    @Property(QObject, constant=True)
    def acts(self) -> Rows:
        """What staff may do about the chosen service: `ActRow`."""
        return self._acts

    @Property(QObject, constant=True)
    def elsewhere(self) -> Rows:
        """What others do: `ActRow`."""
        return self._elsewhere

    @Property(str, notify=changed)
    def spoken(self) -> str:
        """Which languages are spoken at the counter today."""
        return spoken_words(self._desk.messages, self._centre, self._today())

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What is wrong in the centre's file; empty where nothing is."""
        if self._problem is None:
            return ""
        messages = self._desk.messages
        reason = self._problem.said(terminal_words(messages.language))  # whoever wrote the file reads it
        return messages.gettext("here.toml is not used: {reason}").format(reason=reason)

    @Property(str, notify=changed)
    def count(self) -> str:
        """How many services the list has."""
        number = len(self._services.rows)
        return self._desk.messages.ngettext("{count} service", "{count} services", number).format(count=number)

    @Property(str, notify=changed)
    def name(self) -> str:
        """The chosen service's name."""
        return self._shown.name

    @Property(str, notify=changed)
    def organization(self) -> str:
        """Whose service it is."""
        return self._shown.organization

    @Property(str, notify=changed)
    def structure(self) -> str:
        """How it is given."""
        return self._shown.structure

    @Property(str, notify=changed)
    def mandate(self) -> str:
        """In whose name staff act."""
        return self._shown.mandate

    @Property(str, notify=changed)
    def desk(self) -> str:
        """Where to go in this building."""
        return self._shown.desk

    @Property(str, notify=changed)
    def notes(self) -> str:
        """What is in doubt or written down at this counter."""
        return self._shown.notes

    @Slot(str)
    def search(self, untrusted_text: str) -> None:
        """Narrow the list to what holds every word of the text."""
        self._query = untrusted_text
        self._say()

    @Slot(bool)
    def showOnlyHere(self, only: bool) -> None:
        """Show only what is given here, or everything."""
        self._only_here = only
        self._say()

    @Slot(str)
    def choose(self, service: str) -> None:
        """Show one service in full."""
        if ServiceId(service) in self._catalogue().services:
            self._chosen = ServiceId(service)
            self._say()

    @Slot()
    def _say(self) -> None:
        messages, catalogue, today = self._desk.messages, self._catalogue(), self._today()
        rows = services_shown(messages, catalogue, self._centre, today, self._query, self._only_here)
        self._services.show(rows)
        if self._chosen not in {row.service for row in rows}:
            self._chosen = ServiceId(rows[0].service) if rows else None
        self._shown = (
            service_shown(messages, catalogue, self._centre, today, self._chosen) if self._chosen else ShownService()
        )
        self._acts.show(self._shown.acts)
        self._elsewhere.show(self._shown.elsewhere)
        self.changed.emit()

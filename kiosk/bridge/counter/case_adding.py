"""Adding a step to the plan of a case: a service found by its name, or by whose it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_words import organization_name
from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import Catalogue, Service, ServiceId
from kiosk.catalogue.search.tokens import fold
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import Case, Planned
from kiosk.counter.cases.opening import add_steps
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_FOUND = 6


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One service that can be added."""

    service: str
    name: str
    organization: str


def found(messages: Messages, catalogue: Catalogue, case: Case, query: str) -> tuple[FoundRow, ...]:
    """The first few services that are not in the plan and whose name or organization holds every word of `query`.

    What must stay discreet is never in a case.
    """
    words = fold(query).split()
    planned = {step.planned.service for step in case.steps}
    rows = (
        FoundRow(
            service.id,
            service.name.to(messages.language),
            organization_name(messages, catalogue, service.organization),
        )
        for service in catalogue.services.values()
        if not service.discreet and service.number not in planned
    )
    holding = [row for row in rows if words and all(word in fold(f"{row.name} {row.organization}") for word in words)]
    holding.sort(key=lambda row: (not fold(row.name).startswith(words[0]), row.name) if words else ())
    return tuple(holding[:_MOST_FOUND])


@QmlElement
@QmlUncreatable("made by the application")
class CaseAddingViewModel(QObject):  # type: ignore[operator]
    """Asks which service, and adds it at the end of the plan at once."""

    changed = Signal()
    added = Signal(int)
    """The step at this place is new."""

    def __init__(self, open_case: OpenCase, catalogue: Callable[[], Catalogue]) -> None:
        super().__init__()
        self._open = open_case
        self._catalogue = catalogue
        self._asking = False
        self._query = ""
        self._rows = Rows(FoundRow, self)
        open_case.opened.connect(self.leave)
        open_case.desk.spoke.connect(self._say)

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """Whether a service is being looked for."""
        return self._asking

    @Property(str, notify=changed)
    def query(self) -> str:
        """What it is looked for by."""
        return self._query

    @Property(QObject, constant=True)
    def rows(self) -> Rows:
        """What was found: `FoundRow`."""
        return self._rows

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """That nothing was found; empty before anything is typed, and where something was."""
        if not self._query.strip() or self._rows.rows:
            return ""
        return self._open.desk.messages.gettext("No service is called like this.")

    @Slot()
    def ask(self) -> None:
        """Ask which service."""
        self._asking, self._query = self._open.case is not None, ""
        self._say()

    @Slot(str)
    def find(self, untrusted_text: str) -> None:
        """Look for a service."""
        self._query = untrusted_text
        self._say()

    @Slot()
    def addFirst(self) -> None:
        """Add the first one found."""
        if self._rows.rows:
            self.add(self._rows.rows[0].service)

    @Slot(str)
    def add(self, service: str) -> None:
        """Add a service at the end of the plan; it is on the disk when the page shows it."""
        chosen: Service | None = self._catalogue().services.get(ServiceId(service))
        if chosen is None or chosen.discreet:
            return
        number = chosen.number

        def work(cabinet: Cabinet, case: Case, by: By) -> Case:
            return add_steps(cabinet, case, (Planned(number),), by)

        written = self._open.write(work)
        self.leave()
        if written and self._open.case is not None:
            self.added.emit(len(self._open.case.steps))

    @Slot()
    def leave(self) -> None:
        """Add nothing."""
        self._asking, self._query = False, ""
        self._say()

    @Slot()
    def _say(self) -> None:
        case = self._open.case
        if case is None or not self._query.strip():
            self._rows.show(())
        else:
            self._rows.show(found(self._open.desk.messages, self._catalogue(), case, self._query))
        self.changed.emit()

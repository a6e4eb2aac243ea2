"""How to reach a person, and how to set screen and voice."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.person import PersonViewModel
from kiosk.visit.visit import going_back

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class HelpViewModel(QObject):  # type: ignore[operator]
    """Shows the card that calls a person, and the settings."""

    changed = Signal()

    def __init__(self, session: Session, person: PersonViewModel, comfort: ComfortViewModel) -> None:
        """`person` calls somebody to this kiosk; `comfort` holds what can be set here."""
        super().__init__()
        self._session = session
        self._person = person
        self._comfort = comfort
        session.changed.connect(self.changed)

    @Property(PersonViewModel, constant=True)
    def person(self) -> PersonViewModel:
        """Talk to a person: the card that calls one."""
        return self._person

    @Property(ComfortViewModel, constant=True)
    def comfort(self) -> ComfortViewModel:
        """How this person wants screen and voice."""
        return self._comfort

    @Property(str, notify=changed)
    def section(self) -> str:
        """What the page was opened for: `settings`, or all of it."""
        return self._session.visit.here.subject

    @Slot()
    def close(self) -> None:
        """Back to where the person was."""
        self._session.do(going_back)

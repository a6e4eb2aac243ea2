"""Help with the screen itself, and how to reach a person."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.person import PersonViewModel, desk_words
from kiosk.visit.visit import going_back

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class HelpViewModel(QObject):  # type: ignore[operator]
    """Says where people are: at the desk of this centre, and on the telephone."""

    changed = Signal()

    def __init__(self, session: Session, person: PersonViewModel) -> None:
        """`person` calls somebody to this kiosk."""
        super().__init__()
        self._session = session
        self._person = person
        session.changed.connect(self.changed)

    @Property(PersonViewModel, constant=True)
    def person(self) -> PersonViewModel:
        """Talk to a person: the card that calls one."""
        return self._person

    @Property(str, notify=changed)
    def desk(self) -> str:
        """When people are at the desk, as the site says it."""
        return desk_words(self._session.messages, self._session.site)

    @Property(str, notify=changed)
    def centre(self) -> str:
        """The centre's name."""
        return self._session.site.name.in_language(self._session.language)

    @Slot()
    def close(self) -> None:
        """Back to where the person was."""
        self._session.do(going_back)

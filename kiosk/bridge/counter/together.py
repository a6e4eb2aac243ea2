"""Calling 211 together with the person: the number, and what to say."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.handing_words import number_of_211, what_to_say
from kiosk.bridge.session import Session

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class TogetherViewModel(QObject):  # type: ignore[operator]
    """Shows the words for the call while it is open."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, session: Session) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._open = False
        session.changed.connect(self.changed)
        session.ended.connect(self.close)
        desk.spoke.connect(self.changed)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether the words for the call show."""
        return self._open

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number to call."""
        return number_of_211(self._desk.messages, self._session.catalogue)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def words(self) -> list[str]:
        """What to say, sentence by sentence."""
        session = self._session
        if not self._open:
            return []
        return list(what_to_say(self._desk.messages, session.catalogue, session.site, session.visit, session.plan))

    @Slot()
    def begin(self) -> None:
        """Show them."""
        self._show(True)

    @Slot()
    def close(self) -> None:
        """Put them away."""
        self._show(False)

    def _show(self, opened: bool) -> None:
        if opened != self._open:
            self._open = opened
            self.changed.emit()

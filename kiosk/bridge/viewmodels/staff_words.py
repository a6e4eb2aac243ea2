"""What staff want of this kiosk: that it is closed, or a word to whoever is at it."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.visit.visit import Page

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class StaffWordsViewModel(QObject):  # type: ignore[operator]
    """Shows what staff last said. A visit is never cut short: the kiosk closes at its first screen."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._closing = False
        self._note = ""
        self._last = ""
        session.changed.connect(self._follow_visit)
        session.ended.connect(self._forget)

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Whether the kiosk is closed: nobody is at it, and staff want it so."""
        return self._closing and self._session.visit.page is Page.ATTRACT

    @Property(str, notify=changed)
    def note(self) -> str:
        """What staff have written to whoever is here; empty where there is nothing, or it was read."""
        return self._note

    @Slot()
    def dismiss(self) -> None:
        """The note was read."""
        self._note = ""
        self.changed.emit()

    def close(self, closing: bool) -> None:
        """Close the kiosk as soon as nobody is at it, or open it again."""
        if closing != self._closing:
            self._closing = closing
            self.changed.emit()

    def say(self, note: str) -> None:
        """Show `note`, once, to whoever is here."""
        if note and note != self._last and self._session.visit.page is not Page.ATTRACT:
            self._note = self._last = note
            self.changed.emit()

    def _follow_visit(self) -> None:
        if self._closing:
            self.changed.emit()

    def _forget(self) -> None:
        self._note = self._last = ""
        self.changed.emit()

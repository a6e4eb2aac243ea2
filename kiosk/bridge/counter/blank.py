"""A page of the counter that has nothing on it yet."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class BlankViewModel(QObject):  # type: ignore[operator]
    """Says who is signed in, and nothing else."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__()
        self._desk = desk
        desk.changed.connect(self.changed)

    @Property(str, notify=changed)
    def name(self) -> str:
        """Whoever is signed in."""
        return str(self._desk.property("name"))

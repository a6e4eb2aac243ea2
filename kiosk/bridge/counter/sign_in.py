"""Sign-in: who is at the desk, shown by a badge or by a name and a PIN."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SignInViewModel(QObject):  # type: ignore[operator]
    """Asks who is there and opens the desk to them."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__()
        self._desk = desk

"""Somebody as a supervisor is about to write them down: name, role, language."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.people_words import RoleRow, role_rows
from kiosk.bridge.models.rows import Rows
from kiosk.counter.staff import Role
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by a view-model")
class PersonDraft(QObject):  # type: ignore[operator]
    """What is typed and chosen, and nothing checked yet."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._name = ""
        self._role = Role.STAFF
        self._language = ""
        self._roles = Rows(RoleRow, self)

    @property
    def chosen_role(self) -> Role:
        """What they are to work as."""
        return self._role

    def begin(self, name: str, role: Role, language: str) -> None:
        """Begin with this."""
        self._name, self._role, self._language = name, role, language
        self.changed.emit()

    def say(self, messages: Messages) -> None:
        """Name the roles in the language of the window."""
        self._roles.show(role_rows(messages))

    @Property(QObject, constant=True)
    def roles(self) -> Rows:
        """The roles to choose from: `RoleRow`."""
        return self._roles

    @Property(str, notify=changed)
    def name(self) -> str:
        """The name as it is typed."""
        return self._name

    @Property(str, notify=changed)
    def role(self) -> str:
        """The role chosen for them."""
        return self._role

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the language of their window."""
        return self._language

    @Slot(str)
    def callThem(self, untrusted: str) -> None:
        """The name as it stands in its field."""
        self._name = untrusted

    @Slot(str)
    def giveRole(self, role: str) -> None:
        """They are to work as this."""
        self._role = Role(role)
        self.changed.emit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Their window is to be in this language."""
        self._language = language
        self.changed.emit()

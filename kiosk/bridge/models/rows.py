"""A list that QML can show: a tuple of frozen values, one role for each field."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


def camel_case(name: str) -> str:
    """`service_id` as QML spells it: `serviceId`."""
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


@QmlElement
@QmlUncreatable("made by a view-model")
class Rows(QAbstractListModel):  # type: ignore[operator]
    """Shows rows of one frozen dataclass; roles are its fields in camelCase.

    Replacing equal rows changes nothing; rows of equal count are updated in place, so that the screen keeps its
    scroll position and its focus.
    """

    def __init__(self, row_type: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = [field.name for field in fields(row_type)]
        self._rows: tuple[Any, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's spelling
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        """One role for each field."""
        return {Qt.ItemDataRole.UserRole + i: QByteArray(camel_case(n).encode()) for i, n in enumerate(self._fields)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The field that `role` stands for; None outside the list."""
        position = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= position < len(self._fields):
            return None
        return getattr(self._rows[index.row()], self._fields[position])

    @property
    def rows(self) -> tuple[Any, ...]:
        """What is shown now."""
        return self._rows

    @Slot(str, str, result=int)
    def placeOf(self, role: str, value: str) -> int:
        """The place of the first row whose `role` has this value, counted from 0; -1 where no row has."""
        name = self._fields[[camel_case(field) for field in self._fields].index(role)]
        return next((place for place, row in enumerate(self._rows) if getattr(row, name) == value), -1)

    def show(self, rows: Sequence[Any]) -> None:
        """Replace what is shown."""
        new = tuple(rows)
        if new == self._rows:
            return
        if len(new) == len(self._rows):
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

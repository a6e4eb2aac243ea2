"""A long list that QML can show: of its rows those near what is seen exist, and there is room for the others."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QModelIndex, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.models.rows import Rows

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 40
"""Rows that exist at once. No list that people meet is longer: whoever listens hears and counts all of it."""
_SLACK = 2
"""So many rows may be passed before any is moved: who goes to and fro moves none."""


@QmlElement
@QmlUncreatable("made by a view-model")
class NearRows(Rows):  # type: ignore[operator]
    """Shows at most `MOST` rows of any number: a row that is far behind becomes the one that is next ahead.

    Heights are in pixels and hold the gap to the next row. Those of rows that were never there are taken to be what
    rows of this list are on the average.
    """

    roomChanged = Signal()
    slid = Signal(float)
    """What is seen stands lower than before by so many pixels: whoever shows it moves after it."""

    def __init__(self, row_type: type, parent: QObject | None = None) -> None:
        super().__init__(row_type, parent)
        self._all: tuple[Any, ...] = ()
        self._first = 0
        self._heights: list[float] = []
        self._left: dict[int, float] = {}
        self._typical = 0.0
        self._above = 0.0
        self._below = 0.0
        self._top = 0.0

    @Property(float, notify=roomChanged)
    def above(self) -> float:
        """The room of the rows before those that exist."""
        return self._above

    @Property(float, notify=roomChanged)
    def below(self) -> float:
        """The room of the rows after those that exist."""
        return self._below

    def show(self, rows: Sequence[Any]) -> None:
        """Replace what is shown; another number of rows begins with the first."""
        new = tuple(rows)
        if len(new) != len(self._all):
            self._first = 0
            self._left.clear()
        self._all = new
        near = new[self._first : self._first + MOST]
        if len(near) != len(self._heights):
            self._heights = [0.0] * len(near)
        super().show(near)
        self._estimate()

    @Slot(int, float)
    def measure(self, position: int, height: float) -> None:
        """The row at `position` of those that exist is so high now."""
        grown = height - self._heights[position]
        is_new = self._heights[position] == 0
        self._heights[position] = height
        if not self._left:
            self._estimate()
        elif not is_new and self._above + sum(self._heights[:position]) < self._top:
            self.slid.emit(grown)

    @Slot(float, float)
    def look(self, top: float, height: float) -> None:
        """What is seen begins `top` below the beginning of the list, and is so high."""
        self._top = top
        spare = len(self._all) - MOST
        if spare <= 0 or self._typical <= 0:
            return
        unseen = MOST - int(height / self._typical) - 1
        by = max(0, min(spare, self._seen_first(top) - max(0, unseen) // 2)) - self._first
        if abs(by) >= MOST:
            self._leap(self._first + by)
        elif by > _SLACK or 0 < by == spare - self._first:
            self._go_on(by)
        elif by < -_SLACK or 0 < -by == self._first:
            self._go_back(-by)

    def _seen_first(self, top: float) -> int:
        """The place in the whole list of the row that stands at `top`."""
        reached = self._above
        for position, height in enumerate(self._heights):
            if reached <= top < reached + height:
                return self._first + position
            reached += height
        beyond = top - (self._above if top < self._above else reached)
        return self._first + int(beyond // self._typical) + (MOST if beyond >= 0 else 0)

    def _go_on(self, by: int) -> None:
        """The first `by` rows become those after the last."""
        leaving = self._heights[:by]
        self._left |= dict(enumerate(leaving, self._first))
        self.beginMoveRows(QModelIndex(), 0, by - 1, QModelIndex(), MOST)
        self._stand_at(self._first + by)
        self._heights = self._heights[by:] + leaving
        self.endMoveRows()
        self._above += sum(leaving)
        self._below -= self._taken_back(range(self._first + MOST - by, self._first + MOST))
        self.roomChanged.emit()
        self.dataChanged.emit(self.index(MOST - by), self.index(MOST - 1))

    def _go_back(self, by: int) -> None:
        """The last `by` rows become those before the first, above what is seen and as high as they still are."""
        leaving = self._heights[-by:]
        self._left |= dict(enumerate(leaving, self._first + MOST - by))
        self.beginMoveRows(QModelIndex(), MOST - by, MOST - 1, QModelIndex(), 0)
        self._stand_at(self._first - by)
        self._heights = leaving + self._heights[:-by]
        self.endMoveRows()
        self._below += sum(leaving)
        room = self._taken_back(range(self._first, self._first + by))
        self._above -= room
        self.roomChanged.emit()
        self.slid.emit(sum(leaving) - room)
        self.dataChanged.emit(self.index(0), self.index(by - 1))

    def _leap(self, first: int) -> None:
        """All rows become others."""
        self._left |= dict(enumerate(self._heights, self._first))
        self._stand_at(first)
        self._taken_back(range(first, first + MOST))
        self._make_room()
        self.dataChanged.emit(self.index(0), self.index(MOST - 1))

    def _stand_at(self, first: int) -> None:
        self._first = first
        self._rows = self._all[first : first + MOST]

    def _taken_back(self, places: range) -> float:
        """The room of rows that exist again."""
        return sum(self._left.pop(place, self._typical) for place in places)

    def _estimate(self) -> None:
        """What a row is on the average, as long as none has gone."""
        told = [height for height in self._heights if height]
        if not self._left and told:
            self._typical = sum(told) / len(told)
        self._make_room()

    def _make_room(self) -> None:
        above = self._room(range(self._first))
        below = self._room(range(self._first + MOST, len(self._all)))
        if (above, below) != (self._above, self._below):
            self._above, self._below = above, below
            self.roomChanged.emit()

    def _room(self, places: range) -> float:
        if not self._left:
            return len(places) * self._typical
        return sum(self._left.get(place, self._typical) for place in places)

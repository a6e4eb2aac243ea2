"""Where the listener is: the list of what the window says, and the passage in it that has the ring."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.narration.pointing import bring_into_sight, point_at, point_nowhere
from kiosk.bridge.narration.reading import FIELD, Passage, Reading, read


@dataclass(frozen=True, slots=True)
class News:
    """What has changed since the last look: the passage before and after, words that are said when they change.

    `before` is None where the ring had to move, to `after`; both are None where nothing was left to stand on.
    """

    before: Passage | None
    after: Passage | None
    fresh: tuple[Passage, ...]


class Place(QObject):
    """The ring follows it, and it follows the focus when somebody moves that by touch or by Tab."""

    def __init__(self, window: QQuickWindow, moved: Callable[[Passage], None]) -> None:
        """`moved` is called when the place followed the focus."""
        super().__init__()
        self.reading = Reading()
        self.passage: Passage | None = None
        self._window = window
        self._moved = moved
        self._unseen = False
        self._pointing = False
        window.afterAnimating.connect(self._keep_in_sight)
        window.activeFocusItemChanged.connect(self._follow_focus)

    def take_stock(self) -> None:
        """Read the window anew, the ring where it is."""
        self.reading = read(self._window)

    def look(self) -> News:
        """Read the window anew and tell what changed; where the passage is gone, stand where the focus is."""
        before, heard = self.passage, self.reading
        self.take_stock()
        fresh = tuple(p for p in self.reading.passages if p.live and not _heard(p, heard))
        after = self.reading.at(before.item) if before is not None else None
        if before is not None and after is None:
            before, after = None, self.reading.at(self._window.activeFocusItem())
            if after is not None:
                self.stand_on(after)
        self.passage = after
        return News(before, after, fresh)

    def land(self, *, choosing: bool) -> None:
        """Stand on the first choice of a page to choose from, and on the title of one to read."""
        reading = self.reading
        start = reading.first_choice if choosing or reading.title is None else reading.title
        self.stand_on(start or next(iter(reading.passages), None))

    def at_point(self, where: QPointF) -> Passage | None:
        """The smallest passage that can be seen at `where`, in pixels of the window, of those taken stock of."""
        there = [passage for passage in self.reading.passages if _is_seen_at(passage.item, where)]
        return min(there, key=lambda passage: passage.item.width() * passage.item.height(), default=None)

    def stand_on(self, passage: Passage | None, *, scrolling: bool = True) -> None:
        """Give `passage` the ring, and bring it into sight with the next picture, if that may be `scrolling`."""
        self.passage = passage
        if passage is not None:
            self._pointing = True
            point_at(self._window, passage)
            self._pointing = False
            self._unseen = scrolling
            self._window.update()

    def step(self, way: int) -> Passage | None:
        """The next passage, or with -1 the one before; after the last the first."""
        passages = self.reading.passages
        here = next((i for i, p in enumerate(passages) if p is self.passage), -1 if way > 0 else 0)
        return self.go_to((here + way) % len(passages) if passages else 0)

    def go_to(self, index: int) -> Passage | None:
        """The passage at `index`, from the end when that is negative."""
        if self.reading.passages:
            self.stand_on(self.reading.passages[index])
        return self.passage

    def forget(self) -> None:
        """Nobody listens any more."""
        point_nowhere(self._window)
        self.reading, self.passage = Reading(), None

    @Slot()
    def _keep_in_sight(self) -> None:
        if self._unseen and self.passage is not None and shiboken6.isValid(self.passage.item):
            self._unseen = False
            bring_into_sight(self.passage.item)

    @Slot()
    def _follow_focus(self) -> None:
        focused = self._window.activeFocusItem()
        passage = self.reading.at(focused)
        if self._pointing or passage is None or passage is self.passage:
            return
        if focused.property("visualFocus") or passage.role == FIELD:
            self.stand_on(passage)
            self._moved(passage)


def _heard(passage: Passage, reading: Reading) -> bool:
    return any(other.live and other.words == passage.words for other in reading.passages)


def _is_seen_at(item: QQuickItem, where: QPointF) -> bool:
    """Whether `item` is drawn there, and neither hidden nor scrolled away."""
    if not shiboken6.isValid(item) or not item.isVisible():
        return False
    above: QQuickItem | None = item
    while above is not None:
        if (above is item or above.clip()) and not above.contains(above.mapFromScene(where)):
            return False
        above = above.parentItem()
    return True

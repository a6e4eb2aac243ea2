"""Touch and hear: a finger that slides over the glass hears what is under it; touching the same again chooses it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.comfort import ComfortViewModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.bridge.narration.narrator import Narrator
    from kiosk.bridge.narration.reading import Passage

CORNER_MM = 27
"""How far the corner reaches that is held, from the left edge and from the lower one: a tactile dot marks it."""
HOLD_MS = 2000

_DOWN = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin})
_MOVED = frozenset({QEvent.Type.MouseMove, QEvent.Type.TouchUpdate})
_UP = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})


class Touching(QObject):
    """Watches the touches of a window, for who listens and has no keypad.

    Holding the lower left corner begins it, and ends it again; so does the end of the visit, or of listening. While it
    is on no touch reaches the window: the first says what is there, lifting does nothing, and a second touch of the
    same thing does what one touch does otherwise.
    """

    touched = Signal()
    """A finger came down that the window does not hear of."""

    def __init__(
        self,
        window: QQuickWindow,
        session: Session,
        comfort: ComfortViewModel,
        pixels_per_mm: float,
        narrator: "Callable[[], Narrator | None]",
    ) -> None:
        """`narrator` is made when it is first asked for; None where there is no voice."""
        super().__init__()
        self._window = window
        self._comfort = comfort
        self._corner = CORNER_MM * pixels_per_mm
        self._narrator = narrator
        self.is_on = False
        self._felt: Passage | None = None
        self._chooses = False
        self._is_down = False
        self.hold = QTimer(self)
        self.hold.setSingleShot(True)
        self.hold.setInterval(HOLD_MS)
        self.hold.timeout.connect(self._turn)
        session.moved.connect(self._feel_anew)
        session.ended.connect(self._end)
        comfort.changed.connect(self._follow_wishes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take every touch away while this is on; before that, none."""
        kind = event.type()
        if kind not in _DOWN | _MOVED | _UP:
            return False
        where = _place_of(event)
        if where is None:
            return self.is_on
        self._watch_corner(kind, where)
        if not self.is_on:
            return False
        event.accept()
        narrator = self._narrator()
        if narrator is not None:
            self._feel(narrator, kind, where)
        return True

    def _watch_corner(self, kind: QEvent.Type, where: QPointF) -> None:
        held = where.x() <= self._corner and where.y() >= self._window.height() - self._corner
        if kind in _DOWN and held:
            self.hold.start()
        elif kind in _UP or not held:
            self.hold.stop()

    def _feel(self, narrator: "Narrator", kind: QEvent.Type, where: QPointF) -> None:
        from kiosk.bridge.narration import finger

        if kind in _DOWN:
            self.touched.emit()
            narrator.place.take_stock()
        there = narrator.place.at_point(where)
        was_down = self._is_down
        self._is_down = kind in _DOWN or (was_down and kind in _MOVED)
        if not (was_down or self._is_down):  # a mouse moves without being pressed, too
            return
        if kind in _UP:
            if self._chooses and there is not None and self._is_felt(there):
                finger.choose(narrator, there)
            self._chooses = False
            return
        if kind in _DOWN:
            self._chooses = there is not None and self._is_felt(there)
        if there is not None and not self._is_felt(there):
            self._felt, self._chooses = there, False
            finger.tell(narrator, there)

    def _is_felt(self, passage: "Passage") -> bool:
        return self._felt is not None and self._felt.item is passage.item

    @Slot()
    def _turn(self) -> None:
        """The corner was held: begin, or end."""
        from kiosk.bridge.narration import finger

        narrator = self._narrator()
        if narrator is None:
            self._comfort.setListening(True)  # which tells that nothing can be heard
            return
        self._let_go_of_finger()
        self.is_on = not self.is_on
        self._feel_anew()
        finger.turn(narrator, self._comfort, on=self.is_on)

    def _let_go_of_finger(self) -> None:
        """What the finger came down upon must not be chosen when it is lifted."""
        grabber = self._window.mouseGrabberItem()
        if grabber is not None:
            grabber.ungrabMouse()
        for item in _under(self._window.contentItem(), QPointF(1, self._window.height() - 1), self._corner):
            item.ungrabTouchPoints()

    @Slot()
    def _feel_anew(self) -> None:
        """Nothing of this page has been felt yet: no first touch of it chooses anything."""
        self._felt, self._chooses = None, False

    @Slot()
    def _end(self) -> None:
        self.hold.stop()
        if self.is_on and (narrator := self._narrator()) is not None:
            narrator.by_touch = False
        self.is_on = False
        self._feel_anew()

    @Slot()
    def _follow_wishes(self) -> None:
        if not self._comfort.value.listening:
            self._end()


def _under(item: QQuickItem, corner: QPointF, reach: float) -> "Iterator[QQuickItem]":
    """What lies within `reach` of the corner, and all that holds it."""
    yield item
    area = QRectF(corner.x(), corner.y() - reach, reach, reach)
    for child in item.childItems():
        if child.isVisible() and child.mapRectToScene(child.boundingRect()).intersects(area):
            yield from _under(child, corner, reach)


def _place_of(event: QEvent) -> QPointF | None:
    """Where the first finger is."""
    if isinstance(event, QTouchEvent):
        return event.points()[0].position() if event.points() else None
    return event.position() if isinstance(event, QMouseEvent) else None

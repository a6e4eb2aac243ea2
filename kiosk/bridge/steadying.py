"""Touches of a hand that trembles, made steady before the window sees them."""

from collections.abc import Callable
from math import hypot
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

SLOP_MM = 8
"""How far a finger may slide between down and up and still have touched where it came down."""
PAUSE_S = 0.5
"""How long after a touch no other counts."""

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
}
_AS_MOUSE = {
    QEvent.Type.TouchBegin: QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchUpdate: QEvent.Type.MouseMove,
    QEvent.Type.TouchEnd: QEvent.Type.MouseButtonRelease,
}


class Steadying(QObject):
    """Watches one window while `wanted()`: each touch reaches it as one press and one release at the same place.

    What a finger does for `PAUSE_S` after it was lifted is let go by, and so is a key that repeats because it is held.
    """

    def __init__(
        self,
        window: QQuickWindow,
        wanted: Callable[[], bool],
        pixels_per_mm: float,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """`seconds` is a clock that never goes back."""
        super().__init__()
        self._window = window
        self._wanted = wanted
        self._slop = SLOP_MM * pixels_per_mm
        self._seconds = seconds
        self._came_down: QPointF | None = None
        self._slides = False
        self._lifted = -PAUSE_S
        self._passing_on = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take away what trembles, and pass on what was meant."""
        if self._passing_on or not self._wanted():
            return False
        if isinstance(event, QTouchEvent):
            self._follow(_AS_MOUSE.get(event.type()), event.points()[0].position())
            event.accept()
            return True
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            self._follow(event.type(), event.position())
            return True
        return isinstance(event, QKeyEvent) and event.isAutoRepeat()

    def _follow(self, kind: QEvent.Type | None, where: QPointF) -> None:
        match kind:
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                if self._seconds() - self._lifted >= PAUSE_S:
                    self._came_down, self._slides = where, False
                    self._pass_on(QEvent.Type.MouseButtonPress, where)
            case QEvent.Type.MouseMove if self._came_down is not None:
                way = where - self._came_down
                self._slides = self._slides or hypot(way.x(), way.y()) > self._slop
                if self._slides:
                    self._pass_on(QEvent.Type.MouseMove, where)
            case QEvent.Type.MouseButtonRelease if self._came_down is not None:
                way = where - self._came_down
                meant = where if self._slides or hypot(way.x(), way.y()) > self._slop else self._came_down
                self._came_down, self._lifted = None, self._seconds()
                self._pass_on(QEvent.Type.MouseButtonRelease, meant)
            case _:
                pass

    def _pass_on(self, kind: QEvent.Type, where: QPointF) -> None:
        released = kind is QEvent.Type.MouseButtonRelease
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton
        on_screen = QPointF(self._window.mapToGlobal(where.toPoint()))
        event = QMouseEvent(kind, where, where, on_screen, button, held, Qt.KeyboardModifier.NoModifier)
        self._passing_on = True
        try:
            QCoreApplication.sendEvent(self._window, event)
        finally:
            self._passing_on = False

"""Draws the ground of a way: land and water, circles of distance, the line to the place and its pin.

WORKAROUND: Qt Quick Shapes are neither clipped nor covered on the software renderer when they are scrolled under
something, so the outlines are painted.
"""

from math import hypot
from typing import NamedTuple

from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.bridge.viewmodels.way_map import WayMapViewModel
from kiosk.wording.way.picture import Picture
from kiosk.wording.way.sheet import Point

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


class Inks(NamedTuple):
    """The colours of a sketch, in the order in which QML gives them."""

    ground: QColor = QColor()
    water: QColor = QColor()
    shore: QColor = QColor()
    way: QColor = QColor()
    pin: QColor = QColor()
    pin_edge: QColor = QColor()


@QmlElement
class WaySketch(QQuickPaintedItem):
    """Paints what `map` has worked out; names, and what stands on them, are items above it."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._inks = Inks()
        self._map: WayMapViewModel | None = None
        self._radius = 0.0
        self._line = 1.0
        self.setAntialiasing(True)

    @Property(WayMapViewModel, notify=changed)
    def map(self) -> WayMapViewModel | None:
        """What is drawn."""
        return self._map

    @map.setter  # type: ignore[no-redef]
    def map(self, drawn: WayMapViewModel) -> None:
        if drawn is not self._map:
            self._map = drawn
            drawn.changed.connect(self.update)
            self.update()

    @Property("QVariantList", notify=changed)
    def inks(self) -> list[QColor]:
        """Its colours, as in `Inks`."""
        return list(self._inks)

    @inks.setter  # type: ignore[no-redef]
    def inks(self, inks: list[QColor]) -> None:
        self._inks = Inks(*inks)
        self.update()

    @Property(float, notify=changed)
    def radius(self) -> float:
        """How round its corners are."""
        return self._radius

    @radius.setter  # type: ignore[no-redef]
    def radius(self, radius: float) -> None:
        self._radius = radius
        self.update()

    @Property(float, notify=changed)
    def line(self) -> float:
        """How wide a fine line is."""
        return self._line

    @line.setter  # type: ignore[no-redef]
    def line(self, line: float) -> None:
        self._line = line
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw from the ground up."""
        picture = self._map.picture if self._map else None
        if picture is None:
            return
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(0, 0, self.width(), self.height()), self._radius, self._radius)
        painter.setClipPath(inside)
        self._draw_ground(painter, picture)
        self._draw_circles(painter, picture)
        self._draw_way(painter, picture)
        self._draw_pin(painter, picture)

    def _draw_ground(self, painter: QPainter, picture: Picture) -> None:
        bounds = QRectF(0, 0, self.width(), self.height())
        if picture.land is None:
            painter.fillRect(bounds, self._inks.ground)
            return
        painter.fillRect(bounds, self._inks.water)
        painter.setPen(QPen(self._inks.shore, self._line))
        painter.setBrush(self._inks.ground)
        for ring in picture.land:
            painter.drawPath(_rounded(ring, picture.rounded))

    def _draw_circles(self, painter: QPainter, picture: Picture) -> None:
        faint = QColor(self._inks.shore)
        faint.setAlphaF(0.5)
        painter.setPen(QPen(faint, self._line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for reach in picture.rings:
            painter.drawEllipse(QPointF(*picture.here), reach, reach)

    def _draw_way(self, painter: QPainter, picture: Picture) -> None:
        pen = QPen(self._inks.way, picture.letter * 0.26)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(*picture.here), QPointF(*picture.place))

    def _draw_pin(self, painter: QPainter, picture: Picture) -> None:
        """A drop whose tip is at the place; drawn on a grid of 22 by 30."""
        unit = picture.letter * 0.1
        drop = QPainterPath(QPointF(11, 29.5))
        drop.cubicTo(11, 29.5, 1, 18, 1, 11)
        drop.arcTo(QRectF(1, 1, 20, 20), 180, -180)
        drop.cubicTo(21, 18, 11, 29.5, 11, 29.5)
        painter.save()
        painter.translate(QPointF(*picture.place) - QPointF(11, 29.5) * unit)
        painter.scale(unit, unit)
        painter.setPen(QPen(self._inks.pin_edge, 1.2))
        painter.setBrush(self._inks.pin)
        painter.drawPath(drop)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._inks.pin_edge))
        painter.drawEllipse(QPointF(11, 11), 4.2, 4.2)
        painter.restore()


def _rounded(ring: tuple[Point, ...], most: float) -> QPainterPath:
    """A ring with every corner cut by up to `most`: the shore is known in long straight pieces only."""
    path = QPainterPath()
    for before, corner, after in zip((*ring[-1:], *ring[:-1]), ring, (*ring[1:], *ring[:1]), strict=True):
        begin, end = _toward(corner, before, most), _toward(corner, after, most)
        if path.isEmpty():
            path.moveTo(begin)
        else:
            path.lineTo(begin)
        path.quadTo(QPointF(*corner), end)
    path.closeSubpath()
    return path


def _toward(corner: Point, other: Point, most: float) -> QPointF:
    long = hypot(other[0] - corner[0], other[1] - corner[1])
    part = min(0.5, most / long) if long else 0.0
    return QPointF(corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part)

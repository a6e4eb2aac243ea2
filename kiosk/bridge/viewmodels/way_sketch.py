"""Draws the ground of a way: land and water, circles of distance, the line to the place and its pin.

It is drawn into a picture by the thread of the window. Qt Quick Shapes are neither clipped nor covered on the software
renderer, and an item that Python paints can stop for good: its thread waits for Python, which waits for it.
"""

from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.wording.way.picture import Picture
from kiosk.wording.way.sheet import Point


class Inks(NamedTuple):
    """The colours of a sketch, in the order in which QML gives them."""

    ground: QColor
    water: QColor
    shore: QColor
    way: QColor
    pin: QColor
    pin_edge: QColor


@dataclass(frozen=True, slots=True)
class Sketch:
    """A picture to draw: how round its corners are, how wide a fine line, in which colours."""

    picture: Picture
    radius: float
    line: float
    inks: Inks

    def drawn(self, size: QSize) -> QImage:
        """From the ground up, in an image of `size` pixels; what is beyond the corners is transparent."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        bounds = QRectF(0, 0, size.width(), size.height())
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QPainterPath()
        inside.addRoundedRect(bounds, self.radius, self.radius)
        painter.setClipPath(inside)
        self._draw_ground(painter, self.picture, bounds)
        self._draw_circles(painter, self.picture)
        self._draw_way(painter, self.picture)
        self._draw_pin(painter, self.picture)
        painter.end()
        return image

    def _draw_ground(self, painter: QPainter, picture: Picture, bounds: QRectF) -> None:
        if picture.land is None:
            painter.fillRect(bounds, self.inks.ground)
            return
        painter.fillRect(bounds, self.inks.water)
        painter.setPen(QPen(self.inks.shore, self.line))
        painter.setBrush(self.inks.ground)
        for ring in picture.land:
            painter.drawPath(_rounded(ring, picture.rounded))

    def _draw_circles(self, painter: QPainter, picture: Picture) -> None:
        faint = QColor(self.inks.shore)
        faint.setAlphaF(0.5)
        painter.setPen(QPen(faint, self.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for reach in picture.rings:
            painter.drawEllipse(QPointF(*picture.here), reach, reach)

    def _draw_way(self, painter: QPainter, picture: Picture) -> None:
        pen = QPen(self.inks.way, picture.letter * 0.26)
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
        painter.setPen(QPen(self.inks.pin_edge, 1.2))
        painter.setBrush(self.inks.pin)
        painter.drawPath(drop)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self.inks.pin_edge))
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

"""Where items and their words are drawn in the window."""

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

ROUNDING = 1.5
"""Pixels that layouts may be off by."""

_RIGHT, _CENTRED = 2, 4
_MIDDLE = 128
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_AIR = 0.3
"""Of the size of the letters: a line of Noto Sans Arabic is 2.1 of them high, one of Noto Sans 1.4."""


def scene(item: QQuickItem) -> QRectF:
    """The whole of `item` in the window's pixels."""
    return QRectF(item.mapToScene(QPointF(0, 0)), QSizeF(item.width(), item.height()))


def painted(item: QQuickItem) -> QRectF:
    """Where the words of a text are, as its lines are aligned; spare room of the item is left out.

    So is the air that Arabic letters have above and below them, which other letters have not.
    """
    width, height = float(item.property("paintedWidth")), float(item.property("paintedHeight"))
    horizontal, vertical = _alignment(item)
    spare, below = item.width() - width, item.height() - height
    left = spare if horizontal == _RIGHT else spare / 2 if horizontal == _CENTRED else 0.0
    top = below / 2 if vertical == _MIDDLE else 0.0
    air = _ARABIC_AIR * float(item.property("font").pixelSize()) if _ARABIC.search(item.property("text")) else 0.0
    return QRectF(item.mapToScene(QPointF(left, top)), QSizeF(width, height)).adjusted(0, air, 0, -air)


def within(inner: QRectF, outer: QRectF) -> QRectF:
    """What of `inner` is in `outer`: of no height where one is scrolled out of the other, but as wide as ever."""
    left, right = max(inner.left(), outer.left()), min(inner.right(), outer.right())
    top, bottom = max(inner.top(), outer.top()), min(inner.bottom(), outer.bottom())
    return QRectF(left, top, max(0.0, right - left), max(0.0, bottom - top))


def overlap(first: QRectF, second: QRectF) -> bool:
    """Whether two drawn things lie on each other by more than their lines' own air."""
    both = first.intersected(second)
    return both.width() > ROUNDING and both.height() > ROUNDING * 4


def place(rect: QRect | QRectF) -> str:
    """The rectangle as a reader wants it: (left, top, width x height)."""
    return f"({rect.left():.0f}, {rect.top():.0f}, {rect.width():.0f} x {rect.height():.0f})"


def _alignment(item: QQuickItem) -> tuple[int, int]:
    """Qt's flags, asked of QML: Python has no type for them."""
    context = qmlContext(item)
    assert context is not None
    asked = QQmlExpression(context, item, "effectiveHorizontalAlignment * 1000 + verticalAlignment")
    value, _undefined = asked.evaluate()
    return divmod(int(value), 1000)

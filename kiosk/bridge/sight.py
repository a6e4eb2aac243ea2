"""What is in the window for somebody who looks or listens: roles, names, and where each thing is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

CONTROLS = frozenset({"Button", "CheckBox", "RadioButton", "EditableText"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that assistive technology tells of; `rect` is in pixels of the window."""

    role: str
    name: str
    rect: QRect
    item: QQuickItem
    enabled: bool
    focused: bool

    @property
    def is_control(self) -> bool:
        """Tell whether it can be touched or typed into."""
        return self.role in CONTROLS


def things(window: QQuickWindow) -> Iterator[Thing]:
    """All that is not hidden, in reading order, whether scrolled into sight or not."""
    return _below(QAccessible.queryAccessibleInterface(window), -window.position())


def in_sight(window: QQuickWindow, thing: Thing) -> bool:
    """Tell whether the middle of `thing` is inside the window and not scrolled away."""
    middle = thing.rect.center()
    above: QQuickItem | None = thing.item
    while above is not None:
        if above.clip() and not above.contains(above.mapFromScene(QPointF(middle))):
            return False
        above = above.parentItem()
    return QRect(QPoint(0, 0), window.size()).contains(middle)


def _below(interface: QAccessibleInterface, origin: QPoint) -> Iterator[Thing]:
    for position in range(interface.childCount()):
        child = interface.child(position)
        if child is None or child.state().invisible:
            continue
        item = child.object()
        if isinstance(item, QQuickItem):
            yield Thing(
                role=child.role().name,
                name=child.text(QAccessible.Text.Name),
                rect=child.rect().translated(origin),
                item=item,
                enabled=not child.state().disabled,
                focused=bool(child.state().focused),
            )
        yield from _below(child, origin)

"""What is in the window for somebody who looks or listens: roles, names, and where each thing is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

CONTROLS = frozenset({"Button", "CheckBox", "RadioButton", "EditableText"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that assistive technology tells of; `rect` is in pixels of the window.

    `content` is what is typed into a field. `aside` is true for a key of a keyboard, and for what turns a page.
    """

    role: str
    name: str
    rect: QRect
    item: QQuickItem
    enabled: bool
    focused: bool
    checkable: bool = False
    checked: bool = False
    content: str = ""
    aside: bool = False

    @property
    def is_control(self) -> bool:
        """Tell whether it can be touched or typed into."""
        return self.role in CONTROLS


def things(window: QQuickWindow) -> Iterator[Thing]:
    """All that is not hidden, in reading order, whether scrolled into sight or not."""
    return _below(QAccessible.queryAccessibleInterface(window), -window.position())


def focused(window: QQuickWindow) -> Thing | None:
    """What has the keyboard's focus: the innermost, for what surrounds it says that it has it too."""
    *_, innermost = (None, *_below(QAccessible.queryAccessibleInterface(window), -window.position(), focused=True))
    return innermost


def in_sight(window: QQuickWindow, thing: Thing) -> bool:
    """Tell whether the middle of `thing` is inside the window and not scrolled away."""
    middle = thing.rect.center()
    above: QQuickItem | None = thing.item
    while above is not None:
        if above.clip() and not above.contains(above.mapFromScene(QPointF(middle))):
            return False
        above = above.parentItem()
    return QRect(QPoint(0, 0), window.size()).contains(middle)


def _below(
    interface: QAccessibleInterface, origin: QPoint, *, aside: bool = False, focused: bool = False
) -> Iterator[Thing]:
    """`focused` leaves out whatever has not the focus, without asking what it is."""
    for position in range(interface.childCount()):
        child = interface.child(position)
        state = child.state() if child is not None else None
        if child is None or state is None or state.invisible:
            continue
        item = child.object()
        beside = aside
        if isinstance(item, QQuickItem):
            beside = aside or bool(item.property("aside"))
            if state.focused or not focused:
                yield _told(child, state, item, origin, aside=beside)
        yield from _below(child, origin, aside=beside, focused=focused)


def _told(
    interface: QAccessibleInterface, state: QAccessible.State, item: QQuickItem, origin: QPoint, *, aside: bool
) -> Thing:
    role = interface.role().name
    return Thing(
        role=role,
        name=interface.text(QAccessible.Text.Name),
        rect=interface.rect().translated(origin),
        item=item,
        enabled=not state.disabled,
        focused=bool(state.focused),
        checkable=bool(state.checkable),
        checked=bool(state.checked),
        content=interface.text(QAccessible.Text.Value) if role == "EditableText" else "",
        aside=aside,
    )

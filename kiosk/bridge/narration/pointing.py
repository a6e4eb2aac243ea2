"""Where the ring is while something is said: real focus on what can take it, and always in sight."""

from PySide6.QtCore import QMetaObject, QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.narration.reading import Passage

_AIR = 12.0
"""Pixels left free above and below what is brought into sight, for its ring."""


def point_at(window: QQuickWindow, passage: Passage) -> None:
    """Give `passage` the focus and a ring. A control draws its own; anything else gets the window's."""
    item = passage.item
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    if not item.hasActiveFocus():
        # What cannot be used now takes no focus, and the control before it must not keep its ring.
        stage = window.findChild(QQuickItem, "stage")
        assert stage is not None
        stage.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
    window.setProperty("spoken", None if item.property("visualFocus") else item)


def point_nowhere(window: QQuickWindow) -> None:
    """Take the window's own ring away."""
    window.setProperty("spoken", None)


def bring_into_sight(item: QQuickItem) -> None:
    """Scroll whatever scrolls so that `item` is in sight: all of it, or its beginning where it is too tall."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            _scroll(above, item)
        above = above.parentItem()


def press(item: QQuickItem) -> None:
    """Do what a touch does."""
    QMetaObject.invokeMethod(item, "click")


def _scroll(flickable: QQuickItem, item: QQuickItem) -> None:
    top = item.mapToItem(flickable, QPointF(0, 0)).y()
    height, room = item.height(), flickable.height()
    at, most = float(flickable.property("contentY")), float(flickable.property("contentHeight")) - room
    if top < _AIR or height + 2 * _AIR > room:
        target = at + top - _AIR
    elif top + height > room - _AIR:
        target = at + top + height - room + _AIR
    else:
        return
    flickable.setProperty("contentY", max(0.0, min(most, target)))

"""A window as it is drawn now: what is in it and what of that is in sight, worked out once for all that look at it."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.auditing.geometry import painted, scene, within
from kiosk.bridge.sight import Thing, things

_Scrim = tuple[QQuickItem, QRectF]
"""A question laid over a page, and what of the window it covers."""


class Drawn:
    """One look at a window. It says what was true when it was first asked: make another once something has changed."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        self._clips: dict[QQuickItem, QRectF | None] = {}
        self._painted: dict[QQuickItem, QRectF] = {}
        self._clear: dict[QQuickItem, bool] = {}
        self._buttons: dict[QQuickItem, QQuickItem | None] = {}

    @cached_property
    def picture(self) -> QImage:
        """What is seen."""
        return self.window.grabWindow()

    @cached_property
    def items(self) -> tuple[QQuickItem, ...]:
        """Every item that is not hidden, each before what it holds."""
        return tuple(items_in(self.window, hidden=False))

    @cached_property
    def told(self) -> tuple[Thing, ...]:
        """What assistive technology tells of, in reading order."""
        return tuple(things(self.window))

    @cached_property
    def scrims(self) -> tuple[_Scrim, ...]:
        """The questions laid over a page now, and what of the window each covers."""
        return tuple((item.parentItem(), scene(item)) for item in self.items if item.objectName() == "scrim")

    @cached_property
    def texts(self) -> tuple[QQuickItem, ...]:
        """The items whose words can be seen now; not what a question laid over a page covers."""
        return tuple(self._texts())

    def painted(self, text: QQuickItem) -> QRectF:
        """Where the words of a text are."""
        if text not in self._painted:
            self._painted[text] = painted(text)
        return self._painted[text]

    def clip_of(self, item: QQuickItem) -> QRectF | None:
        """The window in a longer column that `item` can be scrolled through, and in every one around it; None where
        nothing scrolls.
        """
        above: QQuickItem | None = item.parentItem()
        if above is None:
            return None
        if above not in self._clips:
            around = self.clip_of(above)
            if above.inherits("QQuickFlickable"):
                around = scene(above) if around is None else within(scene(above), around)
            self._clips[above] = around
        return self._clips[above]

    def visible(self, item: QQuickItem, rect: QRectF) -> QRectF:
        """The part of `rect`, which belongs to `item`, that nothing clips."""
        clip = self.clip_of(item)
        return rect if clip is None else rect.intersected(clip)

    def shown(self, item: QQuickItem) -> bool:
        """Whether neither `item` nor what it is in is transparent, and something of it is in sight."""
        return self._is_clear(item) and not self.visible(item, scene(item)).isEmpty()

    def fits(self, item: QQuickItem, rect: QRectF) -> bool:
        """Whether `rect`, which belongs to `item`, is whole in the window; what scrolls, from left to right."""
        clip = self.clip_of(item)
        if clip is None:
            return self.frame.adjusted(-1, -1, 1, 1).contains(rect)
        return clip.left() - 1 <= rect.left() and rect.right() <= clip.right() + 1

    @property
    def frame(self) -> QRectF:
        """The window, in its own pixels."""
        return QRectF(0, 0, self.window.width(), self.window.height())

    def covered(self, item: QQuickItem) -> bool:
        """Whether something is laid over `item`, through which it is seen but not to be read or reached."""
        return any(not over.isAncestorOf(item) and where.contains(scene(item).center()) for over, where in self.scrims)

    def button_of(self, item: QQuickItem) -> QQuickItem | None:
        """The innermost control that `item` is in; itself is not asked."""
        above: QQuickItem | None = item.parentItem()
        if above is None:
            return None
        if above not in self._buttons:
            self._buttons[above] = above if above.inherits("QQuickAbstractButton") else self.button_of(above)
        return self._buttons[above]

    def _is_clear(self, item: QQuickItem) -> bool:
        if item not in self._clear:
            above: QQuickItem | None = item.parentItem()
            self._clear[item] = item.opacity() != 0 and (above is None or self._is_clear(above))
        return self._clear[item]

    def _texts(self) -> Iterator[QQuickItem]:
        for item in self.items:
            seen = item.inherits("QQuickText") and self.shown(item) and not self.covered(item)
            if seen and str(item.property("text")).strip():
                yield item


def items_in(window: QQuickWindow, *, hidden: bool = True) -> Iterator[QQuickItem]:
    """Every item of the window: each before what it holds. Most are hidden, and without those not walked through."""
    waiting = window.contentItem().childItems()[::-1]
    while waiting:
        item = waiting.pop()
        if hidden or item.isVisible():
            yield item
            waiting += item.childItems()[::-1]

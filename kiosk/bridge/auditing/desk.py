"""What a strict eye asks of a window that is worked by keys: cards that hold what is in them, names that tell controls
apart, and a focus that is always in sight.
"""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Fault
from kiosk.bridge.auditing.geometry import ROUNDING, scene
from kiosk.bridge.sight import Thing, focused

_MOSTLY = 0.9
"""Of a ring, so much must be in sight."""


def spilt(drawn: Drawn) -> Iterator[Fault]:
    """Words and controls that run out of the card they stand on."""
    for item in drawn.texts:
        yield from _out_of_card(item, drawn.visible(item, drawn.painted(item)), str(item.property("text")))
    for thing in _reachable(drawn):
        yield from _out_of_card(thing.item, drawn.visible(thing.item, QRectF(thing.rect)), thing.name)


def alike(drawn: Drawn) -> Iterator[Fault]:
    """Controls that nobody who listens can tell apart: the same role, name and description."""

    def told(thing: Thing) -> tuple[str, str, str]:
        spoken = QAccessible.queryAccessibleInterface(thing.item)
        return thing.role, thing.name, spoken.text(QAccessible.Text.Description) if spoken is not None else ""

    for (role, name, _), same in groupby(sorted(_reachable(drawn), key=told), key=told):
        rects = [QRectF(thing.rect) for thing in same]
        for rect in rects[1:]:
            yield Fault(f"a second {role} is called {name!r}", rect)


def focus_faults(drawn: Drawn) -> Iterator[Fault]:
    """Nothing has the focus, or what has it is not named or not in sight, or it is shown not once."""
    thing = focused(drawn.window)
    if thing is None:
        yield Fault("nothing has the focus", QRectF())
        return
    if not thing.name.strip():
        yield Fault(f"the {thing.role} with the focus has no name", QRectF(thing.rect))
    rings = [ring for ring in drawn.items if ring.objectName() == "focusRing" and drawn.shown(ring)]
    if len(rings) != 1:
        yield Fault(f"the focus on {thing.name!r} is shown {len(rings)} times", QRectF(thing.rect))
    for ring in rings:
        clip = drawn.clip_of(ring) or drawn.frame
        high = min(ring.height(), clip.height())
        if _area(drawn.visible(ring, scene(ring)).intersected(drawn.frame)) < _MOSTLY * ring.width() * high:
            yield Fault(f"the focus on {thing.name!r} is not in sight", scene(ring))


def _reachable(drawn: Drawn) -> list[Thing]:
    """The controls that can be touched or typed into now."""
    return [thing for thing in drawn.told if thing.is_control and thing.enabled and thing.item.isEnabled()]


def _out_of_card(item: QQuickItem, rect: QRectF, words: str) -> Iterator[Fault]:
    card = _card_of(item)
    if card is not None and not rect.isEmpty():
        bounds = scene(card).adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING)
        if not bounds.contains(rect):
            yield Fault(f"{words!r} runs out of its card", rect)


def _card_of(item: QQuickItem) -> QQuickItem | None:
    """The nearest thing with rounded corners that `item` stands on."""
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        if above.inherits("QQuickRectangle") and float(above.property("radius")) > 0 and above.height() > 0:
            return above
        above = above.parentItem()
    return None


def _area(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())

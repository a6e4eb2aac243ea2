"""Faults that can be seen: what is too small, cut, hidden, unnamed, out of reach or on top of something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.geometry import ROUNDING, overlap, place, scene
from kiosk.bridge.sight import Thing

_HAN = re.compile("[\u3000-\u9fff]")
_LINE = 2.0
"""Pixels by which Qt lets a line be wider than it was told to, where words of two directions meet."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, in words, and where: `where` is in pixels of the window."""

    words: str
    where: QRectF

    def __str__(self) -> str:
        return f"{self.words} at {place(self.where)}"


@dataclass(frozen=True, slots=True)
class Rules:
    """What is asked, in pixels of the window: the least side of a target, and how high up nothing is to be touched."""

    target: float
    reach: float = 0.0


def faults_in(drawn: Drawn, rules: Rules) -> Iterator[Fault]:
    """Everything wrong with the window."""
    told = [thing for thing in drawn.told if not drawn.covered(thing.item)]
    controls = [(thing, drawn.visible(thing.item, QRectF(thing.rect))) for thing in told if thing.is_control]
    yield from _twice_told(drawn, told)
    for thing, seen in controls:
        yield from _control_faults(drawn, thing, seen, rules)
    for (one, first), (other, second) in combinations(controls, 2):
        if overlap(first, second):
            yield Fault(f"{one.name!r} lies on {other.name!r}", first.intersected(second))
    yield from _text_faults(drawn, controls)
    yield from _ring_faults(drawn)


def _twice_told(drawn: Drawn, told: Sequence[Thing]) -> Iterator[Fault]:
    """Words inside a control that a voice reads out again after the control's own name."""
    for thing in told:
        if not thing.is_control and drawn.button_of(thing.item) is not None:
            yield Fault(f"{thing.name!r} is told a second time, inside its control", QRectF(thing.rect))


def _control_faults(drawn: Drawn, thing: Thing, seen: QRectF, rules: Rules) -> Iterator[Fault]:
    rect = QRectF(thing.rect)
    if not thing.name.strip():
        yield Fault(f"a {thing.role} has no name", rect)
    if rect.width() < rules.target - ROUNDING or rect.height() < rules.target - ROUNDING:
        yield Fault(f"{thing.name!r} is smaller than a target of {rules.target:.0f} pixels", rect)
    if not drawn.fits(thing.item, rect):
        yield Fault(f"{thing.name!r} leaves the window", rect)
    if not seen.isEmpty() and drawn.clip_of(thing.item) is None and rect.top() < rules.reach - 1:
        yield Fault(f"{thing.name!r} is above what a person who sits can reach", rect)


def _text_faults(drawn: Drawn, controls: Sequence[tuple[Thing, QRectF]]) -> Iterator[Fault]:
    """Words that are cut, leave their control or the window, or lie on other words."""
    texts = [(item, str(item.property("text")), drawn.painted(item)) for item in drawn.texts]
    seen_words = [(words, seen) for item, words, rect in texts if not (seen := drawn.visible(item, rect)).isEmpty()]
    for item, words, rect in texts:
        yield from _cut(item, words, rect)
        holder = drawn.button_of(item)
        if holder is not None:
            bounds = scene(holder).adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING)
            if not bounds.contains(rect):
                yield Fault(f"{words!r} leaves its control", rect)
        if not drawn.fits(item, rect):
            yield Fault(f"{words!r} leaves the window", rect)
        if holder is None:
            seen = drawn.visible(item, rect)
            for thing, bounds in controls:
                if overlap(seen, bounds) and not thing.item.isAncestorOf(item):
                    yield Fault(f"{words!r} lies under {thing.name!r}", seen.intersected(bounds))
    for (words, first), (more, second) in combinations(seen_words, 2):
        if overlap(first, second):
            yield Fault(f"{words!r} lies on {more!r}", first.intersected(second))


def _cut(item: QQuickItem, words: str, rect: QRectF) -> Iterator[Fault]:
    if item.property("truncated"):
        yield Fault(f"{words!r} is cut short", rect)
    if rect.width() > item.width() + _LINE:
        yield Fault(f"{words!r} is {rect.width():.0f} wide in {item.width():.0f}", rect)
    if rect.height() > item.height() + ROUNDING + _line_slack(item):
        yield Fault(f"{words!r} is {rect.height():.0f} high in {item.height():.0f}", rect)
    if broken := _broken_word(item, words):
        yield Fault(f"{broken!r} is broken in {words!r}", rect)


def _ring_faults(drawn: Drawn) -> Iterator[Fault]:
    """The focus is shown once, or not at all."""
    # By its name: Python's view of a QMetaObject outlives the object, and is then mistaken for a new one in its place.
    rings = [scene(item) for item in drawn.items if item.objectName() == "focusRing" and drawn.shown(item)]
    for ring in rings[1:]:
        yield Fault("the focus is shown a second time", ring)


def _broken_word(item: QQuickItem, words: str) -> str:
    """The first word too long for the line; empty when every word is whole. Chinese may be broken anywhere."""
    metrics = QFontMetricsF(item.property("font"))
    parts = [part for part in re.split(r"[ \n\u200b-]", words) if not _HAN.search(part)]
    return next((part for part in parts if metrics.horizontalAdvance(part) > item.width() + ROUNDING), "")


def _line_slack(item: QQuickItem) -> float:
    """Lines set closer than their font's own height paint over their item's edge, into empty space."""
    return float(item.property("font").pixelSize()) * 0.2

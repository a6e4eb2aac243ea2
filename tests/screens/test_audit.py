"""Every page, at every size of letters, both ways up, in both languages: nothing small, hidden, cut or unnamed."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
TARGET_MM = 20
ROUNDING = 1.5


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_can_be_read_and_touched(show, every_page, shape, language):
    screen = show(size=SHAPES[shape], language=language)

    faults = [
        f"{name} {'A' + '+' * letters}: {fault}"
        for letters in range(3)
        for name, visit in every_page(screen, language).items()
        for fault in faults_of(screen, visit, letters)
    ]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_screen_can_be_read_and_touched(show, shape):
    screen = show(size=SHAPES[shape])

    faults = []
    for letters in range(3):
        for _lower in range(2):
            screen.enlarge_to(letters)
            screen.kiosk.toggleLower()
            screen.draw()
            faults += [f"{'A' + '+' * letters}: {fault}" for fault in drawn_faults(screen)]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_question_of_time_can_be_read_and_touched(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr")
    screen.go(every_page(screen, "fr")["plan"])

    faults = []
    for letters in range(3):
        for _lower in range(2):
            screen.enlarge_to(letters)
            screen.kiosk.toggleLower()
            screen.patience.ask()
            screen.draw()
            faults += [f"{'A' + '+' * letters}: {fault}" for fault in drawn_faults(screen)]
            screen.patience.stay()

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_lower_half_holds_every_control_and_cuts_none(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr")
    screen.kiosk.toggleLower()

    faults = [
        f"{name} {'A' + '+' * letters}: {fault}"
        for letters in range(3)
        for name, visit in every_page(screen, "fr").items()
        for fault in [*faults_of(screen, visit, letters), *high_controls(screen)]
    ]

    assert not faults, "\n" + "\n".join(faults)


def faults_of(screen, visit, letters):
    screen.enlarge_to(letters)
    screen.go(visit)
    return list(drawn_faults(screen))


def drawn_faults(screen) -> Iterator[str]:
    """What is wrong with the window as it is drawn now."""
    controls = screen.controls()
    window = QRectF(0, 0, screen.window.width(), screen.window.height())
    least = TARGET_MM * screen.theme().property("pixelsPerMm") - ROUNDING
    for node in controls:
        if not node.name.strip():
            yield f"a {node.role} without a name at {place(node.rect)}"
        if node.rect.width() < least or node.rect.height() < least:
            yield f"{node.name!r} is {node.rect.width()} by {node.rect.height()} pixels, under {TARGET_MM} mm"
        clip = clip_of(node.item)
        if not (clip or window).adjusted(-1, -1, 1, 1).contains(across(node.rect, clip or window)):
            yield f"{node.name!r} leaves the window at {place(node.rect)}"
    drawn = [(node, visible(node.item, QRectF(node.rect))) for node in controls]
    for (one, first), (other, second) in combinations(drawn, 2):
        if overlap(first, second):
            yield f"{one.name!r} at {place(one.rect)} lies on {other.name!r} at {place(other.rect)}"
    yield from text_faults(screen, window, drawn)


def text_faults(screen, window, controls) -> Iterator[str]:
    """Words that are cut, leave their control or the window, or lie on other words."""
    texts = [
        (item, words_of(item), painted(item))
        for item in screen.items()
        if item.inherits("QQuickText") and item.isVisible() and shown(item) and words_of(item).strip()
    ]
    for item, words, rect in texts:
        if item.property("truncated"):
            yield f"{words!r} is cut short"
        if item.property("paintedWidth") > item.width() + ROUNDING:
            yield f"{words!r} is {item.property('paintedWidth'):.0f} wide in {item.width():.0f}"
        if item.property("paintedHeight") > item.height() + ROUNDING + line_slack(item):
            yield f"{words!r} is {item.property('paintedHeight'):.0f} high in {item.height():.0f}"
        if broken := broken_word(item, words):
            yield f"{broken!r} is broken in {words!r}"
        holder = button_of(item)
        bounds = scene(holder) if holder is not None else None
        if bounds is not None and not bounds.adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(rect):
            yield f"{words!r} at {place(rect)} leaves its control at {place(bounds)}"
        if not window.adjusted(-1, -1, 1, 1).contains(across(rect, clip_of(item) or window)):
            yield f"{words!r} leaves the window at {place(rect)}"
        if holder is None:
            seen = visible(item, rect)
            for node, bounds in controls:
                if overlap(seen, bounds) and not node.item.isAncestorOf(item):
                    yield f"{words!r} lies under {node.name!r}"
    for (one, words, first), (other, more, second) in combinations(texts, 2):
        if overlap(visible(one, first), visible(other, second)):
            yield f"{words!r} lies on {more!r}"


def high_controls(screen) -> Iterator[str]:
    """Controls that a person who sits cannot reach."""
    half = screen.window.height() / 2
    for node in screen.controls():
        if visible(node.item, QRectF(node.rect)).isEmpty():
            continue
        if node.rect.top() < half - 1 and clip_of(node.item) is None:
            yield f"{node.name!r} begins at {node.rect.top()}, above {half}"


def words_of(item: QQuickItem) -> str:
    return str(item.property("text"))


def broken_word(item: QQuickItem, words: str) -> str:
    """The first word too long for the line; empty when every word is whole."""
    metrics = QFontMetricsF(item.property("font"))
    parts = re.split(r"[ \n-]", words)
    return next((part for part in parts if metrics.horizontalAdvance(part) > item.width() + ROUNDING), "")


def line_slack(item: QQuickItem) -> float:
    """Lines set closer than their font's own height paint over their item's edge, into empty space."""
    return float(item.property("font").pixelSize()) * 0.2


def scene(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), QSizeF(item.width(), item.height()))


def painted(item: QQuickItem) -> QRectF:
    """Where the words themselves are, as the lines are aligned: at the left, the right, the middle (1, 2, 4)."""
    width, height = float(item.property("paintedWidth")), float(item.property("paintedHeight"))
    horizontal, vertical = alignment(item)
    spare, below = item.width() - width, item.height() - height
    left = spare if horizontal == 2 else spare / 2 if horizontal == 4 else 0.0
    return QRectF(item.mapToScene(QPointF(left, below / 2 if vertical == 128 else 0.0)), QSizeF(width, height))


def alignment(item: QQuickItem) -> tuple[int, int]:
    """Qt's flags, asked of QML: Python has no type for them."""
    asked = QQmlExpression(qmlContext(item), item, "effectiveHorizontalAlignment * 1000 + verticalAlignment")
    value, _undefined = asked.evaluate()
    return divmod(int(value), 1000)


def shown(item: QQuickItem) -> bool:
    """Whether neither it nor what it is in is transparent, and something of it is in sight."""
    above: QQuickItem | None = item
    while above is not None:
        if above.opacity() == 0:
            return False
        above = above.parentItem()
    return not visible(item, scene(item)).isEmpty()


def button_of(item: QQuickItem) -> QQuickItem | None:
    above = item.parentItem()
    while above is not None and not above.inherits("QQuickAbstractButton"):
        above = above.parentItem()
    return above


def clip_of(item: QQuickItem) -> QRectF | None:
    """The window in a longer column that it can be scrolled through; None where nothing scrolls."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            return scene(above)
        above = above.parentItem()
    return None


def visible(item: QQuickItem, rect: QRectF) -> QRectF:
    """The part of `rect` that nothing clips."""
    clip = clip_of(item)
    return rect if clip is None else rect.intersected(clip)


def across(rect: QRect | QRectF, bounds: QRectF) -> QRectF:
    """`rect` moved down or up into `bounds`: what scrolls must fit from left to right only."""
    return QRectF(rect.left(), bounds.top(), rect.width(), min(float(rect.height()), bounds.height()))


def overlap(first: QRectF, second: QRectF) -> bool:
    both = first.intersected(second)
    return both.width() > ROUNDING and both.height() > ROUNDING * 4


def place(rect: QRect | QRectF) -> str:
    return f"({rect.left():.0f}, {rect.top():.0f}, {rect.width():.0f} x {rect.height():.0f})"

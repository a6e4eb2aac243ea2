"""How far the words of the window stand out from what is behind them, measured in the picture itself."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Fault

LEAST = 7.0
"""WCAG 2.2, 1.4.6: the contrast of text."""
_SAMPLES = 24
"""How many pixels across and down are looked at for the ground of a text."""
_FAINT = 0.01
_LEGIBLE = 0.7
"""Of the size of the letters, so much of the height of a line must be in sight for it to be read."""


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faint_words(drawn: Drawn) -> Iterator[Fault]:
    """Words under 7 : 1 against the colour that most of their place has; those of disabled controls may be."""
    for item in drawn.texts:
        rect = drawn.visible(item, drawn.painted(item))
        # Of a line that only its upper edge is seen of, nobody reads anything.
        if rect.height() < _LEGIBLE * item.property("font").pixelSize() or not item.isEnabled():
            continue
        ratio = contrast(item.property("color"), _ground(drawn.picture, rect, drawn.window.devicePixelRatio()))
        if ratio < LEAST - _FAINT:
            yield Fault(f"{item.property('text')!r} stands out by {ratio:.1f} only", rect)


def _ground(picture: QImage, rect: QRectF, scale: float) -> QColor:
    """The most frequent colour in `rect`: letters cover less of their lines than what is behind them."""
    place = QRectF(rect.topLeft() * scale, rect.size() * scale).toAlignedRect().intersected(picture.rect())
    if place.isEmpty():
        return QColor("white")
    few = picture.copy(place).scaled(_SAMPLES, _SAMPLES).convertToFormat(QImage.Format.Format_RGB32)
    return QColor.fromRgb(Counter(memoryview(few.constBits()).cast("I")).most_common(1)[0][0])


def _luminance(colour: QColor) -> float:
    return sum(
        share * _linear(part)
        for share, part in ((0.2126, colour.redF()), (0.7152, colour.greenF()), (0.0722, colour.blueF()))
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

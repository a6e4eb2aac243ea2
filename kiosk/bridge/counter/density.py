"""How large the counter's window is drawn, and in which colours: as the system asks, or as the configuration says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication

from kiosk.visit.comfort import Palette

PIXELS_PER_MM = 2.25
"""At arm's length from a desk, a millimetre of docs/design.md is this many pixels: body 18, a target 45."""

_USUAL_POINTS = 11.0
"""The largest letters that a system comes with; more than that, somebody has asked for."""

_UNIT_POINTS = 10.0
_LARGEST = 2.0

LEAST = QSize(910, 512)
"""How small the window may be, in pixels of the usual size, for every page to be whole: 1366 x 768 at 150 %."""


def scale_of(font: QFont) -> float:
    """How much larger than usual the system's letters are, from 1 to 2.

    Systems come with 9 to 11 points. What a screen enlarges as a whole, Qt counts already in its own pixels.
    """
    points = font.pointSizeF()
    return 1.0 if points <= _USUAL_POINTS else min(_LARGEST, points / _UNIT_POINTS)


def scale_within(wanted: float, screen: QSize) -> float:
    """`wanted`, or less on a screen of so many pixels where pages would be cut; never smaller than usual."""
    room = min(screen.width() / LEAST.width(), screen.height() / LEAST.height())
    return max(1.0, min(wanted, room))


def palette_asked() -> Palette:
    """The colours that the system asks for: dark, strong contrast, both, or neither."""
    hints = QGuiApplication.styleHints()
    return palette_for(hints.colorScheme(), hints.accessibility().contrastPreference())


def palette_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Palette:
    """Our colours for what a system may ask."""
    dark = scheme is Qt.ColorScheme.Dark
    if contrast is Qt.ContrastPreference.HighContrast:
        return Palette.CONTRAST_DARK if dark else Palette.CONTRAST_LIGHT
    return Palette.DARK if dark else Palette.LIGHT

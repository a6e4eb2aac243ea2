"""How many pixels a millimetre takes on the panel at hand."""

from math import hypot

from kiosk.config import Screen

MM_PER_INCH = 25.4
DESIGN_DISTANCE_MM = 600
"""The distance from eye to screen for which the letters of docs/design.md were chosen."""


def pixels_per_mm(width: int, height: int, reported: float, screen: Screen) -> float:
    """Pixels in one millimetre, larger when people stand further away than 600 mm.

    `width` and `height` are the panel's pixels; `reported` is what the panel says of itself, in pixels per
    millimetre, believed only where the configuration names no diagonal.
    """
    density = hypot(width, height) / (screen.panel_diagonal_in * MM_PER_INCH) if screen.panel_diagonal_in else reported
    return density * max(1.0, screen.view_distance_mm / DESIGN_DISTANCE_MM)

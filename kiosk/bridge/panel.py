"""How many pixels a millimetre takes on the panel at hand."""

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.config import Screen

MM_PER_INCH = 25.4
DESIGN_DISTANCE_MM = 600
"""The distance from eye to screen for which the letters of docs/design.md were chosen."""

LARGE_IN = 30
LARGE_DISTANCE_MM = 700
"""People stand further away from a panel of `LARGE_IN` or more."""

REACH_MM = 1220
"""How high above the floor a person who sits reaches (EN 301 549, 8.3.2.1)."""


class Panel(NamedTuple):
    """Pixels in one millimetre, and pixels at the top that nobody who sits can touch."""

    pixels_per_mm: float
    out_of_reach: int


def panel_of(width: int, height: int, reported: float, screen: "Screen") -> Panel:
    """The panel of so many pixels, as the configuration and its own word describe it: see `pixels_per_mm`."""
    return Panel(pixels_per_mm(width, height, reported, screen), out_of_reach(width, height, reported, screen))


def pixels_per_mm(width: int, height: int, reported: float, screen: "Screen") -> float:
    """Pixels in one millimetre, larger when people stand further away than 600 mm.

    `width` and `height` are the panel's pixels; `reported` is what the panel says of itself, in pixels per
    millimetre, believed only where the configuration names no diagonal.
    """
    density = _density(width, height, reported, screen)
    usual = LARGE_DISTANCE_MM if hypot(width, height) / density >= LARGE_IN * MM_PER_INCH else DESIGN_DISTANCE_MM
    return density * max(1.0, (screen.view_distance_mm or usual) / DESIGN_DISTANCE_MM)


def out_of_reach(width: int, height: int, reported: float, screen: "Screen") -> int:
    """How many pixels at the top of a panel lie above `REACH_MM`; never more than its upper half.

    It takes what `pixels_per_mm` takes. The viewing distance makes nobody's arm longer.
    """
    within = (REACH_MM - screen.mount_bottom_mm) * _density(width, height, reported, screen)
    return round(min(max(0.0, height - within), height / 2))


def _density(width: int, height: int, reported: float, screen: "Screen") -> float:
    return hypot(width, height) / (screen.panel_diagonal_in * MM_PER_INCH) if screen.panel_diagonal_in else reported

"""How one person wants screen and voice: a frozen value that goes back to the site's own with the next person."""

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.frozen import dataclass
from kiosk.speech.delivery import LOUDEST, Pace

if TYPE_CHECKING:
    from kiosk import config

__all__ = ["LETTER_SIZES", "LOUDEST", "Comfort", "Pace", "Palette"]


class Palette(StrEnum):
    """The colours of the screen; `CONTRAST_DARK` is yellow and white on black, `CONTRAST_LIGHT` black on white."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_DARK = "contrast-dark"
    CONTRAST_LIGHT = "contrast-light"
    CREAM = "cream"


LETTER_SIZES = 3


@dataclass(frozen=True, slots=True)
class Comfort:
    """`letters` is 0, 1 or 2 for A, A+ and A++; `volume` goes from 1 to `LOUDEST`.

    `listening` is true while the screen is spoken; `blank` hides the screen from others while it is. `steady` is for a
    hand that trembles: one column of targets of 30 mm, and no second touch within half a second. `lower` moves what can
    be touched down; `more_time` waits three times as long.
    """

    letters: int = 0
    palette: Palette = Palette.LIGHT
    listening: bool = False
    volume: int = 4
    pace: Pace = Pace.NORMAL
    steady: bool = False
    lower: bool = False
    more_time: bool = False
    motion: bool = True
    blank: bool = False


def usual_at(site: "config.Comfort") -> Comfort:
    """What every person begins with where the site decided so; nobody is spoken to, or in the dark, unasked."""
    decided = asdict(site)
    return Comfort(**{**decided, "palette": Palette(site.palette), "pace": Pace(site.pace)})

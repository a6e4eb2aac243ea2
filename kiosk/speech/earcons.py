"""Four short sounds that say what a picture says, made by sums: move, chosen, error, and time is running out.

None is longer than half a second, and all are softer than speech. Every one has a twin on the screen.
"""

import array
import math
from enum import StrEnum
from functools import cache

from kiosk.speech.sound import RATE, Sound, sound_of_numbers

_PEAK = 9_000
_FADE_S = 0.008


class Earcon(StrEnum):
    """What a short sound says: the focus moved, something was chosen, something is wrong, the time is nearly over."""

    MOVE = "move"
    CHOSEN = "chosen"
    ERROR = "error"
    WARNING = "warning"


_NOTES: dict[Earcon, tuple[tuple[float, float], ...]] = {
    Earcon.MOVE: ((880.0, 0.035),),
    Earcon.CHOSEN: ((660.0, 0.06), (990.0, 0.09)),
    Earcon.ERROR: ((330.0, 0.1), (220.0, 0.16)),
    Earcon.WARNING: ((740.0, 0.12), (0.0, 0.08), (740.0, 0.12), (0.0, 0.05)),
}
"""Pitch in hertz, 0 for none, and length in seconds, one note after the other."""


@cache
def earcon_sound(earcon: Earcon) -> Sound:
    """The sound, made once."""
    numbers = array.array("h")
    for pitch, seconds in _NOTES[earcon]:
        numbers.extend(_note(pitch, round(seconds * RATE)))
    return sound_of_numbers(numbers)


def _note(pitch: float, length: int) -> list[int]:
    """One tone that swells and fades, so that it does not click."""
    fade = _FADE_S * RATE
    return [
        round(_PEAK * min(1.0, place / fade, (length - place) / fade) * math.sin(2 * math.pi * pitch * place / RATE))
        for place in range(length)
    ]

"""How soon a change of language, letters or colours is seen, beside what an empty window takes to be drawn again."""

from bench.measuring import Measure
from bench.starting import probed

_TIMES = 15
_TWO_FRAMES_MS = 33.3
"""At 60 frames a second."""


def measure() -> list[Measure]:
    """The middle of fifteen changes each, on the plan of a death in the family: 14 steps."""
    taken = probed("changing", str(_TIMES))
    empty = taken.pop("empty")
    return [
        Measure(f"{what} changed and drawn", ms - empty, "ms", _TWO_FRAMES_MS, f"{ms:.0f} ms to {empty:.0f} ms, empty")
        for what, ms in taken.items()
    ]

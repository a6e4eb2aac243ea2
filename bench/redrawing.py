"""How soon a change of language, letters or colours is seen, and how smoothly a long list is scrolled."""

from bench.measuring import Measure
from bench.starting import probed

_TIMES = 15
_TWO_FRAMES_MS = 33.3
"""At 60 frames a second."""


_ONE_FRAME_MS = 16.7


def measure() -> list[Measure]:
    """Changes on the plan of a death in the family, 14 steps, and a thousand results of a search scrolled through."""
    return [*_changes(), _scrolling()]


def _scrolling() -> Measure:
    taken = probed("scrolling")
    note = f"the slowest of {taken['frames']:.0f}, the middle one {taken['ms']:.1f} ms"
    return Measure("a frame of 1,000 results scrolled", taken["slowest"], "ms", _ONE_FRAME_MS, note)


def _changes() -> list[Measure]:
    """The middle of fifteen changes each, beside what an empty window takes to be drawn again."""
    taken = probed("changing", str(_TIMES))
    empty = taken.pop("empty")
    return [
        Measure(f"{what} changed and drawn", ms - empty, "ms", _TWO_FRAMES_MS, f"{ms:.0f} ms to {empty:.0f} ms, empty")
        for what, ms in taken.items()
    ]

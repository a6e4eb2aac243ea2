"""How soon after Leave now the welcome picture stands, from the page about feeling unsafe at home."""

from bench.measuring import Measure
from bench.starting import probed

_TIMES = 15
_AT_ONCE_MS = 100


def measure() -> list[Measure]:
    """The middle of fifteen touches, to the end of the first frame with the whole picture."""
    taken = probed("leaving", str(_TIMES))
    note = f"the slowest took {taken['slowest']:.0f} ms"
    return [Measure("Leave now to the welcome picture", taken["ms"], "ms", _AT_ONCE_MS, note)]

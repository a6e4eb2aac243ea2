"""Windows that are closed, swept away between two tests, in the thread that they were made in."""

import gc
from itertools import count

_sweeps = count()


def sweep() -> None:
    """Collect what the last test left; what was loaded for the first ones stays, and is not looked through again."""
    gc.collect()
    if next(_sweeps) in (0, 3):
        gc.freeze()

"""Windows that are closed, swept away between two tests, in the thread that they were made in."""

import gc
from itertools import count

_sweeps = count()
_FROZEN_EVERY = 20


def sweep() -> None:
    """Collect what the last test left; what is loaded by then stays, and is looked through no more."""
    gc.collect()
    done = next(_sweeps)
    if done in (0, 3) or done % _FROZEN_EVERY == 0:
        gc.freeze()

"""Windows that are closed, swept away between two tests."""

import gc
from functools import cache


def sweep() -> None:
    """Collect what the last window left; what was loaded before the first one is not looked through again."""
    gc.collect()
    _let_be()


@cache
def _let_be() -> None:
    gc.freeze()

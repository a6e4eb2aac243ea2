"""Programs that open a window and say on one line what it cost until its first frame."""

import json
import os
import time
from pathlib import Path

STARTED = "BENCH_STARTED_NS"
"""The environment's variable in which the starter leaves the monotonic clock of the moment before the start."""


def say_first_frame() -> None:
    """Say how long ago the program was started, and what it holds in memory now; then end it at once."""
    seconds = (time.monotonic_ns() - int(os.environ[STARTED])) / 1e9
    print(json.dumps({"ms": seconds * 1000, "rss_mb": _resident_mb()}), flush=True)
    os._exit(0)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

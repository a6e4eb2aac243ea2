"""From the start of the program to its first frame, and what it then holds in memory: ratios to an empty window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Measure, median
from bench.probes import STARTED

_ROOT = Path(__file__).parents[1]
_RUNS = 7


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """What one start cost."""

    ms: float
    rss_mb: float


def measure() -> list[Measure]:
    """Start both programs by turns, after one start each that fills the caches; medians of seven."""
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as home:
        surroundings = _surroundings(Path(home))
        runs = [[_start(name, surroundings) for name in ("empty", "kiosk")] for _ in range(_RUNS + 1)][1:]
    empty, kiosk = ([run[program] for run in runs] for program in (0, 1))
    empty_ms, kiosk_ms = median([one.ms for one in empty]), median([one.ms for one in kiosk])
    empty_mb, kiosk_mb = median([one.rss_mb for one in empty]), median([one.rss_mb for one in kiosk])
    return [
        Measure("start to first frame", kiosk_ms / empty_ms, "x", 1.3, f"{kiosk_ms:.0f} ms to {empty_ms:.0f} ms"),
        Measure("memory at first frame", kiosk_mb / empty_mb, "x", 1.4, f"{kiosk_mb:.0f} MB to {empty_mb:.0f} MB"),
    ]


def _start(program: str, surroundings: Mapping[str, str]) -> FirstFrame:
    command = [sys.executable, "-m", f"bench.probes.{program}"]
    environment = {**surroundings, STARTED: str(time.monotonic_ns())}
    run = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return FirstFrame(**json.loads(run.stdout.splitlines()[-1]))


def _surroundings(home: Path) -> dict[str, str]:
    """Folders of its own that both programs keep their caches in; no display unless there is one."""
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GUICHET_", "XDG_"))}
    (home / "run").mkdir(mode=0o700)
    offscreen = {} if kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    return {**kept, **folders, "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), **offscreen}

"""The whole program: first frame and memory as ratios to an empty window, and how soon it prints."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bench.measuring import Measure, median
from bench.probes import STARTED

_ROOT = Path(__file__).parents[1]
_RUNS = 7
_PRINTS = 5
_PATIENCE_S = 180


def measure() -> list[Measure]:
    """Start both programs by turns, after one start each that fills the caches, medians of seven; then print."""
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as home:
        surroundings = _surroundings(Path(home))
        runs = [[_run(surroundings, name) for name in ("empty", "kiosk")] for _ in range(_RUNS + 1)][1:]
        printing = _run(surroundings, "printing", str(_PRINTS))
    empty_ms, kiosk_ms = (median([run[program]["ms"] for run in runs]) for program in (0, 1))
    empty_mb, kiosk_mb = (median([run[program]["rss_mb"] for run in runs]) for program in (0, 1))
    return [
        Measure("start to first frame", kiosk_ms / empty_ms, "x", 1.3, f"{kiosk_ms:.0f} ms to {empty_ms:.0f} ms"),
        Measure("memory at first frame", kiosk_mb / empty_mb, "x", 1.4, f"{kiosk_mb:.0f} MB to {empty_mb:.0f} MB"),
        Measure("Print touched to printed", printing["ms"], "ms", 150, "to the cut, a receipt printer on a socket"),
    ]


def probed(program: str, *arguments: str) -> dict[str, float]:
    """What one probe says of itself, run once with folders of its own."""
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as home:
        return _run(_surroundings(Path(home)), program, *arguments)


def _run(surroundings: Mapping[str, str], program: str, *arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", f"bench.probes.{program}", *arguments]
    environment = {**surroundings, STARTED: str(time.monotonic_ns())}
    run = subprocess.run(
        command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True, timeout=_PATIENCE_S, check=True
    )
    said: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return said


def _surroundings(home: Path) -> dict[str, str]:
    """Folders of its own that both programs keep their caches in; no display unless there is one.

    Bytecode is one of these caches: an installed program has it, whatever the account that measures says of writing it.
    """
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    left_out = ("GUICHET_", "XDG_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    folders["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")
    (home / "run").mkdir(mode=0o700)
    display = kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY")
    drawing = {"QT_QUICK_BACKEND": "software"} | ({} if display else {"QT_QPA_PLATFORM": "offscreen"})
    return {**kept, **folders, "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), **drawing}

"""A monkey before the real kiosk: nothing crashes, nothing is complained of, nothing grows, nothing is left."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.monkey import TYPED

ROOT = Path(__file__).parents[2]
EVENTS = int(os.environ.get("GUICHET_MONKEY", "600"))
"""How many things it does; `make soak` asks for 20,000."""
SAMPLE, GROWTH_MB = (0, 40) if EVENTS >= 20_000 else (5, 40)
"""How much more memory it may hold between two visits at the end than at that tenth of its time, from 0. After 2,000
things the caches of pictures and letters are nearly full; in a short run they fill until six tenths of it. What leaks
at every visit would be many times so much.
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shape", "seed"), [("portrait", 7), pytest.param("landscape", 11, marks=pytest.mark.thorough)]
)
def test_a_monkey_leaves_the_kiosk_as_it_found_it(tmp_path, shape, seed):
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GUICHET_", "XDG_"))}
    surroundings = {**kept, **folders, "HOME": str(tmp_path), "TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "tmp").mkdir()
    (tmp_path / "slips").mkdir()

    run = subprocess.run(
        [sys.executable, "-m", "tests.e2e.monkey", str(EVENTS), str(seed), shape, str(tmp_path / "slips")],
        cwd=ROOT,
        env={**surroundings, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["complaints"] == []
    assert said["forgotten"]
    assert len(said["pages"]) >= min(12, EVENTS // 75), said["pages"]
    assert said["memory_mb"][-1] - said["memory_mb"][SAMPLE] < GROWTH_MB, said["memory_mb"]
    assert [file for file in tmp_path.rglob("*") if file.is_file() and TYPED.encode() in file.read_bytes()] == []

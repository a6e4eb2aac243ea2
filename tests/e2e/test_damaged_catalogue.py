"""Without a catalogue that can be read the window opens all the same, and the urgent numbers show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import paths
from tests.e2e.test_nothing_is_left import House


def missing(folder: Path) -> Path:
    return folder / "none.db"


def torn(folder: Path) -> Path:
    (folder / "torn.db").write_bytes(paths.catalogue_file().read_bytes()[:100_000])
    return folder / "torn.db"


def scribbled(folder: Path) -> Path:
    (folder / "scribbled.db").write_bytes(b"no database at all" * 1000)
    return folder / "scribbled.db"


@pytest.mark.parametrize("damage", [missing, torn, scribbled])
def test_without_a_catalogue_the_urgent_numbers_show(tmp_path: Path, damage: Callable[[Path], Path]) -> None:
    house = House(tmp_path)
    house.configure(damage(tmp_path))

    run = house.visit("help")

    for page in ("help", "urgent"):
        shown = [line for line in run.stdout.splitlines() if line.startswith(f"{page}: ")]
        assert any("911" in line for line in shown)
        assert any("211" in line for line in shown)
    assert run.returncode == 0
    assert "Traceback" not in run.stderr

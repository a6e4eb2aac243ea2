"""After a visit, however it ends, nothing that the person said is left anywhere on the machine."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk import paths
from tests.e2e.visitor import NEEDLES

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class House:
    """One account's folders, with nothing in them of anyone else."""

    folder: Path

    def configure(self, catalogue: Path) -> None:
        """Write its configuration: slips are left in a folder."""
        (self.folder / "out").mkdir()
        (self.folder / "guichet.toml").write_text(
            f'[printer]\nkind = "file"\nfolder = "{self.folder / "out"}"\n[catalogue]\npath = "{catalogue}"\n',
            encoding="utf-8",
        )

    def visit(self, ending: str) -> subprocess.CompletedProcess[str]:
        """Let the person come, and leave in this way."""
        folders = ("config", "data", "state", "cache", "runtime", "tmp")
        for name in folders:
            (self.folder / name).mkdir(mode=0o700, exist_ok=True)
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GUICHET_", "XDG_"))},
            **{f"XDG_{name.upper()}_HOME": str(self.folder / name) for name in folders[:4]},
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "TMPDIR": str(self.folder / "tmp"),
            "HOME": str(self.folder),
            "GUICHET_CONFIG": str(self.folder / "guichet.toml"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        command = [sys.executable, "-m", "tests.e2e.visitor", ending]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    def referrals(self) -> int:
        """How many slips are written down as handed over."""
        with closing(sqlite3.connect(self.folder / "data/guichet/state.db")) as connection:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'referral_issued'").fetchone()
            return connection.execute("SELECT count(*) FROM referral_issued").fetchone()[0] if known else 0

    def hits(self) -> list[str]:
        """Every file that has a planted word in it, or in its name."""
        return sorted(_hits(self.folder))


def _topics(content: bytes) -> list[str]:
    """The words of a topic that nobody may find in a log or a record."""
    topics = ("violence", "unsafe", "safety", "shelter", "transition", "urgent", "danger", "855-225-0220")
    return [topic for topic in topics if topic.encode() in content.lower()]


def _hits(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        if any(word in content.lower() or word in str(path).lower().encode() for word in _words()):
            yield str(path.relative_to(folder))


def _words(needles: Sequence[str] = NEEDLES) -> list[bytes]:
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    return [needle.lower().encode(encoding) for needle in needles for encoding in encodings]


@pytest.fixture
def house(tmp_path: Path) -> House:
    """An account that has the real catalogue."""
    house = House(tmp_path)
    house.configure(paths.catalogue_file())
    return house


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["finish", "time-out"])
def test_after_the_end_nothing_is_left_on_the_screen_or_on_disk(house: House, ending: str) -> None:
    run = house.visit(ending)

    assert run.stdout.splitlines() == ["planted", "first screen", "not shown"]
    assert run.returncode == 0
    assert not any(needle in run.stderr for needle in NEEDLES)
    assert house.hits() == []


@pytest.mark.slow
def test_leaving_at_once_leaves_neither_the_topic_nor_a_record(house: House) -> None:
    run = house.visit("leave")

    assert run.stdout.splitlines() == ["planted", "first screen", "not shown"]
    assert run.returncode == 0
    assert house.hits() == []
    kept = [path for name in ("data", "state", "runtime", "tmp", "out") for path in (house.folder / name).rglob("*")]
    told = {path.name: _topics(path.read_bytes()) for path in kept if path.is_file()}
    assert {name: topics for name, topics in told.items() if topics} == {}
    assert not _topics(run.stderr.encode())
    assert list((house.folder / "out").iterdir()) == []
    assert house.referrals() == 0


@pytest.mark.slow
def test_after_a_bug_the_visit_is_forgotten_and_the_window_goes_on(house: House) -> None:
    run = house.visit("bug")

    log = (house.folder / "data/guichet/guichet.log").read_text(encoding="utf-8")
    assert run.stdout.splitlines() == ["planted", "first screen", "not shown", "goes on at home"]
    assert run.returncode == 0
    assert "a bug reached the top" in log
    assert "RuntimeError" in log
    assert not any(needle in run.stderr for needle in NEEDLES)
    assert house.hits() == []


@pytest.mark.slow
def test_a_kiosk_that_is_killed_leaves_nothing_on_disk(house: House) -> None:
    run = house.visit("killed")

    assert run.stdout.splitlines() == ["planted"]
    assert run.returncode == -signal.SIGKILL
    assert (house.folder / "data/guichet/state.db").exists()
    assert house.hits() == []


def test_the_search_for_what_is_left_finds_what_is_left(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/one").write_bytes(b"\x00" + NEEDLES[0].upper().encode() + b"\x00")
    (tmp_path / "two").write_text(NEEDLES[1], encoding="utf-16")
    (tmp_path / NEEDLES[0]).touch()
    (tmp_path / "four").write_text("nothing", encoding="utf-8")

    assert House(tmp_path).hits() == ["deep/one", "two", NEEDLES[0]]

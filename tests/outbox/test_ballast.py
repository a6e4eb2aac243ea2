"""Room that is kept for a disk that is full."""

from pathlib import Path

import pytest

from kiosk.outbox.ballast import drop_ballast, lay_ballast, with_room
from kiosk.state import BALLAST_FILE, DiskFullError, StateError


def test_ballast_takes_up_real_room_and_gives_it_back(tmp_path: Path) -> None:
    assert lay_ballast(tmp_path, 1 << 20)

    there = (tmp_path / BALLAST_FILE).stat()
    assert there.st_size == 1 << 20
    assert there.st_blocks * 512 >= 1 << 20
    assert drop_ballast(tmp_path)
    assert not (tmp_path / BALLAST_FILE).exists()
    assert not drop_ballast(tmp_path)


def test_ballast_is_made_once(tmp_path: Path) -> None:
    lay_ballast(tmp_path, 1 << 20)
    made = (tmp_path / BALLAST_FILE).stat().st_mtime_ns

    assert lay_ballast(tmp_path, 1 << 20)
    assert (tmp_path / BALLAST_FILE).stat().st_mtime_ns == made


def test_a_small_disk_is_not_filled_with_ballast(tmp_path: Path) -> None:
    assert not lay_ballast(tmp_path, 1 << 60)
    assert not (tmp_path / BALLAST_FILE).exists()


def test_a_folder_that_is_not_there_is_an_error_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(StateError):
        lay_ballast(tmp_path / "nowhere", 1 << 20)


def test_an_act_on_a_full_disk_is_done_again_once_there_is_room(tmp_path: Path) -> None:
    lay_ballast(tmp_path, 1 << 20)

    def act() -> str:
        if (tmp_path / BALLAST_FILE).exists():
            raise DiskFullError("no room")
        return "done"

    assert with_room(tmp_path, act) == "done"


def test_without_ballast_a_full_disk_is_told_as_it_is(tmp_path: Path) -> None:
    tries = []

    def act() -> None:
        tries.append(1)
        raise DiskFullError("no room")

    with pytest.raises(DiskFullError):
        with_room(tmp_path, act)
    assert tries == [1]

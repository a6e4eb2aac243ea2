"""The power goes while a small private file is written: the old one is there or the new one, whole."""

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.private_files import make_anew, make_once
from tests.faults.power import Log, Loss, left_after, places
from tests.faults.watched_folder import watched

OLD, NEW = b"old" * 1000, b"new and longer" * 1000


def left(folder: Path, act: Callable[[], object], loss: Loss, cuts: int = 300) -> list[dict[str, bytes]]:
    """What each of so many cuts during `act` leaves of the folder; the first comes after all is done."""
    log = Log.of(folder)
    with watched(folder, log):
        act()
    chance = random.Random(1)
    return [left_after(log, deeds, loss, chance) for deeds in places(log, cuts, chance)]


@pytest.mark.parametrize("loss", Loss)
def test_a_file_made_anew_is_the_old_one_or_the_new_one(tmp_path: Path, loss: Loss) -> None:
    (tmp_path / "file").write_bytes(OLD)

    after = left(tmp_path, lambda: make_anew(tmp_path / "file", NEW), loss)

    assert after[0] == {"file": NEW}, "once it has returned it is on the disk"
    assert {files["file"] for files in after} == {OLD, NEW}


@pytest.mark.parametrize("loss", Loss)
def test_a_file_made_once_is_whole_or_not_there(tmp_path: Path, loss: Loss) -> None:
    after = left(tmp_path, lambda: make_once(tmp_path / "file", NEW), loss)

    assert after[0] == {"file": NEW}
    assert {files.get("file") for files in after} == {None, NEW}


def test_a_file_written_over_another_would_be_torn(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)

    after = left(tmp_path, lambda: (tmp_path / "file").write_bytes(NEW), Loss.TORN)

    assert len({files["file"] for files in after} - {OLD, NEW, b""}) > 10


def test_a_file_that_is_renamed_and_not_synced_would_be_empty_or_torn(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)

    def careless() -> None:
        (tmp_path / "beside").write_bytes(NEW)
        (tmp_path / "beside").replace(tmp_path / "file")

    ended = Counter(files["file"] in (OLD, NEW) for files in left(tmp_path, careless, Loss.TORN))

    assert ended[False] > 10, ended


def test_a_name_that_is_not_synced_would_be_lost(tmp_path: Path) -> None:
    def careless() -> None:
        with (tmp_path / "file").open("wb") as file:
            file.write(NEW)
            file.flush()
            os.fsync(file.fileno())

    assert left(tmp_path, careless, Loss.ALL)[0] == {}

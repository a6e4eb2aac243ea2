"""What a cut leaves of a few deeds, by hand."""

import random
from pathlib import Path

import pytest

from tests.faults.power import (
    SECTOR,
    Cut,
    Deed,
    FolderMade,
    FolderSynced,
    Log,
    Loss,
    Made,
    Removed,
    Renamed,
    Synced,
    Written,
    left_after,
)

OLD, NEW = b"o" * (4 * SECTOR), b"n" * (4 * SECTOR)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """A folder with one file, number 0."""
    (tmp_path / "file").write_bytes(OLD)
    return Log.of(tmp_path)


def lefts(log: Log, *deeds: Deed, loss: Loss = Loss.TORN) -> list[dict[str, bytes]]:
    """What two hundred cuts after these deeds left."""
    log.deeds.extend(deeds)
    return [left_after(log, len(log.deeds), loss, random.Random(seed)) for seed in range(200)]


def test_what_was_synced_is_there_whole(log: Log) -> None:
    assert all(left == {"file": NEW} for left in lefts(log, Written(0, 0, NEW), Synced(0)))


def test_what_was_not_synced_is_not_there_or_there_by_sectors(log: Log) -> None:
    (gone, *_) = lefts(log, Written(0, 0, NEW), loss=Loss.ALL)
    torn = {left["file"] for left in lefts(log)}

    assert gone == {"file": OLD}
    assert {OLD, NEW} < torn
    assert len(torn) == 16, "four sectors, each old or new"
    assert all(len(set(left[at : at + SECTOR])) == 1 for left in torn for at in range(0, len(OLD), SECTOR))


def test_what_lies_before_a_sector_that_came_may_be_noise(log: Log) -> None:
    lost = {left["file"][4 * SECTOR : 5 * SECTOR] for left in lefts(log, Written(0, 4 * SECTOR, NEW))}

    assert NEW[:SECTOR] in lost
    assert b"" in lost
    assert any(len(set(sector)) > 1 for sector in lost)


def test_a_file_that_was_cut_may_have_its_length_or_not(log: Log) -> None:
    assert {len(left["file"]) for left in lefts(log, Cut(0, 100))} == {100, len(OLD)}


def test_a_name_is_there_for_certain_once_its_folder_was_synced(log: Log) -> None:
    named = (Made(1, "other"), Written(1, 0, NEW), Synced(1))

    assert {tuple(left) for left in lefts(log, *named)} == {("file",), ("file", "other")}
    assert all(left["other"] == NEW for left in lefts(log, FolderSynced()))


def test_names_change_in_the_order_they_were_given(log: Log) -> None:
    lefts(log, Made(1, "other"), Written(1, 0, NEW), Synced(1))

    found = {tuple(sorted(left.items())) for left in lefts(log, Removed("file"), Renamed(1, "other", "file"))}

    before, made, removed, renamed = (
        (("file", OLD),),
        (("file", OLD), ("other", NEW)),
        (("other", NEW),),
        (("file", NEW),),
    )
    assert found == {before, made, removed, renamed}


def test_nothing_is_there_in_a_folder_that_is_not(log: Log) -> None:
    deeds = (FolderMade("sub"), Made(1, "sub/other"), Written(1, 0, NEW), Synced(1), FolderSynced("sub"))

    assert {tuple(left) for left in lefts(log, *deeds)} == {("file",), ("file", "sub/other")}
    assert all(tuple(left) == ("file", "sub/other") for left in lefts(log, FolderSynced()))

"""What no update may go below, kept through everything but a change of keys."""

from datetime import UTC, datetime

import pytest

from kiosk.state import DiskFullError
from kiosk.sync.updates.floors import FLOORS, Floors, read_floors, write_floors
from tests.disks import full_disk

OLD, NEW = frozenset({"old"}), frozenset({"new"})
FULL = Floors(3, OLD, 70, "ns", 12, datetime(2026, 11, 30, tzinfo=UTC))


def test_what_is_written_is_read(tmp_path):
    write_floors(tmp_path, FULL)
    assert read_floors(tmp_path) == FULL

    write_floors(tmp_path, Floors())
    assert read_floors(tmp_path) == Floors()


def test_without_a_file_there_are_none(tmp_path):
    assert read_floors(tmp_path) == Floors()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"root": "3"}', b"\xff", b"[" * 60000])
def test_a_damaged_file_is_as_none(tmp_path, content):
    (tmp_path / FLOORS).write_bytes(content)

    assert read_floors(tmp_path) == Floors()


def test_a_full_disk_leaves_the_old_ones(tmp_path):
    write_floors(tmp_path, FULL)

    with full_disk(), pytest.raises(DiskFullError):
        write_floors(tmp_path, Floors())

    assert read_floors(tmp_path) == FULL


def test_a_newer_root_with_another_online_key_drops_them_but_for_the_region():
    assert FULL.under(4, NEW) == Floors(4, NEW, region="ns")


def test_a_newer_root_with_the_same_key_keeps_them():
    assert FULL.under(4, OLD).timestamp == 70
    assert FULL.under(4, OLD).root == 4


def test_an_older_root_drops_nothing():
    assert FULL.under(2, NEW) == FULL


def test_the_first_root_that_is_seen_drops_nothing():
    assert Floors(issued=FULL.issued).under(1, OLD) == Floors(1, OLD, issued=FULL.issued)


def test_an_edition_of_another_region_is_no_mark():
    assert FULL.version_of("ns") == 12
    assert FULL.version_of("nb") == 0

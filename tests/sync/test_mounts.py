"""Sticks are found where the system mounts them."""

from pathlib import Path

import pytest

from kiosk.sync.mounts import sticks

MOUNTS = r"""/dev/vda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/kiosk/NORTH\040END vfat rw,nosuid,nodev 0 0
tmpfs /media/kiosk/not-a-stick tmpfs rw 0 0
/dev/sdc1 /run/media/kiosk/UPDATES exfat rw 0 0
/dev/sdb1 /media/kiosk/NORTH\040END vfat rw 0 0
torn
"""


def test_sticks_are_told_from_the_rest_of_the_machine_once_each(tmp_path):
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)

    assert sticks(table) == (Path("/media/kiosk/NORTH END"), Path("/run/media/kiosk/UPDATES"))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n", b"/dev/sdb1 /media/\n"])
def test_a_table_that_says_nothing_of_use_has_no_sticks(tmp_path, content):
    table = tmp_path / "mounts"
    table.write_bytes(content)

    assert sticks(table) == ()


def test_a_system_without_the_table_has_no_sticks(tmp_path):
    assert sticks(tmp_path / "missing") == ()

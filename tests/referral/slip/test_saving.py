"""A file is whole or not there."""

import pytest

from kiosk.referral.slip.saving import DiskFullError, SaveError, save
from tests.disks import full_disk


def test_a_slip_is_saved_whole(tmp_path):
    save(b"slip", tmp_path / "R-7K3F-9XD.pdf")

    assert (tmp_path / "R-7K3F-9XD.pdf").read_bytes() == b"slip"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_full_disk_leaves_the_older_slip_and_no_unfinished_one(tmp_path):
    target = tmp_path / "slip.pdf"
    save(b"older", target)

    with full_disk(room=4096), pytest.raises(DiskFullError) as refused:
        save(b"x" * 10_000, target)

    assert refused.value.code == "disk_full"
    assert target.read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["slip.pdf"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SaveError) as refused:
        save(b"slip", tmp_path / "nowhere" / "slip.pdf")

    assert refused.value.code == "cannot_save"

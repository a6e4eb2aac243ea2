"""Small private files: whole or not at all."""

import os
import stat

import pytest

from kiosk.private_files import make_anew, make_once
from kiosk.state import DiskFullError, StateError
from tests.disks import full_disk


def test_a_file_is_made_once(tmp_path):
    make_once(tmp_path / "file", b"first")
    make_once(tmp_path / "file", b"second")

    assert (tmp_path / "file").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_is_made_anew_over_the_one_before(tmp_path):
    make_anew(tmp_path / "file", b"first")
    make_anew(tmp_path / "file", b"second")

    assert (tmp_path / "file").read_bytes() == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("make", [make_once, make_anew])
def test_only_the_owner_can_read_it_whatever_the_umask(tmp_path, make):
    before = os.umask(0)
    try:
        make(tmp_path / "file", b"content")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.parametrize("make", [make_once, make_anew])
def test_a_full_disk_leaves_what_was_there(tmp_path, make):
    (tmp_path / "file").write_bytes(b"before")

    with pytest.raises(DiskFullError), full_disk(3):
        make(tmp_path / "file", b"after")

    assert (tmp_path / "file").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("make", [make_once, make_anew])
def test_a_folder_that_cannot_be_made_is_told(tmp_path, make):
    (tmp_path / "folder").write_text("in the way")

    with pytest.raises(StateError):
        make(tmp_path / "folder" / "file", b"content")

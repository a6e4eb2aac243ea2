"""Copies of state.db: whole or not there, for their owner only, and put back whole."""

import sqlite3
import stat
from contextlib import closing

import pytest

from kiosk.counter.cases.case import read_case
from kiosk.counter.cases.opening import open_case
from kiosk.counter.cases.saving import BackupExistsError, NewerBackupError, NotABackupError, back_up, restore
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import DiskFullError, StateError, open_state
from tests.counter.cases.conftest import PLAN, TODAY, by
from tests.disks import full_disk


def test_a_copy_is_one_file_for_its_owner_only(cabinet, case, tmp_path):
    back_up(cabinet.state, tmp_path / "copy.db")

    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["copy.db"]
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert read_case(copy, case.number, TODAY) == case


def test_a_copy_replaces_nothing(cabinet, tmp_path):
    (tmp_path / "copy.db").write_bytes(b"of somebody else")

    with pytest.raises(BackupExistsError):
        back_up(cabinet.state, tmp_path / "copy.db")

    assert (tmp_path / "copy.db").read_bytes() == b"of somebody else"


def test_a_full_disk_leaves_no_half_of_a_copy(cabinet, case, tmp_path):
    with pytest.raises(StateError), full_disk(8192):
        back_up(cabinet.state, tmp_path / "copy.db")

    assert [file for file in tmp_path.iterdir() if file.is_file()] == []


def test_a_folder_that_is_none_is_told(cabinet, tmp_path):
    with pytest.raises(StateError):
        back_up(cabinet.state, tmp_path / "nowhere" / "copy.db")


def test_what_was_copied_comes_back_and_what_came_later_goes(cabinet, case, folder, tmp_path):
    back_up(cabinet.state, tmp_path / "copy.db")
    open_case(cabinet, PLAN, by())

    restore(tmp_path / "copy.db", cabinet.state, MIGRATIONS)

    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        assert read_case(state, case.number, TODAY) == case
        assert state.execute("SELECT count(*) FROM case_file").fetchone() == (1,)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_copy_changes_nothing(cabinet, case, tmp_path, content):
    (tmp_path / "copy.db").write_bytes(content)

    with pytest.raises(NotABackupError):
        restore(tmp_path / "copy.db", cabinet.state, MIGRATIONS)

    assert read_case(cabinet.state, case.number, TODAY) == case


def test_a_copy_that_was_cut_short_changes_nothing(cabinet, case, tmp_path):
    back_up(cabinet.state, tmp_path / "copy.db")
    whole = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(NotABackupError):
        restore(tmp_path / "copy.db", cabinet.state, MIGRATIONS)

    assert read_case(cabinet.state, case.number, TODAY) == case


def test_no_file_is_told(cabinet, tmp_path):
    with pytest.raises(NotABackupError):
        restore(tmp_path / "copy.db", cabinet.state, MIGRATIONS)


def test_a_copy_of_a_newer_version_is_refused(cabinet, tmp_path):
    back_up(cabinet.state, tmp_path / "copy.db")

    with pytest.raises(NewerBackupError):
        restore(tmp_path / "copy.db", cabinet.state, [one for one in MIGRATIONS if one.name != "cases"])


def test_a_full_disk_restores_nothing(cabinet, case, tmp_path):
    back_up(cabinet.state, tmp_path / "copy.db")
    later = open_case(cabinet, PLAN, by())

    with pytest.raises((DiskFullError, StateError)), full_disk():
        restore(tmp_path / "copy.db", cabinet.state, MIGRATIONS)

    assert read_case(cabinet.state, later.number, TODAY) == later

"""The window is told of sticks and files that change, and looks at nothing by itself."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import delete

from kiosk.bridge.changes import MOUNTS, Changes
from kiosk.private_files import make_anew


@pytest.fixture
def changes(qapp, tmp_path):
    changes = Changes(tmp_path / "sync")
    yield changes
    changes.deleteLater()


def test_a_file_that_another_program_replaces_is_told(changes, qtbot, tmp_path):
    with qtbot.waitSignal(changes.happened):
        make_anew(tmp_path / "sync" / "last.json", b"{}")
    with qtbot.waitSignal(changes.happened):
        make_anew(tmp_path / "sync" / "last.json", b"[]")


@pytest.mark.root
@pytest.mark.skipif(not MOUNTS.exists(), reason="this system has no table of mounts")
def test_what_is_mounted_and_unmounted_is_told(changes, qtbot, tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    subprocess.run(["umount", place], check=True)
    with qtbot.waitSignal(changes.happened):
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=True)
    with qtbot.waitSignal(changes.happened):
        subprocess.run(["umount", place], check=True)


def test_a_system_without_the_table_and_a_folder_that_cannot_be_made_stop_nobody(qapp, qtbot, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    Changes(tmp_path / "file" / "sync", tmp_path / "missing").deleteLater()
    changes = Changes(tmp_path / "sync", tmp_path / "missing")

    with qtbot.waitSignal(changes.happened):
        make_anew(tmp_path / "sync" / "last.json", b"{}")


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_it_waits_without_a_timer_and_lets_go_of_the_table(qapp, tmp_path):
    before = open_files()
    changes = Changes(tmp_path / "sync")
    assert changes.findChildren(QTimer) == []

    delete(changes)

    assert open_files() <= before

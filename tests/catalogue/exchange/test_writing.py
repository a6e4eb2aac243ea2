"""An export is written whole or not at all, and never over what is not its own."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.catalogue.exchange.writing import ExportFolderError, ExportNotWrittenError, write_export


def test_a_later_export_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write_export(tmp_path / "out", [("en/gone", b"1"), ("en/kept", b"2")], ["en"])

    written = write_export(tmp_path / "out", [("en/kept", b"33"), ("en/api/new", b"4")], ["en"])

    assert (written.files, written.size) == (2, 3)
    assert names_in(tmp_path) == ["out/en/api/new", "out/en/kept"]
    assert (tmp_path / "out" / "en" / "kept").read_bytes() == b"33"


def test_what_is_not_of_an_export_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear")

    with pytest.raises(ExportFolderError, match="letter"):
        write_export(tmp_path, [("en/new", b"1")], ["en"])

    assert names_in(tmp_path) == ["letter"]


def test_a_file_is_no_folder_for_an_export(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(ExportFolderError):
        write_export(tmp_path / "out", [("en/new", b"1")], ["en"])


def test_an_earlier_export_stays_where_a_later_one_cannot_be_written(tmp_path: Path) -> None:
    write_export(tmp_path / "out", [("en/old", b"1")], ["en"])

    def torn() -> Iterator[tuple[str, bytes]]:
        yield "en/new", b"2"
        yield "en/new/beneath-a-file", b"3"

    with pytest.raises(ExportNotWrittenError):
        write_export(tmp_path / "out", torn(), ["en"])

    assert names_in(tmp_path) == ["out/en/old"]


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="there is no full disk here")
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "out" / ".new" / "en").mkdir(parents=True)

    def full() -> Iterator[tuple[str, bytes]]:
        yield "en/first", b"1"
        (tmp_path / "out" / ".new" / "en" / "second").symlink_to("/dev/full")
        yield "en/second", b"2"

    with pytest.raises(ExportNotWrittenError) as refused:
        write_export(tmp_path / "out", full(), ["en"])

    assert isinstance(refused.value.__cause__, OSError)
    assert refused.value.__cause__.errno == errno.ENOSPC
    assert not (tmp_path / "out").exists()


def test_what_an_export_that_was_cut_off_left_behind_is_not_taken_up(tmp_path: Path) -> None:
    for name in (".new/en/stale", ".old/older"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"0")

    write_export(tmp_path, [("en/new", b"1")], ["en"])

    assert names_in(tmp_path) == ["en/new"]


def names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

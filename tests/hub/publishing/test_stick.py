"""A stick holds the newest editions and nothing older, and is read back before anybody carries it away."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.hub.publishing.canonical import canonical
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.errors import NotWrittenError, RepositoryBrokenError
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.roles import Holder
from kiosk.hub.publishing.rotating import Rotation, rotate
from kiosk.hub.publishing.stick import ON_STICK, export_usb, verify_stick
from kiosk.hub.publishing.writing import Laid, lay_down
from tests.disks import full_disk
from tests.hub.publishing.conftest import Edition, Kiosk

NO_SYSTEM_ANSWERS = "n" * 300
"""Every call about such a name fails, and not because nothing is there: as about a stick that was pulled out."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a stick, with somebody's own file on it."""
    (tmp_path / "stick" / "targets").mkdir(parents=True)
    (tmp_path / "stick" / "targets" / "holiday.jpg").write_bytes(b"a beach")
    return tmp_path / "stick"


@pytest.fixture
def published(repository: Path, keys: Keys, edition: Edition, at: datetime) -> Path:
    """A repository with two editions and two roots."""
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    rotate(repository, keys, Rotation(Holder.ROOT), at)
    publish(repository, keys, NewEdition(edition(9), "ns"), at)
    return repository


def test_a_kiosk_reads_the_newest_edition_from_a_stick(
    published: Path, stick: Path, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    exported = export_usb(published, stick, at)

    old, new = canonical(edition(8)).content, canonical(edition(9)).content
    assert kiosk.catalogue(stick / ON_STICK) == new
    assert kiosk.by_delta(stick / ON_STICK, old, 8) == new
    assert exported.files == len([path for path in stick.rglob("*") if path.is_file()]) - 1


def test_a_stick_holds_nothing_older_than_what_is_signed_today(
    published: Path, stick: Path, keys: Keys, edition: Edition, at: datetime
) -> None:
    export_usb(published, stick, at)
    publish(published, keys, NewEdition(edition(10), "ns"), at)

    export_usb(published, stick, at)

    names = {path.name.partition(".")[2] for path in stick.rglob("*.zst")}
    assert names == {"catalogue-10.db.zst", "delta-8-10.zst", "delta-9-10.zst"}
    assert {path.name for path in stick.glob("guichet/metadata/*.root.json")} == {"1.root.json", "2.root.json"}
    assert len(list(stick.glob("guichet/metadata/*.snapshot.json"))) == 1
    assert (stick / "targets" / "holiday.jpg").read_bytes() == b"a beach"


def test_a_fat_stick_takes_every_name_and_there_are_no_links(published: Path, stick: Path, at: datetime) -> None:
    export_usb(published, stick, at)

    for path in stick.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9.-]{1,120}", path.name)
        assert not path.is_symlink()
        assert path.is_dir() or path.stat().st_nlink == 1


def test_a_full_stick_is_told_and_what_was_on_it_is_still_read(
    published: Path, stick: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    export_usb(published, stick, at)
    publish(published, keys, NewEdition(edition(10), "ns"), at)

    with full_disk(room=1000), pytest.raises(NotWrittenError, match="cannot be written"):
        export_usb(published, stick, at)

    assert kiosk.current(stick / ON_STICK)["version"] == 9


def test_a_stick_that_is_not_there_is_told(published: Path, tmp_path: Path, at: datetime) -> None:
    with pytest.raises(NotWrittenError, match="is the stick in and mounted"):
        export_usb(published, tmp_path / "nowhere", at)


def test_a_stick_that_cannot_be_looked_at_is_told_and_not_only_one_that_is_missing(
    published: Path, tmp_path: Path, at: datetime
) -> None:
    with pytest.raises(NotWrittenError):
        export_usb(published, tmp_path / NO_SYSTEM_ANSWERS, at)


def test_a_file_that_can_neither_be_written_nor_removed_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="cannot be written"):
        lay_down(tmp_path, [Laid(f"targets/{NO_SYSTEM_ANSWERS}", b"word")])


def test_a_broken_repository_reaches_no_stick(published: Path, stick: Path, at: datetime) -> None:
    (full,) = published.rglob("*.catalogue-9.db.zst")
    full.write_bytes(b"something else")

    with pytest.raises(RepositoryBrokenError):
        export_usb(published, stick, at)

    assert [path.name for path in stick.iterdir()] == ["targets"]


@pytest.mark.parametrize("name", ["*.current.json", "*.delta-8-9.zst", "timestamp.json", "2.root.json"])
def test_a_stick_that_gives_back_something_else_is_told(published: Path, stick: Path, at: datetime, name: str) -> None:
    export_usb(published, stick, at)
    verify_stick(published, stick, at)
    (file,) = stick.rglob(name)
    file.write_bytes(file.read_bytes().replace(b"1", b"2").replace(b"\x00", b"\x01"))

    with pytest.raises(NotWrittenError, match="a kiosk would not read it"):
        verify_stick(published, stick, at)


def test_a_stick_that_lost_a_file_is_told(published: Path, stick: Path, at: datetime) -> None:
    export_usb(published, stick, at)
    next(stick.rglob("*.delta-8-9.zst")).unlink()

    with pytest.raises(NotWrittenError, match="does not give back what was written"):
        verify_stick(published, stick, at)

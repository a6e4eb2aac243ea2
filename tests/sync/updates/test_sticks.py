"""Updates on a stick: it may be old, torn or made to harm, and is read for what it is."""

import os
from shutil import copytree, rmtree

import pytest

from kiosk.sync.updates.outcomes import Updated
from kiosk.sync.updates.reasons import MissingError, Reason, UpdateError
from kiosk.sync.updates.sources import FolderSource, Way
from kiosk.sync.updates.updating import source_of
from tests.sync.updates.conftest import FIRST, SECOND, refused
from tests.sync.updates.reference import DAY, NOW


def needed(publisher):
    """The files that a kiosk reads that knows the first root."""
    files = [path for path in sorted(publisher.folder.rglob("*")) if path.is_file()]
    return [path for path in files if not path.name.startswith("1.")]


def test_a_stick_written_120_days_ago_and_newer_than_what_is_here_is_taken(kiosk, publisher, editions):
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW + DAY, since=[FIRST])

    outcome = kiosk.update(publisher, NOW + 121 * DAY, Way.STICK)

    assert isinstance(outcome, Updated)
    assert outcome.by_delta
    assert not outcome.clock_is_wrong


def test_a_stick_older_than_what_is_here_is_refused(kiosk, publisher, editions, copied):
    stick = copied(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)

    assert refused(kiosk.update(stick, NOW, Way.STICK)) is Reason.OLDER
    assert kiosk.version == SECOND


def test_a_half_copied_stick_is_refused_whatever_is_missing_and_taken_once_copied_again(
    kiosk, publisher, copied, tmp_path
):
    assert len(needed(publisher)) == 6
    for number, missing in enumerate(needed(publisher)):
        rmtree(kiosk.folder / "metadata", ignore_errors=True)  # what was good of a stick is not asked for again
        (kiosk.folder / "offer.json").unlink(missing_ok=True)
        stick = copied(publisher)
        (stick / missing.relative_to(publisher.folder)).unlink()
        assert refused(kiosk.update(stick, NOW, Way.STICK)) in (Reason.NOT_WHOLE, Reason.NO_REPOSITORY), number
    assert isinstance(kiosk.update(publisher, NOW, Way.STICK), Updated)


@pytest.mark.parametrize("length", ["nothing", "half", "zeros"])
def test_a_stick_pulled_out_too_soon_is_refused_whatever_file_it_was(kiosk, publisher, copied, length):
    for torn in needed(publisher):
        rmtree(kiosk.folder / "metadata", ignore_errors=True)
        (kiosk.folder / "offer.json").unlink(missing_ok=True)
        stick = copied(publisher)
        file = stick / torn.relative_to(publisher.folder)
        content = file.read_bytes()
        cut = {"nothing": b"", "half": content[: len(content) // 2], "zeros": bytes(len(content))}[length]
        file.write_bytes(cut)
        reason = refused(kiosk.update(stick, NOW, Way.STICK))
        assert reason in (Reason.NOT_WHOLE, Reason.MIXED, Reason.ALTERED), torn.name
    assert kiosk.version == 0


@pytest.mark.parametrize("what", ["edition", "timestamp", "folder", "targets"])
def test_a_symlink_on_a_stick_is_not_followed(kiosk, publisher, tmp_path, what):
    stick = copytree(publisher.folder, tmp_path / "stick")
    path = {
        "edition": stick / publisher.whole(FIRST).relative_to(publisher.folder),
        "timestamp": stick / "metadata/timestamp.json",
        "folder": stick / "targets/catalogue/ns",
        "targets": stick / "targets",
    }[what]
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")

    assert refused(kiosk.update(stick, NOW, Way.STICK)) is Reason.NOT_A_FILE
    assert kiosk.version == 0


def test_a_pipe_on_a_stick_keeps_nobody_waiting(kiosk, publisher, tmp_path):
    stick = copytree(publisher.folder, tmp_path / "stick")
    (stick / "metadata/timestamp.json").unlink()
    os.mkfifo(stick / "metadata/timestamp.json")

    assert refused(kiosk.update(stick, NOW, Way.STICK)) is Reason.NOT_A_FILE


@pytest.mark.parametrize("path", ["../secret", "metadata/../../secret", "/etc/hostname", "a//b", "", ".", "a\0b"])
def test_no_path_leads_out_of_the_folder(tmp_path, path):
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "stick/metadata").mkdir(parents=True)

    with pytest.raises(UpdateError) as refused:
        list(FolderSource(tmp_path / "stick").read(path))

    assert refused.value.reason is Reason.NOT_A_FILE


def test_a_folder_is_no_file_and_a_file_no_folder(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"file")
    source = FolderSource(tmp_path)

    for path in ("folder", "file/below"):
        with pytest.raises(UpdateError) as refused:
            list(source.read(path))
        assert refused.value.reason is Reason.NOT_A_FILE
    with pytest.raises(MissingError):
        list(source.read("folder/below"))
    assert b"".join(source.read("file", 2)) == b"le"


def test_a_stick_may_have_its_updates_in_a_folder_of_their_own(kiosk, publisher, tmp_path):
    copytree(publisher.folder, tmp_path / "stick/guichet")

    assert isinstance(kiosk.update(source_of(str(tmp_path / "stick"))), Updated)


def test_nothing_is_written_on_a_stick(kiosk, publisher):
    before = {path: path.stat().st_mtime_ns for path in publisher.folder.rglob("*")}

    kiosk.update(publisher, NOW, Way.STICK)

    assert {path: path.stat().st_mtime_ns for path in publisher.folder.rglob("*")} == before

"""The secret of the machine, and what a guess costs."""

import os
import stat

import pytest

from kiosk.counter.staff.machine import SECRET_FILE, MachineSecretError, argon2id, this_machine
from kiosk.state import DiskFullError, StateError
from tests.disks import full_disk


def test_the_first_start_makes_a_secret_that_later_starts_find(tmp_path):
    made = this_machine(tmp_path)

    assert this_machine(tmp_path).secret == made.secret
    assert len(made.secret) == 32
    assert [path.name for path in tmp_path.iterdir()] == [SECRET_FILE]


def test_no_two_machines_have_the_same(tmp_path):
    one, other = this_machine(tmp_path / "one"), this_machine(tmp_path / "other")

    assert one.secret != other.secret
    assert one.mark != other.mark


def test_only_the_owner_can_read_it_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        this_machine(tmp_path)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 31, b"x" * 33])
def test_a_damaged_secret_is_told_and_never_replaced(tmp_path, content):
    (tmp_path / SECRET_FILE).write_bytes(content)

    with pytest.raises(MachineSecretError):
        this_machine(tmp_path)

    assert (tmp_path / SECRET_FILE).read_bytes() == content


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / SECRET_FILE).mkdir()

    with pytest.raises(MachineSecretError):
        this_machine(tmp_path)


def test_a_full_disk_leaves_no_part_of_one(tmp_path):
    with pytest.raises(DiskFullError), full_disk(5):
        this_machine(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_file_where_its_folder_should_be_is_told(tmp_path):
    (tmp_path / "folder").write_text("in the way")

    with pytest.raises(StateError):
        this_machine(tmp_path / "folder")


def test_the_secret_is_never_in_what_is_shown_of_a_machine(tmp_path):
    machine = this_machine(tmp_path)

    assert repr(machine.secret) not in repr(machine)


def test_a_pin_is_worth_nothing_without_the_secret_or_the_salt():
    made = argon2id(b"482915", b"s" * 16, b"m" * 32)

    assert len(made) == 64
    assert made == argon2id(b"482915", b"s" * 16, b"m" * 32)
    assert made != argon2id(b"482915", b"s" * 16, b"n" * 32)
    assert made != argon2id(b"482915", b"t" * 16, b"m" * 32)

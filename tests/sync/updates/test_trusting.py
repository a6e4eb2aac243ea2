"""Whose updates a kiosk trusts."""

import pytest

from kiosk.state import DiskFullError
from kiosk.sync.updates.outcomes import Updated
from kiosk.sync.updates.trusting import RootError, fingerprint, read_root, trust, trusted
from tests.disks import full_disk
from tests.sync.updates.conftest import FIRST
from tests.sync.updates.reference import NOW, Publisher


def test_the_digits_that_people_compare_are_the_root_s_own(publisher, tmp_path):
    digits = fingerprint(publisher.first_root)

    assert len(digits.split()) == 12
    assert digits != fingerprint(publisher.first_root + b" ")


def test_a_root_signed_by_too_few_of_its_own_keys_is_none(publisher):
    publisher.sign_root(NOW, signers=publisher.keys["root"][:1])

    with pytest.raises(RootError):
        read_root((publisher.folder / "metadata/2.root.json").read_bytes())


@pytest.mark.parametrize("name", ["timestamp.json", "1.targets.json"])
def test_what_is_no_root_is_told_as_such(publisher, name):
    with pytest.raises(RootError, match="not the first root"):
        read_root((publisher.folder / "metadata" / name).read_bytes())


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff", b" " * 600_000])
def test_what_is_no_metadata_at_all_is_told_as_such(content):
    with pytest.raises(RootError):
        read_root(content)


def test_to_trust_somebody_else_forgets_what_was_verified_before(kiosk, publisher, tmp_path, editions):
    publisher.sign(NOW, bump=50)
    kiosk.update(publisher)
    other = Publisher(tmp_path / "other", NOW)
    other.publish(FIRST + 9, editions[FIRST], NOW)

    trust(kiosk.folder, other.first_root)

    assert trusted(kiosk.folder) == other.first_root
    assert not (kiosk.folder / "metadata").exists()
    assert not (kiosk.folder / "floors.json").exists()
    assert kiosk.version == FIRST  # the edition in use stays


def test_to_trust_the_same_again_forgets_nothing(kiosk, publisher):
    assert isinstance(kiosk.update(publisher), Updated)

    trust(kiosk.folder, publisher.first_root)

    assert (kiosk.folder / "floors.json").exists()


def test_a_root_that_is_none_and_a_full_disk_leave_the_old_one(kiosk, publisher, tmp_path):
    other = Publisher(tmp_path / "other", NOW)

    with pytest.raises(RootError):
        trust(kiosk.folder, b"{}")
    with full_disk(), pytest.raises(DiskFullError):
        trust(kiosk.folder, other.first_root)

    assert trusted(kiosk.folder) == publisher.first_root

"""Keys are for the account alone, under a pass phrase where there is one, and a new repository overwrites nothing."""

import stat
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.hub.publishing.errors import KeysError, RepositoryBrokenError
from kiosk.hub.publishing.keys import Keys, make_keys, signers
from kiosk.hub.publishing.roles import Holder
from kiosk.hub.publishing.starting import init


def test_key_files_are_for_the_account_alone(keys: Keys) -> None:
    make_keys(keys, Holder.ROOT, 1)

    (file,) = keys.folders[0].iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.folders[0].stat().st_mode) == 0o700


def test_a_key_that_lies_open_to_others_is_not_used(keys: Keys) -> None:
    (made,) = make_keys(keys, Holder.ROOT, 1)
    (file,) = keys.folders[0].iterdir()
    file.chmod(0o640)

    with pytest.raises(KeysError, match="chmod 600"):
        signers(keys, Holder.ROOT, [made.public_key.keyid], 1)


def test_a_key_under_a_pass_phrase_opens_with_no_other(tmp_path: Path) -> None:
    (made,) = make_keys(Keys.within(tmp_path, lambda _path, _holder: b"right"), Holder.ROOT, 1)
    ids = [made.public_key.keyid]

    (read,) = signers(Keys.within(tmp_path, lambda _path, _holder: b"right"), Holder.ROOT, ids, 1)
    assert read.public_key == made.public_key
    with pytest.raises(KeysError, match="its pass phrase is another, or it is torn"):
        signers(Keys.within(tmp_path, lambda _path, _holder: b"wrong"), Holder.ROOT, ids, 1)
    with pytest.raises(KeysError, match="is under a pass phrase, and none was given"):
        signers(Keys.within(tmp_path), Holder.ROOT, ids, 1)


def test_keys_are_found_in_several_drawers(tmp_path: Path) -> None:
    first, second = (make_keys(Keys.within(tmp_path / drawer), Holder.ROOT, 1)[0] for drawer in ("a", "b"))
    ids = [first.public_key.keyid, second.public_key.keyid]

    found = signers(Keys((tmp_path / "b", tmp_path / "a")), Holder.ROOT, ids, 2)

    assert {one.public_key.keyid for one in found} == set(ids)


def test_where_a_key_lies_elsewhere_it_is_said_how_to_name_that_folder_too(keys: Keys) -> None:
    (made,) = make_keys(keys, Holder.ROOT, 1)

    with pytest.raises(KeysError, match=r"2 keys of root must sign, and 1 of them is in .*--keys FOLDER"):
        signers(keys, Holder.ROOT, [made.public_key.keyid, "0" * 64], 2)


def test_a_folder_that_this_account_may_not_look_into_is_told(tmp_path: Path) -> None:
    beyond = tmp_path / ("n" * 300)  # every call about it fails, and not because nothing is there

    with pytest.raises(KeysError):
        signers(Keys((beyond,)), Holder.ROOT, ["0" * 64], 1)


def test_a_key_under_the_name_of_another_is_refused(keys: Keys) -> None:
    one, other = make_keys(keys, Holder.ROOT, 2)
    names = {made: keys.folders[0] / f"root-{made.public_key.keyid[:16]}.pem" for made in (one, other)}
    names[one].write_bytes(names[other].read_bytes())

    with pytest.raises(KeysError, match="holds another key than its name says"):
        signers(keys, Holder.ROOT, [one.public_key.keyid], 1)


@pytest.mark.parametrize("torn", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_torn_key_is_told(keys: Keys, torn: bytes) -> None:
    (made,) = make_keys(keys, Holder.ONLINE, 1)
    (file,) = keys.folders[0].iterdir()
    file.write_bytes(torn)

    with pytest.raises(KeysError, match="cannot be opened"):
        signers(keys, Holder.ONLINE, [made.public_key.keyid], 1)


def test_a_new_repository_is_not_made_over_another(repository: Path, at: datetime, tmp_path: Path) -> None:
    with pytest.raises(RepositoryBrokenError, match="choose an empty folder"):
        init(repository, Keys.within(tmp_path / "other"), at)

    assert not (tmp_path / "other").exists()


def test_a_new_repository_does_not_take_keys_of_another(
    repository: Path, keys: Keys, at: datetime, tmp_path: Path
) -> None:
    with pytest.raises(KeysError, match="choose an empty folder"):
        init(tmp_path / "second", keys, at)

    assert not (tmp_path / "second").exists()

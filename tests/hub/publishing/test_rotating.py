"""Keys come and go, and the reference client follows from the first root it was given, wherever a cut falls."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import cbor2
import pytest
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root

from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.errors import EditionRefusedError, KeysError, RepositoryBrokenError
from kiosk.hub.publishing.keys import Keys, signers
from kiosk.hub.publishing.lists import publish_kiosks, publish_recipients
from kiosk.hub.publishing.repository import read_repository
from kiosk.hub.publishing.resigning import resign
from kiosk.hub.publishing.roles import Holder, Role
from kiosk.hub.publishing.rotating import Rotation, prepare, rotate
from kiosk.hub.publishing.signing import Content, chained, relisted, role_keys, role_signers
from kiosk.hub.publishing.writing import lay_down
from tests.hub.publishing.conftest import Edition, Kiosk


@pytest.fixture
def published(repository: Path, keys: Keys, edition: Edition, at: datetime) -> Path:
    """A repository with one edition."""
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    return repository


@pytest.mark.parametrize("holder", list(Holder))
def test_a_kiosk_follows_when_all_keys_of_a_holder_are_replaced(
    published: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk, holder: Holder
) -> None:
    assert kiosk.current(published)["version"] == 8

    rotated = rotate(published, keys, Rotation(holder), at)
    for key in rotated.gone:
        (keys.folders[0] / f"{holder}-{key[:16]}.pem").unlink()
    publish(published, keys, NewEdition(edition(9), "ns"), at)

    assert kiosk.current(published)["version"] == 9
    assert len(rotated.came) == len(rotated.gone) > 0


def test_one_person_who_leaves_is_replaced_and_the_others_stay(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk
) -> None:
    before = list(role_keys(read_repository(published), Role.ROOT))
    (keys.folders[0] / f"root-{before[1][:16]}.pem").unlink()

    rotated = rotate(published, keys, Rotation(Holder.ROOT, [before[1][:8]]), at)

    assert rotated.gone == (before[1],)
    assert set(role_keys(read_repository(published), Role.ROOT)) == {before[0], before[2], *rotated.came}
    assert kiosk.current(published)["version"] == 8


@pytest.mark.parametrize("holder", [Holder.CATALOGUE, Holder.RECIPIENTS, Holder.DEVICES])
def test_lost_keys_of_a_role_are_replaced_by_those_of_targets(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk, holder: Holder
) -> None:
    _lose(keys, holder)

    rotate(published, keys, Rotation(holder), at)

    assert kiosk.current(published)["version"] == 8


@pytest.mark.parametrize("holder", [Holder.TARGETS, Holder.ONLINE])
def test_lost_keys_that_root_names_are_replaced_by_those_of_root(
    published: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk, holder: Holder
) -> None:
    kiosk.current(published)
    _lose(keys, holder)
    with pytest.raises(KeysError, match="must sign, and 0 of them are in"):
        rotate(published, keys, Rotation(holder), at)

    prepared = prepare(published, keys, Rotation(holder, lost=True), at)
    lay_down(published, prepared.files[:-1])
    _lose(keys, holder)
    rotate(published, keys, Rotation(holder, lost=True), at)
    publish(published, keys, NewEdition(edition(9), "ns"), at)

    assert kiosk.current(published)["version"] == 9


@pytest.mark.parametrize("holder", [Holder.ROOT, Holder.CATALOGUE])
def test_only_what_root_names_can_be_lost(published: Path, keys: Keys, at: datetime, holder: Holder) -> None:
    with pytest.raises(KeysError, match="only all keys of targets, or the online key"):
        rotate(published, keys, Rotation(holder, lost=True), at)


def test_three_rotations_of_the_root_are_followed_at_once(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk
) -> None:
    for _ in range(3):
        rotate(published, keys, Rotation(Holder.ROOT), at)
    rotate(published, keys, Rotation(Holder.ONLINE), at)

    assert kiosk.current(published)["version"] == 8
    assert Metadata[Root].from_file(str(published / "metadata" / "5.root.json")).signed.version == 5


def test_signing_again_for_the_whole_time_changes_no_key(published: Path, keys: Keys, at: datetime) -> None:
    later = at + timedelta(days=200)
    before = read_repository(published).root.signed

    for holder in Holder:
        rotate(published, keys, Rotation(holder, ()), later)

    after = read_repository(published)
    assert after.root.signed.keys == before.keys
    assert after.root.signed.expires == later + timedelta(days=730)
    assert after.lists[Role.TARGETS].signed.expires == later + timedelta(days=730)
    assert after.lists[Role.CATALOGUE].signed.expires == later + timedelta(days=395)


@pytest.mark.parametrize("holder", [Holder.ROOT, Holder.TARGETS])
def test_one_key_of_two_does_not_rotate(published: Path, keys: Keys, at: datetime, holder: Holder) -> None:
    for path in sorted(keys.folders[0].glob(f"{holder}-*.pem"))[1:]:
        path.unlink()

    with pytest.raises(KeysError, match=f"2 keys of {holder} must sign, and 1 of them is in"):
        rotate(published, keys, Rotation(holder), at)

    assert len(list(keys.folders[0].glob(f"{holder}-*.pem"))) == 1


@pytest.mark.parametrize("said", ["", "abc", "zzzz"])
def test_a_key_that_nobody_has_cannot_leave(published: Path, keys: Keys, at: datetime, said: str) -> None:
    with pytest.raises(KeysError, match="does not begin the id of one key of root"):
        rotate(published, keys, Rotation(Holder.ROOT, [said]), at)


@pytest.mark.parametrize("holder", list(Holder))
def test_a_rotation_cut_at_any_write_is_read_by_kiosks_and_can_be_done_again(
    published: Path, keys: Keys, edition: Edition, at: datetime, tmp_path: Path, holder: Holder
) -> None:
    prepared = prepare(published, keys, Rotation(holder), at)
    root = (published / "metadata" / "1.root.json").read_bytes()

    for number in range(len(prepared.files) + 1):
        cut = tmp_path / f"cut-{number}"
        shutil.copytree(published, cut)
        lay_down(cut, prepared.files[:number])
        kiosk = Kiosk(tmp_path / f"kiosk-{number}", root)

        assert kiosk.current(cut)["version"] == 8
        rotate(cut, keys, Rotation(holder), at)
        publish(cut, keys, NewEdition(edition(9), "ns"), at)
        assert kiosk.current(cut)["version"] == 9


def test_one_signature_of_two_is_not_enough_for_a_kiosk(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk
) -> None:
    kiosk.current(published)
    rotate(published, keys, Rotation(Holder.ROOT), at)
    forged = published / "metadata" / "2.root.json"
    root = Metadata[Root].from_file(str(forged))
    for signature in list(root.signatures)[1:]:
        del root.signatures[signature]
    root.to_file(str(forged))

    with pytest.raises(UnsignedMetadataError, match="signed by 1/2 keys"):
        kiosk.current(published)


@pytest.mark.parametrize("several", [1, 2])
def test_a_list_of_recipients_is_believed_when_two_sign_it(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk, several: int
) -> None:
    repository, content = read_repository(published), Content("keys/recipients.cbor", b"\xa0")
    again = relisted(repository, Role.RECIPIENTS, {content.path: content.target()}, at)
    signing = signers(keys, Holder.RECIPIENTS, role_keys(repository, Role.RECIPIENTS), several)
    online = role_signers(repository, keys, Role.TIMESTAMP)

    lay_down(published, [content.laid(), *chained(repository, {Role.RECIPIENTS: (again, signing)}, online, at)])

    if several == 2:
        assert kiosk.read(published, content.path) == [b"\xa0"]
    else:
        with pytest.raises(UnsignedMetadataError, match="signed by 1/2 keys"):
            kiosk.read(published, content.path)
        with pytest.raises(RepositoryBrokenError, match="signed by 1/2 keys"):
            read_repository(published)


def test_recipients_are_published_by_two_of_their_keys(published: Path, keys: Keys, at: datetime, kiosk: Kiosk) -> None:
    publish_recipients(published, keys, b"\xa0", at)

    assert kiosk.read(published, "keys/recipients.cbor") == [b"\xa0"]


def test_the_timestamp_is_signed_every_day_and_mends_what_has_run_out(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk
) -> None:
    for path in [
        p for holder in ("root", "targets", "catalogue", "recipients") for p in keys.folders[0].glob(f"{holder}-*")
    ]:
        path.unlink()
    before = read_repository(published)

    resigned = resign(published, keys, at + timedelta(days=1))

    after = read_repository(published)
    assert after.timestamp.signed.version == before.timestamp.signed.version + 1
    assert after.snapshot.signed.version == before.snapshot.signed.version
    assert resigned.left[Role.TIMESTAMP] == 90
    assert resigned.soon == ()
    assert kiosk.current(published)["version"] == 8

    resigned = resign(published, keys, at + timedelta(days=300))

    assert resigned.left[Role.SNAPSHOT] == 90
    assert resigned.left[Role.DEVICES] == 30
    assert set(resigned.soon) == {Role.CATALOGUE, Role.RECIPIENTS}


def test_the_list_of_kiosks_is_signed_when_it_changes_and_only_then(
    published: Path, keys: Keys, at: datetime, kiosk: Kiosk
) -> None:
    kiosks = cbor2.dumps({b"\0\0\0\1": [bytes(32), "Library"]}, canonical=True)

    for _ in range(2):
        resign(published, keys, at, kiosks)

    assert read_repository(published).lists[Role.DEVICES].signed.version == 2
    assert kiosk.read(published, "keys/kiosks.cbor") == [kiosks]
    with pytest.raises(EditionRefusedError, match="cannot be read by a counter"):
        publish_kiosks(published, keys, kiosks[:-1], at)


def test_a_kiosk_that_knows_the_newest_asks_for_little(published: Path, keys: Keys, at: datetime, kiosk: Kiosk) -> None:
    kiosk.current(published)
    resign(published, keys, at + timedelta(hours=12))

    kiosk.updater(published).refresh()

    assert [Path(url).name for url, _ in kiosk.fetched] == ["timestamp.json"]
    assert sum(size for _, size in kiosk.fetched) < 1024


def _lose(keys: Keys, holder: Holder) -> None:
    for path in keys.folders[0].glob(f"{holder}-*.pem"):
        path.unlink()

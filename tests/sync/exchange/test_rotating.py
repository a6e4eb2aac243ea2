"""A kiosk changes its key, and the hub and its own slips follow."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.config import Config
from kiosk.outbox.kinds import Kind
from kiosk.outbox.streams import begin_stream, stream_of
from kiosk.referral.keys import KEY_FILE, KeyFileError, KeyId, KnownKiosk, keep_key_id, own_key
from kiosk.referral.known import own_kiosk
from kiosk.referral.next_key import NEXT_KEY_FILE, PREVIOUS_KEY_FILE, make_next_key, use_next_key
from kiosk.referral.token import Item, Referral, Verified, sign, verify
from kiosk.state import atomic
from kiosk.sync.exchange.errors import ExchangeError, NotEnrolledError, UnknownKioskError, UnknownSignerError
from kiosk.sync.exchange.known_hub import HUB_FILE
from kiosk.sync.exchange.messages import Verdict
from kiosk.sync.exchange.rotating import announce_next_key
from tests.sync.exchange.a_hub import Between, Hub
from tests.sync.exchange.conftest import DAY, NOW, Kiosk


class RotatingHub(Hub):
    """A hub that believes announced keys as ours does: until it is used, beside the one it has."""

    def __init__(self, key: KnownKiosk) -> None:
        super().__init__()
        self.key, self.announced = key, b""
        self.poison = self._is_poison

    def under(self, key_id: KeyId) -> Sequence[KnownKiosk]:
        return [self.key, replace(self.key, public=self.announced)] if self.announced else [self.key]

    def exchange(self, request: bytes) -> bytes:
        self.ring = self  # type: ignore[assignment]
        try:
            answer = super().exchange(request)
        except UnknownSignerError as error:
            raise UnknownKioskError("the answer is 401") from error
        for item in (item for items in self.items.values() for item in items):
            if item.kind == Kind.NEXT_KEY and not self._is_poison(item):
                self.announced = cbor2.loads(item.body)[1]
        return answer

    def _is_poison(self, item) -> bool:  # type: ignore[no-untyped-def]
        if item.kind != Kind.NEXT_KEY:
            return False
        stream = next(stream for stream, items in self.items.items() if item in items)
        body = cbor2.loads(item.body)
        try:
            Ed25519PublicKey.from_public_bytes(body[1]).verify(body[2], stream + self.key.key_id)
        except Exception:
            return True
        return False


@pytest.fixture
def rotating(kiosk: Kiosk) -> RotatingHub:
    return RotatingHub(KnownKiosk(kiosk.key.key_id, kiosk.key.public))


def test_the_next_key_is_used_once_the_hub_has_it(kiosk: Kiosk, rotating: RotatingHub) -> None:
    ids = kiosk.act(2)
    public = announce_next_key(kiosk.file, kiosk.folder, NOW)
    assert own_key(kiosk.folder).public == kiosk.key.public

    kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == public
    assert not (kiosk.folder / NEXT_KEY_FILE).exists()
    ids += kiosk.act(1)
    assert kiosk.exchange(rotating).left == 0
    assert [each for each in rotating.ids if each in ids] == ids


def test_without_the_hubs_word_the_key_stays(kiosk: Kiosk, rotating: RotatingHub) -> None:
    public = announce_next_key(kiosk.file, kiosk.folder, NOW)
    with pytest.raises(ExchangeError):
        kiosk.exchange(Between(rotating, down=lambda _: b"portal"))
    assert own_key(kiosk.folder).public == kiosk.key.public

    kiosk.exchange(rotating)
    assert own_key(kiosk.folder).public == public


def test_announced_twice_it_is_the_same_key(kiosk: Kiosk, rotating: RotatingHub) -> None:
    assert announce_next_key(kiosk.file, kiosk.folder, NOW) == announce_next_key(kiosk.file, kiosk.folder, NOW)
    kiosk.exchange(rotating)

    assert kiosk.exchange(rotating).verdict is Verdict.OK


def test_a_key_announced_for_a_stream_that_is_over_is_not_used_and_can_be_announced_anew(
    kiosk: Kiosk, rotating: RotatingHub
) -> None:
    announce_next_key(kiosk.file, kiosk.folder, NOW)
    with kiosk.open() as state, atomic(state):
        begin_stream(state, again=True)

    assert kiosk.exchange(rotating).refused == 1
    assert own_key(kiosk.folder).public == kiosk.key.public
    public = announce_next_key(kiosk.file, kiosk.folder, NOW)
    kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == public


def test_a_hub_that_was_put_back_to_before_the_change_learns_of_it_again(kiosk: Kiosk, rotating: RotatingHub) -> None:
    kiosk.act(1)
    kiosk.exchange(rotating)
    public = announce_next_key(kiosk.file, kiosk.folder, NOW)
    kiosk.exchange(rotating)
    with kiosk.open() as state:
        rotating.lose_after(type(rotating.heard[0].stream)(stream_of(state).id), 1)
    rotating.announced = b""

    assert kiosk.exchange(rotating).verdict is Verdict.GAP
    assert kiosk.exchange(rotating).left == 0

    assert rotating.announced == public
    assert own_key(kiosk.folder).public == public


def test_slips_from_before_are_still_this_kiosks_own(kiosk: Kiosk, rotating: RotatingHub) -> None:
    keep_key_id(kiosk.folder, kiosk.key.key_id)
    token = sign(Referral(b"referral", DAY, 7, (Item(17),)), own_key(kiosk.folder))
    announce_next_key(kiosk.file, kiosk.folder, NOW)
    kiosk.exchange(rotating)

    assert isinstance(verify(token, own_kiosk(kiosk.folder, Config())), Verified)


def test_killed_while_it_changes_a_kiosk_has_a_key_and_ends_with_the_next(kiosk: Kiosk, rotating: RotatingHub) -> None:
    public = announce_next_key(kiosk.file, kiosk.folder, NOW)
    kept = (kiosk.folder / NEXT_KEY_FILE).read_bytes()
    own = (kiosk.folder / KEY_FILE).read_bytes()
    kiosk.exchange(rotating)
    (kiosk.folder / KEY_FILE).write_bytes(own)
    (kiosk.folder / NEXT_KEY_FILE).write_bytes(kept)

    kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == public


def test_a_next_key_that_is_torn_is_told_and_the_one_in_use_stays(kiosk: Kiosk) -> None:
    (kiosk.folder / NEXT_KEY_FILE).write_bytes(b"-----BEGIN")

    with pytest.raises(KeyFileError):
        announce_next_key(kiosk.file, kiosk.folder, NOW)
    assert own_key(kiosk.folder).public == kiosk.key.public


def test_without_a_hub_no_key_is_announced(kiosk: Kiosk) -> None:
    (kiosk.folder / HUB_FILE).unlink()

    with pytest.raises(NotEnrolledError):
        announce_next_key(kiosk.file, kiosk.folder, NOW)
    assert not (kiosk.folder / NEXT_KEY_FILE).exists()


def test_keys_are_for_this_account_only(tmp_path: Path) -> None:
    own_key(tmp_path)
    make_next_key(tmp_path)
    assert (tmp_path / NEXT_KEY_FILE).stat().st_mode & 0o077 == 0

    use_next_key(tmp_path)

    for name in (KEY_FILE, PREVIOUS_KEY_FILE):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0

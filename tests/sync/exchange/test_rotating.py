"""A kiosk changes its key, and the hub and its own slips follow."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
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
from kiosk.sync.exchange.rotating import MOST_AT_ONCE, WAIT, WAITING_FILE, announce_next_key, days_until_used
from tests.sync.exchange.a_hub import Between, Hub
from tests.sync.exchange.conftest import DAY, NOW, Kiosk


class RotatingHub(Hub):
    """A hub that believes announced keys as ours does: until it is used, beside the one it has."""

    def __init__(self, key: KnownKiosk) -> None:
        super().__init__()
        self.key, self.announced, self.refuses = key, b"", False
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
        if self.refuses:
            return True
        try:
            Ed25519PublicKey.from_public_bytes(body[1]).verify(body[2], stream + self.key.key_id)
        except Exception:
            return True
        return False


@pytest.fixture
def rotating(kiosk: Kiosk) -> RotatingHub:
    return RotatingHub(KnownKiosk(kiosk.key.key_id, kiosk.key.public))


def announce(kiosk: Kiosk, *, at_once: bool = True) -> bytes:
    """The public half of a key that is to be used as soon as the hub has it, or else once offices know it."""
    return announce_next_key(kiosk.file, kiosk.folder, NOW, at_once=at_once)


def pass_time(kiosk: Kiosk, hub: RotatingHub, passed: timedelta, step: timedelta = timedelta(days=1)) -> None:
    """The kiosk exchanges every so often, as one with a network does, until so much has passed on the hub's clock."""
    until = hub.time + passed.total_seconds()
    while hub.time < until:
        hub.time = int(min(hub.time + step.total_seconds(), until))
        kiosk.exchange(hub)


def test_a_planned_change_waits_until_offices_have_had_the_time_to_hear_of_it(
    kiosk: Kiosk, rotating: RotatingHub
) -> None:
    public = announce(kiosk, at_once=False)
    kiosk.exchange(rotating)
    assert rotating.announced == public, "the hub lists it at once"

    pass_time(kiosk, rotating, WAIT - timedelta(seconds=1), timedelta(hours=7))
    assert own_key(kiosk.folder).public == kiosk.key.public
    assert days_until_used(kiosk.folder) in (1, 2), "it is written down once a day"
    pass_time(kiosk, rotating, timedelta(seconds=1))

    assert own_key(kiosk.folder).public == public
    assert not (kiosk.folder / WAITING_FILE).exists()
    assert kiosk.exchange(rotating).verdict is Verdict.OK


@pytest.mark.parametrize("years", [-20, 0, 20])
def test_the_kiosks_own_clock_neither_hurries_nor_stops_a_change(
    kiosk: Kiosk, rotating: RotatingHub, years: int
) -> None:
    public = announce(kiosk, at_once=False)
    for hours in range(5):
        kiosk.exchange(rotating, NOW + timedelta(days=365 * years, hours=hours))
    assert own_key(kiosk.folder).public == kiosk.key.public

    for _ in range(3):
        rotating.time += int(MOST_AT_ONCE.total_seconds())
        kiosk.exchange(rotating, NOW + timedelta(days=365 * years))

    assert own_key(kiosk.folder).public == public


def test_a_leap_of_the_hubs_clock_hurries_by_ten_days_at_most_and_stops_nothing(
    kiosk: Kiosk, rotating: RotatingHub
) -> None:
    public = announce(kiosk, at_once=False)
    kiosk.exchange(rotating)
    right = rotating.time
    rotating.time += int(timedelta(days=365 * 19).total_seconds())
    kiosk.exchange(rotating)
    assert own_key(kiosk.folder).public == kiosk.key.public

    rotating.time = right
    kiosk.exchange(rotating)
    pass_time(kiosk, rotating, WAIT - MOST_AT_ONCE - timedelta(days=1))
    assert own_key(kiosk.folder).public == kiosk.key.public
    pass_time(kiosk, rotating, timedelta(days=1))

    assert own_key(kiosk.folder).public == public


def test_a_key_that_waits_is_used_at_once_where_somebody_asks_for_it(kiosk: Kiosk, rotating: RotatingHub) -> None:
    public = announce(kiosk, at_once=False)
    kiosk.exchange(rotating)

    assert announce(kiosk) == public
    assert kiosk.exchange(rotating).key_changed

    assert own_key(kiosk.folder).public == public


def test_a_haste_that_is_over_does_not_hasten_the_next_change(kiosk: Kiosk, rotating: RotatingHub) -> None:
    first = announce(kiosk)
    hasty = (kiosk.folder / WAITING_FILE).read_bytes()
    kiosk.exchange(rotating)
    kiosk.exchange(rotating)
    (kiosk.folder / WAITING_FILE).write_bytes(hasty)  # as a cut at the end may leave it
    rotating.key = replace(rotating.key, public=first)

    announce(kiosk, at_once=False)
    kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == first


@pytest.mark.parametrize("left", [b"", b"{", b"\xff\x00"])
def test_where_the_wait_cannot_be_read_it_begins_anew(kiosk: Kiosk, rotating: RotatingHub, left: bytes) -> None:
    public = announce(kiosk, at_once=False)
    kiosk.exchange(rotating)
    pass_time(kiosk, rotating, WAIT - timedelta(days=1))
    (kiosk.folder / WAITING_FILE).write_bytes(left)

    pass_time(kiosk, rotating, WAIT)
    assert own_key(kiosk.folder).public == kiosk.key.public
    pass_time(kiosk, rotating, timedelta(days=1))

    assert own_key(kiosk.folder).public == public


def test_a_hub_that_was_put_back_while_a_key_waits_learns_of_it_again(kiosk: Kiosk, rotating: RotatingHub) -> None:
    kiosk.act(1)
    kiosk.exchange(rotating)
    public = announce(kiosk, at_once=False)
    kiosk.exchange(rotating)
    with kiosk.open() as state:
        rotating.lose_after(type(rotating.heard[0].stream)(stream_of(state).id), 1)
    rotating.announced = b""

    pass_time(kiosk, rotating, WAIT + timedelta(days=3))

    assert rotating.announced == public
    assert own_key(kiosk.folder).public == public


def test_whoever_makes_streams_begin_anew_does_not_keep_the_key_in_use(kiosk: Kiosk, rotating: RotatingHub) -> None:
    public = announce(kiosk, at_once=False)
    kiosk.exchange(rotating)

    for _ in range(10):
        pass_time(kiosk, rotating, WAIT / 9)
        with kiosk.open() as state, atomic(state):
            begin_stream(state, again=True)
        kiosk.exchange(rotating)
        kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == public


def test_a_key_that_the_hub_refuses_is_forgotten(kiosk: Kiosk, rotating: RotatingHub) -> None:
    rotating.refuses = True
    announce(kiosk)

    assert kiosk.exchange(rotating).refused == 1

    assert own_key(kiosk.folder).public == kiosk.key.public
    assert not (kiosk.folder / NEXT_KEY_FILE).exists()
    assert not (kiosk.folder / WAITING_FILE).exists()


def test_the_next_key_is_used_once_the_hub_has_it(kiosk: Kiosk, rotating: RotatingHub) -> None:
    ids = kiosk.act(2)
    public = announce(kiosk)
    assert own_key(kiosk.folder).public == kiosk.key.public

    kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == public
    assert not (kiosk.folder / NEXT_KEY_FILE).exists()
    ids += kiosk.act(1)
    assert kiosk.exchange(rotating).left == 0
    assert [each for each in rotating.ids if each in ids] == ids


def test_without_the_hubs_word_the_key_stays(kiosk: Kiosk, rotating: RotatingHub) -> None:
    public = announce(kiosk)
    with pytest.raises(ExchangeError):
        kiosk.exchange(Between(rotating, down=lambda _: b"portal"))
    assert own_key(kiosk.folder).public == kiosk.key.public

    kiosk.exchange(rotating)
    assert own_key(kiosk.folder).public == public


def test_announced_twice_it_is_the_same_key(kiosk: Kiosk, rotating: RotatingHub) -> None:
    assert announce(kiosk) == announce(kiosk)
    kiosk.exchange(rotating)

    assert kiosk.exchange(rotating).verdict is Verdict.OK


def test_a_key_announced_for_a_stream_that_is_over_is_not_used_before_it_was_announced_anew(
    kiosk: Kiosk, rotating: RotatingHub
) -> None:
    public = announce(kiosk)
    with kiosk.open() as state, atomic(state):
        begin_stream(state, again=True)

    told = kiosk.exchange(rotating)
    assert (told.refused, told.left) == (1, 1)
    assert own_key(kiosk.folder).public == kiosk.key.public
    kiosk.exchange(rotating)

    assert own_key(kiosk.folder).public == public


def test_a_hub_that_was_put_back_to_before_the_change_learns_of_it_again(kiosk: Kiosk, rotating: RotatingHub) -> None:
    kiosk.act(1)
    kiosk.exchange(rotating)
    public = announce(kiosk)
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
    announce(kiosk)
    kiosk.exchange(rotating)

    assert isinstance(verify(token, own_kiosk(kiosk.folder, Config())), Verified)


def test_killed_while_it_changes_a_kiosk_has_a_key_and_ends_with_the_next(kiosk: Kiosk, rotating: RotatingHub) -> None:
    public = announce(kiosk)
    before = {name: (kiosk.folder / name).read_bytes() for name in (NEXT_KEY_FILE, KEY_FILE, WAITING_FILE)}
    kiosk.exchange(rotating)
    for name, content in before.items():
        (kiosk.folder / name).write_bytes(content)

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

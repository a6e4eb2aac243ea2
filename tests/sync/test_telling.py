"""One round with the hub: everything goes up, what the hub says is done, and how it went is known afterwards."""

import os
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.config import Config
from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.streams import waiting
from kiosk.referral import cose
from kiosk.referral.keys import KeyId, KeyRing, KioskKey, KnownKiosk, own_key
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.errors import BusyError, NotReachedError, RefusedError
from kiosk.sync.exchange.exchanging import taking_turns
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.exchange.messages import LARGEST_REQUEST, PURPOSE
from kiosk.sync.exchange.rotating import announce_next_key
from kiosk.sync.telling import last_told, tell_hub
from tests.sync.exchange.a_hub import HUB_KEY, Between, Hub

NOW = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)


class ReachedHub(Hub):
    """A hub that also gives its list of kiosks."""

    def kiosks(self) -> bytes:
        return b"\xa0"

    def kiosk_changes(self, digest: bytes) -> bytes:
        raise RefusedError("the answer is 404")


class Overheard(Between):
    """A hub whose requests somebody listens to."""

    def kiosks(self) -> bytes:
        return self.hub.kiosks()

    def kiosk_changes(self, digest: bytes) -> bytes:
        return self.hub.kiosk_changes(digest)


class NoHub:
    """Nobody answers."""

    def exchange(self, request: bytes) -> bytes:
        raise NotReachedError("no network")

    def kiosks(self) -> bytes:
        raise NotReachedError("no network")

    def kiosk_changes(self, digest: bytes) -> bytes:
        raise NotReachedError("no network")


@pytest.fixture
def hub():
    return ReachedHub()


@pytest.fixture
def folder(tmp_path, hub):
    """The state folder of an enrolled kiosk with 4,100 records to tell: two rounds."""
    key = KioskKey(KeyId(b"\x00\x00\x00\x0c"), own_key(tmp_path).private)
    hub.knows(key)
    keep_hub(tmp_path, KnownHub(key.key_id, HUB_KEY.public, "ns"))
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state, atomic(state):
        for _ in range(2_100):
            put(state, Kind.REFERRAL, {1: os.urandom(8)}, date(2026, 3, 12))
    return tmp_path


def test_everything_goes_up_in_one_round(folder, hub):
    told = tell_hub(Config(), folder, NOW, hub)

    assert (told.sent, told.left) == (2_100, 0)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        assert waiting(state).count == 0


def test_what_a_hub_has_lost_goes_up_again_in_the_same_round(folder, hub):
    tell_hub(Config(), folder, NOW, hub)
    (stream,) = hub.items
    hub.lose_after(stream, 100)

    told = tell_hub(Config(), folder, NOW, hub)

    assert told.left == 0
    assert len(set(hub.ids)) == 2_100


def test_a_hub_hears_in_the_same_round_that_a_key_has_changed(folder, hub):
    public = announce_next_key(folder / "state.db", folder, NOW, at_once=True)
    before, after = hub.ring.known[0], KnownKiosk(hub.ring.known[0].key_id, public)
    signers = []

    def note(request: bytes) -> bytes:
        message = cose.decode(request, LARGEST_REQUEST)
        signers.extend(key for key in (before, after) if cose.holds(message, key.public, PURPOSE))
        return request

    hub.ring = KeyRing((before, after))
    tell_hub(Config(), folder, NOW, Overheard(hub, note))

    assert signers == [before, before, after]


def test_how_it_went_is_known_afterwards(folder, hub):
    assert last_told(folder) is None
    tell_hub(Config(), folder, NOW, hub)

    with pytest.raises(NotReachedError):
        tell_hub(Config(), folder, NOW + timedelta(hours=1), NoHub())

    last = last_told(folder)
    assert last is not None
    assert (last.at, last.problem, last.went_well) == (NOW + timedelta(hours=1), "hub_unreachable", NOW)


def test_a_program_that_finds_another_at_it_leaves_the_telling_to_that_one(folder, hub):
    with taking_turns(folder), pytest.raises(BusyError):
        tell_hub(Config(), folder, NOW, hub)

    assert last_told(folder) is None


def test_a_note_of_the_last_round_that_is_torn_is_as_none(folder, hub):
    tell_hub(Config(), folder, NOW, hub)
    note = folder / "sync" / "told.json"
    note.write_bytes(note.read_bytes()[:20])

    assert last_told(folder) is None

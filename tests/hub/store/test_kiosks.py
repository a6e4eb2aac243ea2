"""Who is known at the hub, and what its list says of a kiosk that changes its key."""

from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.hub.store import kiosks
from kiosk.hub.store.key_list import MOST_FORMER
from kiosk.hub.store.kiosks import NoSuchKioskError
from kiosk.hub.store.statements import SECONDS_A_DAY
from kiosk.outbox.kinds import Kind
from kiosk.referral.keys import read_key_list
from kiosk.sync.exchange.rotating import key_proof
from tests.hub.fleet import AT, DAY, Kiosk


@pytest.fixture
def library(store):
    return Kiosk(store)


@pytest.fixture
def listed(store, tmp_path):
    """The keys of the hub's list, each with its last day."""

    def read():
        (tmp_path / "list").write_bytes(kiosks.key_list(store))
        return [(kiosk.public, kiosk.until) for kiosk in read_key_list(tmp_path / "list")]

    return read


def announced(store, kiosk):
    """The public half of a key that the kiosk has told the hub of."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    kiosk.put(Kind.NEXT_KEY, {1: public, 2: private.sign(key_proof(kiosk.stream, kiosk.kid))})
    kiosk.send(store)
    kiosks.list_announced(store)
    return public


def test_a_key_is_listed_as_soon_as_it_is_announced_and_the_one_before_with_its_last_day(store, library, listed):
    public = announced(store, library)
    before = listed()

    kiosks.take_next_key(store, library.kid, AT)

    assert before == [(library.key.public, None), (public, None)]
    assert listed() == [(public, None), (library.key.public, DAY + timedelta(days=1))]


def test_taken_twice_nothing_changes(store, library, listed):
    announced(store, library)
    kiosks.take_next_key(store, library.kid, AT)
    once = listed()

    kiosks.take_next_key(store, library.kid, AT + 30 * SECONDS_A_DAY)

    assert listed() == once


def test_the_last_keys_given_up_are_listed_and_no_more(store, library, listed):
    keys = [library.key.public]
    for place in range(MOST_FORMER + 2):
        keys.append(announced(store, library))
        kiosks.take_next_key(store, library.kid, AT + place * SECONDS_A_DAY)

    assert [public for public, _ in listed()] == list(reversed(keys))[: MOST_FORMER + 1]


def test_a_revoked_kiosk_is_believed_under_none_of_its_keys_even_when_it_is_known_again(store, library, listed):
    public = announced(store, library)
    kiosks.take_next_key(store, library.kid, AT)
    announced(store, library)

    kiosks.revoke(store, library.kid, AT)
    assert listed() == []

    kiosks.enrol_by_hand(store, public, "Library", AT)
    assert listed() == [(public, None)]


def test_keys_that_were_stolen_are_forgotten_and_the_one_in_use_stays(store, library, listed):
    public = announced(store, library)
    kiosks.take_next_key(store, library.kid, AT)

    kiosks.forget_former_keys(store, library.kid)

    assert listed() == [(public, None)]
    with pytest.raises(NoSuchKioskError, match="deadbeef"):
        kiosks.forget_former_keys(store, bytes.fromhex("deadbeef"))


def test_a_key_that_comes_back_is_in_use_and_not_given_up(store, library, listed):
    first = library.key.public
    announced(store, library)
    kiosks.take_next_key(store, library.kid, AT)
    with store.atomic() as statements:
        statements.run("UPDATE kiosk SET next_public = ? WHERE kid = ?", first, library.kid)

    kiosks.take_next_key(store, library.kid, AT)

    assert listed()[0] == (first, None)
    assert first not in [public for public, until in listed() if until is not None]


def test_the_last_day_is_one_that_every_zone_has_reached(store, library, listed):
    announced(store, library)

    kiosks.take_next_key(store, library.kid, (date(2026, 3, 12) - date(1970, 1, 1)).days * SECONDS_A_DAY - 1)

    assert listed()[1][1] == date(2026, 3, 12)

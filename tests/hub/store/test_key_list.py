"""What has changed in the list of kiosks since one that a kiosk has, and how many bytes that spares a large fleet."""

import hashlib
import secrets

import pytest

from kiosk.hub.store import kiosks
from kiosk.hub.store.key_list import MOST_CHANGES, changes_since
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.tables import MIGRATIONS
from kiosk.sync.exchange.key_lists import changed
from tests.hub.fleet import AT, Kiosk


def digest_of(listed):
    return hashlib.sha256(listed).digest()


def enrolled_at_once(store, count):
    """So many kiosks in one go, and the list anew with the last of them."""
    rows = [
        (number.to_bytes(4, "big"), secrets.token_bytes(32), f"Community centre {number}", AT)
        for number in range(10_000, 10_000 + count)
    ]
    with store.atomic() as statements:
        statements.run_each("INSERT INTO kiosk (kid, public, name, enrolled) VALUES (?, ?, ?, ?)", rows)
    return Kiosk(store, "The last one")


@pytest.mark.parametrize(
    "act",
    [
        lambda store, library: Kiosk(store, "Office"),
        lambda store, library: kiosks.rename(store, library.kid, "Central library"),
        lambda store, library: kiosks.revoke(store, library.kid, AT),
        lambda store, library: kiosks.forget_former_keys(store, library.kid),
        lambda store, library: [Kiosk(store, f"Office {number}") for number in range(5)],
    ],
    ids=["another", "a name", "a revocation", "nothing", "several"],
)
def test_what_has_changed_leads_from_any_list_to_the_one_of_now(store, act):
    library = Kiosk(store)
    lists = [kiosks.key_list(store)]
    Kiosk(store, "North end")
    lists.append(kiosks.key_list(store))

    act(store, library)

    for before in lists:
        since = changes_since(store, digest_of(before))
        assert since is not None
        assert changed(before, since) == kiosks.key_list(store)


def test_a_list_that_comes_back_leads_to_the_one_of_now(store):
    library = Kiosk(store)
    first = kiosks.key_list(store)
    kiosks.rename(store, library.kid, "Central library")
    between = kiosks.key_list(store)
    kiosks.rename(store, library.kid, "Library")

    assert kiosks.key_list(store) == first
    assert changed(first, changes_since(store, digest_of(first))) == first
    assert changed(between, changes_since(store, digest_of(between))) == first


def test_of_a_list_that_this_hub_never_had_nothing_is_told(store):
    Kiosk(store)

    assert changes_since(store, bytes(32)) is None


def test_where_too_much_has_changed_the_whole_list_is_to_be_fetched(store):
    Kiosk(store)
    before = digest_of(kiosks.key_list(store))

    enrolled_at_once(store, MOST_CHANGES)

    assert changes_since(store, before) is None


def test_one_kiosk_more_among_ten_thousand_costs_each_some_hundred_bytes(tmp_path):
    store = SqliteStore(tmp_path / "hub.db", MIGRATIONS)
    enrolled_at_once(store, 10_000)
    before = kiosks.key_list(store)

    Kiosk(store, "One more community centre")

    since = changes_since(store, digest_of(before))
    assert len(kiosks.key_list(store)) > 500_000
    assert len(since) < 200
    assert changed(before, since) == kiosks.key_list(store)
    store.close()

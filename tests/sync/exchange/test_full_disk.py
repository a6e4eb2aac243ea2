"""A disk that is really full: what is done is kept while there is ballast, and draining works at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from kiosk.outbox.ballast import lay_ballast, with_room
from kiosk.outbox.streams import stream_of, waiting
from kiosk.referral import registry
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.referral.token import Item, Referral
from kiosk.state import BALLAST_FILE, DiskFullError
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.exchange.messages import Verdict
from kiosk.sync.exchange.rotating import MOST_AT_ONCE, announce_next_key
from tests.disks import fill, small_disk
from tests.sync.exchange.a_hub import HUB_KEY, Hub
from tests.sync.exchange.conftest import NOW, Kiosk

pytestmark = pytest.mark.root

MIB = 1 << 20
DAY = date(2026, 3, 12)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of thirty-two mebibytes."""
    with small_disk(tmp_path / "disk") as folder:
        yield folder


@pytest.fixture
def small(disk: Path, hub: Hub) -> Kiosk:
    key = KioskKey(KeyId(b"\x00\x00\x00\x0d"), own_key(disk).private)
    hub.knows(key)
    keep_hub(disk, KnownHub(key.key_id, HUB_KEY.public, "ns"))
    return Kiosk(disk, key)


def issue(state: sqlite3.Connection, kiosk: Kiosk, number: int) -> registry.Issued:
    return registry.issue(state, Referral(number.to_bytes(8, "big"), DAY, 7, (Item(17),)), kiosk.key)


def until_it_is_refused(state: sqlite3.Connection, kiosk: Kiosk) -> int:
    """Issue what the write-ahead log still has room for; how many there are then."""
    for done in range(1, 10_000):
        try:
            issue(state, kiosk, 1000 + done)
        except DiskFullError:
            return done
    raise AssertionError("the disk is not full")


def test_without_ballast_an_act_on_a_full_disk_is_not_done_and_nothing_before_it_is_lost(small: Kiosk) -> None:
    with small.open() as state:
        issue(state, small, 1)
        fill(small.folder)
        done = until_it_is_refused(state, small)
        assert waiting(state).count == done
        assert state.execute("SELECT count(*) FROM referral_issued").fetchone() == (done,)


def test_with_ballast_acts_go_on(small: Kiosk) -> None:
    with small.open() as state:
        lay_ballast(small.folder, 6 * MIB)
        fill(small.folder)
        for number in range(300):
            with_room(small.folder, lambda number=number: issue(state, small, number))  # type: ignore[misc]

        assert waiting(state).count == 300
    assert not (small.folder / BALLAST_FILE).exists()


def test_a_full_disk_is_drained_and_what_the_hub_has_makes_room(small: Kiosk, hub: Hub) -> None:
    with small.open() as state:
        for number in range(200):
            issue(state, small, number)
    lay_ballast(small.folder, 6 * MIB)
    fill(small.folder)

    exchanged = small.exchange(hub)

    assert (exchanged.sent, exchanged.left, exchanged.verdict) == (200, 0, Verdict.OK)
    assert len(hub.ids) == 200
    with small.open() as state:
        assert stream_of(state).hwm == 200
        assert state.execute("SELECT count(*) FROM outbox").fetchone() == (0,), "what the hub has is let go at once"
        issue(state, small, 201)


def test_a_key_that_was_announced_is_used_on_a_full_disk_too(small: Kiosk, hub: Hub) -> None:
    public = announce_next_key(small.file, small.folder, NOW)
    with small.open() as state:
        for number in range(200):
            issue(state, small, number)
    lay_ballast(small.folder, 6 * MIB)
    fill(small.folder)

    small.exchange(hub)
    with small.open() as state:
        assert state.execute("SELECT count(*) FROM outbox").fetchone() == (0,), "what tells of it is let go too"
    for _ in range(3):
        hub.time += int(MOST_AT_ONCE.total_seconds())
        small.exchange(hub)

    assert own_key(small.folder).public == public


def test_where_there_is_no_room_even_so_the_hubs_word_is_asked_for_again(small: Kiosk, hub: Hub) -> None:
    with small.open() as state:
        for number in range(200):
            issue(state, small, number)
        fill(small.folder)
        until_it_is_refused(state, small)
        count = waiting(state).count

        with pytest.raises(DiskFullError):
            small.exchange(hub)
        (small.folder / "others").unlink()

    assert small.exchange(hub).left == 0
    assert len(hub.ids) == len(set(hub.ids)) == count


def test_ballast_is_laid_again_once_there_is_room(small: Kiosk, hub: Hub) -> None:
    small.exchange(hub)
    assert (small.folder / BALLAST_FILE).exists()
    (small.folder / BALLAST_FILE).unlink()
    fill(small.folder)
    with suppress(DiskFullError):
        small.exchange(hub)
    assert not (small.folder / BALLAST_FILE).exists()

    (small.folder / "others").unlink()
    small.exchange(hub)

    assert (small.folder / BALLAST_FILE).exists()


def test_the_disk_of_these_tests_is_really_full(disk: Path) -> None:
    fill(disk)

    with pytest.raises(sqlite3.OperationalError, match="full"), closing(sqlite3.connect(disk / "x.db")) as database:
        database.execute("CREATE TABLE t (x)")

"""A window stays current by itself, and when somebody asks; nobody's visit is touched."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slips import one_thread
from kiosk.bridge.syncing import Syncing
from kiosk.catalogue.editions import catalogue_in_use, updates_folder
from kiosk.catalogue.reading import load
from kiosk.config import Config, Sync
from kiosk.counter.tables import MIGRATIONS
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.streams import waiting
from kiosk.referral.keys import KeyId, KioskKey, own_key
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from kiosk.sync.rounds import Carried
from kiosk.sync.telling import Told
from kiosk.sync.updates.outcomes import Unreachable, Updated, UpToDate
from kiosk.sync.updates.trusting import trust
from kiosk.visit.visit import speaking
from tests.sync.exchange.a_hub import HUB_KEY, Hub, say, serving
from tests.sync.updates.reference import SHIPPED, Publisher, make_edition

NOW = datetime.now(UTC)


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    return make_edition(tmp_path_factory.mktemp("edition") / "newer.db", SHIPPED + 1)


@pytest.fixture
def repository(tmp_path, edition, monkeypatch):
    """A folder with a newer edition, by somebody whom this machine trusts."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    publisher = Publisher(tmp_path / "repository", NOW)
    publisher.publish(SHIPPED + 1, edition, NOW)
    trust(updates_folder(), publisher.first_root)
    return publisher.folder


@pytest.fixture
def hub(repository):
    """A hub that knows this machine, which has two records to tell it."""
    hub, folder = Hub(), paths.state_folder()
    key = KioskKey(KeyId(b"\x00\x00\x00\x0c"), own_key(folder).private)
    hub.knows(key)
    keep_hub(folder, KnownHub(key.key_id, HUB_KEY.public, "ns", bytes(range(32))))
    with state() as connection, atomic(connection):
        for number in range(2):
            put(connection, Kind.REFERRAL, {1: bytes([number] * 8)}, date(2026, 3, 12))
    return hub


@pytest.fixture
def sync(qapp, qtbot):
    """Make what stays current, with settings of its own; `go` waits for the round."""
    made = []

    def make(drawn=0.5, **settings):
        config = replace(Config(), sync=Sync(**settings))
        syncing = Syncing(config, paths.state_folder, lambda: NOW, Lane(one_thread()), lambda: drawn)
        made.append(syncing)
        return syncing

    make.wait = lambda syncing: qtbot.waitUntil(lambda: not syncing.busy)
    yield make
    for syncing in made:
        syncing.close()


def state():
    return closing(open_state(paths.state_folder() / "state.db", MIGRATIONS))


def test_a_newer_edition_is_fetched_and_read_where_nobody_is(sync, repository, session_with):
    session = session_with(lambda: load(catalogue_in_use(Config().catalogue)))
    syncing = sync(updates=str(repository))
    syncing.renewed.connect(session.renew)
    assert session.catalogue.version == SHIPPED

    syncing.go()
    sync.wait(syncing)

    assert isinstance(syncing.last.down, Updated)
    assert session.catalogue.version == SHIPPED + 1


def test_somebody_at_the_kiosk_keeps_the_catalogue_that_they_began_with(sync, repository, session_with):
    session = session_with(lambda: load(catalogue_in_use(Config().catalogue)))
    syncing = sync(updates=str(repository))
    syncing.renewed.connect(session.renew)
    session.do(lambda visit: speaking(visit, "fr"))
    assert session.catalogue.version == SHIPPED

    syncing.go()
    sync.wait(syncing)
    assert session.catalogue.version == SHIPPED

    session.end()
    assert session.catalogue.version == SHIPPED + 1


def test_the_same_edition_renews_nothing(sync, repository):
    syncing, renewed = sync(updates=str(repository)), []
    syncing.renewed.connect(lambda: renewed.append(True))
    for _ in range(2):
        syncing.go()
        sync.wait(syncing)

    assert isinstance(syncing.last.down, UpToDate)
    assert renewed == [True]


def test_an_edition_that_another_program_installed_is_taken_up_too(sync, repository):
    syncing, other, renewed = sync(updates=str(repository)), sync(updates=str(repository)), []
    syncing.renewed.connect(lambda: renewed.append(True))
    other.go()
    sync.wait(other)
    assert not renewed

    syncing.go()
    sync.wait(syncing)

    assert renewed == [True]


def test_what_waits_is_told_to_the_hub(sync, hub):
    with serving(lambda handler, body: say(handler, 200, hub.exchange(body))) as address:
        syncing = sync(hub=address)
        syncing.go()
        sync.wait(syncing)

    assert syncing.last.up == Told(2, 0)
    with state() as connection:
        assert waiting(connection).count == 0


def test_where_fetching_costs_only_what_waits_goes_up(sync, hub, repository):
    with serving(lambda handler, body: say(handler, 200, hub.exchange(body))) as address:
        syncing = sync(hub=address, updates=str(repository), metered=True)
        syncing.due()
        sync.wait(syncing)
        assert (syncing.last.down, syncing.last.up) == (None, Told(2, 0))

        syncing.go()  # somebody asks
        sync.wait(syncing)
        assert isinstance(syncing.last.down, Updated)


def test_whoever_reaches_nobody_waits_longer_each_time_and_nothing_is_lost(sync, hub):
    syncing = sync(drawn=1.0, updates="https://127.0.0.1:9", hub="https://127.0.0.1:9")
    pauses = []
    for _ in range(4):
        syncing.due()
        sync.wait(syncing)
        pauses.append(syncing.due_in_ms)

    assert isinstance(syncing.last.down, Unreachable)
    assert pauses == sorted(pauses)
    assert pauses[-1] > 4 * pauses[0]
    with state() as connection:
        assert waiting(connection).count == 2


@pytest.mark.parametrize(("drawn", "minutes"), [(0.0, 7.5), (0.5, 15), (1.0, 22.5)])
def test_a_fleet_does_not_come_all_at_once(sync, repository, drawn, minutes):
    syncing = sync(drawn=drawn, updates=str(repository), every_minutes=15)

    syncing.go()
    sync.wait(syncing)

    assert syncing.due_in_ms == pytest.approx(minutes * 60_000, abs=1500)


@pytest.mark.parametrize(("drawn", "seconds"), [(0.0, 20), (0.5, 170), (1.0, 320)])
def test_kiosks_that_start_together_do_not_ask_together(sync, repository, drawn, seconds):
    syncing = sync(drawn=drawn, updates=str(repository))

    syncing.begin()

    assert syncing.due_in_ms == pytest.approx(seconds * 1000, abs=1500)


def test_a_stick_brings_an_edition_and_takes_what_waits(sync, hub, repository, tmp_path):
    syncing = sync()

    syncing.use(repository)
    sync.wait(syncing)

    assert isinstance(syncing.last.down, Updated)
    assert syncing.last.up == Carried(2)
    assert len(list(Path(repository, "outbox").glob("*.cose"))) == 1


def test_where_nothing_is_configured_nothing_is_done(sync, repository):
    syncing = sync()
    syncing.begin()
    syncing.go()

    assert (syncing.busy, syncing.due_in_ms, syncing.last) == (False, -1, None)


def test_how_far_it_has_come_is_told(sync, repository):
    syncing, told = sync(updates=str(repository)), []
    syncing.changed.connect(lambda: told.append(syncing.progress))

    syncing.go()
    sync.wait(syncing)

    assert any(progress and progress.done == progress.total > 0 for progress in told)

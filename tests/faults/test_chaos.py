"""Eight kiosks, a line on which every second request goes wrong, everybody killed: nothing is lost, nothing doubled."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.hub.store.statements import Store
from tests import postgresql
from tests.faults.chaos import Fleet, records_of
from tests.faults.hub_program import opened
from tests.faults.proxy import Fate


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """One PostgreSQL; skips where none is installed."""
    if not postgresql.is_installed():
        pytest.skip("PostgreSQL is not installed")
    server: Any = postgresql.Server()  # type: ignore[no-untyped-call]
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty one, of each engine."""
    return str(tmp_path / "hub.db" if request.param == "sqlite" else request.getfixturevalue("server").schema())


def kept_by(store: Store, table: str) -> Counter[bytes]:
    """How often the hub has the record of each id."""
    with store.reading() as statements:
        return Counter(bytes(row[0]) for row in statements.run(f"SELECT id FROM {table}"))


def check(fleet: Fleet) -> None:
    """Let them live, and compare what the hub has with what people were told is kept."""
    with closing(opened(fleet.database)) as store:
        fleet.enrol(store)

    ended = fleet.run()

    records = records_of(fleet)
    with closing(opened(fleet.database)) as store:
        items, needs = kept_by(store, "item"), kept_by(store, "unmet_need")
    assert ended.kept == [fleet.things] * fleet.kiosks
    assert len(records) == fleet.things * fleet.kiosks, "each thing that was kept has its record"
    assert set(items) == set(records), "nothing is lost"
    assert set(items.values()) == {1}, "nothing is there twice"
    assert needs == items, "nothing counts twice"
    assert ended.kiosks_killed == fleet.kills
    assert ended.hubs_died > 0
    assert ended.fates.keys() == set(Fate), "everything went wrong that can"


@pytest.mark.slow
def test_nothing_is_lost_or_doubled(tmp_path: Path, database: str) -> None:
    check(Fleet(tmp_path, database, kiosks=8, things=22, hub_dies_after=12, kills=4))


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(3))
def test_nothing_of_much_is_lost_or_doubled(tmp_path: Path, database: str, seed: int) -> None:
    check(Fleet(tmp_path, database, kiosks=8, things=300, hub_dies_after=40, kills=24, seed=seed))


@pytest.mark.thorough
def test_nothing_is_lost_when_the_database_is_killed_too(tmp_path: Path, server: Any) -> None:
    def killed() -> None:
        server.stop("immediate")
        server.start()

    fleet = Fleet(tmp_path, server.schema(), kiosks=8, things=150, hub_dies_after=60, kills=6, at_each_kill=killed)

    check(fleet)

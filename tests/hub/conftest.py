"""A store of either engine, empty, and kiosks that are enrolled there."""

import pytest

from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.tables import MIGRATIONS
from tests import postgresql


@pytest.fixture(scope="session")
def server():
    """One PostgreSQL for the whole run; skips where none is installed."""
    if not postgresql.is_installed():
        pytest.skip("PostgreSQL is not installed")
    server = postgresql.Server()
    yield server
    server.remove()


@pytest.fixture
def address(server):
    """An empty place in it."""
    return server.schema()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    """An empty store, once of each engine."""
    if request.param == "sqlite":
        opened = SqliteStore(tmp_path / "hub.db", MIGRATIONS)
    else:
        from kiosk.hub.store.postgresql import PostgresqlStore

        opened = PostgresqlStore(request.getfixturevalue("address"), MIGRATIONS)
    yield opened
    opened.close()

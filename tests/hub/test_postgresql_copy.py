"""A copy of a hub's store in PostgreSQL, made and put back by the commands of docs/hub.md."""

import pytest

from kiosk.hub.service.serving import store_of
from kiosk.hub.settings import Hub, Settings
from kiosk.hub.store import reading
from kiosk.outbox.kinds import Kind
from tests.hub.fleet import AT, Kiosk

pytestmark = pytest.mark.thorough


def test_a_dump_put_back_into_an_empty_database_has_everything_and_goes_on(server, tmp_path):
    hub = Hub(Settings(database=server.database("guichet")), tmp_path)
    with store_of(hub) as store:
        kiosk = Kiosk(store, "Bibliothèque")
        kiosk.put(Kind.CALL, {1: "2026-03-12T10", 2: "answered"})
        kiosk.send(store)
    dump = server.run("pg_dump", "--format=custom", "guichet")

    server.run("dropdb", "guichet")
    server.database("guichet")
    server.run("pg_restore", "--exit-on-error", "--dbname", "guichet", given=dump)

    with store_of(hub) as store:
        assert [standing.name for standing in reading.kiosks(store)] == ["Bibliothèque"]
        assert kiosk.send(store).hwm == 1  # the same batch once more
        kiosk.put(Kind.CALL, {1: "2026-03-12T11", 2: "missed"})
        assert kiosk.send(store, at=AT + 60).hwm == 2

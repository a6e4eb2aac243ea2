"""The store that a hub's settings name, with its tables brought up to date."""

from collections.abc import Sequence

from kiosk.hub.settings import Hub
from kiosk.hub.store.migrations import Migration
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import Store
from kiosk.hub.store.tables import MIGRATIONS


def open_store(hub: Hub, others: Sequence[Migration] = ()) -> Store:
    """Open it, made if missing; `others` are the tables of who else keeps something there. Raises `StoreError`."""
    migrations = (*MIGRATIONS, *others)
    if hub.database_address:
        from kiosk.hub.store.postgresql import PostgresqlStore

        return PostgresqlStore(hub.database_address, migrations)
    return SqliteStore(hub.database_file, migrations)

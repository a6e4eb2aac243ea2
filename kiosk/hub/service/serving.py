"""A hub put together from its settings, and run until it is told to stop."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.counter.unmet import terms_in
from kiosk.errors import KioskError
from kiosk.hub import settings
from kiosk.hub.pages.asking import Desk
from kiosk.hub.pages.routes import routes
from kiosk.hub.pages.tables import MIGRATIONS as PAGES
from kiosk.hub.publishing.roots import roots_of
from kiosk.hub.service.app import hub_app
from kiosk.hub.service.desk import Hub
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.store.opening import open_store
from kiosk.hub.store.statements import Store
from kiosk.sync.exchange.messages import seal_ack

_MOST_CONNECTIONS = 1_000
_FINISH_WITHIN_S = 20
_BACKLOG = 1024


@contextmanager
def store_of(hub: settings.Hub) -> Iterator[Store]:
    """The hub's store with every table of this program's. Raises `StoreError`."""
    store = open_store(hub, PAGES)
    try:
        yield store
    finally:
        store.close()


def at_work(hub: settings.Hub, store: Store) -> Hub:
    """The hub as kiosks meet it. Raises `KeyFileError` or a `StateError`."""
    keys = hub_keys(hub.keys_folder)
    return Hub(
        store=store,
        sign=lambda ack: seal_ack(ack, keys.signing),
        public=keys.signing.public,
        sealing=keys.sealing_public,
        region=hub.settings.region,
        clock=lambda: int(time.time()),
        roots=lambda: roots_of(hub.repository_folder),
    )


def app_of(hub: settings.Hub, store: Store) -> Starlette:
    """The application: what kiosks talk to, and the operator's page. Raises as `at_work` does."""
    desk = Desk(
        store=store,
        catalogue=_catalogue,
        terms=lambda: terms_in(paths.catalogue_file()),
        repository=hub.repository_folder,
        zone=ZoneInfo(hub.settings.zone),
        assets=paths.assets_folder(),
        region=hub.settings.region,
    )
    return hub_app(at_work(hub, store), hub.settings.retention_days, routes(desk))


class AddressTakenError(KioskError):
    """The hub cannot listen at the address of its settings."""

    code = "hub_address"


def listening(hub: settings.Hub) -> socket.socket:
    """Listen at the address of the settings: who calls from now on waits for `serve`. Raises `AddressTakenError`."""
    try:
        return door_at(*hub.address)
    except OSError as error:
        raise AddressTakenError(f"{hub.settings.listen}: {error.strerror}") from error


def door_at(host: str, port: int) -> socket.socket:
    """A door at an address; 0 is a free port. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    # Who comes in by it takes this over. Else the body of an answer, on a connection that is used again, waits 40 ms
    # until the caller has acknowledged the head; asyncio sees to it only where it opens the door itself.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return door


def serve(hub: settings.Hub, app: Starlette, door: socket.socket) -> None:
    """Serve who comes to `door` until SIGTERM or SIGINT; what is being answered then is answered still."""
    server_of(hub, app).run(sockets=[door])


def server_of(hub: settings.Hub, app: ASGIApp) -> uvicorn.Server:
    """What serves `app` as the settings have it."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=hub.settings.behind_proxy,
            forwarded_allow_ips="127.0.0.1,::1",
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_FINISH_WITHIN_S,
        )
    )


@lru_cache(maxsize=1)
def _read(file: Path, _changed_ns: int) -> Catalogue:
    return load(file)


def _catalogue() -> Catalogue:
    """The catalogue that this program was installed with, read once as long as it stays the same."""
    file = paths.catalogue_file()
    return _read(file, file.stat().st_mtime_ns)

"""The operator's page as it runs: a real store, a real uvicorn on the loopback interface, a real browser."""

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import uvicorn
from starlette.applications import Starlette

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.counter.unmet import terms_in
from kiosk.hub.pages import operators, sessions
from kiosk.hub.pages.asking import Desk
from kiosk.hub.pages.routes import routes
from kiosk.hub.pages.tables import MIGRATIONS as PAGES
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init
from kiosk.hub.service.serving import door_at
from kiosk.hub.store.sqlite import SqliteStatements, SqliteStore
from kiosk.hub.store.statements import StoreError
from kiosk.hub.store.tables import MIGRATIONS
from tests.hub.pages.browsing import Browser, new_browser
from tests.web.chromium import Chromium

NOON = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
PASSPHRASE = "four boats on a lake"


@dataclass(slots=True)
class Clock:
    """The hub's clock, which only a test moves."""

    now: datetime = NOON

    def later(self, **length: float) -> None:
        self.now += timedelta(**length)


def quick(passphrase: bytes, salt: bytes) -> bytes:
    """A stretch that is not slow."""
    return hashlib.sha256(salt + passphrase).digest()


@dataclass(slots=True)
class Hub:
    """A hub that runs, and what it stands on."""

    address: str
    store: "AwayStore"
    clock: Clock
    repository: Path
    desk: Desk = field(repr=False)

    def add(self, name: str, passphrase: str = PASSPHRASE) -> operators.Operator:
        at = int(self.clock.now.timestamp())
        return operators.add(self.store, quick, name, passphrase, by="", at=at)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(paths.catalogue_file())


class AwayStore(SqliteStore):
    """A store that can be away, as a database on another machine can."""

    away = False

    def atomic(self) -> AbstractContextManager[SqliteStatements]:
        self._look()
        return super().atomic()

    def reading(self) -> AbstractContextManager[SqliteStatements]:
        self._look()
        return super().reading()

    def _look(self) -> None:
        if self.away:
            raise StoreError("the database is away")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AwayStore]:
    opened = AwayStore(tmp_path / "hub.db", (*MIGRATIONS, *PAGES))
    yield opened
    opened.close()


@pytest.fixture
def hub(tmp_path: Path, store: AwayStore, catalogue: Catalogue) -> Iterator[Hub]:
    clock = Clock()
    desk = Desk(
        store=store,
        catalogue=lambda: catalogue,
        terms=lambda: terms_in(paths.catalogue_file()),
        repository=tmp_path / "repository",
        zone=ZoneInfo("America/Halifax"),
        assets=paths.assets_folder(),
        now=lambda: clock.now,
        stretch=quick,
    )
    listening = door_at("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes(desk)), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield Hub(f"http://127.0.0.1:{listening.getsockname()[1]}", store, clock, desk.repository, desk)
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose one edition was signed at noon; packing it takes longer than any page, so it is copied."""
    folder = tmp_path_factory.mktemp("published")
    keys = Keys.within(folder / "keys")
    init(folder / "repository", keys, NOON)
    publish(folder / "repository", keys, NewEdition(paths.catalogue_file(), "ns"), NOON)
    return folder / "repository"


@pytest.fixture
def released(hub: Hub, published: Path) -> None:
    """The hub has published what every kiosk came with."""
    shutil.copytree(published, hub.repository)


@pytest.fixture(scope="session")
def only_browser(chromium: Chromium) -> Browser:
    """The window of every test that needs no second one."""
    return new_browser(chromium)


@pytest.fixture
def browse(chromium: Chromium, hub: Hub, only_browser: Browser) -> Iterator[Callable[..., Browser]]:
    """Open browsers, each with nothing in it, that read the language given."""
    opened: list[Browser] = []

    def make(language: str = "en-CA") -> Browser:
        opened.append(new_browser(chromium) if opened else only_browser)
        opened[-1].begin_anew(hub.address, language)
        return opened[-1]

    yield make
    for browser in opened[1:]:
        chromium.ask("Target.disposeBrowserContext", {"browserContextId": browser.context})


@pytest.fixture
def signed_in(hub: Hub, browse: Callable[..., Browser]) -> Callable[..., Browser]:
    """A browser in which Claire has signed in, on the page asked for; how she does is in test_signing.py."""

    def make(path: str = "/kiosks", language: str = "en-CA") -> Browser:
        known = {operator.name: operator for operator in operators.listed(hub.store)}
        claire = known.get("Claire") or hub.add("Claire")
        browser = browse(language)
        browser.keep_session(sessions.begin(hub.store, claire, int(hub.clock.now.timestamp())))
        browser.open(path)
        return browser

    return make

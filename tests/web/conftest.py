"""The phone page as an operator publishes it: built, served on the loopback interface, open in a real browser."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.languages.shipped import words_of
from kiosk.planning import make_plan
from kiosk.planning.plan import Plan
from kiosk.referral.composing import Choices
from kiosk.referral.issuing import Issuer
from kiosk.referral.keys import key_ring, own_key
from kiosk.referral.token import Referral
from kiosk.referral.web.site import build
from tests.web.chromium import Chromium
from tests.web.phone import NOON, Glass, Phone, new_glass, new_phone, put_away

HALIFAX = ZoneInfo("America/Halifax")
ISSUED = datetime(2026, 11, 26, 10, 14, tzinfo=HALIFAX)
KIOSK_NUMBER = 12
KIOSK_NAME = "North End Community Centre"
FIXED_ID = bytes.fromhex("00112233aabbccdd")


@dataclass(frozen=True, slots=True)
class Handed:
    """A plan and the token that a kiosk made of it."""

    plan: Plan
    referral: Referral
    token: str


@dataclass(frozen=True, slots=True)
class Served:
    """The published page: its address, and every line that its server ever read."""

    address: str
    folder: Path
    heard: list[str]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(paths.catalogue_file())


@pytest.fixture(scope="session")
def kiosk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture(scope="session")
def hand_over(catalogue: Catalogue, kiosk_folder: Path) -> Callable[..., Handed]:
    """Plan, sign and hand over as the kiosk does; `folder` is another kiosk's, `on` another moment."""

    def make(
        bundle: str,
        language: str = "fr",
        folder: Path = kiosk_folder,
        on: datetime = ISSUED,
        **answers: Answer,
    ) -> Handed:
        known = {FactId(name): answer for name, answer in answers.items()}
        plan = make_plan(catalogue, (BundleId(bundle),), known, now=on)
        issuer = Issuer(lambda: folder, KIOSK_NUMBER)
        handover = issuer.sign(catalogue, plan, Choices((language,)), on.date(), FIXED_ID)
        assert handover.referral is not None
        return Handed(plan, handover.referral, handover.token)

    return make


@pytest.fixture(scope="session")
def a_death(hand_over: Callable[..., Handed]) -> Handed:
    """The plan after a death ten days before."""
    return hand_over("death-in-the-family", event_date=date(2026, 11, 16))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue, kiosk_folder: Path) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("site")
    ring = key_ring(own_key(kiosk_folder, KIOSK_NUMBER), own_name=KIOSK_NAME)
    build(folder, catalogue, ring, Config().site, paths.assets_folder(), words_of)
    heard: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(f"{self.requestline}\n{self.headers}")
            super().do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing on the terminal of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.server_port}/", folder, heard)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def only_glass(chromium: Chromium) -> Glass:
    """What the phone of every test that needs no second one is looked at through."""
    return new_glass(chromium)


@pytest.fixture
def phone(chromium: Chromium, only_glass: Glass, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Make phones, each with nothing in it, that read the language given."""
    made: list[Phone] = []

    def make(language: str = "fr-CA", now: str = NOON) -> Phone:
        glass = new_glass(chromium) if made else only_glass
        made.append(new_phone(chromium, glass, tmp_path, language, now))
        return made[-1]

    yield make
    for phone in made:
        put_away(phone)
    for phone in made[1:]:
        chromium.ask("Target.disposeBrowserContext", {"browserContextId": phone.glass.context})

"""The counter's window, offscreen, with somebody signed in, used by keys and by role and name."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from pytestqt.qtbot import QtBot

from kiosk.app.counter import CounterApplication
from kiosk.bridge.sight import in_sight
from kiosk.config import Config, Printer, PrinterKind, SoundThrough, Speech
from kiosk.counter.calling.calls import Call, Reply, Request, new_call_id
from kiosk.counter.calling.line import SOCKET_FILE, Line
from kiosk.counter.staff import Role, SignedIn, this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.giving import set_pin
from kiosk.counter.staff.people import add
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.visit.comfort import Palette
from tests.screens.window import WindowScreen

DESK = (1920, 1080)
NOW = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


SAMIRA = "Samira Khan"
"""A supervisor."""
MARC = "Marc"
"""Somebody who assists people and keeps cases."""
PINS = {SAMIRA: "739164", MARC: "619385"}


def quick(pin: bytes, salt: bytes, secret: bytes) -> bytes:
    """What a PIN is stretched to where nobody guesses."""
    return hashlib.blake2b(pin + salt, key=secret, digest_size=64).digest()


def make_staff(folder: Path) -> dict[str, SignedIn]:
    """Samira and Marc, who work at the counter whose state folder this is; with what their sign-ins give."""
    machine = replace(this_machine(folder), stretch=quick)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        samira = make_first_supervisor(
            state,
            machine,
            untrusted_code=first_code(state, folder),
            name=SAMIRA,
            untrusted_pin=PINS[SAMIRA],
            language="en",
            at=NOW,
        )
        marc = add(state, samira, name=MARC, role=Role.STAFF, language="fr", at=NOW)
        set_pin(state, machine, samira, marc.id, PINS[MARC], at=NOW)
        return {SAMIRA: samira, MARC: SignedIn(marc, samira.vault_key, NOW)}


class CounterScreen(WindowScreen):
    """One running window of the counter."""

    def __init__(self, application: CounterApplication, qtbot: QtBot) -> None:
        super().__init__(application.counter.window, qtbot)
        self.application = application
        self.desk = application.desk
        self.calls = application.calls
        self.sign_in = application.sign_in
        self.session = application.session
        self._closed = False

    def close(self) -> None:
        """Close the counter, so that another can open at the same place."""
        if not self._closed:
            self._closed = True
            self.application.close()

    @property
    def page(self) -> str:
        """The page shown: `walkIn`, `scan`, ..."""
        return str(self.desk.property("page"))

    def go(self, page: str) -> None:
        """Stand at once on a page."""
        self.desk.show(page)
        # The page shown before goes, with its keys, as it does in the running program between two of them.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.draw()

    def wait_until(self, claim: Callable[[], bool]) -> None:
        """Work on until `claim` is true."""
        self._qtbot.waitUntil(claim)
        self.draw()

    def tap(self, role: str, name: str) -> None:
        """Click on a control that is in sight."""
        node = self.find(role, name)
        assert in_sight(self.window, node), f"{name!r} is not in sight"
        self.touch(node.rect.center())
        self.draw()

    @cached_property
    def _theme(self) -> QObject:
        theme: QObject = self.application.counter.singleton("Guichet.Theme", "Theme")
        return theme

    def theme(self) -> QObject:
        """The singleton of sizes and colours."""
        return self._theme

    def grab(self, path: Path) -> None:
        """Keep a picture of the window."""
        self.draw()
        super().grab(path)


Show = Callable[..., CounterScreen]


@pytest.fixture(scope="session")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, SignedIn]]:
    """A state folder in which Samira and Marc were made, to be copied; and what each one's sign-in gives."""
    folder = tmp_path_factory.mktemp("staffed")
    return folder, make_staff(folder)


@pytest.fixture
def staff(state_folder: Path, staffed: tuple[Path, dict[str, SignedIn]]) -> dict[str, SignedIn]:
    """Who works at this counter, and what each one's sign-in gives."""
    made, signed_in = staffed
    shutil.copytree(made, state_folder, dirs_exist_ok=True)
    return dict(signed_in)


@pytest.fixture
def open_counter(
    qapp: object, qtbot: QtBot, catalogue_file: Path, painted_once: None, state_folder: Path
) -> Iterator[Show]:
    """Open the counter at the state folder as it is: `somebody` signed in, `size` in pixels, its `language`."""
    opened: list[CounterScreen] = []

    def _open(
        size: tuple[int, int] = DESK,
        language: str = "en",
        somebody: SignedIn | None = None,
        now: datetime | Callable[[], datetime] = NOW,
        config: Config | None = None,
        page: str = "",
        scale: float = 1.0,
        palette: Palette = Palette.LIGHT,
        **clocks: Any,
    ) -> CounterScreen:
        wanted = config or Config()
        wanted = replace(wanted, catalogue=replace(wanted.catalogue, path=wanted.catalogue.path or str(catalogue_file)))
        clock = now if callable(now) else lambda: now
        application = CounterApplication(
            wanted, QSize(*size), clock, scale=scale, palette=palette, stretch=quick, **clocks
        )
        screen = CounterScreen(application, qtbot)
        opened.append(screen)
        application.desk.speak(language)
        # Whoever signs in begins on the page where the desk was left, if they may: no other is made only to be left.
        if page:
            application.desk.show(page)
        application.show()
        qtbot.waitExposed(application.counter.window)
        if somebody is not None:
            screen.draw()
            application.desk.admit(somebody)
        screen.draw()
        if page and screen.page != page:
            screen.go(page)
        return screen

    yield _open
    for screen in opened:
        screen.close()


@pytest.fixture
def show(open_counter: Show, staff: dict[str, SignedIn]) -> Show:
    """Open the counter where Samira and Marc work; `somebody` is signed in, nobody when "". See `open_counter`."""

    def _show(somebody: str = SAMIRA, **wishes: Any) -> CounterScreen:
        return open_counter(somebody=staff[somebody] if somebody else None, **wishes)

    return _show


@pytest.fixture
def kiosk(state_folder: Path) -> Iterator[Callable[[CounterScreen, Request], Reply]]:
    """A kiosk: asks the counter something over the real line while the window goes on working."""
    with ThreadPoolExecutor(1) as thread:
        line = Line(state_folder / SOCKET_FILE)

        def ask(screen: CounterScreen, request: Request) -> Reply:
            told = thread.submit(line.ask, request, 5.0)
            screen.wait_until(told.done)
            return told.result()

        yield ask


@pytest.fixture
def ring(kiosk: Callable[[CounterScreen, Request], Reply]) -> Callable[..., Call]:
    """Have a kiosk call: `ring(screen, kiosk=2, language="fr", ...)`; what it said."""

    def _ring(screen: CounterScreen, **about: Any) -> Call:
        call = Call(new_call_id(), **{"kiosk": 2, "language": "fr", **about})
        kiosk(screen, call)
        screen.wait_until(lambda: screen.calls.property("stage") != "quiet")
        return call

    return _ring


@pytest.fixture
def walk_in(show: Show, tmp_path: Path) -> Callable[..., CounterScreen]:
    """Open the walk-in page with a printer that leaves slips in a folder; `printer=False` for none. Nothing is heard.

    `screen.view` is its view-model, `screen.slips()` what was printed.
    """

    def open_page(language: str = "en", printer: bool = True, **wishes: Any) -> CounterScreen:
        folder = tmp_path / "slips"
        folder.mkdir(exist_ok=True)
        settings = Printer(PrinterKind.FILE, folder=str(folder)) if printer else Printer()
        config = Config(printer=settings, speech=Speech(SoundThrough.NONE))
        screen = show(page="walkIn", language=language, config=config, **wishes)
        screen.view = screen.desk.view_of("walkIn")
        screen.slips = lambda: sorted(folder.iterdir())
        return screen

    return open_page

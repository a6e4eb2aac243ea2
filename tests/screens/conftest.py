"""The citizen's window, offscreen, touched as a person does: by role and by name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.app.citizen import CitizenApplication
from kiosk.bridge.art import Art
from kiosk.bridge.auditing.stations import stations
from kiosk.bridge.narration.speaker import Speaker
from kiosk.bridge.sight import Thing, in_sight
from kiosk.config import Config, SoundThrough
from kiosk.visit.visit import Page, Visit
from tests.screens.window import WindowScreen

PORTRAIT = (1080, 1920)
DIAGONAL_IN = 21.5
NOW = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))

MORE = {"en": "More", "fr": "Suite"}


class CitizenScreen(WindowScreen):
    """One running window. `taps` counts the touches, those that only turn the page included."""

    def __init__(self, application: CitizenApplication, qtbot: QtBot) -> None:
        super().__init__(application.citizen.window, qtbot)
        self.application = application
        self.session = application.session
        self.kiosk = application.kiosk
        self.comfort = application.comfort
        self.patience = application.patience
        self.taps = 0

    @property
    def page(self) -> str:
        """The page shown: `home`, `question`, ..."""
        return str(self.session.visit.page)

    def settle(self) -> None:
        """Let the window draw, the page appear, and the guard against double taps pass."""
        QCoreApplication.processEvents()
        shield, page = (self.window.findChild(QQuickItem, name) for name in ("settling", "pages"))
        self._qtbot.waitUntil(lambda: not self.window.isVisible() or (page.opacity() == 1 and not shield.isVisible()))
        self.draw()

    def controls(self) -> list[Thing]:
        """All that can be touched."""
        return [node for node in self.nodes() if node.is_control]

    def tap(self, role: str, name: str, *, settled: bool = True) -> None:
        """Touch a control, after touching More as often as it takes to see it."""
        while not self.sees(node := self.find(role, name)):
            more = self.find("Button", MORE[self.session.language])
            assert more.enabled, f"{name!r} cannot be brought into sight"
            self.touch(more.rect.center())
            self.draw()
        self.touch(node.rect.center())
        if settled:
            self.settle()

    def sees(self, node: Thing) -> bool:
        """Whether the middle of a thing is in sight: inside the window, and not scrolled away."""
        return in_sight(self.window, node)

    def touch(self, where: QPoint) -> None:
        """Touch the window at one point."""
        self.taps += 1
        super().touch(where)

    def go(self, visit: Visit) -> None:
        """Stand at once where `visit` is."""
        self.session.do(lambda _: visit)
        self.settle()

    def enlarge_to(self, letters: int) -> None:
        """Letters A, A+ or A++: 0, 1 or 2."""
        self.comfort.setLetters(letters)
        self.draw()

    def in_every_size(self) -> Iterator[str]:
        """Go through the three sizes of letters, each as the screen is now and in the other height, and name it."""
        for letters in range(3):
            for _height in range(2):
                self.enlarge_to(letters)
                self.comfort.setLower(not self.comfort.value.lower)
                self.draw()
                yield "A" + "+" * letters

    @cached_property
    def _theme(self) -> QObject:
        theme: QObject = self.application.citizen.singleton("Guichet.Theme", "Theme")
        return theme

    def theme(self) -> QObject:
        """The singleton of sizes and durations."""
        return self._theme


Show = Callable[..., CitizenScreen]


@pytest.fixture
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what outlives a visit."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder


@pytest.fixture(scope="session")
def painted_once() -> Iterator[None]:
    """Each landscape is painted once for all windows of the run: they are the same few, and slow to paint."""
    paint, kept = Art.requestImage, dict[tuple[str, int, int], QImage]()

    def painted(art: Art, id: str, size: QSize, wanted: QSize) -> QImage:
        key = (id, wanted.width(), wanted.height())
        if key not in kept:
            kept[key] = paint(art, id, size, wanted)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Art, "requestImage", painted)
        yield


@pytest.fixture
def show(qapp: object, qtbot: QtBot, catalogue_file: Path, painted_once: None) -> Iterator[Show]:
    """Open the citizen’s window: `size` in pixels of a `panel` of 21.5 inches, `language` to start at home.

    The window neither fades nor guards against double taps, unless `guarded`. It is silent without a `speaker`.
    """
    opened: list[CitizenApplication] = []

    def _show(
        size: tuple[int, int] = PORTRAIT,
        language: str = "",
        now: datetime | Callable[[], datetime] = NOW,
        letters: int = 0,
        config: Config | None = None,
        guarded: bool = False,
        speaker: Speaker | None = None,
        panel: float = DIAGONAL_IN,
    ) -> CitizenScreen:
        wanted = config or Config()
        wanted = replace(
            wanted,
            catalogue=replace(wanted.catalogue, path=wanted.catalogue.path or str(catalogue_file)),
            screen=replace(wanted.screen, panel_diagonal_in=panel),
            comfort=replace(wanted.comfort, motion=guarded),
            speech=replace(wanted.speech, through=SoundThrough.NONE),
        )
        clock = now if callable(now) else lambda: now
        application = CitizenApplication(wanted, QSize(*size), clock, speaker=speaker)
        opened.append(application)
        application.show()
        screen = CitizenScreen(application, qtbot)
        if not guarded:
            screen.theme().setProperty("settle", 0)
        # Where a language is chosen at once, nobody looks at the greeting: to lay it out takes a fifth of opening.
        if language:
            application.kiosk.speak(language)
        screen.comfort.setLetters(letters)
        screen.settle()
        assert screen.page == (Page.HOME if language else Page.ATTRACT)
        return screen

    yield _show
    for application in opened:
        application.close()


@pytest.fixture(scope="session")
def every_page() -> Callable[[CitizenScreen, str], dict[str, Visit]]:
    """A visit at each page, at its fullest: the longest questions of each kind, the plan of a death and of a job."""
    return lambda screen, language: stations(screen.session, language)

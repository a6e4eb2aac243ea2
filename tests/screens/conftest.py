"""The citizen's window, offscreen, touched as a person does: by role and by name."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.exceptions import TimeoutError as WaitedInVain
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app.citizen import CitizenApplication
from kiosk.bridge.auditing.faults import items_in
from kiosk.bridge.auditing.stations import stations
from kiosk.bridge.narration.speaker import Speaker
from kiosk.bridge.sight import Thing, in_sight, things
from kiosk.catalogue.build import build
from kiosk.config import Config, SoundThrough
from kiosk.visit.visit import Page, Visit
from tests.sweeping import sweep

PORTRAIT = (1080, 1920)
DIAGONAL_IN = 21.5
NOW = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))

MORE = {"en": "More", "fr": "Suite"}


class CitizenScreen:
    """One running window. `taps` counts the touches, those that only turn the page included."""

    def __init__(self, application: CitizenApplication, qtbot: QtBot) -> None:
        self.application = application
        self.session = application.session
        self.kiosk = application.kiosk
        self.comfort = application.comfort
        self.patience = application.patience
        self.window = application.citizen.window
        self.taps = 0
        self._qtbot = qtbot

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

    def draw(self) -> None:
        """Work off what is due now, layouts included."""
        for _ in range(3):
            self.window.grabWindow()
            QCoreApplication.processEvents()

    def nodes(self) -> list[Thing]:
        """All that is not hidden, in reading order."""
        return list(things(self.window))

    def controls(self) -> list[Thing]:
        """All that can be touched."""
        return [node for node in self.nodes() if node.is_control]

    def names(self, role: str = "") -> list[str]:
        """What is read out, of one role or of all."""
        return [node.name for node in self.nodes() if role in ("", node.role)]

    def find(self, role: str, name: str) -> Thing:
        """The one thing of this role whose name is `name` or begins with it, drawn now or a moment later."""
        if not self._called(role, name):
            with suppress(WaitedInVain):
                self._qtbot.waitUntil(lambda: bool(self.draw() or self._called(role, name)), timeout=3000)
        named = self._called(role, name)
        assert named, f"no {role} {name!r} on {self.page}; there are {self.names(role)}"
        return named[0]

    def _called(self, role: str, name: str) -> list[Thing]:
        found = [node for node in self.nodes() if node.role == role]
        return [node for node in found if node.name == name] or [n for n in found if n.name.startswith(name)]

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
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def press(self, key: Qt.Key) -> None:
        """Press and let go one key."""
        QTest.keyClick(self.window, key)
        self.draw()

    def type(self, text: str) -> None:
        """Type on a keyboard that is plugged in."""
        for character in text:
            QTest.keyClick(self.window, character)
        self.draw()

    def focused(self) -> Thing | None:
        """What has the keyboard's focus: the innermost, for what surrounds it says that it has it too."""
        return next((node for node in reversed(self.nodes()) if node.focused), None)

    def go(self, visit: Visit) -> None:
        """Stand at once where `visit` is."""
        self.session.do(lambda _: visit)
        self.settle()

    def enlarge_to(self, letters: int) -> None:
        """Letters A, A+ or A++: 0, 1 or 2."""
        self.comfort.setLetters(letters)
        self.draw()

    def theme(self) -> QObject:
        """The singleton of sizes and durations."""
        theme: QObject = self.application.citizen.singleton("Guichet.Theme", "Theme")
        return theme

    def items(self) -> list[QQuickItem]:
        """Every item of the window, hidden ones too."""
        return list(items_in(self.window))

    def grab(self, path: Path) -> None:
        """Keep a picture of the window."""
        self.window.grabWindow().save(str(path))


Show = Callable[..., CitizenScreen]


@pytest.fixture(scope="session")
def catalogue_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue, built from its sources."""
    target = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(paths.assets_folder() / "catalogue", target)
    return target


@pytest.fixture
def show(qapp: object, qtbot: QtBot, catalogue_file: Path) -> Iterator[Show]:
    """Open the citizen’s window: `size` in pixels of a `panel` of 21.5 inches, `language` to start at home.

    The window neither fades nor guards against double taps, unless `guarded`. It is silent without a `speaker`.
    """
    opened: list[CitizenApplication] = []
    # Closed windows are swept here: the collector must not come upon their timers in the thread that makes slips.
    sweep()

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
        screen.settle()
        if language:
            application.kiosk.speak(language)
        screen.enlarge_to(letters)
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

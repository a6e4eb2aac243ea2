"""Every page of the counter at its fullest, in every size and colour: nothing is small, cut, faint or out of sight."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kiosk.bridge.auditing.contrast import faint_words
from kiosk.bridge.auditing.desk import alike, focus_faults, spilt
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.visit.comfort import Palette
from tests.screens.counter.fullest import HERE, NOW, fill
from tests.screens.counter.stations import stations

pytestmark = pytest.mark.slow

TARGET_PX = 44
LARGE, USUAL, SMALL = (1920, 1080), (1366, 768), (1280, 720)
MOST_TABS = 80


@pytest.fixture
def walk(show, state_folder, staff, tmp_path, monkeypatch):
    """The counter at its fullest, and the name of each station as it is reached."""

    def _walk(language, **wishes):
        monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
        (tmp_path / "here.toml").write_text(HERE)
        screen = show(language=language, now=NOW, **wishes)
        return screen, stations(screen, fill(screen, state_folder, staff), language)

    return _walk


def faults(screen):
    """What is wrong with the window as it is drawn now."""
    screen.draw()
    scale = screen.theme().property("pixelsPerMm") / 2.25
    return [*faults_in(screen.window, Rules(TARGET_PX * scale)), *spilt(screen.window), *alike(screen.window)]


@pytest.mark.parametrize(
    ("language", "sizes", "scale"),
    [("fr", (LARGE, USUAL, SMALL), 1.0), ("en", (SMALL,), 1.0), ("fr", (LARGE,), 1.5), ("en", (LARGE,), 1.5)],
    ids=["fr", "en", "fr at 150 %", "en at 150 %"],
)
def test_every_page_is_whole(walk, language, sizes, scale):
    screen, names = walk(language, size=sizes[0], scale=scale)

    found = []
    for name in names:
        for size in sizes:
            screen.window.resize(*size)
            found += [f"{name}, {size}: {fault}" for fault in faults(screen)]

    assert not found, "\n" + "\n".join(found)


def test_every_text_can_be_read_in_every_colour(walk):
    screen, names = walk("fr", size=USUAL)

    found = []
    for name in names:
        for palette in Palette:
            screen.application.counter.paint_in(palette)
            QCoreApplication.processEvents()
            found += [f"{name}, {palette}: {fault}" for fault in faint_words(screen.window)]

    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_focus_is_in_sight_wherever_tab_leads(walk, language):
    screen, names = walk(language, size=SMALL)

    found = []
    for name in names:
        screen.draw()
        found += [f"{name}: {fault}" for fault in tabbed(screen)]

    assert not found, "\n" + "\n".join(found)


def tabbed(screen):
    """What is wrong with the focus on the way once around."""
    met = []
    while (item := screen.window.activeFocusItem()) not in met and len(met) < MOST_TABS:
        met.append(item)
        QTest.keyClick(screen.window, Qt.Key.Key_Tab)
        QCoreApplication.processEvents()
        screen.window.grabWindow()
        yield from focus_faults(screen.window)

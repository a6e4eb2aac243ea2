"""The counter's window in every size and colour: nothing is cut, hidden, too small or faint."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.auditing.contrast import faint_words
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.visit.comfort import Palette

TARGET_PX = 44
MANNERS = {
    "1280x720": ((1280, 720), 1.0, Palette.LIGHT),
    "1366x768": ((1366, 768), 1.0, Palette.LIGHT),
    "1920x1080": ((1920, 1080), 1.0, Palette.LIGHT),
    "1280x720 at 150 %": ((1280, 720), 1.5, Palette.LIGHT),
    "1920x1080 at 150 %": ((1920, 1080), 1.5, Palette.LIGHT),
    "1920x1080 at 200 %": ((1920, 1080), 2.0, Palette.LIGHT),
    "1920x1080 dark": ((1920, 1080), 1.0, Palette.DARK),
    "1366x768 strong contrast, dark": ((1366, 768), 1.0, Palette.CONTRAST_DARK),
    "1366x768 strong contrast, light": ((1366, 768), 1.0, Palette.CONTRAST_LIGHT),
}


def faults(screen):
    screen.draw()
    scale = screen.theme().property("pixelsPerMm") / 2.25
    drawn = Drawn(screen.window)
    return [str(fault) for fault in (*faults_in(drawn, Rules(TARGET_PX * scale)), *faint_words(drawn))]


@pytest.fixture(params=MANNERS, ids=str)
def manner(request):
    size, scale, palette = MANNERS[request.param]
    return {"size": size, "scale": scale, "palette": palette}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sign_in_is_whole(show, manner, language):
    screen = show(somebody="", language=language, **manner)

    found = faults(screen)
    screen.tap("Button", "Marc")
    screen.type("904716")
    screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: not screen.sign_in.property("busy"))

    assert found + faults(screen) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_start_is_whole(open_counter, manner, language):
    screen = open_counter(language=language, **manner)

    assert faults(screen) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_is_whole_while_a_kiosk_calls(show, ring, manner, language):
    screen = show(language=language, **manner)
    ring(screen, kiosk=12, private=True, letters=2, listening=True)

    found = {}
    for page in screen.application.pages():
        screen.go(page)
        found[page] = faults(screen)
    screen.press(Qt.Key.Key_F1)
    # The page below is covered, and is not to be read through.
    screen.window.findChild(QQuickItem, "pages").setVisible(False)
    found["answer"] = faults(screen)

    assert [f"{page}: {fault}" for page, faults in found.items() for fault in faults] == []

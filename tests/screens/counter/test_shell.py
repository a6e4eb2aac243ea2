"""What stands around every page of the counter: the rail, the title bar, the lock."""

import pytest
from PySide6.QtCore import Qt


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_F3, "scan"),
        (Qt.Key.Key_F4, "cases"),
        (Qt.Key.Key_F5, "need"),
        (Qt.Key.Key_F7, "kiosks"),
        (Qt.Key.Key_F8, "today"),
    ],
)
def test_a_key_leads_to_each_section_and_back(show, key, page):
    screen = show()

    screen.press(key)
    there = screen.page
    screen.press(Qt.Key.Key_F2)

    assert there == page
    assert screen.page == "walkIn"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_opens(show, language, tmp_path):
    screen = show(language=language)

    for page in screen.application.pages():
        screen.go(page)
        screen.grab(tmp_path / f"{page}-{language}.png")

        assert screen.page == page
        assert screen.focused() is not None, page


def test_the_key_of_the_section_shown_gives_the_focus_to_its_page(show):
    screen = show(page="scan")
    first = screen.focused().name
    screen.press(Qt.Key.Key_Backtab)
    away = screen.focused().name

    screen.press(Qt.Key.Key_F3)

    assert away != first
    assert screen.focused().name == first

"""What stands around every page of the counter: the rail, the title bar, the lock."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from kiosk.counter.staff import Role, SignedIn
from kiosk.counter.staff.people import add
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from tests.screens.counter.conftest import NOW, SAMIRA


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
def test_every_page_opens(show, language):
    screen = show(language=language)

    for page in screen.application.pages():
        screen.go(page)
        screen.draw()

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


def test_the_window_follows_a_system_that_turns_dark(show):
    screen = show()
    before = screen.window.grabWindow().pixelColor(960, 1070).lightness()

    screen.application.counter.paint_in("dark")
    screen.draw()

    assert before > 200
    assert screen.window.grabWindow().pixelColor(960, 1070).lightness() < 60


@pytest.mark.parametrize("page", ["walkIn", "scan", "cases", "need", "kiosks", "today", "here", "flags", "people"])
def test_tab_goes_round_and_the_focus_is_never_lost(show, page):
    screen = show(page=page)
    begun = screen.focused()
    seen = []

    for _ in range(120):
        screen.press(Qt.Key.Key_Tab)
        here = screen.focused()
        assert here is not None
        seen.append((here.role, here.name))
        if here.item == begun.item:
            break

    assert seen[-1] == (begun.role, begun.name)
    assert {"Lock", "English", "Français"} <= {name for _, name in seen}
    assert ("PageTab", "Scan") in seen


def test_a_role_without_cases_has_no_key_to_them(open_counter, staff, state_folder):
    with closing(open_state(state_folder / "state.db", MIGRATIONS)) as state:
        editor = add(state, staff[SAMIRA], name="Dina", role=Role.EDITOR, language="en", at=NOW)
    screen = open_counter(somebody=SignedIn(editor, None, NOW))

    screen.press(Qt.Key.Key_F4)

    assert "Cases" not in screen.names("PageTab")
    assert "Flags" in screen.names("PageTab")
    assert screen.page == "walkIn"

"""After the slip, in the real window: one question, one touch why, and the way out that nothing blocks."""

import pytest
from PySide6.QtCore import QTimer

from kiosk.config import Timeouts
from tests.by_hand import rows

THANKS = {
    "en": "Thank you. This helps us ask for services here.",
    "fr": "Merci. Cela nous aide à demander des services ici.",
}


@pytest.fixture
def state(tmp_path, monkeypatch):
    folder = tmp_path / "state"
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder / "state.db"


@pytest.fixture
def at_done(show, every_page, state):
    def _at_done(language="en", page="done, remembered"):
        screen = show(language=language)
        screen.go(every_page(screen, language)[page])
        return screen

    return _at_done


def thanked(screen, qtbot, language="en"):
    qtbot.waitUntil(lambda: bool(screen.draw() or THANKS[language] in screen.names("AlertMessage")))


def test_yes_takes_one_touch(at_done, qtbot, state):
    screen = at_done()

    screen.tap("Button", "Yes")
    thanked(screen, qtbot)

    assert screen.taps == 1
    assert rows(state, "measure", "name, count") == [("met.yes", 1)]


def test_why_not_takes_one_touch_more_and_no_typing(at_done, qtbot, state):
    screen = at_done("fr")

    screen.tap("Button", "Non")
    assert not screen.names("EditableText")
    screen.tap("Button", "Trop loin, ou aucun moyen d’y aller")
    thanked(screen, qtbot, "fr")

    assert screen.taps == 2
    assert rows(state, "unmet_need", "reason, language") == [("transport", "fr")]


@pytest.mark.parametrize("touches", [(), ("Yes",), ("No",), ("No", "It is closed")])
def test_finishing_is_possible_at_every_moment(at_done, touches):
    screen = at_done()
    for name in touches:
        screen.tap("Button", name)

    screen.tap("Button", "Finish and erase")

    assert screen.page == "attract"


def test_whoever_wants_a_person_is_shown_how(at_done, qtbot):
    screen = at_done()
    screen.tap("Button", "Partly")
    screen.tap("Button", "I want a person")
    thanked(screen, qtbot)

    screen.tap("Button", "Talk to a person")

    assert screen.page == "help"


def test_more_time_can_be_seen_and_touched(at_done):
    screen = at_done()

    screen.tap("Button", "More time")

    assert f"{Timeouts().done_s * 3} seconds" in " ".join(screen.names("StaticText"))


def test_the_last_page_still_erases_by_itself(at_done):
    screen = at_done()
    ticking = next(timer for timer in screen.patience.findChildren(QTimer) if not timer.isSingleShot())

    for _ in range(Timeouts().done_s):
        ticking.timeout.emit()
    screen.settle()

    assert screen.page == "attract"

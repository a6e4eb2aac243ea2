"""The counter opened on a kiosk: the visit is over first, and leaving gives the kiosk back at its first screen."""

from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest

from kiosk.app.counter import CounterApplication
from kiosk.app.staff_door import StaffDoor
from kiosk.config import Config
from kiosk.counter.calling.calls import Pong
from kiosk.counter.calling.line import SOCKET_FILE
from kiosk.counter.calling.listening import Listener
from kiosk.counter.staff.giving import give_badge
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.visit.visit import Page, about
from tests.screens.counter.conftest import NOW, PINS, SAMIRA, make_staff, quick
from tests.screens.scanning import scanner_types

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def kiosk(show, state_folder):
    """A kiosk in the middle of a visit, whose staff may open the counter on it."""
    samira = make_staff(state_folder)[SAMIRA]
    with closing(open_state(state_folder / "state.db", MIGRATIONS)) as state:
        badge = give_badge(state, samira, samira.staff.id, at=NOW)
    screen = show(language="fr")
    door = StaffDoor(
        screen.application,
        Config(),
        QSize(1080, 1920),
        lambda config, size, scale: CounterApplication(config, size, scale=scale, stretch=quick),
    )
    door.badge = badge
    screen.session.do(lambda visit: about(visit, "death-in-the-family"))
    yield screen, door
    door.close()


def knock(screen):
    QTest.keyClick(screen.window, Qt.Key.Key_S, KEYS)
    screen.draw()


def sign_in(door, qtbot):
    """As by hand, and not so fast that it would be a scanner's."""
    view = door.counter.sign_in
    view.choose(SAMIRA)
    view.type(PINS[SAMIRA])
    view.enter()
    qtbot.waitUntil(lambda: door.counter.desk.signed_in is not None)
    QCoreApplication.processEvents()


def test_staff_open_the_counter_over_a_kiosk_and_the_visit_is_over(kiosk, qtbot):
    screen, door = kiosk

    knock(screen)
    sign_in(door, qtbot)

    assert screen.page == Page.ATTRACT
    assert not screen.session.visit.bundles
    assert door.counter.desk.who == SAMIRA
    assert door.counter.counter.window.width() == 1080


def test_a_badge_under_the_scanner_signs_in_at_the_first_screen_and_not_in_a_visit(kiosk, qtbot):
    screen, door = kiosk
    with qtbot.waitSignal(door.scans.scanned):
        scanner_types(screen, door.badge.text + "\n")
    in_a_visit = door.counter
    screen.session.end()

    scanner_types(screen, door.badge.text + "\n", after=200_000)
    qtbot.waitUntil(lambda: door.counter is not None and door.counter.desk.signed_in is not None)

    assert in_a_visit is None
    assert door.counter.desk.who == SAMIRA


def test_locking_the_counter_gives_the_kiosk_back_in_its_own_words(kiosk, qtbot, state_folder):
    screen, door = kiosk
    knock(screen)
    sign_in(door, qtbot)

    QTest.keyClick(door.counter.counter.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: door.counter is None)
    screen.draw()

    assert screen.page == Page.ATTRACT
    assert "Français. Touchez pour commencer" in screen.names("Button")
    assert not (state_folder / SOCKET_FILE).exists()
    screen.kiosk.speak("fr")
    assert screen.find("Button", "Je sais ce que je cherche")


def test_whoever_opened_it_by_mistake_leaves_by_one_key(kiosk, qtbot):
    screen, door = kiosk
    knock(screen)

    QTest.keyClick(door.counter.counter.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: door.counter is None)

    assert screen.page == Page.ATTRACT


def test_where_another_counter_is_open_the_kiosk_stays_a_kiosk(kiosk, state_folder):
    screen, door = kiosk
    other = Listener(lambda request: Pong(True), state_folder / SOCKET_FILE)
    other.start()

    with closing(other):
        knock(screen)

    assert door.counter is None
    assert screen.page == Page.ATTRACT


def test_without_the_setting_the_keys_open_nothing(show):
    screen = show(language="en")
    screen.session.do(lambda visit: about(visit, "death-in-the-family"))

    knock(screen)

    assert screen.session.visit.bundles

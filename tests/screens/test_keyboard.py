"""The window without touching it: every control in reading order, and back."""

import pytest
from PySide6.QtCore import Qt

from kiosk.visit.visit import Page, Stop, Visit

pytestmark = pytest.mark.slow

TURNING = ("Haut", "Suite", "Up", "More")
SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


def walked(screen, key):
    """What has the focus after each press of `key`, until it comes round again; each is in sight when it has it."""
    while (first := pressed(screen, key)).name in TURNING:
        pass
    way = [first]
    while (node := pressed(screen, key)).item != first.item:
        way.append(node)
        assert len(way) < 200, "the focus never comes round"
    return way


def pressed(screen, key):
    screen.press(key)
    node = screen.focused()
    assert node is not None, f"the focus is lost on {screen.page}"
    assert screen.sees(node), f"{node.name!r} has the focus and is out of sight"
    return node


@pytest.mark.parametrize(
    ("key", "shape"),
    [
        pytest.param(Qt.Key.Key_Tab, "portrait", id="tab-portrait"),
        pytest.param(Qt.Key.Key_Down, "landscape", id="down-landscape"),
        pytest.param(Qt.Key.Key_Tab, "landscape", id="tab-landscape", marks=pytest.mark.thorough),
        pytest.param(Qt.Key.Key_Down, "portrait", id="down-portrait", marks=pytest.mark.thorough),
    ],
)
def test_every_control_of_every_page_is_reached_in_reading_order(show, every_page, shape, key):
    screen = show(size=SHAPES[shape], language="fr")

    for name, visit in every_page(screen, "fr").items():
        screen.go(visit)
        order, before = usable(screen), None
        # A slip that is made meanwhile adds its own buttons to a page: then the way is walked again.
        while order != before:
            before = order
            way = strip([node.name for node in walked(screen, key)])
            order = usable(screen)

        start = order.index(way[0])
        assert way == [*order[start:], *order[:start]], name


def usable(screen):
    """What can be used now, in reading order."""
    return strip([node.name for node in screen.controls() if node.enabled])


def strip(names):
    """Without the buttons that turn a long page: whether they can be pressed changes on the way."""
    return [name for name in names if name not in TURNING]


def test_up_goes_back_the_way_that_down_came(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, choice"])

    down = [node.name for node in walked(screen, Qt.Key.Key_Down)]
    up = [node.name for node in walked(screen, Qt.Key.Key_Up)]

    assert up == down[::-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_activate(show, key):
    screen = show(language="en")
    while screen.focused() is None or screen.focused().name != "A death in the family":
        screen.press(Qt.Key.Key_Down)

    screen.press(key)

    assert screen.page == "question"


def test_escape_goes_back_and_from_the_first_screen_nowhere(show):
    screen = show(language="en")
    screen.tap("Button", "Get help")

    screen.press(Qt.Key.Key_Escape)
    assert screen.page == "home"

    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_Escape)
    assert screen.page == "attract"


def test_a_page_opened_by_keys_gives_the_focus_to_its_first_control(show):
    screen = show()
    screen.press(Qt.Key.Key_Tab)
    while not screen.focused().name.startswith("English"):
        screen.press(Qt.Key.Key_Tab)

    screen.press(Qt.Key.Key_Return)
    screen.settle()

    assert screen.page == "home"
    assert screen.focused().name.startswith("I need help right now")


def test_a_page_opened_by_touch_shows_no_focus(show):
    screen = show()

    screen.tap("Button", "English")

    assert screen.focused() is None


def test_a_journey_needs_nothing_but_keys(show):
    screen = show()
    press_on(screen, "Français")
    press_on(screen, "Perte d’emploi")

    while screen.page == "question":
        press_on(screen, "Je ne sais pas")

    assert screen.page == "plan"


def test_digits_are_typed_on_a_keyboard_that_is_plugged_in(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, number"])
    fact = screen.session.visit.here.subject

    screen.type("13")
    screen.press(Qt.Key.Key_Backspace)
    press_on(screen, "Next")

    assert screen.session.visit.answers[fact] == 1


def press_on(screen, name):
    screen.press(Qt.Key.Key_Down)
    for _ in range(60):
        if screen.focused().name.startswith(name):
            break
        screen.press(Qt.Key.Key_Down)
    assert screen.focused().name.startswith(name), f"no {name!r} on {screen.page}"
    screen.press(Qt.Key.Key_Return)
    screen.settle()


def test_the_help_page_is_the_same_distance_from_anywhere(show):
    screen = show(language="en")
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SITUATIONS, "all"))))
    screen.press(Qt.Key.Key_Down)

    while screen.focused().name != "Get help":
        screen.press(Qt.Key.Key_Up)
    screen.press(Qt.Key.Key_Space)
    screen.settle()

    assert screen.page == "help"
    assert screen.focused() is not None

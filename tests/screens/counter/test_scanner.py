"""A scanner at the counter's window: it types, in any layout and at any pace, or speaks on a serial line."""

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
from kiosk.config import Config, Counter
from kiosk.counter.scanning.layouts import Layout
from kiosk.counter.staff.giving import give_badge
from kiosk.planning import make_plan
from kiosk.referral.composing import Choices
from kiosk.referral.forms import url_form
from kiosk.referral.issuing import Issuer
from kiosk.referral.keys import own_key
from kiosk.referral.token import Item, Referral, sign
from tests.counter.scanning.keyboards import Keyboard, NoKeyboardDataError
from tests.screens.counter.conftest import MARC, NOW, SAMIRA
from tests.screens.scanning import scanner_types


@pytest.fixture
def slip(state_folder, catalogue_file):
    """A slip of this machine."""
    catalogue = load(catalogue_file)
    issuer = Issuer(lambda: state_folder)
    plan = make_plan(catalogue, (BundleId("losing-a-job"),), {}, now=NOW)
    return issuer.register(issuer.sign(catalogue, plan, Choices(), NOW.date(), b"a slip!!"), NOW.date())


@pytest.fixture
def counter(show):
    """A counter in use, on a page."""

    def _counter(**wishes):
        screen = show(**wishes)
        screen.application.settle_in()
        return screen

    return _counter


def keyboard(layout):
    try:
        return Keyboard(layout)
    except NoKeyboardDataError:
        pytest.skip("this system has no keyboard data")


class Clock(QObject):
    """When the last key was pressed, on the clock of the keys."""

    def __init__(self, window):
        super().__init__()
        self.at = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            self.at = event.timestamp()
        return False


def opened(screen):
    return screen.page == "scan" and screen.desk.view_of("scan").slip.property("there")


@pytest.mark.parametrize("layout", [Layout.US, Layout.UK, Layout.GERMAN, Layout.FRENCH, Layout.SPANISH])
@pytest.mark.parametrize("caps", [False, True], ids=["plain", "caps lock"])
def test_a_slip_scanned_on_any_page_opens_and_its_keys_go_nowhere_else(counter, slip, layout, caps):
    screen = counter()

    scanner_types(screen, keyboard(layout).types(url_form("https://r.example.ca/", slip.token) + "\n", caps=caps))
    screen.wait_until(lambda: opened(screen))

    assert screen.desk.view_of("scan").slip.property("standing") == "Genuine"
    assert screen.desk.view_of("walkIn").searching.property("query") == ""
    assert screen.session.visit.bundles == ()


@pytest.mark.parametrize("layout", [Layout.CANADIAN_MULTILINGUAL, Layout.CANADIAN_FRENCH, Layout.BELGIAN])
def test_a_slow_scanner_is_known_too(counter, slip, layout):
    screen = counter(page="scan")

    scanner_types(screen, keyboard(layout).types(slip.code + "\n"), pace_ms=50)
    screen.wait_until(lambda: opened(screen))

    assert screen.desk.view_of("scan").slip.property("code") == slip.code
    assert screen.desk.view_of("scan").property("typed") == ""


def test_a_plan_as_text_with_all_its_lines_presses_nothing(counter, slip):
    screen = counter()
    lines = "Losing a job\nR-7K3F-9XD\n1. Apply now\nPhone 1-800-206-7218\n"

    scanner_types(screen, lines + slip.token + "\n")
    screen.wait_until(lambda: opened(screen))

    assert screen.session.visit.bundles == ()


def test_what_a_person_types_is_in_its_field_however_fast(counter):
    screen = counter()

    scanner_types(screen, "looking for work")
    screen.wait_until(lambda: screen.desk.view_of("walkIn").searching.property("query") == "looking for work")

    assert screen.page == "walkIn"


def test_the_first_letter_of_a_scan_is_no_key_of_a_button(counter, slip):
    """`A` adds a step on the page of a case, and a plan as text may begin with it."""
    screen = counter(page="scan")
    screen.desk.view_of("scan").hear(slip.token)
    screen.press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    screen.press(Qt.Key.Key_Escape)
    pages = []
    screen.desk.moved.connect(lambda: pages.append(screen.page))
    assert screen.page == "case"

    clock = Clock(screen.window)
    QTest.keyClick(screen.window, "a")
    scanner_types(screen, " death in the family\n" + slip.token + "\n", after=clock.at)
    screen.wait_until(lambda: opened(screen))

    assert pages == ["scan"]


def test_a_letter_alone_is_still_the_key_of_its_button(counter, slip):
    screen = counter(page="scan")
    screen.desk.view_of("scan").hear(slip.token)
    screen.press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    screen.press(Qt.Key.Key_Escape)

    screen.press(Qt.Key.Key_2)
    screen.wait_until(lambda: bool(screen.find("RadioButton", "Applied").checked))


def test_the_code_of_something_else_is_said_to_be_no_slip(counter):
    screen = counter(page="scan")

    scanner_types(screen, "https://www.example.com/menu/of/the/day?table=12\n")
    screen.wait_until(lambda: "That is no slip of ours." in screen.names())

    assert screen.desk.view_of("scan").property("typed") == ""


def test_a_badge_signs_in_whoever_bears_it(counter, staff):
    screen = counter(somebody="")
    badge = give_badge(screen.application.state, staff[SAMIRA], staff[MARC].staff.id, at=NOW)

    scanner_types(screen, keyboard(Layout.GERMAN).types(badge.text + "\n"))
    screen.wait_until(lambda: screen.desk.property("name") == MARC)


def test_a_badge_takes_the_place_of_whoever_was_there(counter, staff):
    screen = counter(page="scan")
    badge = give_badge(screen.application.state, staff[SAMIRA], staff[MARC].staff.id, at=NOW)

    scanner_types(screen, badge.text + "\n")
    screen.wait_until(lambda: screen.desk.property("name") == MARC)


def test_a_slip_scanned_while_nobody_is_signed_in_is_not_shown(counter, slip):
    screen = counter(somebody="")

    scanner_types(screen, slip.token + "\n")
    screen.wait_until(lambda: not screen.application.scanners.busy)

    assert slip.code not in " ".join(screen.names())
    assert not screen.desk.property("open")


def test_a_scanner_on_a_serial_line_opens_a_slip_and_says_whether_it_is_there(show, slip):
    scanner, line = os.openpty()
    wanted = replace(Config(), counter=Counter(scanner=os.ttyname(line)))
    screen = show(page="scan", config=wanted)
    screen.wait_until(lambda: "The reader is ready" in screen.names())

    os.write(scanner, slip.token.encode() + b"\r\n")
    screen.wait_until(lambda: opened(screen))

    os.close(line)
    os.close(scanner)
    screen.wait_until(lambda: "The reader is unplugged" in screen.names())


def test_a_slip_of_which_nothing_is_known_here_is_named_step_by_step_and_cannot_be_printed(counter, state_folder):
    strange = Referral(b"8 bytes.", NOW.date(), 1, (Item(60_000, 0, 1), Item(60_001, 0, 2)), life_event=59_999)
    screen = counter()

    scanner_types(screen, sign(strange, own_key(state_folder)) + "\n")
    screen.wait_until(lambda: opened(screen))

    assert [row.service for row in screen.desk.view_of("scan").slip.rows.rows] == ["", ""]
    assert screen.names().count("A step this machine does not know (no. 60000)") == 1
    for name in ("Print it again", "Ask the questions", "Add to the plan", "Open as a case"):
        assert not screen.find("Button", name).item.property("enabled")

"""How the plan of a walk-in leaves: on paper, on a phone, on a kiosk, with 211, and what stays behind."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt

from kiosk.counter.calling.calls import Report, Shown
from tests.screens.counter.walking import ALT, CONTROL, SEARCH, focused, start, steps


def test_the_slip_is_in_the_language_of_the_person_beside_that_of_the_office(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_L, ALT)
    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Return)
    words = screen.view.handing.property("printWords")
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: len(screen.slips()) == 1)

    assert screen.session.language == "fr"
    assert words == "Print in French and English"


def test_without_a_printer_the_main_key_shows_the_code_and_escape_puts_it_away(walk_in, tmp_path):
    screen = walk_in(printer=False)
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: screen.view.handing.property("codeOpen"))
    code = screen.view.handing.property("shortCode")
    shown = screen.names()
    screen.grab(tmp_path / "code.png")
    read = zxingcpp.read_barcode(Image.open(tmp_path / "code.png"))
    screen.press(Qt.Key.Key_Escape)

    assert code in shown
    assert code in read.text
    assert "Losing a job" not in shown
    assert not screen.view.handing.property("codeOpen")
    screen.wait_until(lambda: focused(screen) == SEARCH["en"])


def test_a_plan_that_changed_since_it_was_printed_says_so(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: screen.view.handing.property("news") == "The slip is printed.")

    screen.view.basket.leaveOut(screen.view.basket.steps.rows[-1].step)

    assert screen.view.handing.property("news").startswith("The plan has changed")


def test_the_call_to_211_says_what_was_found_and_never_a_sensitive_topic(walk_in):
    screen = walk_in()
    start(screen, "food bank", "Food bank near you")
    screen.press(Qt.Key.Key_C, ALT)
    open_topic = " ".join(screen.view.together.property("words"))
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_N, CONTROL)
    screen.type("unsafe at home")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_C, ALT)
    quiet_topic = " ".join(screen.view.together.property("words"))

    assert "Food bank near you" in open_topic
    assert screen.view.basket.property("sensitive")
    assert "found this already" not in quiet_topic
    assert "211" in screen.names()


def test_the_next_person_finds_nothing_of_the_one_before(walk_in):
    screen = walk_in()
    screen.view.speakTo(1)
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_1, CONTROL)
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: len(screen.slips()) == 1)

    screen.press(Qt.Key.Key_N, CONTROL)

    assert steps(screen) == []
    assert screen.view.searching.property("query") == ""
    assert not any(row.on for row in screen.view.searching.filters.rows)
    assert screen.view.property("language") == 0
    assert screen.view.property("clock") == "0:00"
    assert screen.view.handing.property("news") == ""
    assert screen.application.pictures.page_count == 0
    assert focused(screen) == SEARCH["en"]


def test_nothing_typed_or_answered_is_left_on_the_disk(walk_in, state_folder, tmp_path):
    screen = walk_in()
    screen.type("zoroastre")
    screen.press(Qt.Key.Key_Escape)
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F6)
    while not focused(screen).startswith("Another day"):
        screen.press(Qt.Key.Key_Tab)
    screen.type("19 7 2025")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: len(screen.slips()) == 1)
    screen.press(Qt.Key.Key_N, CONTROL)

    files = [path for path in state_folder.rglob("*") if path.is_file()]
    left = [path for path in files if any(word in path.read_bytes() for word in (b"zoroastre", b"2025-07-19"))]

    assert files
    assert left == []


@pytest.mark.parametrize(("key", "held", "page"), [("F10", None, "need"), ("F11", None, "flag"), ("S", ALT, "seams")])
def test_what_stands_beside_a_walk_in_is_one_key_away(walk_in, key, held, page):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(getattr(Qt.Key, f"Key_{key}"), *([held] if held else []))

    assert screen.page == page
    screen.press(Qt.Key.Key_F2)
    assert screen.session.visit.bundles == ("losing-a-job",)


def test_the_plan_is_shown_on_a_kiosk_that_nobody_uses(walk_in):
    screen = walk_in()
    fleet = screen.application.fleet
    start(screen, "losing a job", "Losing a job")
    fleet.hear(Report(kiosk=2, numbered=True), attended=True)
    screen.wait_until(lambda: screen.view.onKiosk.property("free") == 2)

    screen.press(Qt.Key.Key_K, ALT)
    screen.wait_until(lambda: screen.view.onKiosk.property("news") == "Kiosk 2 is being asked.")
    wanted = fleet.hear(Report(kiosk=2, numbered=True), attended=True).show
    fleet.hear(Report(kiosk=2, numbered=True, plan=wanted.id, shown=Shown.SHOWN), attended=True)
    screen.wait_until(lambda: screen.view.onKiosk.property("news") == "Kiosk 2 shows the plan.")

    assert wanted.token
    assert wanted.language == "en"
    assert "Kiosk 2 shows the plan." in screen.names("StaticText")


def test_where_nothing_can_be_heard_reading_aloud_says_so(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_R, ALT)

    assert "Nothing can be heard on this machine." in screen.names("StaticText")

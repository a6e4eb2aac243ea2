"""The day in the real window: numbers that show nobody, a sheet on paper, and the kiosks closed for the night."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.auditing.drawn import items_in
from kiosk.bridge.sight import in_sight
from kiosk.config import Config, Printer, PrinterKind
from kiosk.counter.calling.calls import Ping, Report
from kiosk.counter.counts import Ended, Ending, counted_of_visit, keep_counts
from kiosk.counter.needs import Reason
from kiosk.counter.unmet import Kind, Need, Wanted, keep_need
from kiosk.state import atomic
from tests.screens.counter.conftest import NOW

BEGAN = datetime(2026, 3, 12, 9)


@pytest.fixture
def day(show, state_folder):
    """The page, after so many visits of each ending at this machine, and dentists missed."""

    def _opened(printed=0, phone=0, left=0, dentists=0, **wishes):
        for ending, visits in ((Ending.PRINTED, printed), (Ending.PHONE, phone), (Ending.LEFT, left)):
            counted = [c for _ in range(visits) for c in counted_of_visit(Ended(BEGAN, 108, "fr", ending))]
            keep_counts(state_folder / "state.db", counted)
        screen = show(**wishes)
        if dentists:
            with atomic(screen.application.state):
                need = Need(Wanted(Kind.TERM, "dental-care"), Reason.COST, count=dentists)
                keep_need(screen.application.state, need, kiosk=0, language="en", today=NOW.date())
        screen.go("today")
        return screen

    return _opened


def told(screen):
    """All numbers of the page, as they are read out."""
    return [name.replace("\u00a0", " ") for name in screen.names("ListItem")]


def test_a_day_is_told_in_large_numbers(day):
    screen = day(printed=41, phone=12, left=11, dentists=6)

    assert {
        "Visits at the kiosks: 64",
        "Plans printed: 41",
        "Taken by phone code: 12",
        "Left before a plan: 11",
    } <= set(told(screen))
    assert {"French: 64", "Dental Care: 6", "It costs too much: 6", "Half took no longer than: 2:00"} <= set(
        told(screen)
    )


def test_a_small_number_is_not_told_nor_what_would_tell_it(day):
    screen = day(printed=41, phone=3, left=20, dentists=2)

    assert {"Visits at the kiosks: 64", "Taken by phone code: fewer than 5", "Left before a plan: not told"} <= set(
        told(screen)
    )
    assert "needs that nothing here met: fewer than 5" in told(screen)
    assert not [name for name in told(screen) if name.startswith(("Dental Care", "It costs"))]


def test_so_it_is_in_french(day):
    screen = day(printed=41, phone=3, left=20, language="fr")

    assert {"Visites aux bornes : 64", "Emportés par code sur un téléphone : moins de 5"} <= set(told(screen))


def test_what_kiosks_of_the_network_tell_is_added(day, kiosk):
    screen = day(printed=41)
    counts = {"session": 20, "session.ended.left": 20, "session.language.en": 20}
    kiosk(screen, Ping(Report(2, numbered=True, day="2026-03-12", counts=counts)))

    screen.desk.view_of("today").look()
    screen.draw()

    assert {"Visits at the kiosks: 61", "English: 20", "French: 41"} <= set(told(screen))


def test_the_kiosk_of_this_machine_is_counted_once(day, kiosk):
    screen = day(printed=41)
    counts = {"session": 41, "session.ended.printed": 41, "session.language.fr": 41}
    kiosk(screen, Ping(Report(2, numbered=True, day="2026-03-12", counts=counts, shares_state=True)))

    screen.desk.view_of("today").look()
    screen.draw()

    assert "Visits at the kiosks: 41" in told(screen)


def test_the_kiosks_are_closed_for_the_night_and_opened_again(day, kiosk):
    screen = day()
    reports = [Report(number, numbered=True) for number in (1, 2)]
    assert not [kiosk(screen, Ping(report)).closed for report in reports if kiosk(screen, Ping(report)).closed]
    screen.desk.view_of("today").look()
    screen.draw()

    screen.press(Qt.Key.Key_C)
    assert all(kiosk(screen, Ping(report)).closed for report in reports)

    screen.press(Qt.Key.Key_O)
    assert not any(kiosk(screen, Ping(report)).closed for report in reports)


def test_without_kiosks_there_is_nothing_to_close(day):
    screen = day()

    assert not [name for name in screen.names("Button") if name.startswith("Close the kiosks")]


def test_the_day_is_printed_with_one_key(day, tmp_path):
    folder = tmp_path / "paper"
    folder.mkdir()
    screen = day(printed=41, phone=3, left=20, config=Config(printer=Printer(PrinterKind.FILE, folder=str(folder))))

    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: screen.desk.view_of("today").property("printNews") == "The sheet is printed.")

    (sheet,) = folder.glob("*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF-")


def test_a_printer_that_is_not_there_is_told_in_words(day, tmp_path):
    gone = Config(printer=Printer(PrinterKind.FILE, folder=str(tmp_path / "none" / "there")))
    screen = day(printed=41, config=gone)
    (tmp_path / "none").write_text("a file where a folder should be")

    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: screen.desk.view_of("today").property("printTrouble"))

    assert "The sheet was not printed. Try again." in screen.names()


def test_without_a_printer_there_is_no_button_to_print(day):
    assert not [name for name in day().names("Button") if name.startswith("Print")]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "scale"), [((1920, 1080), 1.0), ((1280, 720), 1.0), ((1366, 768), 1.0), ((1920, 1080), 1.5)]
)
def test_nothing_is_cut_off(day, kiosk, language, size, scale):
    config = Config(printer=Printer(PrinterKind.FILE, folder="/tmp"))
    screen = day(printed=41, phone=3, left=20, dentists=6, language=language, size=size, scale=scale, config=config)
    kiosk(screen, Ping(Report(1, numbered=True)))
    screen.desk.view_of("today").look()
    screen.draw()

    cut = [item.property("text") for item in items_in(screen.window, hidden=False) if item.property("truncated")]
    assert cut == []
    assert all(node.rect.left() >= 0 and node.rect.right() <= size[0] for node in screen.nodes())


def test_a_day_longer_than_the_window_is_moved_by_keys(day):
    screen = day(printed=41, phone=3, left=20, dentists=6, size=(1280, 720))
    assert not in_sight(screen.window, screen.find("ListItem", "It costs too much"))

    for _ in range(3):
        screen.press(Qt.Key.Key_PageDown)

    assert in_sight(screen.window, screen.find("ListItem", "It costs too much"))

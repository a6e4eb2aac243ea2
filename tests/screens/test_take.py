"""Taking the plan away, in the real window: on paper, in large letters, under a plain cover, on a phone, or not."""

import io
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFontMetricsF

from kiosk.catalogue.model import BundleId
from kiosk.config import Config, Paper, Printer, PrinterKind
from kiosk.referral import registry
from kiosk.referral.code import parse
from kiosk.referral.reading import LONGEST_TEXT, find
from kiosk.referral.registry import MIGRATIONS
from kiosk.state import open_state
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit
from tests.screens.test_panels import drawn_faults

PLANTED = date(2026, 3, 6)
VISIT = Visit(
    trail=(Stop(Page.HOME), Stop(Page.TAKE)),
    bundles=(BundleId("losing-a-job"),),
    answers={EVENT_DATE: PLANTED},
)


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    folder = tmp_path / "state"
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder


@pytest.fixture
def printed(tmp_path):
    """The folder in which the file printer leaves slips."""
    folder = tmp_path / "printed"
    folder.mkdir()
    return folder


@pytest.fixture
def at_take(show, printed, qtbot):
    """Open the window at the page, the slip ready."""

    def _at_take(bundle="death-in-the-family", printer=True, paper=Paper.RECEIPT_80, language="en", **wanted):
        settings = Printer(PrinterKind.FILE, folder=str(printed), paper=paper) if printer else Printer()
        screen = show(config=replace(Config(), printer=settings), language=language, **wanted)
        home = Visit(language=language, trail=(Stop(Page.HOME),), bundles=(BundleId(bundle),))
        screen.go(replace(home, answers={EVENT_DATE: PLANTED}, trail=(Stop(Page.HOME), Stop(Page.TAKE))))
        wait_for_slip(screen, qtbot)
        return screen

    return _at_take


def wait_for_slip(screen, qtbot):
    qtbot.waitUntil(lambda: not take(screen).property("making"))
    screen.draw()


def take(screen):
    return screen.kiosk.viewOf("take")


def checked(screen, name):
    state = screen.find("RadioButton", name).item.property("checked")
    return bool(state or screen.find("RadioButton", name).item.property("chosen"))


def codes_in(screen):
    buffer = QByteArray()
    device = QBuffer(buffer)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    screen.window.grabWindow().save(device, "PNG")
    return zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(buffer.data()))))


def test_nothing_is_printed_before_print_is_touched(at_take, printed):
    screen = at_take()
    screen.tap("RadioButton", "Big letters")
    screen.tap("RadioButton", "Cover: Plain")

    assert list(printed.iterdir()) == []


def test_the_page_says_that_the_printer_is_ready(at_take, qtbot):
    screen = at_take()

    qtbot.waitUntil(lambda: any(name.startswith("Printer ready.") for name in screen.names()))


def test_the_page_says_in_french_that_the_printer_does_not_answer(at_take, printed, qtbot):
    printed.rmdir()

    screen = at_take(language="fr")

    qtbot.waitUntil(lambda: any(name.startswith("L’imprimante ne répond pas.") for name in screen.names()))


def test_print_leaves_the_slip_and_says_so(at_take, printed, qtbot):
    screen = at_take()

    screen.tap("Button", "Print my slip")

    assert screen.page == Page.DONE
    qtbot.waitUntil(lambda: "Your slip is printed." in screen.names())
    [file] = printed.iterdir()
    assert file.read_bytes().startswith(b"%PDF-")
    assert file.stem == take(screen).property("shortCode")


def test_large_letters_and_a_plain_cover_change_the_picture(at_take, qtbot):
    screen = at_take()
    view = take(screen)
    before = (view.property("version"), view.property("proportion"))

    screen.tap("RadioButton", "Big letters")
    wait_for_slip(screen, qtbot)

    large = (view.property("version"), view.property("proportion"))
    assert large[0] > before[0]
    assert large[1] > before[1]
    screen.tap("RadioButton", "Cover: Plain")
    wait_for_slip(screen, qtbot)
    assert view.property("version") > large[0]
    assert view.property("proportion") != large[1]


def test_whoever_reads_arabic_is_offered_it_beside_each_office_language(at_take, qtbot):
    screen = at_take(language="ar")
    view = take(screen)
    english = view.property("version")

    choice = next(name for name in screen.names("RadioButton") if name.endswith("العربية + Français"))
    screen.tap("RadioButton", choice)
    wait_for_slip(screen, qtbot)

    assert view.property("languageNames") == ["العربية + English", "العربية + Français"]
    assert checked(screen, choice)
    assert view.property("version") > english


def test_the_slip_can_be_had_in_the_other_language_and_in_both(at_take, qtbot):
    screen = at_take()
    one = take(screen).property("proportion")

    screen.tap("RadioButton", "Print in: Both")
    wait_for_slip(screen, qtbot)

    assert take(screen).property("proportion") > one * 1.5


def test_the_code_on_the_screen_is_read_as_a_camera_does(at_take):
    screen = at_take()

    screen.tap("Button", "On my phone")

    [code] = codes_in(screen)
    assert code.text.splitlines()[0] == "A death in the family"
    assert find(code.text[:LONGEST_TEXT])
    theme = screen.theme()
    picture = next(node for node in screen.nodes() if node.name.startswith("Square code"))
    assert picture.rect.width() >= theme.property("pixelsPerMm") * 60


def test_a_code_asked_for_before_the_slip_is_ready_can_be_read_later(at_take, qtbot, state):
    screen = at_take()
    take(screen).chooseLanguage(1)

    take(screen).showCode()

    qtbot.waitUntil(lambda: (state / "state.db").exists() and bool(take(screen).property("shortCode")))
    code = parse(take(screen).property("shortCode"))
    qtbot.waitUntil(lambda: registered(state, code))


def registered(state, code):
    connection = open_state(state / "state.db", MIGRATIONS)
    try:
        return registry.find(connection, code) is not None
    finally:
        connection.close()


def test_without_a_printer_the_plan_still_leaves_by_phone(at_take):
    screen = at_take(printer=False)

    assert not screen.find("RadioButton", "Paper slip").enabled
    assert "No printer here" in screen.find("RadioButton", "Paper slip").name
    assert "Button" not in [node.role for node in screen.nodes() if node.name == "Print my slip"]
    screen.tap("Button", "On my phone")
    assert codes_in(screen)


def test_at_the_largest_letters_the_large_slip_is_chosen_already(at_take):
    screen = at_take(letters=2, bundle="turning-65")

    assert checked(screen, "Big letters")
    assert not checked(screen, "Paper slip")


def test_a_sensitive_topic_has_no_choice_of_cover_and_leaves_no_record(at_take, printed, qtbot, state):
    screen = at_take(bundle="fleeing-violence")

    assert not [name for name in screen.names("RadioButton") if name.startswith("Cover")]
    screen.tap("Button", "Print my slip")
    qtbot.waitUntil(lambda: "Your slip is printed." in screen.names())
    assert not (state / "state.db").exists()


def test_with_a_damaged_key_the_steps_are_printed_and_the_phone_is_not_offered(at_take, printed, qtbot, state):
    state.mkdir()
    (state / "kiosk-key.pem").write_text("damaged")

    screen = at_take()

    assert not screen.find("Button", "On my phone").enabled
    assert "There is no code today" in screen.find("Button", "On my phone").name
    screen.tap("Button", "Print my slip")
    qtbot.waitUntil(lambda: "Your slip is printed." in screen.names())
    assert len(list(printed.iterdir())) == 1


def test_a_printer_that_is_gone_is_told_with_what_to_do_next(at_take, printed, qtbot):
    screen = at_take()
    printed.rmdir()

    screen.tap("Button", "Print my slip")

    qtbot.waitUntil(lambda: "Your slip could not be printed." in screen.names())
    screen.draw()
    assert "Take the code on your phone, or ask staff." in screen.names()
    screen.tap("Button", "Take the code on my phone")
    assert codes_in(screen)


def test_the_last_page_says_what_to_remember_and_erases_on_demand(at_take):
    screen = at_take()

    screen.tap("Button", "Nothing, I will remember")

    assert screen.page == Page.DONE
    assert "Remember to do this first" in screen.names()
    assert any("45 seconds" in name for name in screen.names())
    screen.tap("Button", "Finish and erase")
    assert screen.page == Page.ATTRACT


def test_the_last_page_shows_the_seconds_that_are_left(at_take):
    screen = at_take()
    screen.tap("Button", "Nothing, I will remember")

    screen.patience.tick()
    screen.patience.tick()
    screen.draw()

    assert "Your answers are erased in 43 seconds, or when you touch Finish." in screen.names()


def test_another_question_begins_with_nothing_said(at_take):
    screen = at_take()
    screen.tap("Button", "Nothing, I will remember")

    screen.tap("Button", "I have another question")

    assert screen.session.visit == Visit(language="en", trail=(Stop(Page.HOME),))


def test_after_the_end_no_picture_and_no_code_of_the_slip_is_left(at_take):
    screen = at_take()
    screen.tap("Button", "On my phone")

    screen.session.end()

    view = take(screen)
    assert (view.property("pages"), view.property("codeModules"), view.property("shortCode")) == (0, 0, "")
    assert not codes_in(screen)


def test_french_says_it_all_in_french(at_take, qtbot):
    screen = at_take(language="fr", size=(1920, 1080), paper=Paper.LETTER)

    assert "Comment voulez-vous votre plan?" in screen.names()
    screen.tap("Button", "Imprimer mon feuillet")
    qtbot.waitUntil(lambda: "Votre feuillet est imprimé." in screen.names())
    assert "Prenez-le à l’imprimante." in screen.names()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_is_broken_while_the_smallest_code_is_being_made(show, language):
    screen = show(size=(1920, 1080), language=language, letters=2, panel=15.6)
    screen.comfort.setLower(True)

    screen.go(replace(VISIT, language=language, trail=(Stop(Page.HOME), Stop(Page.TAKE, "code"))))
    waiting = next(item for item in screen.items() if item.property("text") in ("One moment…", "Un instant…"))
    font = QFontMetricsF(waiting.property("font"))

    assert max(font.horizontalAdvance(word) for word in waiting.property("text").split()) <= waiting.width()


@pytest.mark.parametrize(("language", "wish"), [("ar", ""), ("ar", "lower"), ("fr", "steady")])
def test_every_way_holds_together_on_a_large_panel_whatever_room_its_words_take(show, language, wish):
    config = Config()
    site = replace(config.site, languages=("fr", "en", "ar"))
    screen = show(language=language, panel=32.0, config=replace(config, site=site))
    screen.comfort.setSteady(wish == "steady")
    screen.comfort.setLower(wish == "lower")

    screen.go(replace(VISIT, language=language))

    assert not drawn_faults(screen)

"""Searching in the window, with a finger and with a keyboard that is plugged in."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.bridge.models.rows import Rows
from kiosk.bridge.viewmodels.results import Result
from kiosk.config import Config
from kiosk.visit.visit import Page, Stop, Visit
from tests.screens.test_audit import drawn_faults

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
FIELD = {"en": "What are you looking for?", "fr": "Que cherchez-vous?"}


@pytest.fixture
def at_search(show):
    """Open the window on the search page."""

    def _at_search(size=PORTRAIT, language="en", letters=0):
        screen = show(size=size, language=language, letters=letters)
        screen.go(Visit(language=language, trail=(Stop(Page.HOME), Stop(Page.SEARCH))))
        return screen

    return _at_search


def view(screen):
    return screen.kiosk.viewOf("search")


def touch_keys(screen, *names):
    for name in names:
        screen.tap("Button", name, settled=False)
    screen.draw()


def keys(screen, names):
    return [screen.find("Button", name) for name in names]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_a_service_is_found_with_a_finger(at_search, size):
    screen = at_search(size)

    touch_keys(screen, *"food", "Space", *"bank")
    screen.tap("Button", "Food bank near you", settled=False)

    assert screen.session.visit.here == Stop(Page.STEP, "service/food-bank/it")


def test_a_situation_is_found_with_a_real_keyboard(at_search):
    screen = at_search(language="fr")

    screen.type("chomage")
    screen.tap("Button", "Perte d’emploi")

    assert screen.session.visit.bundles == ("losing-a-job",)
    assert screen.page == "question"


def test_a_touch_on_a_key_leaves_the_focus_in_the_field(at_search):
    screen = at_search()

    touch_keys(screen, "r", "e", "n", "t")

    focused = screen.focused()
    assert focused is not None
    assert (focused.role, focused.name) == ("EditableText", FIELD["en"])
    assert view(screen).query == "rent"


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_is_20_mm_wide_and_high(at_search, size, language):
    screen = at_search(size, language)
    least = 20 * screen.theme().property("pixelsPerMm") - 1

    letters = keys(screen, "qwertyuiopasdfghjklzxcvbnm" + ("éèêàâçùîôœ" if language == "fr" else ""))

    assert min(min(key.rect.width(), key.rect.height()) for key in letters) >= least


def test_accents_stand_on_keys_of_their_own_in_french_only(at_search):
    assert {"é", "ç", "œ"} <= set(at_search(language="fr").names("Button"))
    assert not {"é", "ç", "œ"} & set(at_search(language="en").names("Button"))


def test_an_accent_is_typed(at_search):
    screen = at_search(language="fr")

    touch_keys(screen, *"santé")

    assert view(screen).query == "santé"


def test_the_letters_can_stand_in_the_order_of_the_alphabet(at_search):
    screen = at_search()

    touch_keys(screen, "Letters in the order of the alphabet")

    a, b, k = keys(screen, "abk")
    assert a.rect.center().y() == b.rect.center().y() < k.rect.center().y()
    assert a.rect.right() < b.rect.left()


def test_figures_are_typed_and_the_letters_come_back(at_search):
    screen = at_search()

    touch_keys(screen, "Numbers", "2", "1", "1", "Letters", "a")

    assert view(screen).query == "211a"


def test_the_last_letter_is_erased_once_by_one_touch(at_search):
    screen = at_search()
    touch_keys(screen, *"rent")

    touch_keys(screen, "Erase one letter")

    assert view(screen).query == "ren"


def test_a_key_held_down_repeats_only_after_two_seconds(at_search):
    screen = at_search()

    key = screen.find("Button", "Erase one letter").item

    assert key.property("autoRepeat")
    assert key.property("autoRepeatDelay") >= 2000


def test_the_search_key_makes_room_for_the_answers(at_search):
    screen = at_search()
    touch_keys(screen, *"rent")

    touch_keys(screen, "Search")

    assert "q" not in screen.names("Button")
    screen.tap("Button", "Show the keyboard")
    assert "q" in screen.names("Button")


def test_a_correction_is_taken_back_by_one_touch(at_search):
    screen = at_search()
    screen.type("helth card")
    assert "Showing results for “health card”" in screen.names()

    screen.tap("Button", "Search for “helth card”")

    assert "Showing results for “health card”" not in screen.names()


def test_a_social_insurance_number_is_refused(at_search):
    screen = at_search()

    screen.type("046 454 286")

    assert "Please do not type this here." in screen.names()
    assert view(screen).query == ""
    assert screen.window.property("activeFocusItem").property("text") == ""


def test_a_service_is_found_by_its_first_letter(at_search):
    screen = at_search()

    screen.tap("Button", "All services, A to Z")
    screen.tap("Button", "P")
    screen.tap("Button", "Permanent resident", settled=False)

    assert screen.session.visit.here.subject == "service/pr-card/it"


def test_an_example_is_searched_for_by_one_touch(at_search):
    screen = at_search()

    screen.tap("Button", "birth certificate")

    assert "Birth certificate" in " ".join(screen.names("Button"))


def test_nothing_found_leads_to_a_person(at_search):
    screen = at_search()
    screen.type("zzzzqqq")

    screen.tap("Button", "Ask staff")

    assert screen.page == "help"


def test_the_field_keeps_its_words_when_the_language_changes(at_search):
    screen = at_search()
    screen.type("food bank")

    screen.kiosk.speak("fr")
    screen.draw()

    assert view(screen).query == "food bank"
    assert any(name.startswith("Banque alimentaire") for name in screen.names("Button"))


def test_nothing_typed_is_in_the_field_or_the_clipboard_for_the_next_person(at_search):
    screen = at_search()
    screen.type("my secret")
    QTest.keySequence(screen.window, "Ctrl+A")
    QTest.keySequence(screen.window, "Ctrl+C")

    screen.session.end()
    screen.kiosk.speak("en")
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))

    assert "secret" not in QGuiApplication.clipboard().text()
    assert "secret" not in " ".join(screen.names())
    assert view(screen).query == ""


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_state_of_the_page_can_be_read_and_touched(at_search, size, language):
    screen = at_search(size, language)
    states = {
        "empty": lambda: view(screen).type(""),
        "corrected": lambda: view(screen).type("crate sante"),
        "answered": lambda: view(screen).type("my father died"),
        "nothing": lambda: view(screen).type("zzzzqqq"),
        "refused": lambda: view(screen).type("046454286"),
        "browsing": lambda: view(screen).choose("C"),
    }

    faults = []
    for letters in range(3):
        screen.enlarge_to(letters)
        for name, state in states.items():
            state()
            screen.draw()
            # What the empty field says of itself lies in it on purpose.
            found = [fault for fault in drawn_faults(screen) if not fault.endswith(f"lies under {FIELD[language]!r}")]
            faults += [f"{name}, letters {letters}: {fault}" for fault in found]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("letters", range(3))
def test_steady_touch_low_down_on_a_small_panel_leaves_room_for_field_and_answers(show, letters):
    screen = show(size=PORTRAIT, language="fr", letters=letters, panel=15.6)
    screen.comfort.setSteady(True)
    screen.comfort.setLower(True)
    screen.go(Visit(language="fr", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))

    assert not drawn_faults(screen)
    screen.touch(screen.find("EditableText", FIELD["fr"]).rect.center())
    screen.draw()
    assert "q" in screen.names("Button")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_cursor_of_the_empty_field_stands_where_lines_begin(show, language):
    config = Config()
    screen = show(language=language, config=replace(config, site=replace(config.site, languages=("fr", "en", "ar"))))
    screen.go(Visit(language=language, trail=(Stop(Page.HOME), Stop(Page.SEARCH))))
    field = screen.window.activeFocusItem()

    left = field.property("cursorRectangle").x() < field.width() / 2

    assert left == (language == "fr")


def long_list(screen, count):
    rows = view(screen).findChild(Rows)
    rows.show([Result("service", f"s{n}", f"Service {n} of many", "", "user", "") for n in range(count)])
    screen.draw()


def rows_there(screen):
    """The numbers of the rows that exist, in reading order."""
    return [int(name.split()[1]) for name in screen.names("Button") if name.endswith("of many")]


def test_every_row_of_a_list_that_people_meet_is_there_for_whoever_listens(at_search):
    screen = at_search()

    long_list(screen, 40)

    assert rows_there(screen) == list(range(40))


def test_of_a_thousand_rows_only_those_near_what_is_seen_are_there_in_reading_order(at_search):
    screen = at_search()
    screen.tap("Button", "Search")
    long_list(screen, 1000)

    for _ in range(30):
        screen.touch(screen.find("Button", "More").rect.center())
        screen.draw()
    there = rows_there(screen)
    seen = [node for node in screen.controls() if node.name.endswith("of many") and screen.sees(node)]

    assert len(there) < 120
    assert there == sorted(there)
    assert len(seen) >= 8
    assert int(seen[0].name.split()[1]) > 150


@pytest.mark.parametrize("letters", [0, 2])
def test_rows_of_any_height_stand_one_below_the_other_and_move_by_what_is_scrolled(at_search, letters):
    screen = at_search(language="fr", letters=letters)
    screen.tap("Button", "Chercher")
    rows = view(screen).findChild(Rows)
    rows.show([Result("service", f"s{n}", f"{n} " + "mot " * (n * 7 % 23), "", "user", "") for n in range(300)])
    screen.draw()
    flick = next(item for item in screen.items() if item.inherits("QQuickFlickable") and item.isVisible())
    buttons = [item for item in screen.items() if item.metaObject().className().startswith("RowButton")]

    def seen():
        there = {
            item.property("target"): item.mapToItem(flick, 0, 0).y() for item in buttons if item.property("target")
        }
        tall = {item.property("target"): item.height() for item in buttons if item.property("target")}
        return {name: y for name, y in there.items() if -tall[name] < y < flick.height()}

    flick.setProperty("contentY", 1500.0)
    screen.draw()
    before = seen()
    for by in (*[290] * 40, *[-290] * 30, *[730] * 10, *[-730] * 15):
        flick.setProperty("contentY", max(1500.0, float(flick.property("contentY")) + by))
        screen.draw()
        now = seen()
        places = sorted(int(name[1:]) for name in now)
        moved = {now[name] - before[name] for name in now.keys() & before.keys()}

        assert places == list(range(places[0], places[-1] + 1))
        assert max(moved, default=0) - min(moved, default=0) < 1
        before = now


def test_the_last_of_a_thousand_rows_can_be_touched(at_search):
    screen = at_search()
    screen.tap("Button", "Search")
    long_list(screen, 1000)

    flick = screen.find("Button", "Service 0 of many").item
    while not flick.inherits("QQuickFlickable"):
        flick = flick.parentItem()
    flick.setProperty("contentY", flick.property("contentHeight") - flick.height())
    screen.draw()
    row = screen.find("Button", "Service 999 of many")

    assert screen.sees(row)

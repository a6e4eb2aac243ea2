"""A walk-in at the counter, by keys alone: found, added, and forgotten with the next person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.config import Config
from tests.screens.counter.walking import ALT, CONTROL, SEARCH, focused, lines, start


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_search_has_the_focus_and_three_letters_find_services_and_life_events(walk_in, language):
    screen = walk_in(language)

    before = focused(screen)
    screen.type("emp")

    assert before == focused(screen) == SEARCH[language]
    kinds = {row.kind for row in screen.view.searching.rows.rows if row.target}
    assert kinds == {"bundle", "service"}


def test_enter_adds_the_first_line_and_the_focus_stays_in_the_search(walk_in):
    screen = walk_in()
    screen.type("food bank")

    screen.press(Qt.Key.Key_Return)

    assert screen.session.visit.bundles == ("service/food-bank",)
    assert focused(screen) == SEARCH["en"]
    assert screen.view.searching.rows.rows[0].added


def test_a_digit_is_typed_in_the_search_and_adds_a_line_with_alt_or_among_the_lines(walk_in):
    screen = walk_in()
    screen.type("211")
    typed = screen.view.searching.property("query")
    found = lines(screen)
    screen.press(Qt.Key.Key_Escape)
    screen.type("food")
    screen.press(Qt.Key.Key_2, ALT)
    with_alt = len(screen.session.visit.bundles)
    screen.press(Qt.Key.Key_Down)
    screen.type("3")
    screen.wait_until(lambda: len(screen.session.visit.bundles) == 2)

    assert typed == "211"
    assert found[0].startswith("211")
    assert screen.view.searching.property("query") == "food"
    assert with_alt == 1


def test_the_arrows_lead_through_the_lines_and_back_to_the_search(walk_in):
    screen = walk_in()
    screen.type("food")
    first, second = lines(screen)[:2]

    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        screen.press(key)
        seen.append(focused(screen))

    assert all(name.startswith(line) for name, line in zip(seen, (first, second, first), strict=False))
    assert seen[3] == SEARCH["en"]


def test_more_lines_than_nine_come_with_page_down(walk_in):
    screen = walk_in()
    screen.type("emp")
    first = lines(screen)

    screen.press(Qt.Key.Key_PageDown)

    assert len(first) == 9
    assert lines(screen)
    assert not set(first) & set(lines(screen))


def test_a_filter_leaves_out_what_does_not_suit_and_tells_what_nobody_knows(walk_in):
    screen = walk_in()
    screen.type("food")
    everything = lines(screen)

    screen.press(Qt.Key.Key_1, CONTROL)
    open_now = lines(screen)
    told = screen.view.searching.property("unknown")
    screen.press(Qt.Key.Key_U, ALT)

    assert len(open_now) < len(everything)
    assert "hours not known" in told
    assert any(told == name for name in screen.names("StaticText"))
    assert set(open_now) < set(lines(screen))
    assert screen.view.searching.property("unknown") == told


def test_a_number_that_identifies_a_person_is_taken_out_of_the_search(walk_in):
    screen = walk_in()

    screen.type("046 454 286")

    assert screen.view.searching.property("query") == ""
    assert "Do not type this number here: nothing needs it." in screen.names("StaticText")


def test_the_clock_goes_from_the_first_letter(walk_in):
    seconds = [100.0]
    screen = walk_in(steady=lambda: seconds[0])
    seconds[0] += 60
    before = screen.view.property("clock")

    screen.type("f")
    seconds[0] += 42

    assert before == "0:00"
    assert screen.view.property("clock") == "0:42"


def test_what_was_given_to_three_people_today_is_one_key_away(walk_in):
    screen = walk_in()
    for _ in range(3):
        start(screen, "losing a job", "Losing a job")
        start_over = [row.label for row in screen.view.often.rows]
        screen.press(Qt.Key.Key_N, CONTROL)

    screen.tap("Button", screen.view.often.rows[0].label)

    assert start_over == []
    assert screen.session.visit.bundles == ("losing-a-job",)


def test_what_was_typed_is_there_again_in_the_other_language_and_after_another_page(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.tap("RadioButton", "Français")
    in_french = lines(screen)
    screen.press(Qt.Key.Key_F3)
    screen.press(Qt.Key.Key_F2)

    assert "Perte d’emploi" in in_french
    assert screen.view.searching.property("query") == "losing a job"
    assert screen.session.visit.bundles == ("losing-a-job",)
    assert "losing a job" in [node.content for node in screen.nodes()]


def test_every_control_can_be_reached_by_tab_and_has_a_name(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    seen = []
    for _ in range(60):
        screen.press(Qt.Key.Key_Tab)
        node = screen.focused()
        assert node is not None
        assert node.name
        if node.name in seen:
            break
        seen.append(node.name)

    for wanted in ("Report an error", "Unmet need", "Ask", "Print in English", "Code to phone", "Call 211 together"):
        assert wanted in seen


@pytest.mark.parametrize(("language", "catalogue"), [("en", "catalogue"), ("fr", "répertoire")])
def test_without_a_catalogue_the_page_says_so_and_211_can_still_be_called(show, tmp_path, language, catalogue):
    config = Config()
    missing = replace(config, catalogue=replace(config.catalogue, path=str(tmp_path / "none.db")))
    screen = show(page="walkIn", language=language, config=missing)

    screen.type("food")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_F9)
    told = screen.names("StaticText")
    screen.press(Qt.Key.Key_C, ALT)

    assert any(catalogue in words and "211" in words for words in told)
    assert "211" in screen.names()

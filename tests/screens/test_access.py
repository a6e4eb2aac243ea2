"""The access panel: each setting in effect at once, place and answers kept, and all of it gone with the person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.catalogue.conditions import FactId
from kiosk.config import Config, SoundThrough, Speech
from kiosk.config.values import Profile
from kiosk.visit.comfort import Comfort, Pace, Palette
from kiosk.visit.visit import Page, Stop, Visit, answering
from tests.screens.hearing import Transcript

SETTINGS = [
    ("Letters: A++", "letters", 2),
    ("Colours: Dark", "palette", Palette.DARK),
    ("Colours: Yellow on black", "palette", Palette.CONTRAST_DARK),
    ("Colours: Black on white", "palette", Palette.CONTRAST_LIGHT),
    ("Colours: Cream", "palette", Palette.CREAM),
    ("Voice: Fast", "pace", Pace.FAST),
    ("Touch: Steady, larger", "steady", True),
    ("Height: Lower", "lower", True),
    ("Time: 3 times more", "more_time", True),
    ("Screen: Black, sound only", "blank", True),
]
LANDSCAPE = (1920, 1080)
FACT = FactId("needs_money_now")


@pytest.fixture
def at_question(show, every_page):
    """A window at a question, with one answer given before."""

    def _at_question(**wanted):
        screen = show(language="en", speaker=Transcript(), **wanted)
        visit = every_page(screen, "en")["question, boolean"]
        screen.go(answering(visit, FACT, None))
        return screen

    return _at_question


@pytest.mark.parametrize(("choice", "name", "value"), SETTINGS)
def test_a_setting_takes_effect_at_once_and_keeps_place_and_answers(at_question, choice, name, value):
    screen = at_question()
    before = screen.session.visit
    screen.tap("Button", "Letters")

    screen.tap("RadioButton", choice)

    assert getattr(screen.comfort.value, name) == value
    assert screen.find("RadioButton", choice).checked
    screen.kiosk.back()
    assert screen.session.visit == before


@pytest.mark.parametrize(("choice", "name", "value"), SETTINGS)
def test_a_setting_is_reached_by_the_keypad_alone(at_question, choice, name, value):
    screen = at_question()
    screen.press(Qt.Key.Key_F1)
    for _ in range(60):
        focused = screen.focused()
        if focused is not None and focused.name == choice:
            break
        screen.press(Qt.Key.Key_Down)

    screen.press(Qt.Key.Key_Return)

    assert getattr(screen.comfort.value, name) == value
    # On a black screen the voice begins with the page.
    assert screen.comfort.value.blank or screen.focused().name == choice


def test_sound_goes_up_and_down_by_words_and_keys(at_question):
    screen = at_question()
    screen.tap("Button", "Letters")

    screen.tap("Button", "Louder")
    screen.tap("Button", "Louder")
    screen.tap("Button", "Quieter")

    assert screen.comfort.value.volume == 5
    assert "5 of 8" in screen.names("StaticText")


@pytest.mark.parametrize(
    ("palette", "paper"),
    [
        (Palette.DARK, "#12171c"),
        (Palette.CONTRAST_DARK, "#000000"),
        (Palette.CONTRAST_LIGHT, "#ffffff"),
        (Palette.CREAM, "#f3e6c8"),
        (Palette.LIGHT, "#faf8f4"),
    ],
)
def test_colours_change_the_whole_screen_at_once(show, palette, paper):
    screen = show(language="en")

    screen.comfort.setPalette(palette)
    screen.draw()

    assert screen.window.grabWindow().pixelColor(4, screen.window.height() // 2).name() == paper


def test_the_settings_of_the_site_come_back_with_the_next_person(show):
    config = Config()
    site = replace(config, comfort=replace(config.comfort, palette="cream", volume=2))
    screen = show(language="en", config=site)
    usual = screen.comfort.value
    assert (usual.palette, usual.volume) == (Palette.CREAM, 2)
    screen.tap("Button", "Letters")
    screen.tap("RadioButton", "Colours: Dark")
    screen.tap("RadioButton", "Letters: A+")

    screen.kiosk.leave()

    assert screen.comfort.value == usual


def test_letters_opens_the_panel_at_its_settings(show):
    screen = show(language="en", letters=2)

    screen.tap("Button", "Letters")

    assert screen.page == Page.HELP
    assert screen.sees(screen.find("RadioButton", "Letters: A++"))


def test_settings_made_on_the_first_screen_stay_for_who_made_them(show):
    screen = show()
    screen.tap("Button", "Get help")
    screen.tap("RadioButton", "Colours: Dark")

    screen.tap("Button", "Close")

    assert screen.page == Page.ATTRACT
    assert screen.comfort.value.palette == Palette.DARK


@pytest.mark.parametrize("languages", [("en", "fr"), ("fr", "en")])
def test_each_size_of_letters_is_one_touch_on_the_first_screen_in_both_languages(show, languages):
    config = Config()
    screen = show(config=replace(config, site=replace(config.site, languages=languages)))
    says = {"en": "Letters", "fr": "Lettres"}

    for letters, size in ((2, "A++"), (1, "A+"), (0, "A")):
        screen.tap("RadioButton", " · ".join(f"{says[language]} {size}" for language in languages))
        assert screen.comfort.value.letters == letters
        chosen = next(node for node in screen.controls() if node.role == "RadioButton" and node.checked)
        assert chosen.name.endswith(f" {size}")

    assert screen.page == Page.ATTRACT


def test_the_keys_of_the_first_screen_follow_the_order_of_the_site(show):
    config = Config()

    screen = show(config=replace(config, site=replace(config.site, languages=("fr", "en"))))

    assert {"Aide · Get help", "Plus bas · Lower", "Écouter · Listen"} <= set(screen.names("Button"))


def test_under_the_charter_the_keys_of_the_first_screen_are_french(show):
    config = Config()

    screen = show(config=replace(config, site=replace(config.site, profile=Profile.QC)))

    assert {"Aide", "Plus bas", "Écouter"} <= set(screen.names("Button"))
    assert {"Lettres A", "Lettres A+", "Lettres A++"} <= set(screen.names("RadioButton"))


def test_settings_left_on_the_first_screen_go_after_a_while(show):
    screen = show()
    screen.comfort.setLetters(2)

    screen.patience.ask()

    assert screen.page == Page.ATTRACT
    assert not screen.patience.property("warning")
    assert screen.comfort.value == replace(Comfort(), motion=False)


def test_the_listening_key_says_what_it_does_next(show):
    screen = show(speaker=Transcript(), language="en")

    screen.tap("Button", "Listen")
    assert screen.comfort.value.listening

    screen.tap("Button", "Quiet")
    assert not screen.comfort.value.listening


def test_a_touch_brings_a_black_screen_back_and_nothing_else(at_question):
    screen = at_question()
    before = screen.session.visit
    screen.comfort.setBlank(True)
    screen.draw()
    black = screen.window.grabWindow()
    assert {black.pixelColor(x, y).name() for x in range(0, 1080, 90) for y in range(0, 1920, 80)} == {"#000000"}

    screen.touch(QPoint(540, 1500))
    screen.draw()

    assert not screen.comfort.value.blank
    assert screen.session.visit == before


def test_keys_go_on_while_the_screen_is_black(at_question):
    screen = at_question()
    screen.comfort.setBlank(True)

    for _ in range(2):  # the first says where one is
        screen.press(Qt.Key.Key_F1)

    assert screen.page == Page.HELP
    assert screen.comfort.value.blank


def test_steady_touch_asks_to_confirm_an_answer(at_question):
    screen = at_question()
    screen.comfort.setSteady(True)
    screen.draw()
    before = screen.session.visit
    assert not screen.find("Button", "Continue").enabled

    screen.tap("Button", "Yes")
    assert screen.session.visit == before

    screen.find("Button", "Continue").item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    screen.press(Qt.Key.Key_Return)
    assert screen.session.visit != before


def test_in_steady_touch_a_finger_may_slip_off_what_it_touched(at_question):
    screen = at_question()
    screen.tap("Button", "Letters")
    screen.comfort.setSteady(True)
    screen.draw()
    louder = screen.find("Button", "Louder").rect
    near, outside = (QPoint(louder.center().x(), louder.bottom() + away) for away in (-8, 8))

    QTest.mousePress(screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, near)
    QTest.mouseRelease(screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, outside)

    assert screen.comfort.value.volume == 5


def test_starting_over_is_asked_in_the_bar_and_answered_by_keys(at_question):
    screen = at_question()
    before = screen.session.visit
    screen.find("Button", "Start over").item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    screen.press(Qt.Key.Key_Return)
    assert screen.focused().name == "No, go on"

    screen.press(Qt.Key.Key_Return)

    assert screen.session.visit == before
    assert screen.focused().name == "Start over"


def test_starting_over_with_nothing_answered_asks_nothing(show):
    screen = show(speaker=Transcript(), language="en")
    screen.tap("Button", "I am a")

    screen.tap("Button", "Start over")

    assert screen.session.visit == Visit(language="en", trail=(Stop(Page.HOME),))


@pytest.mark.parametrize(("size", "mount"), [((1080, 1920), 750), ((1080, 1920), 900), (LANDSCAPE, 1050)])
def test_nothing_to_touch_is_higher_than_who_sits_can_reach(show, every_page, size, mount):
    config = Config()
    screen = show(
        size=size, language="en", config=replace(config, screen=replace(config.screen, mount_bottom_mm=mount))
    )
    line = size[1] - (1220 - mount) * screen.theme().property("pixelsPerMm")
    pages = every_page(screen, "en")

    for name in ("home", "plan", "help", "question, date"):
        screen.go(pages[name])
        tops = [node.rect.top() for node in screen.controls() if screen.sees(node)]
        assert min(tops) >= line - 2, name


@pytest.mark.parametrize(("language", "words"), [("en", ("Listen", "No sound")), ("fr", ("Écouter", "Sans son"))])
def test_a_kiosk_without_sound_says_so_to_whoever_wants_to_listen(show, language, words):
    screen = show(language=language, config=Config(speech=Speech(through=SoundThrough.NONE)))

    screen.tap("Button", words[0])

    assert not screen.find("Button", words[1]).enabled
    assert not screen.comfort.value.listening

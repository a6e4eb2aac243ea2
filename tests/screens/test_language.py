"""Another language, in place, at any moment."""

import pytest
from PySide6.QtGui import QFont

from kiosk.bridge.auditing.geometry import painted
from kiosk.catalogue.lifelines import LIFELINES
from kiosk.config import Config, Profile, Site
from kiosk.languages.foreign import bare, stretches
from kiosk.speech.utterance import Run
from tests.screens.hearing import Transcript

FIRST = ("English", "Français")
FIVE = ("en", "fr", "ar", "zh", "uk")


def greeting(show, **site):
    return show(config=Config(site=Site(**{"languages": FIVE, **site})))


def test_english_and_french_have_buttons_of_the_same_size_at_the_same_height(show):
    for letters in range(3):
        screen = show(letters=letters, config=Config(site=Site(languages=FIVE)))

        english, french = screen.find("Button", "English"), screen.find("Button", "Français")

        assert english.rect.size() == french.rect.size()
        assert english.rect.top() == french.rect.top()
        assert english.rect.left() < french.rect.left()
        names = [item for item in screen.items() if item.inherits("QQuickText") and item.property("text") in FIRST]
        assert len({name.property("font").pixelSize() for name in names}) == 1


def test_the_site_says_which_of_the_two_comes_first(show):
    screen = greeting(show, languages=("ar", "fr", "en"))

    assert screen.find("Button", "Français").rect.left() < screen.find("Button", "English").rect.left()
    assert screen.names("Heading")[0] == "Trouvez le service qu’il vous faut."
    screen.tap("Button", "English")
    assert [node.name for node in screen.controls() if node.role == "RadioButton"] == ["Français", "English"]


@pytest.mark.parametrize(("name", "language"), [("العربية", "ar"), ("中文", "zh"), ("Українська", "uk")])
def test_every_other_language_is_one_touch_away_in_its_own_name(show, name, language):
    screen = greeting(show)

    screen.tap("Button", name)

    assert (screen.session.language, screen.page, screen.taps) == (language, "home", 1)
    assert screen.find("RadioButton", name)
    assert [node.name for node in screen.controls() if node.role == "RadioButton"] == ["English", "Français", name]


def test_under_the_profile_of_quebec_french_stands_alone_and_the_others_one_touch_further(show):
    screen = greeting(show, profile=Profile.QC)
    assert "English" not in screen.names("Button")
    assert screen.names("Heading") == ["Trouvez le service qu’il vous faut."]

    screen.tap("Button", "Autres langues · Other languages")
    screen.tap("Button", "English")

    assert (screen.session.language, screen.page) == ("en", "home")


def test_a_script_is_loaded_when_its_language_is_first_spoken(show):
    screen = greeting(show, languages=("en", "fr", "ar"))
    fonts = screen.application.citizen.fonts
    names_only = fonts.loaded

    screen.tap("Button", "العربية")

    assert {"NotoSansArabic_600SemiBold.ttf"} == {name for name in names_only if "Arabic" in name}
    assert len([name for name in fonts.loaded if "Arabic" in name]) == 3
    assert "noto sans arabic" in map(str.lower, QFont.substitutes("Noto Sans"))


def test_a_page_in_arabic_begins_at_the_right(show):
    screen = greeting(show)

    screen.tap("Button", "العربية")

    title = screen.find("Heading", screen.names("Heading")[0])
    assert painted(title.item).right() == title.rect.right() + 1
    assert screen.find("RadioButton", "العربية").rect.right() < screen.window.width() / 2


def test_what_the_catalogue_has_in_no_other_language_shows_in_the_first_of_the_site(show, every_page):
    screen = greeting(show, languages=("fr", "en", "uk"))
    screen.tap("Button", "Українська")
    visit = every_page(screen, "uk")["step 1"]

    screen.go(visit)

    words = screen.session.plan_of(visit).step(visit.here.subject).title
    (title,) = [name for name in screen.names("Heading") if bare(name) == words.to("fr")]
    assert list(stretches(title)) == [(words.to("fr"), True)]
    assert words.language_shown("uk") == "fr" == screen.theme().property("officeLanguage")


def test_the_situations_and_the_numbers_of_an_emergency_are_in_every_language(show):
    catalogue = show(config=Config(site=Site(languages=FIVE))).session.catalogue

    texts = [door.label for door in catalogue.doors] + [bundle.tile for bundle in catalogue.bundles.values()]
    texts += [words for line in LIFELINES for words in (line.name, line.gives)]

    assert not [text for text in texts for language in FIVE if text.language_shown(language) != language]


@pytest.mark.parametrize("page", ["home", "situations", "urgent", "urgent, food", "help", "question, choice", "plan"])
def test_a_page_changes_its_language_in_place(show, every_page, page):
    screen = show(language="en")
    visit = every_page(screen, "en")[page]
    screen.go(visit)
    english = set(screen.names("Heading"))

    screen.tap("RadioButton", "Français")

    assert screen.session.visit.trail == visit.trail
    assert screen.session.visit.answers == visit.answers
    assert not english & set(screen.names("Heading"))
    assert screen.find("Button", "Retour")


def test_the_language_shown_is_announced_as_chosen(show):
    screen = show(language="fr")

    chosen = {
        node.name: bool(node.item.property("checked")) for node in screen.controls() if node.role == "RadioButton"
    }

    assert chosen == {"English": False, "Français": True}


def test_what_was_begun_is_not_lost_with_the_language(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, number"])
    screen.tap("Button", "1")
    screen.tap("Button", "7")

    screen.tap("RadioButton", "Français")

    assert "17" in screen.names("StaticText")


def test_ticks_are_not_lost_with_the_language(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, choice_multi"])
    fact = screen.session.catalogue.facts[screen.session.visit.here.subject]
    screen.tap("CheckBox", fact.choices[1].label.to("en"))

    screen.tap("RadioButton", "Français")
    screen.tap("Button", "Suivant")

    assert screen.session.visit.answers[fact.id] == {fact.choices[1].value}


def test_a_page_keeps_no_word_of_the_other_language(show, every_page):
    screen = show(language="en")
    labels = {
        label
        for bundle in screen.session.catalogue.bundles.values()
        for label in [bundle.tile.to("en")]
        if label != bundle.tile.to("fr")
    }
    screen.go(every_page(screen, "en")["situations"])
    assert labels & set(screen.names("Button"))

    screen.tap("RadioButton", "Français")

    assert not labels & set(screen.names("Button"))


def test_mikmaw_is_heard_where_its_speakers_recorded_a_greeting_and_offered_on_no_screen(show):
    voice = Transcript()
    screen = show(config=Config(site=Site(languages=("en", "fr", "mic"))), speaker=voice)

    screen.comfort.setListening(True)
    screen.draw()

    assert voice.said[0].runs[-1] == Run("greeting", "mic")
    assert not [name for name in screen.names("Button") if "Mi’kmaw" in name]


def test_the_voice_changes_its_language_for_what_the_catalogue_lacks(show, every_page):
    voice = Transcript()
    screen = show(language="ar", config=Config(site=Site(languages=FIVE)), speaker=voice)

    screen.comfort.setListening(True)
    screen.go(every_page(screen, "ar")["step 1"])

    spoken = {run.language for utterance in voice.said for run in utterance.runs}
    assert spoken == {"ar", "en"}

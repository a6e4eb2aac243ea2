"""The first screen: every language of the site in its own name."""

import pytest

from kiosk.bridge.viewmodels.greeting import GreetingViewModel
from kiosk.config import Profile, Site


@pytest.fixture
def greeting(qapp):
    return lambda **site: GreetingViewModel(Site(**site))


def test_the_centre_is_named_in_both_office_languages(greeting):
    names = greeting().property("centreNames")

    assert names == ["North End Community Centre", "Centre communautaire North End"]


def test_each_language_is_named_and_invited_in_its_own_words(greeting):
    shown = greeting(languages=("fr", "en", "ar"))

    assert shown.property("greetingNames") == ["Français", "English"]
    assert shown.property("greetingStarts") == ["Touchez pour commencer", "Touch to start"]
    assert shown.property("otherNames") == ["العربية"]


def test_under_the_profile_of_quebec_french_greets_and_the_others_stand_beside(greeting):
    shown = greeting(languages=("en", "fr"), profile=Profile.QC)

    assert shown.property("greetings") == ["fr"]
    assert shown.property("others") == ["en"]


def test_the_language_chosen_is_told(greeting, qtbot):
    shown = greeting()

    with qtbot.waitSignal(shown.chosen, timeout=0) as told:
        shown.choose("fr")

    assert told.args == ["fr"]

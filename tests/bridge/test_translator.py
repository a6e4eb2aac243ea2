"""`qsTr` answered from the message catalogues."""

import pytest

from kiosk.bridge.translator import MessageTranslator

WORDS = {("fr", "", "Back"): "Retour", ("fr", "month", "May"): "mai"}


@pytest.fixture
def translator(qapp):
    return MessageTranslator(lambda language, context, source: WORDS.get((language, context, source), source))


def test_words_follow_the_language(translator):
    assert translator.translate("BottomBar", "Back") == "Back"

    translator.speak("fr")

    assert translator.spoken == "fr"
    assert translator.translate("BottomBar", "Back") == "Retour"


def test_a_note_of_context_is_passed_on(translator):
    translator.speak("fr")

    assert translator.translate("DateInput", "May", "month") == "mai"


def test_what_is_not_found_shows_its_source_and_never_nothing(translator):
    translator.speak("fr")

    assert translator.translate("Anywhere", "Not yet translated") == "Not yet translated"
    assert not translator.isEmpty()


@pytest.mark.parametrize(("language", "direction"), [("en", "LTR"), ("fr", "LTR"), ("ar", "RTL")])
def test_the_direction_of_writing_is_told_to_qt(translator, language, direction):
    translator.speak(language)

    assert translator.translate("", "QT_LAYOUT_DIRECTION") == direction

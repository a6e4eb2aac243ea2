"""`qsTr` answered by Qt from the message catalogues, without asking Python."""

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.bridge.translator import Translators

WORDS = {
    "en": {},
    "fr": {
        ("", "Back"): "Retour",
        ("month", "May"): "mai",
        ("", "I’m not sure"): "Je ne sais pas",
        ("", "Close"): "Fermer",
    },
    "ar": {("", "Back"): "رجوع"},
}


class Words:
    def __init__(self, language: str) -> None:
        self._language = language

    def sources(self) -> dict[tuple[str, str], str]:
        return WORDS[self._language]


@pytest.fixture
def translators(qapp):
    made = Translators(Words)
    yield made
    made.fall_silent()


def said(source: str, note: str = "") -> str:
    return QCoreApplication.translate("AnyPage", source, note or None)


def test_words_follow_the_language(translators):
    translators.speak("en")
    assert said("Back") == "Back"

    translators.speak("fr")
    assert (translators.spoken, said("Back"), said("I’m not sure")) == ("fr", "Retour", "Je ne sais pas")

    translators.speak("en")
    assert said("Back") == "Back"


def test_a_note_of_context_tells_two_meanings_apart(translators):
    translators.speak("fr")

    assert said("May", "month") == "mai"
    assert said("May") == "May"


def test_what_is_not_found_shows_its_source_and_never_nothing(translators):
    translators.speak("fr")

    assert said("Not yet translated") == "Not yet translated"


def test_a_silent_translator_answers_nothing(translators):
    translators.speak("fr")

    translators.fall_silent()

    assert (translators.spoken, said("Back")) == ("", "Back")


@pytest.mark.parametrize(("language", "direction"), [("en", "LTR"), ("fr", "LTR"), ("ar", "RTL")])
def test_the_direction_of_writing_is_told_to_qt(translators, language, direction):
    translators.speak(language)

    assert QCoreApplication.translate("QGuiApplication", "QT_LAYOUT_DIRECTION", "LTR or RTL") == direction

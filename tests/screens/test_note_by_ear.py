"""A word from the desk to somebody who listens: it is said at once, and put away with a key."""

import pytest
from PySide6.QtCore import Qt

from tests.screens.hearing import Listener, Transcript


@pytest.mark.parametrize(
    ("language", "note"), [("en", "We close in ten minutes."), ("fr", "On ferme dans dix minutes.")]
)
def test_a_word_from_the_desk_is_said_and_put_away_by_key(show, language, note):
    voice = Transcript()
    screen = show(language=language, speaker=voice)
    screen.application.comfort.setListening(True)
    listener = Listener(screen, voice)
    listener.attend()
    before = len(voice.said)

    screen.application.staff.say(note)
    listener.attend()
    said = " ".join(utterance.words for utterance in voice.said[before:])
    assert note in said

    listener.press(Qt.Key.Key_Return)

    assert screen.application.staff.property("note") == ""
    assert screen.page == "home"
    assert listener.press(Qt.Key.Key_Down)

"""The words around the words of the screen."""

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.narration.reading import Passage, Reading
from kiosk.bridge.narration.wording import Telling
from kiosk.languages.foreign import foreign
from kiosk.languages.shipped import words_of
from kiosk.speech.utterance import Run


@pytest.fixture
def tell(qapp):
    return Telling(words_of("en"), "fr")


def passage(words, role="Button", **standing):
    return Passage(QQuickItem(), role, words, **standing)


def test_sentences_are_closed_once():
    assert Telling(words_of("en"), "en").words("One", "Two?.", "", "Three…") == (Run("One. Two? Three…", "en"),)


def test_what_the_catalogue_has_in_an_office_language_only_is_said_in_it(tell):
    said = tell.words(f"Call {foreign('Santé Nouvelle-Écosse')} first")

    assert said == (Run("Call", "en"), Run("Santé Nouvelle-Écosse", "fr"), Run("first.", "en"))


def test_a_name_in_two_languages_is_said_by_two_voices(tell):
    both = passage("Get help · Aide", languages=("en", "fr"))

    assert tell.of_item(both) == (Run("Get help.", "en"), Run("Aide.", "fr"))


def test_a_choice_is_said_with_its_number_and_a_tenth_without_a_key(tell):
    third, tenth = passage("A new baby", number=3), passage("All 23 situations", number=10)
    reading = Reading((third, tenth), choices=12)

    assert tell.passage(third, reading).words == "A new baby. 3 of 12: press 3."
    assert tell.passage(tenth, reading).words == "All 23 situations. 10 of 12."


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ({"role": "CheckBox", "checked": True}, "Mine. Ticked."),
        ({"role": "CheckBox"}, "Mine. Not ticked."),
        ({"role": "RadioButton", "checked": True}, "Mine. Chosen."),
        ({"role": "Button", "enabled": False}, "Mine. Not available now. Button."),
        ({"role": "StaticText"}, "Mine."),
    ],
)
def test_state_is_said_after_the_name(tell, standing, said):
    one = passage("Mine", **standing)

    assert tell.passage(one, Reading((one,))).words == said


def test_an_empty_field_says_what_it_shows(tell):
    field = passage("What are you looking for?", "EditableText", hint="Type a few words", private=True)

    said = tell.passage(field, Reading((field,)))

    assert said.words == "What are you looking for? Text to type. Type a few words."
    assert said.private


def test_what_was_typed_and_erased_is_echoed(tell):
    before, after = passage("Field", "EditableText", content="fo"), passage("Field", "EditableText", content="foo")

    assert tell.change(before, after).words == "o."
    assert tell.change(after, before).words == "Erased: o."
    assert tell.change(before, after).private


def test_a_page_is_said_with_its_title_the_key_0_and_where_to_go_on(tell):
    title, unsure = passage("Was it a job?", "Heading"), passage("I’m not sure", number=2, zero=True)
    yes = passage("Yes", number=1)
    reading = Reading((title, yes, unsure), choices=2)

    assert (
        tell.arrival(reading, yes).words == "Was it a job? 2 choices. Press 0 for: I’m not sure. Yes. 1 of 2: press 1."
    )
    assert tell.arrival(reading, title).words.endswith("The arrow down reads on.")

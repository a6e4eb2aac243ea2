"""The words of the command line, and how gettext is shown them."""

import gettext
import os

import pytest

from kiosk.languages.shipped import words_of
from kiosk.languages.terminal import asked_of, gettext_as_before, speak, terminal_words


def test_what_only_the_command_line_says_comes_first_and_then_what_the_screens_say():
    french = terminal_words("fr")

    assert (french.gettext("Paired."), words_of("fr").gettext("Paired.")) == ("C’est jumelé.", "Paired.")
    assert french.gettext("Please ask at the desk.") == words_of("fr").gettext("Please ask at the desk.")
    assert french.gettext("Nobody ever said this.") == "Nobody ever said this."


def test_counts_are_in_the_language_s_own_plural():
    french, english = terminal_words("fr"), terminal_words("en")

    assert [french.ngettext("{count} kiosk is believed", "{count} kiosks are believed", n) for n in (0, 1, 2)] == [
        "{count} borne est crue",
        "{count} borne est crue",
        "{count} bornes sont crues",
    ]
    assert english.ngettext("{count} flag", "{count} flags", 0) == "{count} flags"


def test_gettext_speaks_while_it_is_asked_to_and_is_as_before_afterwards():
    before = gettext.textdomain(), dict(os.environ)

    with gettext_as_before():
        speak("fr")
        french = gettext.gettext("Usage:")
        speak("en")
        english = gettext.gettext("Usage:")

    assert french == "Usage\xa0:"
    assert english == "Usage:"
    assert (gettext.textdomain(), dict(os.environ)) == before
    assert gettext.gettext("Usage:") == "Usage:"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_CA@euro"}, "fr"),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": ""}, "fr"),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "en_CA.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_CA", "LC_ALL": "fr_CA"}, "fr"),
        ({"LC_ALL": "fr_CA", "LANGUAGE": "uk:en"}, "en"),
        ({"LC_TIME": "fr_CA"}, None),
        ({"LANG": "frr"}, None),
    ],
    ids=str,
)
def test_the_environment_is_read_in_the_order_of_gettext(environment, language):
    assert asked_of(environment, ("en", "fr")) == language

"""A call in one line, and what staff type."""

import pytest

from kiosk import paths
from kiosk.counter.calling.calls import Call, new_call_id
from kiosk.counter.calling.lines import (
    Attending,
    Coming,
    Finished,
    Leaving,
    Listing,
    Refusing,
    Saying,
    UnreadableError,
    line_of,
    read_line,
    topic_words,
)
from kiosk.languages import Language, load_messages


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Samira 2", Coming("Samira", 2)),
        ("3 Samira 2", Coming("Samira", 2, 3)),
        ("Jean Paul 0", Coming("Jean Paul", 0)),
        ("done", Finished()),
        ("3 FINI", Finished(3)),
        ("busy", Refusing()),
        ("2 personne", Refusing(2)),
        ("say I bring a pen", Saying("I bring a pen")),
        ("4 dire J’arrive", Saying("J’arrive", 4)),
        ("away", Attending(False)),
        ("back", Attending(True)),
        ("list", Listing()),
        ("quitter", Leaving()),
    ],
)
def test_what_staff_type_is_understood(typed, asked):
    assert read_line(typed) == asked


@pytest.mark.parametrize("typed", ["", "2", "Samira", "Samira soon", "Samira 61", "say", "3 away", "²", "² ²"])
def test_what_asks_for_nothing_is_told(typed):
    with pytest.raises(UnreadableError):
        read_line(typed)


@pytest.fixture(params=["en", "fr"])
def messages(request):
    return load_messages(Language(request.param), paths.assets_folder() / "locale")


def test_a_line_says_where_and_how_to_speak_and_how_it_stands(board, steady, messages):
    board.hear(Call(new_call_id(), kiosk=2, language="fr", letters=2, listening=True))

    line = line_of(messages, board.entries[0], steady())

    assert line == {
        "en": "10:14 a.m.  1  Kiosk 2 · French · large letters · listens to the screen · waiting",
        "fr": "10 h 14  1  Borne 2 · français · grandes lettres · écoute l’écran · en attente",
    }[messages.language].replace(" a.m.", "\u00a0a.m.").replace("10 h 14", "10\u00a0h\u00a014")


def test_a_line_says_what_it_is_about_where_the_person_let_staff_know(board, steady, messages, real):
    board.hear(Call(new_call_id(), about=("losing-a-job", "moving-house", "of-another-catalogue")))
    entry = board.entries[0]

    line = line_of(messages, entry, steady(), topic_words(messages, real, entry.call.about))

    assert {
        "en": "about: Losing a job and Moving house",
        "fr": "au sujet de\u00a0: Perte d’emploi et Déménager",
    }[messages.language] in line


def test_a_private_call_asks_to_go_quietly(board, steady, messages):
    board.hear(Call(new_call_id(), private=True, language="fr"))

    line = line_of(messages, board.entries[0], steady())

    assert {"en": "private help, go quietly", "fr": "aide en privé, allez-y discrètement"}[messages.language] in line


def test_a_line_says_who_comes_and_when(board, steady, messages):
    board.hear(Call(new_call_id()))
    board.come("Samira", 1)

    line = line_of(messages, board.entries[0], steady())

    assert line.endswith({"en": "Samira in 1 minute", "fr": "Samira dans 1 minute"}[messages.language])

"""What the banner of calls tells of today's calls."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.bridge.counter.calls import Shown, Stage, minutes_words, shown_of, waited_words
from kiosk.counter.calling.board import End, Entry
from kiosk.counter.calling.calls import Call, Standing, new_call_id
from kiosk.languages.shipped import words_of

EN, FR = words_of("en"), words_of("fr")
CAME = datetime(2026, 3, 12, 10, 14, tzinfo=UTC)


def entry(number=1, began=100.0, standing=Standing.TOLD, end=End.OPEN, **about):
    call = Call(new_call_id(), **{"kiosk": 2, "language": "fr", **about})
    return Entry(number, call, CAME, began, began, standing, name="Samira", there_at=began + 120, end=end)


def shown(*entries, answering=0, messages=EN, steady=180.0):
    return shown_of(messages, entries, steady, answering)


def test_nothing_shows_while_nobody_calls_or_all_calls_are_over():
    assert shown() == shown(entry(end=End.DONE), entry(end=End.LEFT)) == Shown()


def test_the_call_that_has_waited_longest_shows_and_the_others_are_counted():
    told = shown(entry(1), entry(2, began=120.0, kiosk=5), entry(3, standing=Standing.NOBODY))

    assert (told.stage, told.number, told.more) == (Stage.WAITING, 1, 1)
    assert told.waited == "1:20"


def test_a_call_that_is_being_answered_stays_in_front_of_an_older_one():
    told = shown(entry(1), entry(2, kiosk=5), answering=2)

    assert (told.stage, told.number) == (Stage.ANSWERING, 2)


def test_who_waits_is_told_before_who_is_on_the_way():
    told = shown(entry(1, standing=Standing.COMING), entry(2, kiosk=5))

    assert (told.stage, told.number, told.more) == (Stage.WAITING, 2, 0)


@pytest.mark.parametrize(
    ("messages", "about", "words"),
    [
        (EN, {}, "Kiosk 2 asks for help, in French."),
        (EN, {"kiosk": 0, "private": True}, "The kiosk asks for help quietly, in French."),
        (FR, {"language": "ar"}, "La borne 2 demande de l’aide, en arabe."),
        (FR, {"language": "xx"}, "La borne 2 demande de l’aide, en xx."),
    ],
)
def test_a_call_says_where_in_which_language_and_whether_quietly(messages, about, words):
    assert shown(entry(**about), messages=messages).words == words


def test_somebody_on_the_way_is_told_with_the_minutes_left():
    coming = entry(standing=Standing.COMING)

    assert shown(coming, steady=110.0).words == "Samira goes to kiosk 2 in 2 minutes."
    assert shown(coming, steady=170.0).words == "Samira goes to kiosk 2 in 1 minute."
    assert shown(coming, steady=300.0).words == "Samira goes to kiosk 2 now."
    assert shown(replace(coming, call=entry(kiosk=0).call), steady=300.0).words == "Samira goes to the kiosk now."


def test_how_the_person_uses_the_screen_is_told_where_it_matters():
    assert shown(entry(letters=1, listening=True)).detail == "large letters · listens to the screen"
    assert shown(entry()).detail == ""


def test_a_wait_reads_as_on_a_watch():
    assert [waited_words(seconds) for seconds in (0, 59.9, 60, 605)] == ["0:00", "0:59", "1:00", "10:05"]


def test_minutes_are_words():
    assert [minutes_words(EN, minutes) for minutes in (0, 1, 5)] == ["Now", "1 minute", "5 minutes"]

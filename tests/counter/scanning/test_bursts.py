"""A scanner told from a person by its pace, with typists of every kind."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.scanning.bursts import NO_RUN, OVER_AFTER_MS, Key, with_key

URL = "https://r.example.ca/#QRE2EAJHARAYZWM7"


def keys(text, gaps_ms):
    at = 1000.0
    for character, gap in zip(text, gaps_ms, strict=True):
        at += gap
        yield Key(at, character)


def run_of(pressed):
    run = NO_RUN
    for key in pressed:
        run = with_key(run, key)
    return run


@pytest.mark.parametrize("pace", [1, 5, 20, 35, 50])
@pytest.mark.parametrize("text", [URL, "R-7K3F-9XD\n", "A death\nin the family\nR-7K3F-9XD\n", "GB1-ABCDEFGH"])
def test_a_scanner_is_known_by_its_pace_and_nothing_of_what_it_says_is_lost(pace, text):
    shaken = random.Random(pace)
    run = run_of(keys(text, [max(0.2, shaken.gauss(pace, pace / 6)) for _ in text]))

    assert run.is_scan
    assert run.text == text
    assert run.let_through + run.held == text
    assert len(run.let_through) <= 7


def test_only_what_no_hand_can_equal_is_called_so():
    assert run_of(keys(URL, [2] * len(URL))).is_no_hand
    assert not run_of(keys(URL, [40] * len(URL))).is_no_hand
    assert not run_of(keys("looking for", [2] * 11)).is_no_hand


@pytest.mark.parametrize("words_a_minute", [20, 45, 80, 110])
def test_nobody_who_types_is_taken_for_a_scanner(words_a_minute):
    """Times between keys as people have them: about log-normal, some rolled over at once."""
    typist = random.Random(words_a_minute)
    median = 60_000 / (5 * words_a_minute)
    text = "losing a job and nobody to look after the children on a Monday " * 60

    def gap(character):
        rolled = character in "eraintso" and typist.random() < 0.12
        return typist.uniform(8, 35) if rolled else math.exp(typist.gauss(math.log(median), 0.42))

    run = NO_RUN
    for key in keys(text, [gap(character) for character in text]):
        run = with_key(run, key)
        assert not run.is_scan


def test_a_key_held_down_is_no_scanner():
    held = (Key(1000 + 33 * n, "a", repeats=n > 0) for n in range(40))
    unmarked = keys("aaaaaaaaaaaaaaaaaaaaaaaa", [33] * 24)

    assert not run_of(held).is_scan
    assert not run_of(unmarked).is_scan


def test_two_equal_letters_in_a_row_are_both_a_scanners_though_the_system_calls_one_a_repetition():
    said = "GB1-4477AABB2233"
    pressed = [Key(1000.0, letter, repeats=n > 0 and said[n - 1] == letter) for n, letter in enumerate(said)]

    assert run_of(pressed).text == said


def test_keys_that_give_no_text_change_nothing():
    pressed = []
    for key in keys(URL, [30] * len(URL)):
        pressed += [Key(key.at_ms - 1, ""), key]

    assert run_of(pressed).text == URL


def test_a_pause_ends_a_scan_and_the_next_key_is_a_persons():
    run = run_of(keys(URL, [3] * len(URL)))

    assert not run.is_over(run.last_ms + OVER_AFTER_MS - 1)
    assert run.is_over(run.last_ms + OVER_AFTER_MS)
    assert with_key(run, Key(run.last_ms + OVER_AFTER_MS, "b")).text == "b"


def test_a_busy_computer_that_hands_keys_over_late_does_not_cut_a_scan():
    gaps = [30] * len(URL)
    gaps[20] = 140

    run = run_of(keys(URL, gaps))

    assert run.text == URL


def test_a_clock_that_goes_back_begins_a_new_run():
    run = run_of(keys(URL, [3] * len(URL)))

    assert with_key(run, Key(5.0, "x")).text == "x"


@given(st.lists(st.tuples(st.floats(0, 400), st.text(max_size=2), st.booleans()), max_size=60))
def test_every_key_is_either_let_through_or_held(events):
    run, at, through = NO_RUN, 0.0, ""
    for gap, text, repeats in events:
        at += gap
        before = run
        run = with_key(run, Key(at, text, repeats))
        if not run.is_scan:
            through += text
        elif not before.is_scan:
            assert run.text == run.let_through + text
            assert through.endswith(run.let_through)

"""Typing errors, and the words that typed ones may stand for."""

import pytest

from kiosk.catalogue.search.vocabulary import edits


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("carte", "carte", 0),
        ("carte", "crate", 1),
        ("carte", "cart", 1),
        ("carte", "cartes", 1),
        ("carte", "corte", 1),
        ("garderie", "gardreei", 2),
        ("carte", "trace", 3),
    ],
)
def test_letters_added_dropped_changed_and_swapped_are_counted(one, other, distance):
    assert edits(one, other, most=3) == edits(other, one, most=3) == distance


def test_counting_stops_once_there_are_too_many():
    assert edits("assurance", "chauffage", most=2) == 3


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("crate sante", "carte santé"),
        ("helth card", "health card"),
        ("bannque alimantaire", "banque alimentaire"),
        ("carte santé", ""),
        ("carte sante", ""),
        ("EI", ""),
        ("zzzzzz", ""),
    ],
)
def test_a_mistake_is_read_as_the_word_meant(finder, typed, read_as):
    assert finder.answer(typed, "fr").read_as == read_as


@pytest.mark.parametrize("code", ["81l", "t44", "eu"])
def test_short_words_and_codes_are_never_corrected(finder, code):
    assert finder.answer(code, "en").read_as == ""


def test_without_correction_every_word_is_taken_as_typed(finder):
    found = finder.answer("crate sante", "fr", corrected=False)

    assert found.read_as == ""
    assert found.hits != finder.answer("crate sante", "fr").hits

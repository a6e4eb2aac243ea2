"""Where staff can stand at the counter, and how they get there and back."""

import pytest

from kiosk.bridge.counter.desk import initials_of
from kiosk.bridge.counter.places import SECTIONS, CounterPage, closing, opening

WALK_IN, CASES, CASE, FLAG = CounterPage.WALK_IN, CounterPage.CASES, CounterPage.CASE, CounterPage.FLAG


def test_a_section_begins_anew_and_another_page_lies_on_top():
    assert opening((CASES, CASE), WALK_IN) == (WALK_IN,)
    assert opening((CASES,), CASE) == (CASES, CASE)
    assert opening((CASES, CASE), FLAG) == (CASES, CASE, FLAG)


def test_a_page_that_lies_below_is_gone_back_to():
    assert opening((CASES, CASE, FLAG), CASE) == (CASES, CASE)


def test_there_is_a_way_back_from_a_page_on_top_and_none_from_a_section():
    assert closing((CASES, CASE)) == (CASES,)
    assert closing((CASES,)) == (CASES,)


def test_every_section_has_a_key_of_its_own():
    keys = [section.key for section in SECTIONS]

    assert len(set(keys)) == len(keys)
    assert not {"F1", "F6", "F9", "F10", "F11", "F12"} & set(keys)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Samira Khan", "SK"), ("Samira", "S"), ("Jean-Pierre de la Tour", "JT"), ("Étienne roy", "ÉR"), ("", "")],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_word(name, initials):
    assert initials_of(name) == initials

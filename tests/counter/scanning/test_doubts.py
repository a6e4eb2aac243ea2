"""Where a code was miswritten, among the codes that were issued here."""

from itertools import combinations

import pytest

from kiosk.counter.scanning.doubts import Doubt, doubt_of
from kiosk.referral.code import ALPHABET, make

ISSUED = {make(bytes([n, 3 * n % 251, 7, n, 11, 13, 17, 5 * n % 256])) for n in range(200)}
ONE = sorted(ISSUED, key=str)[100]


def is_issued(code):
    return code in ISSUED


@pytest.mark.parametrize("place", range(7))
def test_a_wrong_character_is_found_by_its_place(place):
    letter = next(letter for letter in ALPHABET if letter != ONE.characters[place])
    wrong = ONE.characters[:place] + letter + ONE.characters[place + 1 :]

    assert doubt_of(wrong, is_issued) == Doubt((place + 1,))


def test_two_swapped_characters_are_found_by_their_places():
    for one, other in combinations(range(7), 2):
        letters = list(ONE.characters)
        if letters[one] != letters[other]:
            letters[one], letters[other] = letters[other], letters[one]
            assert doubt_of("".join(letters), is_issued) == Doubt((one + 1, other + 1))


def test_nothing_is_said_where_no_code_issued_here_is_near():
    assert doubt_of("2222223", is_issued) is None


def test_nothing_is_said_where_several_codes_are_as_near():
    wrong = next(f"{letter}{ONE.characters[1:]}" for letter in ALPHABET if letter not in (ONE.characters[0], "R"))

    assert doubt_of(wrong, lambda _code: True) is None

"""The short code, over its whole alphabet."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.referral.code import (
    ALPHABET,
    CodeCharacterError,
    CodeCheckError,
    CodeLengthError,
    ReferralCode,
    ReferralCodeError,
    make,
    parse,
    spell,
)

BASES = tuple(make(bytes([n]) * 8) for n in (0, 1, 77, 128, 255))


def is_accepted(characters: str) -> bool:
    try:
        parse("R" + characters)
    except CodeCheckError:
        return False
    return True


def whole_codes(left: int, right: int) -> Iterator[list[str]]:
    """A code for every pair of characters in these two places, the second R of the first place excepted.

    The check is a weighted sum, so the other characters cannot matter: one choice of them stands for all.
    """
    free = next(place for place in range(1, 7) if place not in (left, right))
    for first in ALPHABET:
        for second in ALPHABET:
            typed = ["2"] * 7
            typed[left], typed[right] = first, second
            for typed[free] in ALPHABET:
                if is_accepted("".join(typed)):
                    yield list(typed)


def test_the_alphabet_has_no_characters_that_look_alike_and_a_prime_number_of_them() -> None:
    assert not set(ALPHABET) & set("0O1IL5S")
    assert len(set(ALPHABET)) == len(ALPHABET) == 29


@pytest.mark.parametrize("base", BASES, ids=str)
def test_every_single_wrong_character_is_noticed(base: ReferralCode) -> None:
    right = base.characters

    wrong = [
        right[:place] + character + right[place + 1 :]
        for place in range(7)
        for character in ALPHABET
        if character != right[place]
    ]

    assert len(wrong) == 7 * 28
    assert not any(is_accepted(characters) for characters in wrong)


@pytest.mark.parametrize(("left", "right"), list(combinations(range(7), 2)))
def test_every_swap_of_two_different_characters_is_noticed(left: int, right: int) -> None:
    checked = 0

    for whole in whole_codes(left, right):
        if whole[left] != whole[right]:
            whole[left], whole[right] = whole[right], whole[left]
            assert not is_accepted("".join(whole)), whole
            checked += 1

    assert checked == (28 if left == 0 else 29) * 28


@pytest.mark.parametrize("place", range(6))
def test_twins_changed_into_other_twins_are_noticed(place: int) -> None:
    for whole in whole_codes(place, place + 1):
        if whole[place] == whole[place + 1]:
            for twin in set(ALPHABET) - {whole[place]}:
                whole[place] = whole[place + 1] = twin
                assert not is_accepted("".join(whole)), whole


@given(st.binary(min_size=8, max_size=8))
def test_a_code_reads_back_as_it_is_written(random: bytes) -> None:
    written = make(random)

    assert parse(str(written)) == written


@pytest.mark.parametrize(
    "typed",
    ["{c}", " {c} ", "{l}", "{bare}", "{bare_l}", "r{bare}", "R {g1} {g2}", "{g1}-{g2}", "R‑{g1}–{g2}", "R.{g1}.{g2}"],
)
def test_people_type_it_in_many_ways(typed: str) -> None:
    written = make(b"\x0812345\xff7")
    _, g1, g2 = written.groups

    text = typed.format(c=written, l=str(written).lower(), bare=g1 + g2, bare_l=(g1 + g2).lower(), g1=g1, g2=g2)

    assert parse(text) == written


def test_no_code_begins_with_the_letter_of_its_prefix() -> None:
    firsts = {make(((n * 29**5) + 5).to_bytes(8, "big")).characters[0] for n in range(100)}

    assert firsts == set(ALPHABET) - {"R"}
    with pytest.raises(ValueError, match="second R"):
        ReferralCode("R222222")


@given(st.binary(min_size=8, max_size=8), st.integers(0, 6))
def test_a_code_with_a_character_left_out_is_never_taken_for_one_without_its_r(random: bytes, place: int) -> None:
    characters = make(random).characters

    with pytest.raises(CodeLengthError):
        parse("R" + characters[:place] + characters[place + 1 :])


def test_accents_and_wide_letters_are_the_letters_they_stand_for() -> None:
    written = next(code for n in range(1000) if "E" in (code := make(n.to_bytes(8, "big"))).characters)

    assert parse(written.characters.replace("E", "é")) == written
    assert parse(written.characters.replace("E", "Ｅ")) == written


def test_characters_that_no_code_has_are_named_once_and_never_guessed() -> None:
    with pytest.raises(CodeCharacterError) as caught:
        parse("R-o0k3-lO9")

    assert caught.value.characters == "O0L"
    assert caught.value.code == "code_character"


@pytest.mark.parametrize("typed", ["", "R", "R-7K3F-9X", "R-7K3F-9XDD2", "7K3F-9X", "7" * 5000])
def test_a_wrong_length_is_said_as_such(typed: str) -> None:
    with pytest.raises(CodeLengthError):
        parse(typed)


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_a_code_error(text: str) -> None:
    try:
        read = parse(text)
    except ReferralCodeError:
        return
    assert ReferralCode(read.characters) == read


def test_a_code_value_cannot_be_made_with_a_wrong_check_character() -> None:
    right = make(bytes(8)).characters

    with pytest.raises(ValueError, match="check character"):
        ReferralCode(right[:-1] + ("2" if right[-1] != "2" else "3"))


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "R as in River. two, two, two, two. two, two, two."),
        ("fr", "R comme Rivière. deux, deux, deux, deux. deux, deux, deux."),
        ("mic", "R. 2, 2, 2, 2. 2, 2, 2."),
    ],
)
def test_a_code_is_spelled_in_groups(language: str, spoken: str) -> None:
    assert spell(make(bytes(8)), language) == spoken


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_letter_has_a_word_that_begins_with_it(language: str) -> None:
    codes = [make(n.to_bytes(8, "big")) for n in range(0, 29**6, 29**4 + 31)]
    spoken = " ".join(spell(code, language) for code in codes)

    for letter in ALPHABET[7:]:
        word = spoken.split(f"{letter} {'as in' if language == 'en' else 'comme'} ", 1)[1]
        assert word[0].replace("É", "E") == letter

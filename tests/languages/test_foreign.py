"""Words of another language are told apart from those around them, and nothing in them changes its order."""

import pytest

from kiosk.languages.foreign import bare, foreign, is_foreign, isolated, kept_in_order, stretches


def test_a_text_of_another_language_is_known_as_such() -> None:
    assert is_foreign(foreign("Death certificate"))
    assert not is_foreign("Death certificate")
    assert not is_foreign(f"{foreign('one')} و {foreign('two')}")
    assert foreign("") == ""


def test_the_voice_learns_where_the_language_changes() -> None:
    words = f"ابدأ بهذا: {foreign('Death certificate')}، قبل {isolated('19 مارس')}."

    told = list(stretches(words))

    assert told == [("ابدأ بهذا: ", False), ("Death certificate", True), ("، قبل 19 مارس.", False)]


def test_a_field_inside_another_language_stays_in_it() -> None:
    assert list(stretches(foreign(f"Call {isolated('211')} now"))) == [("Call 211 now", True)]


def test_words_without_marks_are_one_stretch_and_no_words_are_none() -> None:
    assert list(stretches("Back")) == [("Back", False)]
    assert list(stretches("")) == []


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("اتصل على {number}", "اتصل على \u2068{number}\u2069"),
        ("%1 من %2", "\u2068%1\u2069 من \u2068%2\u2069"),
        ("{day}: {hours}", "\u200f\u2068{day}\u2069: \u2068{hours}\u2069"),
    ],
)
def test_what_fills_a_right_to_left_pattern_keeps_its_order(pattern: str, kept: str) -> None:
    assert kept_in_order(pattern) == kept
    assert bare(kept_in_order(pattern)) == pattern

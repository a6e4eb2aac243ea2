"""What a scanner typed, set right: our tables are the system's, and every text that we print comes through them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.scanning.layouts import COMES_OUT, MEANT, Layout, as_meant
from tests.counter.scanning.keyboards import Keyboard, NoKeyboardDataError

LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def keyboard(layout: Layout) -> Keyboard:
    try:
        return Keyboard(layout)
    except NoKeyboardDataError:
        pytest.skip("this system has no keyboard data")


@pytest.mark.parametrize("layout", Layout)
def test_our_table_is_the_systems(layout):
    assert COMES_OUT[layout] == keyboard(layout).comes_out()


@pytest.mark.parametrize("layout", Layout)
def test_every_key_that_is_not_dead_is_set_right(layout):
    out = COMES_OUT[layout]
    for came, meant in zip(out, MEANT, strict=True):
        if out.count(came) == 1:
            assert as_meant(came, layout) == meant


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("address", ["https://r.example.ca/#", "HTTPS://R.EXAMPLE.CA/#", "GB1-", "R-"])
def test_an_address_a_badge_and_a_code_come_through_a_real_keyboard(layout, address):
    text = address + LETTERS_AND_DIGITS

    assert as_meant(keyboard(layout).types(text), layout) == text


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("text", [LETTERS_AND_DIGITS, LETTERS_AND_DIGITS.lower()])
def test_letters_and_digits_come_through_with_caps_lock_on(layout, text):
    typed = keyboard(layout).types(text, caps=True)

    assert LETTERS_AND_DIGITS in {as_meant(typed, layout, other_level=turned).upper() for turned in (False, True)}


def test_digits_of_a_number_pad_come_through_where_they_stand_above_other_characters():
    assert as_meant("2AR7", Layout.FRENCH, other_level=True).upper() == "2QR7"


@pytest.mark.parametrize(
    ("layout", "typed", "meant"),
    [
        (Layout.FRENCH, "ê", "[e"),
        (Layout.FRENCH, "ë", "{e"),
        (Layout.CANADIAN_MULTILINGUAL, "ô", "[o"),
        (Layout.CANADIAN_FRENCH, "ç", "]c"),
        (Layout.SPANISH, "á", "'a"),
        (Layout.SPANISH, "´", "'"),
        (Layout.GERMAN, "^", "`"),
        (Layout.FRENCH, "¨", "{"),
        (Layout.FRENCH, "É", "2"),
    ],
)
def test_a_dead_key_and_the_letter_that_it_met_are_told_apart_again(layout, typed, meant):
    assert as_meant(typed, layout) == meant


def test_a_character_that_no_key_gives_stays_as_it_is():
    assert as_meant("名ø\n", Layout.GERMAN) == "名ø\n"


@given(st.text(max_size=40), st.sampled_from(Layout), st.booleans())
def test_anything_at_all_is_read_without_an_error(typed, layout, other_level):
    assert isinstance(as_meant(typed, layout, other_level=other_level), str)

"""What may be a PIN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.staff.pins import PinEasyError, PinLengthError, is_easy, read_new_pin, read_pin


@pytest.mark.parametrize("typed", ["482915", " 482 915 ", "４８２９１５", "٤٨٢٩١٥"])
def test_a_pin_is_the_same_in_every_script_and_spacing(typed):
    assert read_pin(typed) == "482915"


@pytest.mark.parametrize("typed", ["", "48291", "4829153746120", "48291a", "482-915", "48291½", "482915²"])
def test_anything_but_six_to_twelve_digits_is_refused(typed):
    with pytest.raises(PinLengthError):
        read_pin(typed)


@pytest.mark.parametrize(
    "digits",
    [
        *("111111", "123456", "654321", "890123", "246802", "12345678", "9876543210"),
        *("121212", "123123", "82828282", "472472472", "48291048291048291"[:12]),
        *("112233", "99887766", "123321", "147258", "789456"),
        *("310382", "033182", "820331", "31031982", "03311982", "19820331", "290200"),
    ],
)
def test_what_anybody_would_try_first_is_refused(digits):
    with pytest.raises(PinEasyError):
        read_new_pin(digits)


@pytest.mark.parametrize("digits", ["482915", "730164", "906153", "4829157", "40713942", "829104736152"])
def test_an_ordinary_pin_is_taken(digits):
    assert read_new_pin(digits) == digits


def test_most_pins_remain_to_choose_from():
    easy = 13 * sum(is_easy(f"{number:06}") for number in range(0, 1_000_000, 13))

    assert 50_000 < easy < 130_000


@given(st.text(max_size=20))
def test_no_text_is_read_as_anything_but_digits(text):
    try:
        digits = read_pin(text)
    except PinLengthError:
        return
    assert digits.isascii()
    assert digits.isdecimal()
    assert 6 <= len(digits) <= 12

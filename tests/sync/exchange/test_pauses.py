"""How long a kiosk waits before it asks again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.exchange.pauses import LEAST_S, MOST_S, pause_after


@given(st.integers(-5, 10_000), st.floats(0, 1), st.text(max_size=30))
def test_no_pause_is_shorter_than_half_a_minute_or_longer_than_six_hours(tries: int, drawn: float, told: str) -> None:
    assert LEAST_S <= pause_after(tries, drawn, told) <= MOST_S


def test_each_failure_in_a_row_makes_it_longer_up_to_six_hours() -> None:
    longest = [pause_after(tries, 1.0) for tries in range(1, 15)]

    assert longest[:3] == [60.0, 120.0, 240.0]
    assert longest == sorted(longest)
    assert longest[-1] == MOST_S


def test_kiosks_that_fail_together_come_back_apart() -> None:
    assert pause_after(6, 0.0) == LEAST_S
    assert pause_after(6, 0.5) == pytest.approx((LEAST_S + 1920) / 2)


@pytest.mark.parametrize(
    ("told", "least"), [("120", 120), (" 600 ", 600), ("999999999999999999999", MOST_S), ("0", LEAST_S)]
)
def test_what_the_hub_asks_for_is_honoured(told: str, least: float) -> None:
    assert pause_after(1, 0.0, told) == least


def test_those_who_are_told_the_same_come_back_spread() -> None:
    assert pause_after(1, 1.0, "600") - pause_after(1, 0.0, "600") == LEAST_S


@pytest.mark.parametrize("told", ["", "soon", "-5", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT", "١٢"])
def test_what_is_not_in_seconds_changes_nothing(told: str) -> None:
    assert pause_after(3, 0.25, told) == pause_after(3, 0.25)

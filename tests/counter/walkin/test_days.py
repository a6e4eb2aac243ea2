"""Days are read as staff type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.walkin.days import day_typed

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6 3", date(2026, 3, 6)),
        ("6/3", date(2026, 3, 6)),
        (" 06-03-2026 ", date(2026, 3, 6)),
        ("2026-03-06", date(2026, 3, 6)),
        ("20 12", date(2025, 12, 20)),
        ("1 7", date(2026, 7, 1)),
        ("29 2", None),
        ("31 4", None),
        ("6", None),
        ("", None),
        ("last week", None),
        ("6 13 2026", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed, day):
    assert day_typed(typed, TODAY) == day


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_nothing(typed):
    assert day_typed(typed, TODAY) is None or isinstance(day_typed(typed, TODAY), date)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_every_day_can_be_typed_with_its_year(day):
    assert day_typed(f"{day.day} {day.month} {day.year}", TODAY) == day
    assert day_typed(day.isoformat(), TODAY) == day

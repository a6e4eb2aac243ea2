from datetime import date

import pytest

from kiosk.planning.offsets import offset_of


@pytest.mark.parametrize(
    ("offset", "start", "day"),
    [
        ("P30D", date(2026, 1, 5), date(2026, 2, 4)),
        ("P4W", date(2026, 1, 5), date(2026, 2, 2)),
        ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
        ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
        ("P11M", date(2026, 3, 31), date(2027, 2, 28)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
        ("P4Y", date(2028, 2, 29), date(2032, 2, 29)),
        ("P48M", date(2026, 1, 5), date(2030, 1, 5)),
        ("-P12W", date(2026, 1, 5), date(2025, 10, 13)),
        ("-P11M", date(2026, 1, 31), date(2025, 2, 28)),
        ("-P1M", date(2026, 1, 15), date(2025, 12, 15)),
        ("P1M", date(2026, 12, 31), date(2027, 1, 31)),
        ("PT48H", date(2026, 12, 31), date(2027, 1, 2)),
        ("PT1H", date(2026, 1, 5), date(2026, 1, 5)),
    ],
)
def test_a_distance_leads_to_a_day(offset, start, day):
    assert offset_of(offset).from_day(start) == day


@pytest.mark.parametrize(
    ("offset", "today", "day"),
    [
        ("--04-30", date(2026, 4, 30), date(2026, 4, 30)),
        ("--04-30", date(2026, 5, 1), date(2027, 4, 30)),
        ("--12-31", date(2026, 12, 31), date(2026, 12, 31)),
        ("--02-29", date(2026, 1, 1), date(2026, 2, 28)),
        ("--02-29", date(2028, 1, 1), date(2028, 2, 29)),
    ],
)
def test_a_day_of_the_year_is_the_next_one(offset, today, day):
    assert offset_of(offset).on_or_after(today) == day


@pytest.mark.parametrize(
    ("offset", "today", "window"),
    [
        ("03-01/04-30", date(2026, 1, 12), (date(2026, 3, 1), date(2026, 4, 30))),
        ("03-01/04-30", date(2026, 4, 30), (date(2026, 3, 1), date(2026, 4, 30))),
        ("03-01/04-30", date(2026, 5, 1), (date(2027, 3, 1), date(2027, 4, 30))),
        ("10-01/03-31", date(2026, 1, 12), (date(2025, 10, 1), date(2026, 3, 31))),
        ("10-01/03-31", date(2026, 4, 1), (date(2026, 10, 1), date(2027, 3, 31))),
        ("10-01/03-31", date(2026, 12, 31), (date(2026, 10, 1), date(2027, 3, 31))),
        ("10-01/02-29", date(2027, 11, 1), (date(2027, 10, 1), date(2028, 2, 29))),
    ],
)
def test_a_season_is_the_one_that_is_open_or_the_next(offset, today, window):
    assert offset_of(offset).open_or_next(today) == window


@pytest.mark.parametrize(
    ("death", "due"),
    [
        (date(2026, 1, 1), date(2027, 4, 30)),
        (date(2026, 4, 30), date(2027, 4, 30)),
        (date(2026, 10, 31), date(2027, 4, 30)),
        (date(2026, 11, 1), date(2027, 5, 1)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2027, 8, 30), date(2028, 4, 30)),
    ],
)
def test_the_last_tax_return_is_due_in_april_or_six_months_after_a_late_death(death, due):
    assert offset_of("next-04-30-or-P6M").after(death) == due


def test_a_window_around_a_day_has_two_ends():
    around = offset_of("-P3M/-P1D")

    assert (around.opens.from_day(date(2026, 5, 31)), around.closes.from_day(date(2026, 5, 31))) == (
        date(2026, 2, 28),
        date(2026, 5, 30),
    )


@pytest.mark.parametrize("words", ["", "P", "30 days", "P1", "04-30", "P1D/"])
def test_what_is_no_offset_is_refused(words):
    with pytest.raises(ValueError, match="distance"):
        offset_of(words)

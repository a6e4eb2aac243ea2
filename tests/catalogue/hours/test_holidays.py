"""The public holidays of each jurisdiction, against what the offices publish."""

from datetime import date

import pytest

from kiosk.catalogue.hours import Jurisdiction, public_holidays


def weekdays_closed(jurisdiction: Jurisdiction, year: int) -> list[str]:
    return [f"{day:%m-%d}" for day in public_holidays(jurisdiction, year) if day.weekday() < 5]


def test_service_canada_is_closed_on_the_days_it_publishes_for_2026() -> None:
    assert weekdays_closed(Jurisdiction.FEDERAL, 2026) == [
        "01-01", "04-03", "04-06", "05-18", "07-01", "08-03", "09-07", "09-30", "10-12", "11-11", "12-25", "12-28",
    ]  # fmt: skip
    assert weekdays_closed(Jurisdiction.FEDERAL, 2027)[0] == "01-01"


@pytest.mark.parametrize("jurisdiction", [Jurisdiction.NOVA_SCOTIA, Jurisdiction.MUNICIPAL_HALIFAX])
def test_nova_scotia_and_halifax_keep_heritage_day_and_natal_day(jurisdiction: Jurisdiction) -> None:
    holidays = public_holidays(jurisdiction, 2026)

    assert holidays[date(2026, 2, 16)].name.to("en") == "Heritage Day"
    assert holidays[date(2026, 8, 3)].name.to("en") == "Natal Day"
    assert date(2026, 2, 16) not in public_holidays(Jurisdiction.FEDERAL, 2026)


@pytest.mark.parametrize(
    ("year", "closed"),
    [
        (2021, ["12-27", "12-28"]),  # Saturday and Sunday
        (2022, ["12-26", "12-27"]),  # Sunday and Monday
        (2027, ["12-27", "12-28"]),
        (2028, ["12-25", "12-26"]),  # Monday and Tuesday
    ],
)
def test_christmas_at_a_weekend_is_kept_on_the_working_days_after(year: int, closed: list[str]) -> None:
    assert weekdays_closed(Jurisdiction.FEDERAL, year)[-2:] == closed


def test_a_holiday_on_a_saturday_closes_that_day_and_the_monday() -> None:
    holidays = public_holidays(Jurisdiction.FEDERAL, 2023)

    assert holidays[date(2023, 9, 30)].name == holidays[date(2023, 10, 2)].name


@pytest.mark.parametrize("year", range(2022, 2041))
@pytest.mark.parametrize(
    ("jurisdiction", "count"),
    [
        (Jurisdiction.NONE, 0),
        (Jurisdiction.FEDERAL, 12),
        (Jurisdiction.NOVA_SCOTIA, 13),
        (Jurisdiction.MUNICIPAL_HALIFAX, 13),
    ],
)
def test_no_holiday_is_ever_lost(jurisdiction: Jurisdiction, count: int, year: int) -> None:
    holidays = public_holidays(jurisdiction, year).values()

    assert len({holiday.name.to("en") for holiday in holidays}) == count
    assert all(holiday.date.year == year for holiday in holidays)


def test_every_holiday_has_its_name_in_both_languages() -> None:
    holiday = public_holidays(Jurisdiction.FEDERAL, 2026)[date(2026, 11, 11)]

    assert (holiday.name.to("en"), holiday.name.to("fr")) == ("Remembrance Day", "jour du Souvenir")

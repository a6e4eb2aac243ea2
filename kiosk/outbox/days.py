"""How bodies of records tell a day: by its number, as the token of a referral does."""

from datetime import date

_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since 1970-01-01; never below 0, which is what a dead clock makes of it in the west."""
    return max(0, (date(day.year, day.month, day.day) - _EPOCH).days)


def day_of_number(number: int) -> date:
    """The day with this number. Raises ValueError beyond the year 9999."""
    return date.fromordinal(_EPOCH.toordinal() + number)

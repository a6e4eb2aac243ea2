"""Hours keep what HSDS can say of them, by the clock on the wall."""

from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.exchange.clock import on_the_clock, with_offset
from kiosk.catalogue.exchange.rows import Row, Value


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("America/Halifax", -4), ("America/St_Johns", -3.5), ("America/Regina", -6), ("Europe/Paris", 1), ("UTC", 0)],
)
def test_the_distance_from_universal_time_is_that_of_winter(zone: str, hours: float) -> None:
    assert on_the_clock(row(), ZoneInfo(zone), 2026)["timezone"] == hours


def test_the_winter_of_the_south_is_in_july() -> None:
    assert on_the_clock(row(), ZoneInfo("Australia/Sydney"), 2026)["timezone"] == 10


@pytest.mark.parametrize(
    ("hours", "written"), [(-4, "08:30-04:00"), (-3.5, "08:30-03:30"), (0, "08:30+00:00"), (5.75, "08:30+05:45")]
)
def test_a_time_says_its_distance(hours: float, written: str) -> None:
    assert with_offset("08:30", hours) == written


def test_a_time_that_is_not_known_stays_unknown() -> None:
    assert with_offset(None, -4) is None


@pytest.mark.parametrize(
    ("freq", "interval", "told"),
    [
        ("WEEKLY", 1, ("WEEKLY", "MO", "as posted")),
        ("MONTHLY", 1, ("MONTHLY", "MO", "as posted")),
        ("YEARLY", 1, (None, "MO", "as posted FREQ=YEARLY;INTERVAL=1")),
        ("DAILY", 2, (None, "MO", "as posted FREQ=DAILY;INTERVAL=2")),
    ],
)
def test_a_frequency_that_hsds_has_not_is_told_in_words(
    freq: str, interval: int, told: tuple[str | None, str, str]
) -> None:
    found = on_the_clock(row(freq=freq, interval=interval, byday="MO"), ZoneInfo("America/Halifax"), 2026)

    assert (found["freq"], found["byday"], found["notes"]) == told


def test_every_day_is_every_weekday() -> None:
    found = on_the_clock(row(freq="DAILY", interval=None, byday=None), ZoneInfo("America/Halifax"), 2026)

    assert (found["freq"], found["byday"]) == ("WEEKLY", "MO,TU,WE,TH,FR,SA,SU")


def row(**changed: Value) -> Row:
    return {"freq": "WEEKLY", "interval": 1, "byday": "MO", "notes": "as posted", **changed}

"""The short notation of hours, read and written."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.hours import (
    ALL_DAY,
    ALWAYS_OPEN,
    BY_APPOINTMENT,
    UNKNOWN_HOURS,
    ByDay,
    HoursError,
    Jurisdiction,
    Kind,
    Rule,
    Span,
    parse,
    read_schedule,
    to_opening_hours,
)
from kiosk.catalogue.hours.values import Frequency

AS_WRITTEN = [
    "Mo,Fr 07:45-17:30; Tu-Th 07:45-20:00",
    "Mo-Fr 07:15-08:30",
    "Mo-Fr 08:30-12:00,12:45-16:00",
    "Mo-Fr 11:00-12:00,17:00-18:00",
    "Mo-Sa 08:00-16:30",
    "Mo-Su 09:00-21:00",
    "Tu 10:00-13:00",
    "Tu-Fr 09:00-16:30",
    "Fr,Sa 20:00-02:00",
    "Sa 18:00-24:00",
    "Mo-Fr",
    "24/7",
]


@pytest.mark.parametrize("hours", AS_WRITTEN)
def test_what_the_catalogue_writes_is_read_and_written_back(hours: str) -> None:
    assert to_opening_hours(parse(hours)) == hours


def test_a_later_part_adds_to_the_days_it_shares() -> None:
    rules = parse("Mo-Fr 08:30-16:30; Tu-Th 16:30-19:00")

    tuesday = {rule.span for rule in rules if ByDay(1) in rule.byday}
    monday = {rule.span for rule in rules if ByDay(0) in rule.byday}
    assert tuesday == {Span(time(8, 30), time(16, 30)), Span(time(16, 30), time(19))}
    assert monday == {Span(time(8, 30), time(16, 30))}


def test_days_alone_are_known_and_their_hours_are_not() -> None:
    (rule,) = parse("Mo-Fr")

    assert [by.weekday for by in rule.byday] == [0, 1, 2, 3, 4]
    assert rule.span is None


def test_days_may_run_over_the_end_of_the_week() -> None:
    (rule,) = parse("Sa-Mo 10:00-14:00")

    assert [by.weekday for by in rule.byday] == [0, 5, 6]


def test_a_day_off_is_taken_out() -> None:
    assert to_opening_hours(parse("Mo-Fr 08:30-16:30; We off")) == "Mo,Tu,Th,Fr 08:30-16:30"


@pytest.mark.parametrize(
    ("hours", "zone"),
    [
        ("Mo-Fr 08:00-20:00 (Eastern time)", "America/Toronto"),
        ("Mo-Fr 08:00-20:00 (America/Vancouver)", "America/Vancouver"),
        ("Mo-Fr 08:00-20:00", ""),
    ],
)
def test_another_clock_is_named_at_the_end(hours: str, zone: str) -> None:
    assert read_schedule(hours).zone == zone


@pytest.mark.parametrize(
    ("hours", "schedule"),
    [
        (None, UNKNOWN_HOURS),
        ("", UNKNOWN_HOURS),
        ("unknown", UNKNOWN_HOURS),
        ("24/7", ALWAYS_OPEN),
        ("by appointment", BY_APPOINTMENT),
    ],
)
def test_some_hours_are_no_timetable(hours: str | None, schedule: object) -> None:
    assert read_schedule(hours, Jurisdiction.FEDERAL) == schedule


def test_holidays_may_close_a_place_or_give_it_other_hours() -> None:
    closed = read_schedule("Mo-Fr 08:30-16:30; PH off", Jurisdiction.NOVA_SCOTIA)
    short = read_schedule("Mo-Su 09:00-21:00; PH 12:00-17:00", Jurisdiction.NOVA_SCOTIA)
    always_but = read_schedule("24/7; PH off", Jurisdiction.FEDERAL)

    assert closed.holiday_spans == ()
    assert short.holiday_spans == (Span(time(12), time(17)),)
    assert (always_but.kind, always_but.observes) == (Kind.ALWAYS, Jurisdiction.FEDERAL)


@pytest.mark.parametrize(
    ("hours", "complaint"),
    [
        ("after hours, weekends", "not opening hours"),
        ("Mo-Fr 8h30-16h30", "not a span"),
        ("Mo-Fr 08:30-25:00", "not a time of day"),
        ("Mo-Fr 09:00-09:00", "opens and closes at once"),
        ("Mx 09:00-12:00", "not a day"),
        ("Mo 09:00-12:00; Mo 11:00-15:00", "overlaps"),
        ("Mo; Mo-Fr 11:00-15:00", "leaves without"),
        ("PH off", "names no day of the week"),
        ("Mo-Fr 09:00-12:00; PH off", "whose holidays"),
        ("Mo-Fr 09:00-12:00; PH", "what happens on public holidays"),
        ("Mo-Fr 08:00-20:00 (Lunar time)", "not a clock"),
    ],
)
def test_what_cannot_be_read_is_said(hours: str, complaint: str) -> None:
    with pytest.raises(HoursError, match=complaint):
        read_schedule(hours)


@pytest.mark.parametrize(
    "rule", [Rule(freq=Frequency.MONTHLY, byday=(ByDay(1, 1),)), Rule(interval=2, byday=(ByDay(0),))]
)
def test_what_is_not_a_plain_week_cannot_be_written(rule: Rule) -> None:
    with pytest.raises(HoursError, match="plain weekly"):
        to_opening_hours([rule])


@pytest.mark.parametrize("text", ["1TU,-1FR", "MO,WE,SU"])
def test_byday_is_read_and_written_as_hsds_has_it(text: str) -> None:
    assert ",".join(by.written() for by in ByDay.read(text)) == text


def test_a_byday_that_is_no_day_is_refused() -> None:
    with pytest.raises(HoursError, match="XX"):
        ByDay.read("MO,XX")


quarter_hours = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))


@st.composite
def weekly_rules(draw: st.DrawFn) -> list[Rule]:
    """Rules of a plain week in which no day has spans that overlap."""
    days = draw(st.permutations(range(7)))
    cut = draw(st.integers(1, 6))
    rules = []
    for group in (days[:cut], days[cut:]):
        times = sorted(draw(st.sets(quarter_hours, min_size=2, max_size=4)))
        for opens, closes in zip(times[::2], times[1::2], strict=False):
            rules.append(Rule(opens_at=opens, closes_at=closes, byday=tuple(ByDay(day) for day in sorted(group))))
    return rules


@settings(max_examples=60)
@given(weekly_rules())
def test_any_plain_week_survives_being_written_and_read(rules: list[Rule]) -> None:
    def week(these: list[Rule]) -> set[tuple[int, Span | None]]:
        return {(by.weekday, rule.span) for rule in these for by in rule.byday}

    assert week(parse(to_opening_hours(rules))) == week(rules)


def test_a_whole_day_every_day_is_written_as_always() -> None:
    every_day = Rule(opens_at=ALL_DAY.opens, closes_at=ALL_DAY.closes, byday=tuple(ByDay(day) for day in range(7)))

    assert to_opening_hours([every_day]) == "24/7"

"""The state at any moment, against a slow reading of the same hours minute by minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.hours import (
    ByDay,
    Closed,
    Jurisdiction,
    Kind,
    Open,
    Rule,
    Schedule,
    Span,
    SpecialDay,
    opening_at,
    public_holidays,
)
from kiosk.catalogue.text import text

STEP = timedelta(minutes=15)
HALIFAX = ZoneInfo("America/Halifax")
STEADY = ZoneInfo("UTC")

quarters = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
spans = st.tuples(quarters, quarters).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(*pair))
rules = st.builds(
    lambda span, days: Rule(
        opens_at=span.opens, closes_at=span.closes, byday=tuple(ByDay(day) for day in sorted(days))
    ),
    spans,
    st.sets(st.integers(0, 6), min_size=1, max_size=4),
)
special_days = st.builds(
    SpecialDay, st.dates(date(2026, 12, 20), date(2027, 1, 5)), st.just(text("Special", "Spécial")), st.none() | spans
)
schedules = st.builds(
    lambda rules, special: Schedule(
        kind=Kind.TIMETABLE,
        rules=tuple(rules),
        special_days=tuple({day.date: day for day in special}.values()),
        observes=Jurisdiction.FEDERAL,
    ),
    st.lists(rules, min_size=1, max_size=3),
    st.lists(special_days, max_size=3),
)
moments = st.integers(0, 14 * 96).map(lambda quarter: datetime(2026, 12, 20, tzinfo=UTC) + quarter * STEP)


def spans_of(schedule: Schedule, day: date) -> list[Span]:
    special = [unusual.span for unusual in schedule.special_days if unusual.date == day]
    if special:
        return [span for span in special if span]
    if day in public_holidays(schedule.observes, day.year):
        return []
    weekday = ByDay(day.weekday())
    return [rule.span for rule in schedule.rules if weekday in rule.byday and rule.span]


def is_open(schedule: Schedule, moment: datetime) -> bool:
    today, yesterday = moment.date(), moment.date() - timedelta(days=1)
    now = moment.time()
    since_today = any(
        span.opens <= now and (span.past_midnight or now < span.closes) for span in spans_of(schedule, today)
    )
    return since_today or any(span.past_midnight and now < span.closes for span in spans_of(schedule, yesterday))


@settings(max_examples=100, deadline=None)
@given(schedules, moments)
def test_open_and_closed_and_the_next_change_are_what_the_clock_shows(schedule: Schedule, moment: datetime) -> None:
    opening = opening_at(schedule, moment, STEADY)

    now_open = is_open(schedule, moment)
    change = moment
    while is_open(schedule, change) == now_open and change < moment + timedelta(days=13):
        change += STEP
    match opening:
        case Open(until):
            assert now_open
            assert until == change or (until is None and change >= moment + timedelta(days=13))
        case Closed(opens=opens):
            assert not now_open
            assert opens == change or (change >= moment + timedelta(days=13))
        case _:
            raise AssertionError(f"a timetable is open or closed, not {opening}")


@settings(max_examples=100, deadline=None)
@given(schedules, st.sampled_from([datetime(2026, 3, 7), datetime(2026, 10, 31)]), st.integers(0, 3 * 96))
def test_over_a_clock_change_a_place_changes_when_it_says_and_not_before(
    schedule: Schedule, start: datetime, quarter: int
) -> None:
    moment = start.replace(tzinfo=UTC) + quarter * STEP

    opening = opening_at(schedule, moment, HALIFAX)

    change = opening.until if isinstance(opening, Open) else opening.opens if isinstance(opening, Closed) else None
    assert change is None or change > moment
    if change is not None:
        # On the clock on the wall the minute before 3:00 may not exist.
        before = change.astimezone(UTC) - timedelta(minutes=1)
        just_before, then = (opening_at(schedule, when, HALIFAX) for when in (before, change))
        assert type(just_before) is type(opening)
        assert type(then) is not type(opening)

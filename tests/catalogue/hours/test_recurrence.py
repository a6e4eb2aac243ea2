"""The days a rule falls on, held equal to dateutil's reading of RFC 5545."""

from datetime import date, datetime, timedelta
from typing import Literal

from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.hours import ByDay, Frequency, Rule
from kiosk.catalogue.hours.recurrence import falls_on

DATEUTIL: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.YEARLY: 0,
    Frequency.MONTHLY: 1,
    Frequency.WEEKLY: 2,
    Frequency.DAILY: 3,
}


@st.composite
def recurring_rules(draw: st.DrawFn) -> Rule:
    freq = draw(st.sampled_from(Frequency))
    # dateutil does not join "every Monday" with "the 1st Monday" as the RFC does, so a rule has one kind or the other.
    numbered = freq in (Frequency.MONTHLY, Frequency.YEARLY) and draw(st.booleans())
    nths = st.integers(-5, 5).filter(bool) if numbered else st.just(0)
    return Rule(
        freq=freq,
        interval=draw(st.integers(1, 3)),
        dtstart=draw(st.dates(date(2024, 1, 1), date(2026, 12, 31))),
        byday=tuple(draw(st.sets(st.builds(ByDay, st.integers(0, 6), nths), max_size=2))),
        bymonthday=tuple(draw(st.sets(st.integers(-31, 31).filter(bool), max_size=2))),
    )


@settings(max_examples=60, deadline=None)
@given(recurring_rules())
def test_a_rule_falls_on_the_days_dateutil_gives(rule: Rule) -> None:
    assert rule.dtstart is not None
    start = datetime.combine(rule.dtstart, datetime.min.time())
    expected = rrule.rrule(
        DATEUTIL[rule.freq],
        dtstart=start,
        interval=rule.interval,
        byweekday=[rrule.weekday(by.weekday, by.nth or None) for by in rule.byday] or None,
        bymonthday=rule.bymonthday or None,
        until=start + timedelta(days=800),
    )

    days = [rule.dtstart + timedelta(days=step) for step in range(801)]

    assert [day for day in days if falls_on(rule, day)] == [moment.date() for moment in expected]

"""The bar of a day: how far it goes, what is open on it, and where the moment is."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.bridge.viewmodels.day_bar import NO_BAR, day_bar
from kiosk.catalogue.hours import ALL_DAY, Day, Known, Span

HALIFAX = ZoneInfo("America/Halifax")
TODAY = date(2026, 3, 12)
NBSP = "\N{NO-BREAK SPACE}"


def day(*spans, known=Known.HOURS, on=TODAY):
    return Day(on, tuple(Span(time(*opens), time(*closes)) for opens, closes in spans), known=known)


@pytest.fixture
def drawn(words):
    """The bar at an hour and a minute; the day before is closed unless it is given."""

    def _drawn(today, moment, before=None, language="en"):
        yesterday = before or day(on=TODAY - timedelta(days=1))
        return day_bar(words[language], today, yesterday, datetime.combine(TODAY, time(*moment), HALIFAX))

    return _drawn


def test_a_usual_day_runs_from_8_to_18_and_marks_the_moment(drawn):
    bar = drawn(day(((8, 30), (16, 0))), (10, 15))

    assert [(span.start, span.end) for span in bar.spans] == [(0.05, 0.8)]
    assert (bar.now, bar.now_label) == (0.225, f"10:15{NBSP}a.m.")
    assert [tick.place for tick in bar.ticks] == [0, 0.2, 0.4, 0.6, 0.8, 1]


@pytest.mark.parametrize(
    ("spans", "first", "last"),
    [
        ([((6, 30), (21, 45))], f"6{NBSP}h", f"22{NBSP}h"),
        ([((18, 0), (2, 0))], f"8{NBSP}h", "minuit"),
        ([((9, 0), (12, 0)), ((13, 0), (17, 0))], f"8{NBSP}h", f"18{NBSP}h"),
    ],
)
def test_a_longer_day_lengthens_the_bar(drawn, spans, first, last):
    bar = drawn(day(*spans), (12, 0), language="fr")

    assert (bar.ticks[0].label, bar.ticks[-1].label) == (first, last)
    assert all(0 <= span.start < span.end <= 1 for span in bar.spans)
    assert len(bar.spans) == len(spans)
    assert len(bar.ticks) <= 7


@pytest.mark.parametrize("moment", [(0, 0), (5, 0), (7, 59), (10, 0), (18, 1), (23, 59)])
def test_the_moment_is_on_the_bar_at_any_hour(drawn, moment):
    assert 0 <= drawn(day(((9, 0), (17, 0))), moment).now <= 1


def test_what_closes_after_midnight_is_drawn_to_its_closing(drawn):
    bar = drawn(day(((18, 0), (2, 0))), (20, 0))

    assert bar.spans[0].end == 1
    assert bar.spans[0].start == pytest.approx(10 / 18)


def test_after_midnight_what_opened_yesterday_is_still_open(drawn):
    yesterday = day(((18, 0), (2, 0)), on=TODAY - timedelta(days=1))

    late, next_morning = drawn(day(), (1, 0), yesterday), drawn(day(), (10, 0), yesterday)

    assert late.spans[0].start <= late.now < late.spans[0].end
    assert next_morning.spans == ()


def test_a_place_that_never_closes_fills_the_bar(drawn):
    bar = drawn(Day(TODAY, (ALL_DAY,)), (10, 0))

    assert [(span.start, span.end) for span in bar.spans] == [(0, 1)]


def test_a_closed_day_has_a_bar_with_nothing_on_it(drawn):
    bar = drawn(day(), (10, 0))

    assert bar.spans == ()
    assert len(bar.ticks) > 2


def test_of_unknown_hours_nothing_is_drawn(drawn):
    assert drawn(day(known=Known.NOTHING), (10, 0)) == NO_BAR

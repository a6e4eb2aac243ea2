"""Open, closed, until when and why: the edges of the day, the season, the year and the clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.hours import (
    ALWAYS_OPEN,
    BY_APPOINTMENT,
    UNKNOWN_HOURS,
    ByAppointment,
    ByDay,
    Cause,
    Closed,
    Closure,
    Jurisdiction,
    Kind,
    Open,
    OutOfSeason,
    Rule,
    Schedule,
    Span,
    SpecialDay,
    Unknown,
    days_ahead,
    opening_at,
    read_schedule,
)
from kiosk.catalogue.text import text

HALIFAX = ZoneInfo("America/Halifax")
OFFICE = read_schedule("Mo-Fr 08:30-16:30", Jurisdiction.FEDERAL)


def at(moment: str) -> datetime:
    """A moment on Halifax clocks; in the hour that comes twice, the first."""
    return datetime.fromisoformat(moment).replace(tzinfo=HALIFAX)


def seasonal(
    valid_from: date | None = None,
    valid_to: date | None = None,
    dtstart: date | None = None,
    until: date | None = None,
) -> Schedule:
    rule = replace(OFFICE.rules[0], valid_from=valid_from, valid_to=valid_to, dtstart=dtstart, until=until)
    return replace(OFFICE, rules=(rule,))


@pytest.mark.parametrize(
    ("moment", "until"),
    [("2026-11-10 08:30", "2026-11-10 16:30"), ("2026-11-10 16:29", "2026-11-10 16:30")],
)
def test_the_door_is_open_from_the_opening_minute_to_the_closing_one(moment: str, until: str) -> None:
    assert opening_at(OFFICE, at(moment), HALIFAX) == Open(at(until))


def test_a_holiday_between_now_and_the_next_opening_is_told() -> None:
    opening = opening_at(OFFICE, at("2026-11-10 16:30"), HALIFAX)

    remembrance = Closure(date(2026, 11, 11), Cause.HOLIDAY, text("Remembrance Day", "jour du Souvenir"))
    assert opening == Closed(Cause.OUT_OF_HOURS, date(2026, 11, 12), at("2026-11-12 08:30"), (remembrance,))


def test_a_holiday_is_why_the_door_is_closed_today() -> None:
    opening = opening_at(OFFICE, at("2026-11-11 10:00"), HALIFAX)

    assert isinstance(opening, Closed)
    assert opening.cause is Cause.HOLIDAY


def test_a_holiday_on_a_day_that_is_closed_anyway_is_not_told() -> None:
    weekdays_but_wednesday = read_schedule("Mo-Tu,Th-Fr 08:30-16:30", Jurisdiction.FEDERAL)

    opening = opening_at(weekdays_but_wednesday, at("2026-11-11 10:00"), HALIFAX)

    assert opening == Closed(Cause.OUT_OF_HOURS, date(2026, 11, 12), at("2026-11-12 08:30"))


def test_a_place_opens_in_the_new_year_after_its_last_holidays() -> None:
    opening = opening_at(OFFICE, at("2026-12-31 18:00"), HALIFAX)

    assert isinstance(opening, Closed)
    assert opening.opens == at("2027-01-04 08:30")
    assert [closure.date for closure in opening.closures] == [date(2027, 1, 1)]


def test_an_evening_past_midnight_belongs_to_the_day_it_began() -> None:
    bar = read_schedule("Fr 20:00-02:00")

    assert opening_at(bar, at("2026-11-14 01:59"), HALIFAX) == Open(at("2026-11-14 02:00"))
    assert isinstance(opening_at(bar, at("2026-11-14 02:00"), HALIFAX), Closed)
    assert isinstance(opening_at(bar, at("2026-11-13 01:00"), HALIFAX), Closed)


def test_hours_that_meet_at_midnight_are_one_opening() -> None:
    shelter = read_schedule("Mo-Th 08:00-24:00; Tu 00:00-04:00")

    assert opening_at(shelter, at("2026-11-09 23:00"), HALIFAX) == Open(at("2026-11-10 04:00"))


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        # 2026-03-08: 02:00 becomes 03:00. A night from 22:00 to 06:00 has seven hours.
        ("2026-03-07T22:30-04:00", Open(datetime(2026, 3, 8, 9, tzinfo=UTC))),
        # 2026-11-01: 02:00 becomes 01:00. The night has nine hours.
        ("2026-10-31T22:30-03:00", Open(datetime(2026, 11, 1, 10, tzinfo=UTC))),
        ("2026-11-01T01:30-04:00", Open(datetime(2026, 11, 1, 10, tzinfo=UTC))),
    ],
)
def test_a_night_of_clock_change_closes_when_the_clock_says(moment: str, opening: Open) -> None:
    nights = read_schedule("Mo-Su 22:00-06:00")

    assert opening_at(nights, datetime.fromisoformat(moment), HALIFAX) == opening


def test_an_opening_in_the_hour_that_spring_skips_is_the_moment_of_the_change() -> None:
    early = read_schedule("Su 02:30-05:00")

    opening = opening_at(early, at("2026-03-08 00:00"), HALIFAX)

    assert isinstance(opening, Closed)
    assert opening.opens == datetime(2026, 3, 8, 6, tzinfo=UTC)


def test_hours_wholly_in_the_skipped_hour_do_not_exist_that_day() -> None:
    opening = opening_at(read_schedule("Su 02:10-02:50"), at("2026-03-08 00:00"), HALIFAX)

    assert isinstance(opening, Closed)
    assert opening.opens_on == date(2026, 3, 15)


def test_a_closing_time_that_comes_twice_is_its_first_coming() -> None:
    late = read_schedule("Sa 20:00-01:30")

    opening = opening_at(late, at("2026-10-31 23:00"), HALIFAX)

    assert isinstance(opening, Open)
    assert opening.until is not None
    assert opening.until.isoformat() == "2026-11-01T01:30:00-03:00"


def test_a_line_on_eastern_time_is_told_on_the_readers_clock() -> None:
    line = read_schedule("Mo-Fr 08:00-20:00 (Eastern time)", Jurisdiction.FEDERAL)

    opening = opening_at(line, at("2026-11-10 20:30"), HALIFAX)

    assert isinstance(opening, Open)
    assert opening.until is not None
    assert opening.until.isoformat() == "2026-11-10T21:00:00-04:00"


def test_days_ahead_of_another_clock_are_the_readers_days() -> None:
    late_line = read_schedule("Mo 22:00-23:30 (Pacific time)")

    days = days_ahead(late_line, date(2026, 11, 9), 2, HALIFAX)

    assert [day.spans for day in days] == [(), (Span(time(2), time(3, 30)),)]


def test_open_day_and_night_has_no_end() -> None:
    assert opening_at(ALWAYS_OPEN, at("2026-11-10 03:00"), HALIFAX) == Open(None)


def test_open_day_and_night_may_still_close_for_a_holiday() -> None:
    station = read_schedule("24/7; PH off", Jurisdiction.FEDERAL)

    assert opening_at(station, at("2026-11-10 03:00"), HALIFAX) == Open(at("2026-11-11 00:00"))


def test_a_place_that_closes_far_ahead_is_not_open_for_ever() -> None:
    closes = SpecialDay(date(2026, 11, 20), text("Repairs", "Travaux"))

    opening = opening_at(replace(ALWAYS_OPEN, special_days=(closes,)), at("2026-11-10 03:00"), HALIFAX)

    assert opening == Open(at("2026-11-20 00:00"))


def test_a_special_day_takes_the_place_of_a_weekday_and_of_a_holiday() -> None:
    inventory = SpecialDay(date(2026, 11, 10), text("Staff training", "Formation du personnel"))
    ceremony = SpecialDay(date(2026, 11, 11), text("Ceremony", "Cérémonie"), Span(time(10), time(12)))
    office = replace(OFFICE, special_days=(inventory, ceremony))

    closed = opening_at(office, at("2026-11-10 10:00"), HALIFAX)
    opened = opening_at(office, at("2026-11-11 10:30"), HALIFAX)

    assert isinstance(closed, Closed)
    assert closed.cause is Cause.SPECIAL_DAY
    assert opened == Open(at("2026-11-11 12:00"))


def test_facts_that_stop_and_a_season_that_ends_are_two_answers() -> None:
    facts_stop, season_ends = seasonal(valid_to=date(2026, 8, 31)), seasonal(until=date(2026, 8, 31))

    after = at("2026-09-05 10:00")

    assert opening_at(facts_stop, after, HALIFAX) == Unknown(known_until=date(2026, 8, 31))
    assert opening_at(season_ends, after, HALIFAX) == OutOfSeason(date(2026, 8, 31), None)


def test_on_their_last_evening_they_are_two_answers_already() -> None:
    facts_stop, season_ends = seasonal(valid_to=date(2026, 8, 31)), seasonal(until=date(2026, 8, 31))

    evening = at("2026-08-31 18:00")

    assert opening_at(facts_stop, evening, HALIFAX) == Closed(Cause.OUT_OF_HOURS, known_until=date(2026, 8, 31))
    assert opening_at(season_ends, evening, HALIFAX) == OutOfSeason(date(2026, 8, 31), None)


def test_the_last_day_is_still_a_day_of_opening() -> None:
    for schedule in (seasonal(valid_to=date(2026, 8, 31)), seasonal(until=date(2026, 8, 31))):
        assert opening_at(schedule, at("2026-08-31 10:00"), HALIFAX) == Open(at("2026-08-31 16:30"))


def test_a_season_to_come_is_told() -> None:
    summer = seasonal(dtstart=date(2026, 6, 1), until=date(2026, 8, 31))
    both = replace(summer, rules=(*summer.rules, *seasonal(dtstart=date(2027, 6, 1)).rules))

    assert opening_at(summer, at("2026-03-02 10:00"), HALIFAX) == OutOfSeason(None, date(2026, 6, 1))
    assert opening_at(both, at("2026-12-02 10:00"), HALIFAX) == OutOfSeason(date(2026, 8, 31), date(2027, 6, 1))


def test_a_season_about_to_open_is_the_next_opening() -> None:
    summer = seasonal(dtstart=date(2026, 6, 1))

    assert opening_at(summer, at("2026-05-28 10:00"), HALIFAX) == Closed(
        Cause.OUT_OF_HOURS, date(2026, 6, 1), at("2026-06-01 08:30")
    )


def test_new_hours_that_begin_later_are_unknown_before() -> None:
    opening = opening_at(seasonal(valid_from=date(2026, 12, 1)), at("2026-11-10 10:00"), HALIFAX)

    assert opening == Unknown(known_from=date(2026, 12, 1))


def test_a_later_edition_of_the_hours_takes_the_place_of_the_lapsed_one() -> None:
    summer = Rule(opens_at=time(9), closes_at=time(20), byday=(ByDay(0), ByDay(5)), valid_to=date(2026, 8, 31))
    winter = Rule(opens_at=time(10), closes_at=time(17), byday=(ByDay(0),), valid_from=date(2026, 9, 1))
    library = Schedule(kind=Kind.TIMETABLE, rules=(summer, winter))

    saturday = opening_at(library, at("2026-09-05 10:00"), HALIFAX)

    assert saturday == Closed(Cause.OUT_OF_HOURS, date(2026, 9, 7), at("2026-09-07 10:00"))


def test_a_lapsed_rule_beside_one_that_holds_leaves_its_days_unknown() -> None:
    weekdays = replace(OFFICE.rules[0], valid_to=date(2026, 8, 31))
    saturdays = Rule(opens_at=time(10), closes_at=time(14), byday=(ByDay(5),))
    desk = Schedule(kind=Kind.TIMETABLE, rules=(weekdays, saturdays))

    assert opening_at(desk, at("2026-09-08 10:00"), HALIFAX) == Unknown(known_until=date(2026, 8, 31))
    assert opening_at(desk, at("2026-09-12 10:00"), HALIFAX) == Open(at("2026-09-12 14:00"))


def test_days_without_hours_are_told_without_hours() -> None:
    line = read_schedule("Mo-Fr")

    assert opening_at(line, at("2026-11-10 10:00"), HALIFAX) == Unknown(open_today=True)
    assert opening_at(line, at("2026-11-14 10:00"), HALIFAX) == Closed(Cause.OUT_OF_HOURS, date(2026, 11, 16))


def test_a_place_closed_for_weeks_has_no_next_opening() -> None:
    repairs = tuple(
        SpecialDay(date(2026, 11, 9) + timedelta(days=step), text("Repairs", "Travaux")) for step in range(21)
    )

    opening = opening_at(replace(OFFICE, special_days=repairs), at("2026-11-10 10:00"), HALIFAX)

    assert isinstance(opening, Closed)
    assert (opening.opens_on, opening.opens) == (None, None)


def test_unknown_hours_and_appointments_are_said_as_such() -> None:
    assert opening_at(UNKNOWN_HOURS, at("2026-11-10 10:00"), HALIFAX) == Unknown()
    assert opening_at(BY_APPOINTMENT, at("2026-11-10 10:00"), HALIFAX) == ByAppointment()


def test_days_ahead_tell_each_day_and_its_closure() -> None:
    days = days_ahead(OFFICE, date(2026, 11, 10), 3, HALIFAX)

    office_hours = (Span(time(8, 30), time(16, 30)),)
    assert [day.spans for day in days] == [office_hours, (), office_hours]
    assert [bool(day.closure) for day in days] == [False, True, False]


def test_spans_that_touch_are_shown_as_one() -> None:
    access = read_schedule("Mo-Fr 08:30-16:30; Tu-Th 16:30-19:00")

    (tuesday,) = days_ahead(access, date(2026, 11, 10), 1, HALIFAX)

    assert tuesday.spans == (Span(time(8, 30), time(19)),)

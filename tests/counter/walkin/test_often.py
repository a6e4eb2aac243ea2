"""What was given often today is offered, and never so seldom that it tells of one person."""

from datetime import date, timedelta

from kiosk.counter.walkin.often import LEAST, Often

TODAY = date(2026, 3, 12)


def counted(**times):
    often = Often()
    for thing, count in times.items():
        for _ in range(count):
            often = often.with_one(thing, TODAY)
    return often


def test_what_was_given_to_fewer_than_three_people_is_not_shown():
    assert counted(ei=LEAST, oas=LEAST - 1).first(TODAY) == ("ei",)


def test_the_most_frequent_comes_first_and_four_are_enough():
    often = counted(a=3, b=7, c=5, d=4, e=6)

    assert often.first(TODAY) == ("b", "e", "c", "d")


def test_another_day_begins_with_nothing():
    often = counted(ei=9)
    tomorrow = TODAY + timedelta(days=1)

    assert often.first(tomorrow) == ()
    assert often.with_one("ei", tomorrow).counts == {"ei": 1}

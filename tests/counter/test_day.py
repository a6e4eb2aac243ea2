"""A day in numbers: what is told, what is not, and kiosks that share this machine's counts."""

from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counter.counts import CallEnding, Ended, Ending, counted_of_visit
from kiosk.counter.day import day_of
from kiosk.counter.suppression import LEAST, LEAST_LEFT, Hidden, Listed, Sum, possible
from kiosk.counter.unmet import summary_of

DAY = date(2026, 3, 12)
NO_NEEDS = summary_of({}, {}, {})


def visits(printed=0, phone=0, seen=0, left=0, language="en"):
    """The counts of so many visits of each ending."""
    endings = [Ending.PRINTED] * printed + [Ending.PHONE] * phone + [Ending.SEEN] * seen + [Ending.LEFT] * left
    ended = (Ended(datetime(2026, 3, 12, 10), 108, language, ending) for ending in endings)
    return Counter(each.name for one in ended for each in counted_of_visit(one))


def test_the_day_of_two_kiosks_is_both_together():
    day = day_of(DAY, {}, frozenset(), {1: visits(printed=20, left=10), 2: visits(printed=21, phone=12)}, NO_NEEDS)

    assert day.sessions == 63
    assert day.endings[Ending.PRINTED] == 41
    assert dict(day.kiosks) == {1: 30, 2: 33}


def test_a_kiosk_that_shares_the_counts_of_this_machine_is_counted_once():
    own = visits(printed=20, left=11)

    day = day_of(DAY, own, frozenset({1}), {1: own}, NO_NEEDS)

    assert day.sessions == 31
    assert dict(day.kiosks) == {1: 31}


def test_a_day_of_few_visits_tells_nothing_but_that():
    day = day_of(DAY, visits(printed=2, left=2), frozenset(), {}, NO_NEEDS)

    assert day.sessions is Hidden.FEW
    assert set(day.endings.values()) == {Hidden.FEW}
    assert day.languages == Listed()
    assert day.lasted_s is None


def test_the_median_is_told_once_there_were_five():
    day = day_of(DAY, visits(printed=20), frozenset(), {}, NO_NEEDS)

    assert day.lasted_s == 120


def test_calls_and_their_answers_are_told():
    own = {"call": 9, "call.ended.answered": 9, "call.answered_within.65": 9}

    day = day_of(DAY, own, frozenset(), {}, NO_NEEDS)

    assert day.answered_s == 65
    assert day.call_endings == {CallEnding.ANSWERED: 9, CallEnding.MISSED: 0, CallEnding.TAKEN_BACK: 0}


def test_one_missed_call_is_not_told():
    day = day_of(DAY, {"call": 9, "call.ended.answered": 8, "call.ended.missed": 1}, frozenset(), {}, NO_NEEDS)

    assert day.calls == 9
    assert day.call_endings[CallEnding.MISSED] is Hidden.FEW
    assert day.call_endings[CallEnding.ANSWERED] is Hidden.WITHHELD


def test_languages_are_named_where_enough_people_spoke_them():
    counts = visits(printed=20) + visits(printed=10, language="fr") + visits(printed=3, language="ar")
    counts += visits(left=3, language="zh")

    day = day_of(DAY, counts, frozenset(), {}, NO_NEEDS)

    assert day.languages == Listed((("en", 20), ("fr", 10)), 6)


@pytest.mark.parametrize("at_kiosk", [0, 3, 30, 50])
def test_visits_at_a_kiosk_that_nobody_knows_of_any_more_are_in_the_whole_day(at_kiosk):
    day = day_of(DAY, visits(printed=40), frozenset({1}), {1: visits(printed=at_kiosk)}, NO_NEEDS)

    assert day.sessions == 40


small_or_large = st.integers(0, 12)


@given(st.lists(st.tuples(small_or_large, small_or_large, small_or_large, small_or_large), min_size=1, max_size=4))
def test_adding_and_subtracting_what_a_day_shows_finds_no_small_number(kiosks):
    told = {number: visits(*endings) for number, endings in enumerate(kiosks, start=1)}

    day = day_of(DAY, {}, frozenset(), told, NO_NEEDS)

    shown = {"all": day.sessions, **day.endings, **day.kiosks}
    sums = (Sum("all", tuple(day.endings)), Sum("all", tuple(day.kiosks)))
    ranges = possible(shown, sums)
    for name, value in shown.items():
        low, high = ranges[name]
        if isinstance(value, Hidden):
            assert high - low + 1 >= LEAST_LEFT
        else:
            assert value == 0 or value >= LEAST


names = st.sampled_from(["session", "call", "session.ended.left", "session.ended.printed", "call.ended.missed", "x"])


@given(
    st.dictionaries(st.integers(1, 3), st.dictionaries(names, small_or_large)), st.dictionaries(names, small_or_large)
)
def test_counts_that_contradict_each_other_stop_nothing_and_show_no_small_number(kiosks, own):
    day = day_of(DAY, own, frozenset({1}), kiosks, NO_NEEDS)

    shown = {"all": day.sessions, **day.endings, **day.kiosks}
    assert all(isinstance(value, Hidden) or value == 0 or value >= LEAST for value in shown.values())
    ranges = possible(shown, (Sum("all", tuple(day.endings)),))
    hidden = [ranges[name] for name, value in shown.items() if isinstance(value, Hidden)]
    assert all(high - low + 1 >= LEAST_LEFT for low, high in hidden)

"""Anonymous counts: what a visit and a call add, by the hour or the day, and what is read of them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk.counter.calling.calls import UNANSWERED_AFTER_S, Call, Withdrawal, new_call_id
from kiosk.counter.counts import (
    CallEnding,
    Ended,
    Ending,
    added,
    by_call_ending,
    by_ending,
    by_language,
    counted_of_call,
    counted_of_visit,
    counts_of_day,
    keep_counts,
    median_answer,
    median_lasted,
)
from kiosk.counter.needs import MIGRATIONS, Judgement, Met, Setting, keep
from kiosk.state import StateError, open_state
from tests.by_hand import rows
from tests.disks import full_disk

VISIT = Ended(datetime(2026, 3, 12, 10, 59, tzinfo=UTC), 100, "fr", Ending.PRINTED)
DAY = date(2026, 3, 12)


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state.db"


def kept(state, day=DAY):
    connection = open_state(state, MIGRATIONS)
    try:
        return counts_of_day(connection, day)
    finally:
        connection.close()


def test_a_visit_is_counted_by_the_hour_and_its_language_by_the_day_only(state):
    keep_counts(state, counted_of_visit(VISIT))

    assert sorted(rows(state, "measure", "hour, name, count")) == [
        ("2026-03-12", "session.language.fr", 1),
        ("2026-03-12", "session.lasted.105", 1),
        ("2026-03-12T10", "session", 1),
        ("2026-03-12T10", "session.ended.printed", 1),
    ]


def test_a_visit_that_timed_out_and_one_that_staff_helped_with_are_counted_as_such():
    names = {each.name for each in counted_of_visit(replace(VISIT, timed_out=True, helped=True))}

    assert {"session.timed_out", "session.helped"} <= names


@pytest.mark.parametrize("ending", list(Ending))
def test_a_discreet_visit_is_counted_like_one_of_somebody_who_looked_and_left(ending):
    discreet = replace(VISIT, ending=ending, timed_out=True, helped=True, discreet=True)

    assert counted_of_visit(discreet) == counted_of_visit(replace(VISIT, ending=Ending.LEFT))


@pytest.mark.parametrize("lasted", [0, 1, 14.9, 15, 16, 601, 86_400 * 400])
def test_a_visit_of_any_length_has_one_of_a_few_lengths(lasted):
    names = [each.name for each in counted_of_visit(replace(VISIT, lasted=lasted))]

    (name,) = [name for name in names if name.startswith("session.lasted.")]
    assert lasted <= int(name.rpartition(".")[2]) or name == "session.lasted.3600"


@pytest.fixture
def call(board):
    call = Call(new_call_id(), kiosk=2, language="fr")
    board.hear(call)
    return call


def test_an_open_call_is_not_counted_yet(board, call):
    assert counted_of_call(board.entries[0]) == ()


def test_an_answered_call_is_counted_with_the_time_to_its_first_answer(board, call, steady):
    steady.seconds += 62
    board.come("Samira", 2)
    steady.seconds += 100
    board.come("Samira", 1)
    board.finish()

    assert [(each.when, each.name) for each in counted_of_call(board.entries[0])] == [
        ("2026-03-12T10", "call"),
        ("2026-03-12T10", "call.ended.answered"),
        ("2026-03-12", "call.answered_within.65"),
    ]


def test_a_call_taken_back_before_an_answer_is_neither_answered_nor_missed(board, call, steady):
    steady.seconds += 20
    board.hear(call)
    board.hear(Withdrawal(call.id))

    assert [each.name for each in counted_of_call(board.entries[0])] == ["call", "call.ended.taken_back"]


@pytest.mark.parametrize("refused", [True, False])
def test_a_call_that_nobody_answered_in_time_or_could_answer_is_missed(board, call, steady, refused):
    if refused:
        board.refuse()
    else:
        steady.seconds += UNANSWERED_AFTER_S
        board.hear(call)
    board.hear(Withdrawal(call.id))

    assert [each.name for each in counted_of_call(board.entries[0])] == ["call", "call.ended.missed"]


def test_a_day_has_its_own_counts_and_no_others(state):
    for began in (datetime(2026, 3, 11, 23, 59), datetime(2026, 3, 12, 0, 0), datetime(2026, 3, 12, 23, 59)):
        keep_counts(state, counted_of_visit(replace(VISIT, began=began)))
    keep_counts(state, counted_of_visit(replace(VISIT, began=datetime(2026, 3, 13))))

    counts = kept(state)

    assert counts["session"] == counts["session.language.fr"] == 2


def test_what_people_judged_is_counted_in_the_same_table(state):
    keep(state, Judgement(Met.YES), Setting("2026-03-12T10", 2, "fr"))

    assert kept(state) == {"met.yes": 1}


def test_counts_of_several_machines_add_up():
    assert added([{"session": 3}, {"session": 4, "call": 1}, {}]) == {"session": 7, "call": 1}


def test_the_counts_are_read_back_by_ending_and_language():
    counts = {"session": 9, "session.ended.printed": 4, "session.language.fr": 2, "session.language.ar": 7}
    counts |= {"call": 3, "call.ended.missed": 3}

    assert by_ending(counts) == {Ending.PRINTED: 4, Ending.PHONE: 0, Ending.SEEN: 0, Ending.LEFT: 0}
    assert by_call_ending(counts) == {CallEnding.ANSWERED: 0, CallEnding.MISSED: 3, CallEnding.TAKEN_BACK: 0}
    assert list(by_language(counts).items()) == [("ar", 7), ("fr", 2)]


@pytest.mark.parametrize(
    ("lasted", "median"),
    [({}, None), ({60: 1}, 60), ({60: 1, 120: 1}, 60), ({60: 1, 120: 2}, 120), ({15: 5, 1800: 4}, 15)],
)
def test_half_of_them_took_no_longer_than_the_median(lasted, median):
    assert median_lasted({f"session.lasted.{end}": number for end, number in lasted.items()}) == median
    assert median_answer({f"call.answered_within.{end}": number for end, number in lasted.items()}) == median


def test_on_a_full_disk_nothing_is_counted_by_halves(state):
    keep_counts(state, counted_of_visit(VISIT))
    before = kept(state)

    with full_disk(), pytest.raises(StateError):
        keep_counts(state, counted_of_visit(VISIT))

    assert kept(state) == before

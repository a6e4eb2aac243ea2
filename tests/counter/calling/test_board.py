"""Today's calls at the counter: told, answered, missed, closed."""

import pytest
from msgspec import structs

from kiosk.counter.calling.board import SILENT_AFTER_S, End, NoSuchCallError
from kiosk.counter.calling.calls import UNANSWERED_AFTER_S, Answer, Call, Ping, Pong, Standing, Withdrawal, new_call_id


@pytest.fixture
def call():
    return Call(new_call_id(), kiosk=2, language="fr")


def test_a_call_is_received_at_once(board, call, told):
    answer = board.hear(call)

    assert answer == Answer(Standing.TOLD)
    assert [entry.number for entry in told] == [1]


def test_a_call_said_again_is_the_same_call(board, call, told):
    for _ in range(5):
        board.hear(call)

    assert len(board.entries) == 1
    assert len(told) == 1


def test_the_kiosk_hears_who_comes_and_the_minutes_that_are_left(board, call, steady):
    board.hear(call)
    board.come("Samira", 2)
    assert board.hear(call) == Answer(Standing.COMING, "Samira", 2)

    steady.seconds += 61
    assert board.hear(call) == Answer(Standing.COMING, "Samira", 1)

    steady.seconds += 600
    assert board.hear(call) == Answer(Standing.COMING, "Samira", 0)


def test_an_answer_without_a_number_goes_to_the_oldest_that_waits(board):
    first, second = Call(new_call_id()), Call(new_call_id())
    board.hear(first)
    board.hear(second)

    board.come("Samira", 2)
    board.come("Marc", 5)

    assert [board.hear(each).name for each in (first, second)] == ["Samira", "Marc"]


def test_the_kiosk_hears_that_nobody_is_free(board, call):
    board.hear(call)

    board.refuse(1)

    assert board.hear(call).standing is Standing.NOBODY


def test_a_note_stays_with_the_answer(board, call):
    board.hear(call)
    board.come("Samira", 2)

    board.write("I bring a pen.")

    assert board.hear(call) == Answer(Standing.COMING, "Samira", 2, "I bring a pen.")


def test_a_finished_call_is_over_for_the_kiosk(board, call):
    board.hear(call)
    board.come("Samira", 0)

    board.finish()

    assert board.hear(call) == Answer(Standing.OVER)
    assert board.entries[0].end is End.DONE


def test_a_withdrawn_call_is_closed_and_does_not_open_again(board, call):
    board.hear(call)

    board.hear(Withdrawal(call.id))
    board.hear(call)

    assert [entry.end for entry in board.entries] == [End.LEFT]


def test_a_kiosk_that_falls_silent_has_left(board, call, steady):
    board.hear(call)

    steady.seconds += SILENT_AFTER_S
    board.sweep()

    assert board.entries[0].end is End.LEFT


def test_a_kiosk_that_goes_on_asking_has_not_left(board, call, steady):
    board.hear(call)
    for _ in range(3):
        steady.seconds += SILENT_AFTER_S - 1
        board.hear(call)
        board.sweep()

    assert board.entries[0].end is End.OPEN


def test_a_call_is_missed_after_three_minutes_and_can_still_be_answered(board, call, steady):
    board.hear(call)
    steady.seconds += UNANSWERED_AFTER_S
    assert board.entries[0].is_missed(steady())

    board.come("Samira", 1)

    assert not board.entries[0].is_missed(steady())


def test_answering_nobody_is_told(board):
    with pytest.raises(NoSuchCallError):
        board.come("Samira", 2)


@pytest.mark.parametrize("attended", [True, False])
def test_a_kiosk_hears_whether_anybody_is_at_the_counter(board, attended):
    board.attended = attended

    assert board.hear(Ping()) == Pong(attended)


def test_what_a_call_is_about_may_be_told_later_and_is_forgotten_once_it_is_over(board, call, told):
    board.hear(call)
    board.hear(structs.replace(call, about=("losing-a-job",)))
    board.come("Samira", 2)
    assert board.entries[0].call.about == told[-1].call.about == ("losing-a-job",)

    board.finish()
    board.hear(structs.replace(call, about=("losing-a-job",)))

    assert board.entries[0].call.about == told[-1].call.about == ()


def test_whoever_leaves_takes_along_what_the_call_was_about(board, call, told):
    board.hear(structs.replace(call, about=("losing-a-job",)))

    board.hear(Withdrawal(call.id))

    assert board.entries[0].call.about == told[-1].call.about == ()

"""What another office did with a slip of this one."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from kiosk.counter.cases.statuses import Status
from kiosk.counter.heard import KEPT, Heard, hear, heard_of
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import atomic, open_state

DAY = date(2026, 3, 12)


@pytest.fixture
def state(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state


def test_the_last_word_on_a_step_counts(state):
    for status in (Status.SENT, Status.GOT):
        with atomic(state):
            hear(state, Heard("7K4MQ2P", 12, 3, status, DAY), DAY)

    assert heard_of(state, "7K4MQ2P") == (Heard("7K4MQ2P", 12, 3, Status.GOT, DAY),)


def test_steps_and_slips_are_told_apart(state):
    outcomes = [Heard("7K4MQ2P", 12, step, Status.GOT, DAY) for step in (1, 2)]
    with atomic(state):
        for outcome in (*outcomes, Heard("4HTR8W3", 12, 1, Status.SENT, DAY)):
            hear(state, outcome, DAY)

    assert heard_of(state, "7K4MQ2P") == tuple(outcomes)


def test_an_outcome_is_forgotten_after_half_a_year(state):
    with atomic(state):
        hear(state, Heard("7K4MQ2P", 12, 3, Status.GOT, DAY), DAY)
        hear(state, Heard("4HTR8W3", 12, 3, Status.GOT, DAY), DAY + KEPT + timedelta(days=1))

    assert heard_of(state, "7K4MQ2P") == ()

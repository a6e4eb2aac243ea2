"""What the counter keeps of kiosks: known again after a start, their counts by the day, nothing of a visit."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from kiosk.counter.calling.calls import PrinterState, Report
from kiosk.counter.fleet import Known
from kiosk.counter.logbook import MIGRATIONS, counts_told, forget, known_before, write_down
from kiosk.state import atomic, open_state
from tests.by_hand import rows
from tests.counter.conftest import MORNING

DAY = date(2026, 3, 12)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def state(file):
    with closing(open_state(file, MIGRATIONS)) as connection:
        yield connection


def known(**said):
    return Known(Report(2, numbered=True, day="2026-03-12", **said), MORNING, MORNING - timedelta(hours=2), 5.0)


def write(state, *kiosks):
    with atomic(state):
        write_down(state, kiosks)


def test_a_kiosk_is_known_again_when_the_counter_starts_again(state):
    write(state, known(place_fr="Entrée", printer=PrinterState.PAPER_OUT, catalogue=7))

    (again,) = known_before(state)

    assert (again.report.place_fr, again.report.printer, again.report.catalogue) == (
        "Entrée",
        PrinterState.PAPER_OUT,
        7,
    )
    assert (again.heard_at, again.since, again.heard) == (MORNING, MORNING - timedelta(hours=2), None)


def test_nothing_of_whoever_is_at_a_kiosk_is_kept(state, file):
    write(state, known(in_use_since=1_773_000_000, language="fr"))

    (report,) = rows(file, "kiosk_known", "report")[0]
    assert "in_use" not in report
    assert "language" not in report


def test_a_closed_kiosk_stays_closed(state):
    write(state, Known(Report(2), MORNING, MORNING, closed=True))

    assert known_before(state)[0].closed


def test_the_counts_of_a_day_are_those_with_the_most_visits_and_never_mixed(state):
    morning = {"session": 9, "session.ended.left": 9, "session.language.fr": 9}
    write(state, known(counts={"session": 4, "session.ended.left": 4, "session.language.ar": 4}))
    write(state, known(counts=morning))
    write(state, known(counts={"session": 1, "session.ended.printed": 1, "session.language.en": 1}))

    assert counts_told(state, DAY) == ({2: morning}, frozenset())
    assert counts_told(state, DAY + timedelta(days=1)) == ({}, frozenset())


def test_a_kiosk_that_shares_the_counts_of_this_machine_is_told_apart(state):
    write(state, known(counts={"session": 4}, shares_state=True))

    assert counts_told(state, DAY)[1] == {2}


def test_a_kiosk_taken_away_is_forgotten_and_its_counts_stay(state):
    write(state, known(counts={"session": 4}))

    with atomic(state):
        forget(state, 2)

    assert known_before(state) == ()
    assert counts_told(state, DAY)[0] == {2: {"session": 4}}


def test_a_torn_row_is_left_out_and_stops_nothing(state):
    write(state, known(counts={"session": 4}))
    with atomic(state):
        state.execute("UPDATE kiosk_known SET report = '{'")
        state.execute("UPDATE kiosk_day SET counts = '['")

    assert known_before(state) == ()
    assert counts_told(state, DAY)[0] == {2: {}}
    write(state, known(counts={"session": 5}))
    assert counts_told(state, DAY)[0] == {2: {"session": 5}}

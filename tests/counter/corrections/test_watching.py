"""A change at the counter reaches the catalogue of a window that is open, and a broken file loses nothing."""

import shutil
from contextlib import closing
from datetime import timedelta

import pytest

from kiosk.catalogue.hours import Closed, Open, opening_at
from kiosk.counter.corrections.keeping import Wrong, correct, raise_flag, reject
from kiosk.counter.corrections.values import About, ClosedValue, Field, HoursValue, NumberValue, Subject
from kiosk.counter.corrections.watching import Watch, read_overlay
from kiosk.counter.needs import Judgement, Met, Setting, keep
from kiosk.counter.tables import MIGRATIONS
from kiosk.paths import FolderError
from kiosk.state import StateDamagedError, open_state

LINE = Subject(About.NUMBER, "dallas")
PLACE = Subject(About.PLACE, "dlas")


@pytest.fixture
def state_file(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def counter(state_file):
    """The counter's connection, open all the time."""
    with closing(open_state(state_file, MIGRATIONS)) as connection:
        yield connection


@pytest.fixture
def watch(state_file):
    return Watch(lambda: state_file)


def test_without_a_state_file_the_catalogue_is_as_shipped_and_none_is_made(catalogue, watch, state_file, today):
    assert watch.over(catalogue, today) is catalogue
    assert not state_file.exists()


def test_a_state_file_of_an_older_program_has_nothing_over_the_catalogue(catalogue, watch, state_file, today):
    open_state(state_file, ()).close()

    assert watch.over(catalogue, today) is catalogue


def test_a_flag_is_taken_up_and_its_decision_too(catalogue, watch, counter, now, today):
    assert watch.over(catalogue, today) is catalogue

    flag = raise_flag(counter, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "sam", now)
    assert not watch.over(catalogue, today).phones["dallas"].verified

    reject(counter, flag.id, "dina", now)
    assert watch.over(catalogue, today).phones["dallas"] is catalogue.phones["dallas"]


def test_a_counter_that_closed_leaves_its_corrections(catalogue, watch, state_file, now, today):
    with closing(open_state(state_file, MIGRATIONS)) as state:
        correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)

    assert watch.over(catalogue, today).phones["dallas"].number == "902-555-0143"


def test_the_same_catalogue_comes_back_while_other_things_are_written(
    catalogue, watch, counter, state_file, now, today
):
    correct(counter, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)
    laid = watch.over(catalogue, today)

    keep(state_file, Judgement(Met.YES), Setting("2026-03-12T10", 1, "en"))

    assert watch.over(catalogue, today) is laid
    assert watch.over(catalogue, today + timedelta(days=1)) is laid


def test_a_closing_ends_with_its_day_in_a_window_that_stays_open(catalogue, watch, counter, now, today):
    correct(counter, catalogue, PLACE, HoursValue("24/7"), "dina", now)
    correct(counter, catalogue, PLACE, ClosedValue(today), "dina", now)

    noon = now.astimezone()
    tomorrow = today + timedelta(days=1)
    closed = watch.over(catalogue, today).locations["dlas"].schedule
    opened = watch.over(catalogue, tomorrow).locations["dlas"].schedule
    assert isinstance(opening_at(closed, noon, noon.tzinfo), Closed)
    assert isinstance(opening_at(opened, noon + timedelta(days=1), noon.tzinfo), Open)


def test_a_torn_state_file_keeps_what_was_known_over_the_catalogue(
    catalogue, watch, counter, state_file, now, today, caplog
):
    raise_flag(counter, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "sam", now)
    hidden = watch.over(catalogue, today)
    counter.close()

    state_file.write_bytes(b"torn" * 3000)

    with pytest.raises(StateDamagedError):
        read_overlay(state_file)
    assert watch.over(catalogue, today) is hidden
    assert watch.over(catalogue, today) is hidden
    assert len(caplog.records) == 1


def test_a_state_file_put_back_is_read_again(catalogue, watch, counter, state_file, tmp_path, now, today):
    raise_flag(counter, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "sam", now)
    counter.close()
    shutil.copy(state_file, tmp_path / "kept.db")
    state_file.write_bytes(b"torn" * 3000)
    assert watch.over(catalogue, today) is catalogue

    (tmp_path / "kept.db").replace(state_file)

    assert not watch.over(catalogue, today).phones["dallas"].verified


def test_no_state_folder_leaves_the_catalogue_as_shipped(catalogue, today):
    def _no_folder():
        raise FolderError("the folder cannot be made")

    assert Watch(_no_folder).over(catalogue, today) is catalogue


def test_asking_again_reads_nothing_while_nothing_is_written(catalogue, watch, counter, state_file, now, today):
    raise_flag(counter, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "sam", now)
    hidden = watch.over(catalogue, today)
    looked_at = watch._seen

    assert watch.over(catalogue, today) is hidden
    assert watch._seen is looked_at

"""Corrections survive a newer catalogue, clear themselves where it has caught up, and ask to be looked at again."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.catalogue.reading import load
from kiosk.counter.corrections.keeping import Wrong, accept, correct, lying_corrections, raise_flag, settle
from kiosk.counter.corrections.overlay import overlaid
from kiosk.counter.corrections.standing import Standing, standing_of, standing_of_flag
from kiosk.counter.corrections.tables import overlay_in
from kiosk.counter.corrections.values import About, AddressValue, ClosedValue, Field, HoursValue, NumberValue, Subject
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

LINE = Subject(About.NUMBER, "dallas")
PLACE = Subject(About.PLACE, "dlas")


@pytest.fixture
def newer(tmp_path, catalogue_file):
    """A newer catalogue file, in which `sql` was done."""

    def _newer(*sql):
        target = shutil.copy(catalogue_file, tmp_path / "newer.db")
        with closing(sqlite3.connect(target)) as database, database:
            database.execute("UPDATE edition SET version = version + 1, day = '2026-12-31'")
            for statement in sql:
                database.execute(statement)
        return load(target)

    return _newer


@pytest.fixture
def state(tmp_path):
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as connection:
        yield connection


def test_a_correction_lies_over_a_newer_catalogue_too(state, catalogue, newer, now, today):
    correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)
    release = newer("UPDATE phone_number SET number = '902-555-0100' WHERE id = 'dal'")

    assert settle(state, release, today, now) == 0
    laid = overlaid(release, overlay_in(state), today)

    assert release.version == catalogue.version + 1
    assert laid.phones["dallas"].number == "902-555-0143"
    assert standing_of(release, lying_corrections(state)[0], today) is Standing.IN_FORCE


def test_a_correction_that_the_catalogue_now_has_clears_itself(state, catalogue, newer, now, today):
    correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)
    correct(state, catalogue, PLACE, AddressValue("1 New Street", "Halifax"), "dina", now)
    release = newer(
        "UPDATE phone_number SET number = '902-555-0143' WHERE id = 'dallas'",
        "UPDATE address SET address_1 = '1 New Street', city = 'Halifax' WHERE location_id = 'dlas'",
        "UPDATE provenance SET verified = 1 WHERE entity = 'location' AND entity_id = 'dlas'",
    )

    assert [standing_of(release, lying, today) for lying in lying_corrections(state)] == [Standing.SAME] * 2
    assert settle(state, release, today, now) == 2
    assert lying_corrections(state) == ()


def test_where_the_catalogue_changed_otherwise_somebody_is_to_look_again(state, catalogue, newer, flagged, now, today):
    correct(state, catalogue, LINE, NumberValue("902-555-0143"), "dina", now)
    release = newer("UPDATE phone_number SET number = '902-555-0199' WHERE id = 'dallas'")

    lying = lying_corrections(state)[0]
    assert settle(state, release, today, now) == 0
    assert standing_of(release, lying, today) is Standing.LOOK_AGAIN
    assert standing_of_flag(release, flagged("number", "dallas", "phone")) is Standing.LOOK_AGAIN
    # Who has called there knows better than either file, until somebody looks.
    assert overlaid(release, overlay_in(state), today).phones["dallas"].number == "902-555-0143"


def test_what_the_catalogue_has_no_more_is_said_to_be_gone(catalogue, corrected, flagged, today):
    phones = {name: phone for name, phone in catalogue.phones.items() if name != "dallas"}
    without = type(catalogue)(**{**{f: getattr(catalogue, f) for f in catalogue.__slots__}, "phones": phones})

    assert standing_of(without, corrected("number", "dallas", NumberValue("902-555-0143")), today) is Standing.GONE
    assert standing_of_flag(without, flagged("number", "dallas", "phone")) is Standing.GONE


def test_hours_written_otherwise_but_alike_are_the_same(state, catalogue, newer, corrected, now, today):
    lying = corrected("place", "dlas", HoursValue("Mo,Tu,We,Th,Fr 10:00-14:00"))
    laid = overlaid(catalogue, type(overlay_in(state))(corrections=(lying,)), today)

    assert standing_of(laid, corrected("place", "dlas", HoursValue("Mo-Fr 10:00-14:00")), today) is Standing.SAME


def test_a_closing_is_over_the_day_after(state, catalogue, now, today):
    correct(state, catalogue, PLACE, ClosedValue(today), "dina", now)

    assert settle(state, catalogue, today, now) == 0
    assert settle(state, catalogue, today + timedelta(days=1), now) == 1
    assert lying_corrections(state) == ()


def test_a_catalogue_that_cannot_be_read_clears_nothing(state, catalogue, now, today):
    flag = raise_flag(state, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "sam", now)
    accept(state, flag.id, "dina", now)
    correct(state, catalogue, PLACE, AddressValue("1 New Street", "Halifax"), "dina", now)

    nothing = replace(catalogue, version=0, services={}, locations={}, phones={}, bundles={}, doors=())
    assert settle(state, nothing, today, now) == 0

"""`guichet counter day`: text, JSON and a sheet; small numbers told by none of them."""

import json
from contextlib import closing
from datetime import date, datetime

import pytest
from click.testing import CliRunner

from kiosk.cli.counter import counter_group
from kiosk.counter.counts import Ended, Ending, counted_of_visit, keep_counts
from kiosk.counter.needs import Reason
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.unmet import Kind, Need, Wanted, keep_need
from kiosk.state import atomic, open_state

DAY = date(2026, 3, 12)


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "none.toml"))
    return tmp_path / "state.db"


@pytest.fixture
def a_day(state):
    """Forty-one printed, three by phone, twenty left; thirty-one needed a dentist, two a wig."""
    with closing(open_state(state, MIGRATIONS)):
        pass
    began = datetime(2026, 3, 12, 10)
    for ending, visits in ((Ending.PRINTED, 41), (Ending.PHONE, 3), (Ending.LEFT, 20)):
        for _ in range(visits):
            keep_counts(state, counted_of_visit(Ended(began, 108, "fr", ending)))
    with closing(open_state(state, MIGRATIONS)) as connection, atomic(connection):
        for wanted, count in ((Wanted(Kind.TERM, "dental-care"), 31), (Wanted(Kind.WORDS, "a wig"), 2)):
            keep_need(connection, Need(wanted, Reason.COST, count=count), kiosk=0, language="fr", today=DAY)


def run(*arguments):
    result = CliRunner().invoke(counter_group, ["day", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_day_is_told_in_both_languages(a_day):
    english, french = run("--date", "2026-03-12"), run("--date", "2026-03-12", "--lang", "fr")

    assert "Visits at the kiosks: 64" in english
    assert "Plans printed: 41" in english
    assert "Taken by phone code: fewer than 5" in english
    assert "Visites aux bornes: 64" in french.replace("\u00a0", "")
    assert "It costs too much: 33" in english


def test_no_form_of_the_day_tells_a_small_number(a_day):
    told = json.loads(run("--date", "2026-03-12", "--json"))

    assert told["visits"] == 64
    assert told["visits_ended"] == {"printed": 41, "phone": "few", "seen": 0, "left": "withheld"}
    assert told["unmet_needs_by_kind"] == {"not_told": 33}
    assert "wig" not in run("--date", "2026-03-12")


def test_another_day_has_nothing_of_it(a_day):
    assert json.loads(run("--date", "2026-03-13", "--json"))["visits"] == 0


def test_a_sheet_of_the_day_is_a_tagged_pdf(a_day, tmp_path):
    sheet = tmp_path / "day.pdf"

    run("--date", "2026-03-12", "--pdf", str(sheet), "--lang", "fr")

    assert sheet.read_bytes().startswith(b"%PDF-")


def test_a_date_that_is_none_is_refused_in_a_sentence(state):
    result = CliRunner().invoke(counter_group, ["day", "--date", "yesterday"])

    assert result.exit_code == 2
    assert "yesterday" in result.output

"""`guichet counter backup` and `guichet counter restore` at the command line."""

from contextlib import closing
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from kiosk.cli.commands import main
from kiosk.counter.calling.calls import Pong
from kiosk.counter.calling.line import SOCKET_FILE
from kiosk.counter.calling.listening import Listener
from kiosk.counter.cases.cabinet import KEYS_FILE, By, Cabinet, open_keys
from kiosk.counter.cases.case import CasePlan, Planned
from kiosk.counter.cases.erasing import Why, erase
from kiosk.counter.cases.opening import open_case
from kiosk.counter.staff.roles import StaffId
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from tests.by_hand import rows

BY = By(StaffId("SAMIRA22"), datetime(2026, 3, 12, 14, tzinfo=ZoneInfo("America/Halifax")), date(2026, 3, 12))
PLAN = CasePlan((Planned(11),), "7K3F9XD")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "state"
    folder.mkdir()
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
    return folder


def guichet(*words, typed=""):
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


def with_cabinet(folder, work):
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state, closing(open_keys(folder)) as keys:
        return work(Cabinet(state, keys))


def test_a_copy_has_the_cases_and_not_their_keys(folder, tmp_path):
    with_cabinet(folder, lambda cabinet: open_case(cabinet, PLAN, BY))

    run = guichet("counter", "backup", tmp_path / "copy.db")

    assert run.exit_code == 0
    assert KEYS_FILE in run.output
    assert rows(tmp_path / "copy.db", "case_file", "number") == [("26-1",)]
    assert not rows(tmp_path / "copy.db", "sqlite_master WHERE name LIKE 'case_key%'", "name")


def test_a_copy_replaces_no_file(folder, tmp_path):
    (tmp_path / "copy.db").write_text("mine")

    run = guichet("counter", "backup", tmp_path / "copy.db")

    assert run.exit_code == 1
    assert run.output.count("\n") == 1
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_copy_is_put_back_and_what_was_erased_since_is_erased_again(folder, tmp_path):
    case = with_cabinet(folder, lambda cabinet: open_case(cabinet, PLAN, BY))
    with_cabinet(folder, lambda cabinet: open_case(cabinet, PLAN, BY))
    guichet("counter", "backup", tmp_path / "copy.db")
    with_cabinet(folder, lambda cabinet: erase(cabinet, case, Why.WITHDRAWN, BY))

    run = guichet("counter", "restore", tmp_path / "copy.db", "--yes", "--lang", "fr")

    assert run.exit_code == 0
    assert "1 dossier" in run.output
    assert rows(folder / "state.db", "case_file", "number") == [("26-2",)]
    assert rows(folder / "state.db", "case_gone", "number, why") == [("26-1", "withdrawn")]


def test_nothing_is_replaced_unless_somebody_is_sure(folder, tmp_path):
    guichet("counter", "backup", tmp_path / "copy.db")
    with_cabinet(folder, lambda cabinet: open_case(cabinet, PLAN, BY))

    run = guichet("counter", "restore", tmp_path / "copy.db", typed="n\n")

    assert run.exit_code == 1
    assert rows(folder / "state.db", "case_file", "number") == [("26-1",)]


def test_what_is_no_copy_is_told_in_one_sentence(folder, tmp_path):
    (tmp_path / "copy.db").write_text("no copy")

    run = guichet("counter", "restore", tmp_path / "copy.db", "--yes")

    assert run.exit_code == 1
    assert run.output.count("\n") == 1


def test_a_counter_that_is_open_keeps_what_it_stands_on(folder, tmp_path):
    guichet("counter", "backup", tmp_path / "copy.db")
    with_cabinet(folder, lambda cabinet: open_case(cabinet, PLAN, BY))
    listener = Listener(lambda _request: Pong(True), folder / SOCKET_FILE)
    listener.start()
    try:
        run = guichet("counter", "restore", tmp_path / "copy.db", "--yes")
    finally:
        listener.close()

    assert run.exit_code == 1
    assert rows(folder / "state.db", "case_file", "number") == [("26-1",)]

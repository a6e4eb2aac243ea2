"""`guichet corrections` at the command line, and what it changes in the other commands."""

import json
from contextlib import closing
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from kiosk.catalogue.model import ServiceId
from kiosk.catalogue.reading import load
from kiosk.cli.commands import main
from kiosk.counter.corrections.keeping import Wrong, correct, open_flags, raise_flag
from kiosk.counter.corrections.values import About, Field, NoteValue, NumberValue, Saying, Subject
from kiosk.counter.needs import Flag as CitizenFlag
from kiosk.counter.needs import Setting, keep
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state

LINE = Subject(About.NUMBER, "dallas", ServiceId("dalhousie-legal-aid"))
CLOSED = Subject(About.SERVICE, "credit-counselling")
TAXES = Subject(About.SERVICE, "cvitp-free-tax-clinic")


@pytest.fixture(scope="session")
def database(catalogue_file):
    return catalogue_file


@pytest.fixture
def catalogue(database):
    return load(database)


@pytest.fixture
def folder(tmp_path, monkeypatch, database):
    config = tmp_path / "guichet.toml"
    config.write_text(f'[catalogue]\npath = "{database}"\n', encoding="utf-8")
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))
    monkeypatch.setenv("GUICHET_CONFIG", str(config))
    return tmp_path


@pytest.fixture
def state(folder):
    with closing(open_state(folder / "state.db", MIGRATIONS)) as connection:
        yield connection


def now():
    return datetime.now(UTC)


def guichet(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_an_empty_list_says_so_in_both_languages(folder):
    assert "Nothing is flagged" in guichet("corrections", "list").output
    assert "Rien n’est signalé" in guichet("corrections", "list", "--lang", "fr").output


def test_the_list_has_flags_citizens_and_corrections(state, folder, catalogue):
    flag = raise_flag(state, catalogue, Wrong(LINE, Field.PHONE, Saying("902-555-0143"), True), "", now())
    note = correct(state, catalogue, CLOSED, NoteValue("Ring.", "Sonnez."), "", now())
    keep(folder / "state.db", CitizenFlag(), Setting("2026-03-10T10", 2, "fr", service=ServiceId("passport-adult")))

    told = guichet("corrections", "list", "--lang", "fr").output

    for words in (flag.id, "902-555-0143", note.id, "Sonnez.", "1 personne"):
        assert words in told


def test_a_decision_ends_what_a_flag_hides(state, folder, catalogue):
    flag = raise_flag(state, catalogue, Wrong(CLOSED, Field.CLOSED, urgent=True), "", now())
    assert CLOSED.id not in services_of(guichet("plan", "making-ends-meet", "--json"))

    assert guichet("corrections", "reject", flag.id, "--reason", "Open again.").exit_code == 0

    assert CLOSED.id in services_of(guichet("plan", "making-ends-meet", "--json"))
    assert open_flags(state) == ()


def test_a_plan_as_shipped_knows_of_no_correction(state, folder, catalogue):
    raise_flag(state, catalogue, Wrong(CLOSED, Field.CLOSED, urgent=True), "", now())

    assert CLOSED.id in services_of(guichet("plan", "making-ends-meet", "--json", "--as-shipped"))


def test_a_slip_has_the_corrected_number_and_the_note(state, folder, catalogue):
    phone = catalogue.services[TAXES.id].phones[0]
    correct(state, catalogue, Subject(About.NUMBER, phone), NumberValue("902-555-0143"), "", now())
    correct(state, catalogue, TAXES, NoteValue("Ring twice.", "Sonnez.", citizens=True), "", now())

    arguments = ("slip", "making-ends-meet", "--on", "2026-03-12", "--format", "txt", "--paper", "letter", "--out")
    assert guichet(*arguments, folder / "slip.txt").exit_code == 0
    assert guichet(*arguments, folder / "shipped.txt", "--as-shipped").exit_code == 0

    slip, shipped = (" ".join((folder / name).read_text().split()) for name in ("slip.txt", "shipped.txt"))
    assert "902-555-0143" in slip
    assert "Ring twice." in slip
    assert "902-555-0143" not in shipped
    assert "Ring twice." not in shipped


def test_the_phone_page_has_it_too(state, folder, catalogue):
    correct(state, catalogue, CLOSED, NoteValue("Ring twice.", "Sonnez fort.", citizens=True), "", now())

    assert guichet("web", "build", "--out", folder / "page").exit_code == 0

    assert any("Sonnez fort." in file.read_text(encoding="utf-8") for file in (folder / "page").rglob("*fr*.json"))


def test_a_file_goes_to_the_steward_and_back(state, folder, catalogue):
    flag = raise_flag(state, catalogue, Wrong(LINE, Field.PHONE, urgent=True), "", now())

    assert guichet("corrections", "export", folder / "out.json").exit_code == 0
    assert json.loads((folder / "out.json").read_text())["flags"][0]["id"] == flag.id
    assert "0 flags and 0 corrections" in guichet("corrections", "import", folder / "out.json").output


def test_what_cannot_be_is_said_in_one_line(state, folder):
    (folder / "torn.json").write_bytes(b"{")

    for words in (
        ("accept", "nothing"),
        ("reject", "nothing"),
        ("clear", "nothing"),
        ("import", folder / "torn.json"),
        ("import", folder / "missing.json"),
        ("export", folder / "missing" / "out.json"),
    ):
        result = guichet("corrections", *words)
        assert result.exit_code != 0
        assert len(result.output.strip().splitlines()) == 1, result.output


def test_a_damaged_state_file_leaves_the_plan_as_shipped(folder):
    (folder / "state.db").write_bytes(b"torn" * 3000)

    result = guichet("plan", "making-ends-meet", "--json")

    assert result.exit_code == 0
    assert CLOSED.id in services_of(result)


def services_of(result):
    assert result.exit_code == 0, result.output
    return {step["service"] for step in json.loads(result.stdout)["steps"]}

"""The command `read`: what it makes of a QR, of a photo's worth of text, of a code, and of nothing."""

import json
import sqlite3
from datetime import date

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    folder = tmp_path / "state"
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder


@pytest.fixture
def issued(state, tmp_path):
    """The short code and the token of a slip handed over today."""
    options = ["losing-a-job", "--format", "txt", "--out", str(tmp_path / "slip.txt")]
    assert CliRunner().invoke(main, ["slip", *options]).exit_code == 0
    code, token = sqlite3.connect(state / "state.db").execute("SELECT code, token FROM referral_issued").fetchone()
    return f"R-{code[:4]}-{code[4:]}", token


def read(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *arguments], input=given)


def test_a_token_tells_who_issued_it_when_whether_it_holds_and_its_steps_by_name(issued):
    code, token = issued

    lines = read(token).stdout.splitlines()

    assert lines[0] == f"Code {code}"
    assert lines[1].startswith("Issued on ")
    assert "North End Community Centre (kiosk " in lines[1]
    assert lines[2] == "The signature holds"
    assert lines[3].startswith("Good until ")
    assert lines[4] == "Losing a job"
    assert lines[5].startswith("1. Apply for Employment Insurance")


@pytest.mark.parametrize("form", ["https://example.org/p#{}", "My list\nR-7K3F-9XD\n1. Go\n{}", "{}"])
@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_either_form_in_either_case_is_read(issued, form, case):
    text = form.format(issued[1])

    result = read("--json", "-", given=case(text))

    told = json.loads(result.stdout)
    assert (told["code"], told["signature"], told["topic"]) == (issued[0], "holds", "losing-a-job")
    assert told["issued"] == date.today().isoformat()
    assert not told["expired"]
    assert told["steps"][0]["service"]


def test_a_short_code_of_this_kiosk_is_read(issued):
    assert read(issued[0].lower().replace("-", " ")).stdout == read(issued[1]).stdout


def test_the_steps_are_named_in_french_too(issued):
    result = read(issued[1], "--lang", "fr")

    assert "La signature est bonne" in result.stdout
    assert "Perte d’emploi" in result.stdout


def test_a_stranger_s_referral_is_read_and_said_not_to_be_checked(issued, monkeypatch, tmp_path):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "elsewhere"))

    result = read(issued[1])

    assert result.exit_code == 0
    assert "The signature cannot be checked here: this kiosk is not known" in result.stdout
    assert not list((tmp_path / "elsewhere").glob("*.pem"))


def test_an_altered_referral_is_said_to_be_altered(issued):
    token = issued[1]
    altered = token[:-8] + ("A" if token[-8] != "A" else "B") + token[-7:]

    assert json.loads(read(altered, "--json").stdout)["signature"] == "altered"


@pytest.mark.parametrize("text", ["", "nothing of ours", "R-2222-222", "R-7K3F-9XO", "Q" * 60])
def test_what_is_no_referral_is_refused_in_one_sentence(text):
    result = read("-", given=text)

    assert result.exit_code != 0
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1

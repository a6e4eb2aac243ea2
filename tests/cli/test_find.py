"""The command `find`, run as a person runs it."""

import json

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main


def find(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["find", *arguments])


def test_the_plain_answer_has_an_id_and_a_name_on_each_line():
    result = find("my father died")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split(maxsplit=1) == ["death-in-the-family", "A death in the family"]
    assert result.stderr == ""


def test_words_need_no_quotes():
    assert find("my", "father", "died").stdout == find("my father died").stdout


def test_names_come_in_the_language_asked_for():
    result = find("food bank", "--lang", "fr")

    assert "Banque alimentaire près de chez vous" in result.stdout


def test_json_is_a_list_of_kind_id_name_and_score():
    result = find("carte sante", "--lang", "fr", "--limit", "2", "--json")

    hits = json.loads(result.stdout)
    assert len(hits) == 2
    assert list(hits[0]) == ["kind", "id", "name", "score"]
    assert (hits[0]["kind"], hits[0]["id"]) == ("service", "health-card-msi")
    assert 0 < hits[1]["score"] <= hits[0]["score"] <= 1


def test_nothing_found_is_an_empty_list():
    result = find("zzzzqqq", "--json")

    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, [], "")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_found_names_211(language):
    result = find("zzzzqqq", "--lang", language)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "211" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("limit", ["0", "-1", "many", "101", "٣", "", "99999999999999999999"])
def test_an_impossible_limit_is_told_in_one_sentence(limit):
    result = find("food", f"--limit={limit}")

    assert result.exit_code != 0
    assert result.stdout == ""
    assert result.stderr == f"Error: {limit!r} is not a limit: use a whole number from 1 to 100\n"


def test_a_language_without_a_catalogue_is_told_in_one_sentence():
    result = find("food", "--lang", "de")

    assert result.exit_code != 0
    assert result.stderr == "Error: 'de' is not a language of the catalogue: use en or fr\n"


def test_a_missing_catalogue_is_told_in_one_sentence(tmp_path, monkeypatch):
    config = tmp_path / "guichet.toml"
    config.write_text(f'[catalogue]\npath = "{tmp_path / "none.db"}"\n', encoding="utf-8")
    monkeypatch.setenv("GUICHET_CONFIG", str(config))

    result = find("food")

    assert result.exit_code != 0
    assert len(result.stderr.splitlines()) == 1
    assert "none.db" in result.stderr

"""`guichet plan`, run as a person or a program runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main

DEATH = "death-in-the-family"
JOB = "losing-a-job"
ON = ("--on", "2026-03-12T10:14")
DAY = ("--event-date", "2026-03-06")

STATUSES = {"applies", "may_apply", "does_not_apply"}
LEVELS = {"must", "should", "may"}
LISTS = {"to_do", "to_know", "automatic"}
ROOT = Path(__file__).parents[2]


def plan(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["plan", *arguments])


def made(*arguments: str) -> dict[str, Any]:
    result = plan(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    values: dict[str, Any] = json.loads(result.stdout)
    return values


def step_of(values: dict[str, Any], step: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in values["steps"] if one["id"] == step)
    return found


@pytest.fixture(scope="module")
def death() -> dict[str, Any]:
    """The plan of a death six days ago, nothing else known."""
    return made(DEATH, *DAY, *ON)


def test_json_has_everything_that_programs_were_promised(death: dict[str, Any]) -> None:
    promised = {"bundles", "catalogue", "steps", "documents", "visits", "fees", "next_question"}
    of_a_step = {
        *("id", "bundle", "service", "name", "status", "level", "list", "after"),
        *("deadline", "because", "channels", "location"),
    }

    assert promised <= death.keys()
    assert death["bundles"] == [DEATH]
    assert {"version", "date"} <= death["catalogue"].keys()
    assert all(of_a_step <= step.keys() for step in death["steps"])
    assert all({"id", "name", "steps", "obtained_from"} <= paper.keys() for paper in death["documents"])
    assert all({"location", "steps"} <= visit.keys() for visit in death["visits"])
    assert {"currency", "minimum", "maximum", "unknown"} <= death["fees"].keys()


def test_json_says_things_in_its_closed_words(death: dict[str, Any]) -> None:
    channels = [step["channels"] for step in death["steps"] if step["channels"]]

    assert {step["status"] for step in death["steps"]} <= STATUSES
    assert {step["level"] for step in death["steps"]} <= LEVELS
    assert {step["list"] for step in death["steps"]} <= LISTS
    assert all({"type", "recommended", "reason"} == channel.keys() for each in channels for channel in each)
    assert all([channel["recommended"] for channel in each].count(True) == 1 for each in channels)
    assert death["fees"]["currency"] == "CAD"
    assert 0 <= death["fees"]["minimum"] <= death["fees"]["maximum"]


def test_every_step_named_anywhere_is_one_of_the_steps(death: dict[str, Any]) -> None:
    ids = [step["id"] for step in death["steps"]]
    named = [other for step in death["steps"] for other in step["after"]]
    named += [step for paper in death["documents"] for step in paper["steps"]]
    named += [paper["obtained_from"] for paper in death["documents"] if paper["obtained_from"]]
    named += [step for visit in death["visits"] for step in visit["steps"]]
    named += death["fees"]["unknown"]

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)


@pytest.mark.parametrize("bundles", [(DEATH,), (JOB,), (DEATH, JOB), ("having-a-baby", "new-to-nova-scotia", JOB)])
def test_no_step_comes_before_one_it_follows(bundles: tuple[str, ...]) -> None:
    values = made(*bundles, *ON)

    place = {step["id"]: position for position, step in enumerate(values["steps"])}
    assert all(place[other] < place[step["id"]] for step in values["steps"] for other in step["after"])


def test_ids_are_those_of_the_sources(death: dict[str, Any]) -> None:
    certificate = step_of(death, "certs")

    assert (certificate["bundle"], certificate["service"]) == (DEATH, "death-certificate")
    assert certificate["location"] == "ans-halifax"
    assert death["next_question"] in {"is_executor", "relationship_to_deceased", "cpp_contributor", "received_cpp_oas"}


def test_a_deadline_is_a_day_counted_from_the_event(death: dict[str, Any]) -> None:
    assert step_of(death, "certs")["deadline"] == "2026-03-20"
    assert step_of(made(DEATH, *ON), "certs")["deadline"] is None


def test_an_answer_settles_what_it_is_about() -> None:
    before = made(DEATH, *DAY, *ON)
    after = made(DEATH, *DAY, *ON, "--answer", "died_at_home_unexpected=false")

    assert step_of(before, "unexpected")["status"] == "may_apply"
    assert step_of(before, "unexpected")["because"]
    assert step_of(after, "unexpected")["status"] == "does_not_apply"


def test_the_last_answer_to_a_question_counts() -> None:
    twice = made(DEATH, *ON, "--answer", "is_executor=false", "--answer", "is_executor=true")

    assert twice == made(DEATH, *ON, "--answer", "is_executor=true")


def test_several_choices_are_joined_by_commas() -> None:
    def passport(lost: str) -> set[str]:
        steps = made("lost-wallet", *ON, "--answer", f"lost_items={lost}")["steps"]
        return {step["status"] for step in steps if step["service"] == "passport-lost"}

    assert passport("sin,passport") == {"applies"}
    assert "applies" not in passport("sin,licence")


def test_each_of_two_events_has_its_own_date() -> None:
    both = made(DEATH, "moving-house", *DAY, *ON, "--answer", "event_date@moving-house=2027-01-01")
    undated = made(DEATH, "moving-house", *DAY, *ON)

    assert step_of(both, "power")["deadline"] == "2026-12-25"
    assert step_of(undated, "power")["deadline"] is None
    assert step_of(both, "certs")["deadline"] == step_of(undated, "certs")["deadline"]


def test_a_bundle_named_twice_is_one_bundle() -> None:
    assert made(DEATH, DEATH, *DAY, *ON) == made(DEATH, *DAY, *ON)


def test_names_and_reasons_come_in_the_language_asked_for() -> None:
    french = made(DEATH, *DAY, *ON, "--lang", "fr")

    assert step_of(french, "certs")["name"] == "Obtenir le certificat de décès"
    assert step_of(french, "unexpected")["because"].startswith("Cela dépend de\u00a0:")


def test_the_plan_in_words_has_the_situation_first_and_the_steps_numbered() -> None:
    result = plan(DEATH, *DAY, *ON)

    lines = result.stdout.splitlines()
    assert (result.exit_code, lines[0]) == (0, "A death in the family")
    assert " 1. Call 911 if the death was sudden" in lines


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name at least one bundle"),
        (("death-in-the-famly",), "did you mean death-in-the-family?"),
        ((DEATH, "--answer", "is_executr=true"), "did you mean is_executor?"),
        ((DEATH, "--answer", "is_executor"), "write FACT=VALUE"),
        ((DEATH, "--answer", "is_executor=perhaps"), "neither true nor false"),
        ((DEATH, "--answer", "relation_to_deceased=dog"), "is none of"),
        ((DEATH, "--answer", "age=many"), "not a whole number"),
        ((DEATH, "--answer", "age=-3"), "not a whole number"),
        ((DEATH, "--answer", "age=" + "9" * 5000), "not possible"),
        ((DEATH, "--event-date", "2026-02-30"), "is not a day"),
        ((DEATH, "--event-date", "yesterday"), "is not a day"),
        ((DEATH, "--event-date", "0001-01-01"), "too far from today"),
        ((DEATH, "--on", "noon"), "is not a moment"),
        ((DEATH, "--on", "2026-13-01T10:00"), "is not a moment"),
        ((DEATH, "--on", "9999-12-31"), "too far from today"),
        ((DEATH, "--lang", "de"), "use en or fr"),
        ((DEATH, "--jsn"), "--jsn"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    result = plan(*arguments)

    assert result.exit_code != 0
    assert result.stdout == ""
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_torn_catalogue_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn = tmp_path / "catalogue.db"
    torn.write_bytes(b"SQLite format 3\0" + bytes(5000))
    config = tmp_path / "guichet.toml"
    config.write_text(f'[catalogue]\npath = "{torn}"\n', encoding="utf-8")
    monkeypatch.setenv("GUICHET_CONFIG", str(config))

    result = plan(DEATH)

    assert result.exit_code != 0
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


def test_the_program_itself_answers_in_json() -> None:
    command = [sys.executable, "-m", "kiosk", "plan", DEATH, "--event-date", "2026-03-06", "--json"]

    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert json.loads(run.stdout)["bundles"] == [DEATH]
    assert run.stderr == ""


def test_a_refusal_of_the_program_itself_is_one_sentence_and_no_success() -> None:
    command = [sys.executable, "-m", "kiosk", "plan", "no-such-thing"]

    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode != 0
    assert (run.stdout, len(run.stderr.splitlines())) == ("", 1)

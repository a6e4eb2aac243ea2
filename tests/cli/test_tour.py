"""`guichet tour`: the real window walks by itself, in a program of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

JOURNEYS = ("death", "job", "food", "turning-65")


def tour(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "tour", "--out", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def screens(folder: Path, walk: str) -> list[str]:
    """What the pictures of one walk show, in their order."""
    names = sorted(file.name for file in folder.glob(f"{walk}-[0-9][0-9]-*.png"))
    return [re.sub(rf"^{walk}-\d\d-|\.png$", "", name) for name in names]


def test_a_death_leaves_a_picture_of_every_screen_and_the_slip(tmp_path):
    walked = tour(tmp_path / "tour", "--journey", "death", "--orientation", "portrait")

    folder = tmp_path / "tour"
    shown = screens(folder, "death-portrait")
    assert (walked.returncode, walked.stderr) == (0, "")
    assert shown[:3] == ["languages", "home", "question-event-date"]
    assert [name for name in shown if not name.startswith("question")][2:] == [
        "plan",
        "plan-more",
        "step",
        "where",
        "papers",
        "take",
        "done",
    ]
    assert Image.open(folder / "death-portrait-01-languages.png").size == (1080, 1920)
    assert (folder / "death-portrait-slip.pdf").read_bytes().startswith(b"%PDF")
    assert Image.open(folder / "death-portrait-slip.png").width > 400
    assert sorted(walked.stdout.split()) == sorted(str(file) for file in folder.iterdir())


def test_a_tour_leaves_the_kiosk_s_own_state_alone(tmp_path, monkeypatch):
    state = tmp_path / "state"
    state.mkdir()
    monkeypatch.setenv("GUICHET_STATE", str(state))

    walked = tour(tmp_path / "tour", "--journey", "food", "--orientation", "landscape")

    assert (walked.returncode, walked.stderr) == (0, "")
    assert list(state.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.thorough), "fr"])
def test_every_page_of_the_counter_is_pictured(tmp_path, monkeypatch, language):
    state = tmp_path / "state"
    state.mkdir()
    monkeypatch.setenv("GUICHET_STATE", str(state))

    walked = tour(tmp_path / "tour", "--counter", "--lang", language)

    shown = screens(tmp_path / "tour", f"counter-{language}")
    assert (walked.returncode, walked.stderr) == (0, "")
    assert {"first-start", "sign-in", "pin", "walk-in-plan", "call-answer", "scan-slip", "case", "locked"} <= set(shown)
    assert {"need", "kiosks", "today", "here", "seams", "flag", "flags", "people"} <= set(shown)
    assert Image.open(tmp_path / "tour" / f"counter-{language}-01-first-start.png").size == (1920, 1080)
    assert list(state.iterdir()) == []


@pytest.mark.thorough
def test_every_journey_is_walked_both_ways_round_and_in_both_languages(tmp_path):
    walked = tour(tmp_path, "--lang", "both")

    walks = {
        f"{journey}-{language}-{orientation}"
        for journey in JOURNEYS
        for language in ("en", "fr")
        for orientation in ("portrait", "landscape")
    }
    assert (walked.returncode, walked.stderr) == (0, "")
    assert {file.name.removesuffix("-slip.pdf") for file in tmp_path.glob("*.pdf")} == walks
    assert all(screens(tmp_path, walk)[-1] == "done" for walk in walks)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--journey", "deth"], "there is no journey 'deth': use death, job, food, turning-65"),
        (["--orientation", "square"], "'square' is not an orientation: use portrait or landscape"),
        (["--lang", "de"], "'de' is not a language of the tour: use en, fr, ar, zh, uk, qps or both"),
    ],
)
def test_what_a_tour_cannot_be_is_told_in_one_sentence(tmp_path, arguments, sentence):
    walked = tour(tmp_path, *arguments)

    assert (walked.returncode, walked.stdout, walked.stderr) == (1, "", f"Error: {sentence}\n")


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    walked = tour(tmp_path / "file" / "tour")

    assert (walked.returncode, walked.stdout) == (1, "")
    assert walked.stderr == f"Error: the folder {tmp_path / 'file' / 'tour'} cannot be made: Not a directory\n"

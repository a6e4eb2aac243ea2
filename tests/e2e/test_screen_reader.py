"""A real screen reader's view: the window on an X display, walked through over the desktop's accessibility bus."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen_reader import CONTROLS, MARKS, Reader, faults, reading

STATIONS = (
    *("home", "situations", "who I am", "search", "urgent", "help", "question, choice", "question, date"),
    *("question, number", "plan", "plan of a job", "answers", "papers", "step 1", "step 2", "step 3", "where"),
    *("take", "take, code", "done, printed", "done, remembered"),
)

pytestmark = MARKS


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """A kiosk over the whole of an X display, and a screen reader beside it."""
    yield from reading(tmp_path, "kiosk")


@pytest.fixture(params=["en", "fr"])
def standing(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Reader, Path, str]]:
    """A window that stands wherever its pipe says, a screen reader beside it, and their language."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for reader in reading(tmp_path, f"tests.e2e.standing {pipe} {request.param}"):
        yield reader, pipe, request.param


def test_a_plan_is_made_and_taken_away_over_the_accessibility_bus(reader):
    seen = {"attract": reader.tree()}
    reader.press("push button", "Français")
    reader.waits_for("heading", "Comment pouvons-nous vous aider")
    seen["home"] = reader.tree()
    reader.press("push button", "Décès dans la famille")
    while not (title := reader.title()).startswith("Votre plan"):
        seen[title] = reader.tree()
        reader.press("push button", "Je ne sais pas")
    seen["plan"] = reader.tree()
    reader.press("push button", "Étape 2")
    reader.waits_for("push button", "Retour")
    seen["step"] = reader.tree()
    reader.press("push button", "Retour")
    reader.press("push button", "Emporter mon plan")
    reader.waits_for("heading", "Comment voulez-vous")
    seen["take"] = reader.tree()

    wrong = {page: said for page, tree in seen.items() if (said := faults(tree))}

    assert not wrong
    assert len(seen) >= 7


def test_a_service_is_found_by_a_reader_that_sets_the_text_itself(reader):
    reader.press("push button", "English")
    reader.press("push button", "I know what I need")
    reader.type_into("What are you looking for", "passport")

    result = reader.waits_for("push button", "Adult passport")

    assert "Press" in result["actions"]


def test_a_ticked_paper_and_a_chosen_language_are_told_as_such(standing):
    reader, pipe, language = standing
    with pipe.open("w", encoding="utf-8") as told:
        told.write("papers\n")
        told.flush()
        reader.waits_for_title("papers")
        paper = ("Photo ID", "Pièce d’identité")[language == "fr"]
        before = reader.waits_for("check box", paper)["states"]

        reader.press("check box", paper)

        languages = {
            node["name"]: "CHECKED" in node["states"] for node in reader.tree() if node["role"] == "radio button"
        }
        assert "CHECKED" not in before
        assert "CHECKED" in reader.waits_for("check box", paper)["states"]
        assert languages == {"English": language == "en", "Français": language == "fr"}


def test_every_page_tells_role_name_state_and_action_of_all_it_has(standing):
    reader, pipe, language = standing
    wrong = {}
    with pipe.open("w", encoding="utf-8") as told:
        for station in STATIONS:
            told.write(f"{station}\n")
            told.flush()
            reader.waits_for_title(station)
            tree = reader.tree()
            if said := faults(tree):
                wrong[station] = said
            assert sum(node["role"] in CONTROLS for node in tree) >= 5, (station, tree)

    assert not wrong, language

"""The counter by a real screen reader: signed in, every section reached, every action named."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.counter.staff import this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from tests.e2e.screen_reader import MARKS, Reader, faults, reading

pytestmark = MARKS

PIN = "739164"
WORDS = {
    "en": {
        "lock": "Lock",
        "sign in": "Sign in",
        "pin": "PIN",
        "question": "Who are you?",
        "search": "What does the person need",
        "typed": "losing a job",
        "found": "Losing a job",
        "plan": "Step 1",
        "sections": ["Walk-in", "Scan", "Cases", "Needs", "Kiosks", "Today", "Here", "Flags", "Staff"],
    },
    "fr": {
        "lock": "Verrou",
        "sign in": "Ouvrir la session",
        "pin": "NIP",
        "question": "Qui êtes-vous?",
        "search": "De quoi la personne",
        "typed": "perte d’emploi",
        "found": "Perte d’emploi",
        "plan": "Étape 1",
        "sections": ["Accueil", "Lire", "Dossiers", "Besoins", "Bornes", "Aujourd’hui", "Ici", "Erreurs", "Équipe"],
    },
}


@pytest.fixture(params=["en", "fr"])
def counter(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Reader, dict]]:
    """The program `guichet counter`, where Samira works, a reader beside it, and its words."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        make_first_supervisor(
            state,
            this_machine(folder),
            untrusted_code=first_code(state, folder),
            name="Samira Khan",
            untrusted_pin=PIN,
            language=request.param,
            at=datetime(2026, 3, 12, tzinfo=UTC),
        )
    for reader in reading(tmp_path, f"kiosk counter --lang {request.param}", "1920x1080"):
        yield reader, WORDS[request.param]


def sign_in(reader: Reader, words: dict) -> list[dict]:
    """Sign in as Samira; what the page was that asked for the PIN."""
    reader.press("push button", "Samira Khan")
    reader.waits_for("heading", "Samira Khan")
    asked = reader.tree()
    reader.type_into(words["pin"], PIN)
    reader.press("push button", words["sign in"])
    return asked


def test_a_plan_is_made_for_a_walk_in_over_the_accessibility_bus(counter):
    reader, words = counter
    sign_in(reader, words)

    reader.type_into(words["search"], words["typed"])
    reader.press("push button", words["found"])
    made = reader.waits_for("list item", words["plan"])

    assert made["name"]
    assert not faults(reader.tree())


def test_a_person_with_a_screen_reader_signs_in_and_reaches_every_section(counter):
    reader, words = counter
    reader.waits_for("heading", words["question"])
    seen = {"sign-in": reader.tree()}
    seen["pin"] = sign_in(reader, words)

    for section in words["sections"]:
        reader.press("page tab", section)
        chosen = reader.waits_for("page tab", section)
        seen[section] = reader.tree()
        assert "SELECTED" in chosen["states"]
        assert any(node["role"] == "heading" for node in seen[section])
    reader.press("push button", words["lock"])
    reader.waits_for("heading", "Samira Khan")

    wrong = {page: said for page, tree in seen.items() if (said := faults(tree))}
    assert not wrong
    assert not any("vault" in node["name"] for node in reader.tree())

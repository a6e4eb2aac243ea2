"""An outcome at the real counter, on a display, by the keys of the keyboard alone: the step, the answer, F9."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.counter.cases.cabinet import By, Cabinet, CaseNumber, open_keys
from kiosk.counter.cases.case import CasePlan, Covers, Planned, read_case
from kiosk.counter.cases.consenting import Private, give_consent, keep_private
from kiosk.counter.cases.opening import open_case
from kiosk.counter.cases.person import Person
from kiosk.counter.cases.statuses import Status
from kiosk.counter.staff import this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.signed import case_key
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from tests.e2e.screen_reader import MARKS, faults, reading
from tests.e2e.test_walk_in import PIN, Counter

pytestmark = MARKS

NOW = datetime.now(UTC)
WORDS = {
    "en": {
        "case": "Case",
        "happened": "What happened?",
        "list": "Cases",
        "consent": "Ask the person, in these words or in your own",
        "partner": "Tell Service Canada",
        "step": "Which step is added?",
        "erase": f"Erase Case {NOW:%y}-1 for good?",
    },
    "fr": {
        "case": "Dossier",
        "happened": "Qu’est-il arrivé?",
        "list": "Dossiers",
        "consent": "Demandez à la personne, dans ces mots ou les vôtres",
        "partner": "Avertir\N{NO-BREAK SPACE}: Service Canada",
        "step": "Quelle étape ajouter?",
        "erase": f"Effacer pour de bon\N{NO-BREAK SPACE}: Dossier {NOW:%y}-1?",
    },
}


def make_case(folder: Path, language: str) -> CaseNumber:
    """Samira's counter, and a case of three steps that she opened today with a yes."""
    services = [service.number for service in load(paths.catalogue_file()).services.values() if not service.discreet]
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state, closing(open_keys(folder)) as keys:
        samira = make_first_supervisor(
            state,
            this_machine(folder),
            untrusted_code=first_code(state, folder),
            name="Samira Khan",
            untrusted_pin=PIN,
            language=language,
            at=NOW,
        )
        cabinet, by = Cabinet(state, keys), By(samira.staff.id, NOW, NOW.date())
        case = open_case(cabinet, CasePlan(tuple(map(Planned, services[:3])), "7K3F9XD"), by)
        last = by.day + timedelta(days=90)
        case = give_consent(cabinet, case_key(samira), case, by, last_day=last, language=language, covers=Covers)
        keep_private(cabinet, case_key(samira), case, Private(Person("Anna"), ""), by)
        return case.number


@pytest.fixture(params=["en", "fr"])
def counter(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Counter, dict[str, str], Path]]:
    """`guichet counter` on an X display, where Samira has one case."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    make_case(folder, request.param)
    for reader in reading(tmp_path, f"kiosk counter --lang {request.param}", "1920x1080"):
        yield Counter(reader, request.param, tmp_path), WORDS[request.param], folder


def test_an_outcome_is_three_actions_at_the_keyboard(counter: tuple[Counter, dict[str, str], Path]) -> None:
    desk, words, folder = counter
    desk.sign_in()
    desk.reader.keys("F4")
    desk.reader.waits_for("heading", words["list"])
    desk.reader.keys("Return")
    desk.reader.waits_for("heading", f"{words['case']} {NOW:%y}-1")

    desk.does("Down")
    desk.does("2")
    desk.does("F9")
    desk.reader.waits_for("heading", words["list"])

    assert desk.actions == 3
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        case = read_case(state, CaseNumber(f"{NOW:%y}-1"), NOW.date())
    assert [step.status for step in case.steps] == [Status.HANDED, Status.PENDING, Status.HANDED]


def test_a_screen_reader_finds_a_name_and_a_role_for_all_of_a_case(
    counter: tuple[Counter, dict[str, str], Path],
) -> None:
    desk, words, _folder = counter
    desk.sign_in()
    desk.reader.keys("F4")
    desk.reader.waits_for("heading", words["list"])
    seen = {"list": desk.reader.tree()}
    desk.reader.keys("Return")
    desk.reader.waits_for("heading", words["happened"])
    seen["case"] = desk.reader.tree()
    for key, sheet in (("c", "consent"), ("t", "partner"), ("a", "step"), ("Control_L+d", "erase")):
        desk.reader.keys(key)
        desk.reader.waits_for("dialog", words[sheet])
        seen[sheet] = desk.reader.tree()
        desk.reader.keys("Escape")

    assert {page: said for page, tree in seen.items() if (said := faults(tree))} == {}
    assert [node["name"][:2] for node in seen["case"] if node["role"] == "list item"] == ["1.", "2.", "3."]

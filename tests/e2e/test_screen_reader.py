"""A real screen reader's view: the window on an X display, walked through over the desktop's accessibility bus."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "tests" / "e2e" / "at_spi_client.py"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SYSTEM_PYTHON = "/usr/bin/python3"

CONTROLS = {"push button": "Press", "check box": "Press", "radio button": "Press", "text": "SetFocus"}
SESSION = f'{LAUNCHER} --launch-immediately & "$PYTHON" -m $PROGRAM & exec {SYSTEM_PYTHON} "$CLIENT"'

STATIONS = (
    *("home", "situations", "who I am", "search", "urgent", "help", "question, choice", "question, date"),
    *("question, number", "plan", "plan of a job", "answers", "papers", "step 1", "step 2", "step 3", "where"),
    *("take", "take, code", "done, printed", "done, remembered"),
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (Path(LAUNCHER).exists() and shutil.which("xvfb-run") and shutil.which("dbus-run-session")),
        reason="needs the packages of packaging/system-packages-test.txt: at-spi2-core, xvfb, dbus",
    ),
]


class Reader:
    """What a person with a screen reader can find out and do."""

    def __init__(self, session: subprocess.Popen[str]) -> None:
        self._session = session
        assert self._answer() == {"window": "Guichet"}

    def tree(self) -> list[dict]:
        return self._ask("tree")

    def press(self, role: str, name: str) -> None:
        said = self._ask("press", role, name)
        assert said == {"done": True}, f"{said}; there are {[(node['role'], node['name']) for node in self.tree()]}"

    def focus(self, role: str, name: str) -> None:
        assert self._ask("focus", role, name) == {"done": True}

    def type_into(self, name: str, text: str) -> None:
        assert self._ask("type", name, text) == {"done": True}

    def waits_for(self, role: str, name: str) -> dict:
        found = self._ask("find", role, name)
        assert "missing" not in found, f"{found}; there are {[(node['role'], node['name']) for node in self.tree()]}"
        return found

    def waits_for_title(self, words: str) -> None:
        assert self._ask("title", words) == {"title": words}

    def title(self) -> str:
        return next(node["name"] for node in self.tree() if node["role"] == "heading")

    def _ask(self, *words: str):
        self._session.stdin.write("\t".join(words) + "\n")
        self._session.stdin.flush()
        return self._answer()

    def _answer(self):
        for line in self._session.stdout:
            if line.startswith(("{", "[")):
                return json.loads(line)
        raise AssertionError("the session has ended")


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


def reading(tmp_path: Path, program: str) -> Iterator[Reader]:
    config = tmp_path / "guichet.toml"
    config.write_text("[screen]\npanel_diagonal_in = 21.5\n", encoding="utf-8")
    surroundings = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "GUICHET_", "DBUS_"))},
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "GUICHET_STATE": str(tmp_path / "state"),
        "GUICHET_CONFIG": str(config),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON": sys.executable,
        "PROGRAM": program,
        "CLIENT": str(CLIENT),
    }
    display = ["xvfb-run", "-a", "-s", "-screen 0 1080x1920x24", "dbus-run-session", "--", "sh", "-c", SESSION]
    session = subprocess.Popen(
        display,
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield Reader(session)
    finally:
        os.killpg(session.pid, signal.SIGTERM)
        session.wait(timeout=30)
        session.stdin.close()
        session.stdout.close()


def faults(tree: list[dict]) -> list[str]:
    """Controls that say nothing, do nothing or cannot be reached, and texts without words."""
    found = []
    for node in tree:
        role, name = node["role"], node["name"]
        if not name.strip():
            found.append(f"a {role} without a name at {node['rect']}")
        if role in CONTROLS and "ENABLED" in node["states"]:
            if CONTROLS[role] not in node["actions"]:
                found.append(f"{role} {name!r} can only {node['actions']}")
            if "FOCUSABLE" not in node["states"]:
                found.append(f"{role} {name!r} never has the focus")
        if role in ("check box", "radio button") and "ENABLED" in node["states"] and "Toggle" not in node["actions"]:
            found.append(f"{role} {name!r} cannot be chosen")
        if role in ("unknown", "filler"):
            found.append(f"{role} {name!r} says nothing of what it is")
    return found


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

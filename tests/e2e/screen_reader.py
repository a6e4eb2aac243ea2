"""A screen reader beside a real window on an X display: what a person who uses one can find out and do."""

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

CONTROLS = {
    **{"push button": "Press", "check box": "Press", "radio button": "Press", "page tab": "Press"},
    **{"text": "SetFocus", "password text": "SetFocus"},
}
SESSION = f'{LAUNCHER} --launch-immediately & "$PYTHON" -m $PROGRAM & exec {SYSTEM_PYTHON} "$CLIENT"'

MARKS = [
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
        assert self._answer()["window"].startswith("Guichet")

    def tree(self) -> list[dict]:
        return self._ask("tree")

    def press(self, role: str, name: str) -> None:
        said = self._ask("press", role, name)
        assert said == {"done": True}, f"{said}; there are {[(node['role'], node['name']) for node in self.tree()]}"

    def focus(self, role: str, name: str) -> None:
        assert self._ask("focus", role, name) == {"done": True}

    def type_into(self, name: str, text: str) -> None:
        said = self._ask("type", name, text)
        assert said == {"done": True}, f"{said}; there are {[(node['role'], node['name']) for node in self.tree()]}"

    def keys(self, *chords: str) -> None:
        """Press keys of the display's keyboard: `a`, `Return`, `F9`, `Alt_L+3`."""
        assert self._ask("keys", *chords) == {"done": True}

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


def reading(tmp_path: Path, program: str, screen: str = "1080x1920", settings: str = "") -> Iterator[Reader]:
    """A program of ours over the whole of an X display of `screen` pixels, and a reader beside it.

    `settings` are lines of its configuration.
    """
    config = tmp_path / "guichet.toml"
    config.write_text(f"[screen]\npanel_diagonal_in = 21.5\n{settings}", encoding="utf-8")
    surroundings = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "GUICHET_", "DBUS_"))},
        "HOME": str(tmp_path),
        "GUICHET_STATE": str(tmp_path / "state"),
        "GUICHET_CONFIG": str(config),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON": sys.executable,
        "PROGRAM": program,
        "CLIENT": str(CLIENT),
    }
    display = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}x24", "dbus-run-session", "--", "sh", "-c", SESSION]
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

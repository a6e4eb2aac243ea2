"""A walk-in at the real counter, by the keys of the keyboard alone: from the first letter to a slip with its code."""

import io
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.counter.staff import this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.tables import MIGRATIONS
from kiosk.referral.keys import key_ring, own_key
from kiosk.referral.reading import Reading, Signature, read
from kiosk.state import open_state
from tests.e2e.screen_reader import MARKS, Reader, reading

pytestmark = MARKS

PIN = "739164"
WORDS = {
    "en": {
        "search": "What does the person need?",
        "results": "Results",
        "after the lines": "Report an error",
        "event": "Losing a job",
        "printed": "The slip is printed.",
    },
    "fr": {
        "search": "De quoi la personne a-t-elle besoin?",
        "results": "Résultats",
        "after the lines": "Signaler une erreur",
        "event": "Perte d’emploi",
        "printed": "Le feuillet est imprimé.",
    },
}
LANGUAGES = ("en", "fr")


class Counter:
    """The counter on its display, with hands on its keyboard. `actions` counts what staff did for this person."""

    def __init__(self, reader: Reader, language: str, folder: Path) -> None:
        self.reader = reader
        self.words = WORDS[language]
        self.actions = 0
        self._folder = folder

    def sign_in(self) -> None:
        """Samira signs in by her PIN."""
        while not any(node["name"].startswith("Samira") and "FOCUSED" in node["states"] for node in self.reader.tree()):
            self.reader.keys("Tab")
        self.reader.keys("Return")
        self.reader.waits_for("heading", "Samira Khan")
        self.reader.keys(*PIN, "Return")
        assert "FOCUSED" in self.reader.waits_for("text", self.words["search"])["states"]

    def does(self, *chords: str) -> None:
        """One action: some letters, or one key."""
        self.actions += 1
        self.reader.keys(*chords)

    def digit_of(self, name: str) -> str:
        """The digit that adds the line of that name."""
        self.reader.waits_for("push button", name)
        names = [node["name"] for node in self.reader.tree()]
        after = names.index(self.words["results"])
        lines = [
            node["name"]
            for node in self.reader.tree()[after : names.index(self.words["after the lines"])]
            if node["role"] == "push button" and "," in node["name"]
        ]
        return str(next(at for at, line in enumerate(lines, start=1) if line.startswith(name)))

    def slip(self) -> tuple[str, Reading]:
        """The words of the one slip that was printed, and what its QR says, checked with this machine's key."""
        [pdf] = (self._folder / "slips").glob("*.pdf")
        words = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
        drawn = subprocess.run(["pdftoppm", "-r", "203", "-png", pdf], check=True, capture_output=True).stdout
        found = zxingcpp.read_barcode(Image.open(io.BytesIO(drawn)))
        assert found is not None
        return words, read(found.text, key_ring(own_key(self._folder / "state")), datetime.now(UTC).date())


@pytest.fixture(params=LANGUAGES)
def counter(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Counter]:
    """`guichet counter` on an X display, where Samira works and slips are left in a folder."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    (tmp_path / "slips").mkdir()
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
    settings = f'[printer]\nkind = "file"\nfolder = "{tmp_path / "slips"}"\n'
    for reader in reading(tmp_path, f"kiosk counter --lang {request.param}", "1920x1080", settings):
        yield Counter(reader, request.param, tmp_path)


def test_from_a_lost_job_to_the_slip_in_five_actions(counter: Counter) -> None:
    counter.sign_in()

    counter.does(*"emp")
    counter.does(f"Alt_L+{counter.digit_of(counter.words['event'])}")
    counter.does("F9")
    counter.reader.waits_for("label", counter.words["printed"])

    words, referral = counter.slip()
    assert counter.actions <= 5
    assert str(referral.code) in words
    assert referral.signature is Signature.HOLDS
    assert len(referral.referral.items) >= 10
    assert any(item.first for item in referral.referral.items)

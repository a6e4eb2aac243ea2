"""A scanner that types at the real counter: a badge signs in, a slip opens, and what a person types stays theirs."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
from kiosk.counter.scanning.layouts import COMES_OUT, MEANT, Layout
from kiosk.counter.staff import this_machine
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.giving import give_badge
from kiosk.counter.tables import MIGRATIONS
from kiosk.paths import catalogue_file
from kiosk.planning import make_plan
from kiosk.referral.composing import Choices
from kiosk.referral.forms import url_form
from kiosk.referral.issuing import Issuer
from kiosk.state import open_state
from tests.e2e.screen_reader import MARKS, Reader, reading

pytestmark = MARKS

WORDS = {
    "en": ("Losing a job", "What does the person need?", "los"),
    "fr": ("Perte d’emploi", "De quoi la personne a-t-elle besoin?", "emp"),
}
OTHERS = {" ": "space", "\n": "Return"}
CASES = [
    ("en", Layout.US),
    ("fr", Layout.CANADIAN_MULTILINGUAL),
    ("fr", Layout.FRENCH),
    ("en", Layout.GERMAN),
    ("en", Layout.UK),
    ("fr", Layout.SPANISH),
]


def chords(text: str, layout: Layout = Layout.US) -> list[str]:
    """The keys that a scanner presses for `text`, by what they are on a keyboard with `layout`."""
    return [OTHERS.get(character) or _chord(MEANT.index(character), layout) for character in text]


def _chord(place: int, layout: Layout) -> str:
    shift = "Shift_L+" if place >= len(MEANT) // 2 else ""
    return f"{shift}{ord(COMES_OUT[layout][place % (len(MEANT) // 2)]):#x}"


@pytest.fixture(params=CASES, ids=[f"{language}-{layout}" for language, layout in CASES])
def counter(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Reader, str, str, str, Layout]]:
    """The program `guichet counter`, the badge of who works there, a slip that was made there, language and layout."""
    if not shutil.which("setxkbmap"):
        pytest.skip("needs setxkbmap, which comes with xvfb")
    language, layout = request.param
    folder, now = tmp_path / "state", datetime.now(UTC)
    folder.mkdir(mode=0o700)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        samira = make_first_supervisor(
            state,
            this_machine(folder),
            untrusted_code=first_code(state, folder),
            name="Samira Khan",
            untrusted_pin="739164",
            language=language,
            at=now,
        )
        badge = give_badge(state, samira, samira.staff.id, at=now)
    catalogue = load(catalogue_file())
    plan = make_plan(catalogue, (BundleId("losing-a-job"),), {}, now=now)
    issuer = Issuer(lambda: folder)
    slip = issuer.register(issuer.sign(catalogue, plan, Choices(), now.date(), b"a slip!!"), now.date())
    program = f"tests.e2e.under_layout {layout} kiosk counter --lang {language}"
    for reader in reading(tmp_path, program, "1920x1080"):
        yield reader, badge.text, slip.token, language, layout


def test_a_badge_then_a_slip_then_a_person_who_types(counter):
    reader, badge, token, language, layout = counter
    topic, search, letters = WORDS[language]
    reader.waits_for("push button", "Samira Khan")

    reader.keys(*chords(badge + "\n", layout))
    assert "FOCUSED" in reader.waits_for("text", search)["states"]

    reader.keys(*chords(url_form("https://r.example.ca/", token) + "\n", layout))
    reader.waits_for("heading", topic)

    reader.keys("F2")
    reader.waits_for("text", search)
    reader.keys(*letters)
    reader.waits_for("push button", topic)

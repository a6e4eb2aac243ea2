"""A scanner that types at the real counter: a badge signs in, a slip opens, and what a person types stays theirs."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
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

SHIFTED = {":": "semicolon", "#": "3"}
NAMED = {"/": "slash", ".": "period", "-": "minus", " ": "space", "\n": "Return"}
WORDS = {
    "en": ("Losing a job", "What does the person need?", "los"),
    "fr": ("Perte d’emploi", "De quoi la personne a-t-elle besoin?", "emp"),
}


def chords(text: str) -> list[str]:
    """The keys of a United States keyboard that give `text`."""
    return [f"Shift_L+{SHIFTED.get(c, c.lower())}" if c in SHIFTED or c.isupper() else NAMED.get(c, c) for c in text]


@pytest.fixture(params=["en", "fr"])
def counter(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Reader, str, str, str]]:
    """The program `guichet counter`, the badge of who works there, a slip that was made there, and the language."""
    folder, now = tmp_path / "state", datetime.now(UTC)
    folder.mkdir(mode=0o700)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        samira = make_first_supervisor(
            state,
            this_machine(folder),
            untrusted_code=first_code(state, folder),
            name="Samira Khan",
            untrusted_pin="739164",
            language=request.param,
            at=now,
        )
        badge = give_badge(state, samira, samira.staff.id, at=now)
    catalogue = load(catalogue_file())
    plan = make_plan(catalogue, (BundleId("losing-a-job"),), {}, now=now)
    issuer = Issuer(lambda: folder)
    slip = issuer.register(issuer.sign(catalogue, plan, Choices(), now.date(), b"a slip!!"), now.date())
    for reader in reading(tmp_path, f"kiosk counter --lang {request.param}", "1920x1080"):
        yield reader, badge.text, slip.token, request.param


def test_a_badge_then_a_slip_then_a_person_who_types(counter):
    reader, badge, token, language = counter
    topic, search, letters = WORDS[language]
    reader.waits_for("push button", "Samira Khan")

    reader.keys(*chords(badge + "\n"))
    assert "FOCUSED" in reader.waits_for("text", search)["states"]

    reader.keys(*chords(url_form("https://r.example.ca/", token) + "\n"))
    reader.waits_for("heading", topic)

    reader.keys("F2")
    reader.waits_for("text", search)
    reader.keys(*letters)
    reader.waits_for("push button", topic)

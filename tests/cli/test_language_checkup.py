"""`guichet doctor` names the languages of the site, and those that lack words or letters on this machine."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.cli.findings import Machine, Verdict
from kiosk.cli.language_checkup import languages
from kiosk.config import Config, Site
from kiosk.languages import ENGLISH, load_messages

ENGLISH_WORDS = load_messages(ENGLISH, paths.assets_folder() / "locale")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with words and letters of its own, for a site of three languages."""
    for folder in ("fonts", "locale"):
        shutil.copytree(paths.assets_folder() / folder, tmp_path / folder)
    config = Config(site=Site(languages=("en", "fr", "ar")))
    return Machine(config, "", {}, tmp_path, Path(), tmp_path, datetime(2026, 3, 12, tzinfo=UTC))


def test_every_language_is_named_as_its_speakers_write_it(machine: Machine) -> None:
    finding = languages(machine, ENGLISH_WORDS)

    assert (finding.verdict, finding.seen) == (Verdict.OK, "Shown in: English, Français, العربية.")


def test_a_language_without_its_letters_is_named_with_what_is_missing(machine: Machine) -> None:
    (machine.assets / "fonts" / "NotoSansArabic_700Bold.ttf").unlink()

    finding = languages(machine, ENGLISH_WORDS)

    assert (finding.verdict, finding.seen) == (Verdict.WISHES, "Not offered, for something is missing: العربية.")
    assert "fonts/NotoSansArabic_700Bold.ttf" in finding.advice


def test_an_office_language_without_words_is_grave(machine: Machine) -> None:
    broken = replace(machine, config=Config(site=Site(languages=("fr",))))
    shutil.rmtree(machine.assets / "locale" / "fr")

    assert languages(broken, ENGLISH_WORDS).verdict is Verdict.LACKS

"""The two first pages, for readers of English and of French, show and name the same things in the same order."""

import re
from pathlib import Path

import pytest

from kiosk.cli.commands import COMMANDS
from kiosk.languages.typography import faults_in_french
from tests.docs.test_guides_in_both_languages import DOCS, PAIRS, PROJECT, links, parted

ENGLISH, FRENCH = PROJECT / "README.md", PROJECT / "LISEZMOI.md"


def shown(page: Path) -> list[str]:
    """The pictures, in order."""
    return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8"))


def documents(page: Path) -> list[str]:
    """The documents that it leads to, in order, whichever the language: those in French under their English name."""
    english = {french: each for each, french in PAIRS.items()}
    led = (PROJECT / link for link in links(page) if link.endswith(".md") and link.startswith("docs"))
    return [str(english.get(document, document)) for document in led]


def commands(page: Path) -> list[str]:
    """What may be typed, in order."""
    return re.findall(r"`((?:guichet|make) [^`]+)`", page.read_text("utf-8"))


@pytest.mark.parametrize("named", [shown, documents, commands], ids=lambda named: named.__name__)
def test_both_name_the_same_in_the_same_order(named):
    assert named(ENGLISH) == named(FRENCH)
    assert len(named(ENGLISH)) > 5


def test_the_french_page_leads_to_french_where_there_is_french():
    led = {link for link in links(FRENCH) if link.startswith("docs/")}

    in_english_only = {link for link in led if (DOCS / "fr" / Path(link).name).exists() and "/fr/" not in link}
    assert in_english_only == set()


def test_the_french_page_is_written_as_french_is():
    prose, _ = parted(FRENCH.read_text("utf-8"))
    words = re.sub(r"`[^`]*`|!\[|\]\([^)]*\)|^\|[-|]+$|In English: .*", "x", prose, flags=re.MULTILINE)

    assert list(faults_in_french(words)) == []


@pytest.mark.parametrize("page", [ENGLISH, FRENCH], ids=lambda page: page.name)
def test_every_command_is_named(page):
    text = page.read_text("utf-8")

    assert [name for name in COMMANDS if not re.search(rf"`(?:guichet )?{name}`", text)] == []


@pytest.mark.parametrize("page", [ENGLISH, FRENCH], ids=lambda page: page.name)
def test_every_picture_is_there_and_says_what_it_shows(page):
    assert all((PROJECT / picture).is_file() for picture in shown(page))
    assert "![](" not in page.read_text("utf-8")

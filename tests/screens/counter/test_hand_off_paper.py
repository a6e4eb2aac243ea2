"""The paper of a hand-off, from the key to the PDF: what for, by when, and of the person what they agreed to."""

import subprocess
from functools import partial

import pytest
from PySide6.QtCore import Qt

from kiosk.config import Config, Printer, PrinterKind
from kiosk.counter.cases.case import Covers
from kiosk.counter.cases.handing import Told, hand_off
from tests.screens.counter.case_files import ANNA, TODAY, Files, open_at_case
from tests.screens.counter.conftest import SAMIRA

WITHOUT_NAME = (Covers.REACH, Covers.NOTE, Covers.PARTNERS)
WORDS = {
    "en": ("Handed on by", "Samira Khan", "Handed on to", "Service Canada", "Please answer by", "Sunday, March 17"),
    "fr": ("Confié par", "Samira Khan", "Confié à", "Service Canada", "Merci de répondre d’ici le", "dimanche 17 mars"),
}
NAMELESS = {
    "en": "Nothing on this paper says who the person is.",
    "fr": "Rien sur ce papier ne dit qui est la personne.",
}
AGREED = {
    "en": "The person agreed to the first name on this paper.",
    "fr": "La personne est d’accord pour que son prénom soit sur ce papier.",
}


@pytest.fixture
def files(state_folder, staff):
    return Files(state_folder, staff[SAMIRA])


@pytest.fixture
def printed(show, files, tmp_path):
    """Hand somebody on, print it with F6, and read the paper back; the window too."""

    def _printed(note, language="en", covers=tuple(Covers), **how):
        folder = tmp_path / "paper"
        folder.mkdir()

        def tell(cabinet, case):
            hand_off(cabinet, files.somebody.vault_key, case, "service-canada", note, Told.PAPER, files.by())

        config = Config(printer=Printer(PrinterKind.FILE, folder=str(folder)))
        consent = partial(files.consent, covers=covers, private=None if Covers.NAME not in covers else ANNA)
        screen = open_at_case(show, files, lambda _, case: consent(case), tell, language=language, config=config, **how)
        screen.press(Qt.Key.Key_F6)
        screen.wait_until(lambda: any(folder.glob("*.pdf")))
        (paper,) = folder.glob("*.pdf")
        told = subprocess.run(["pdftotext", "-raw", paper, "-"], check=True, capture_output=True, timeout=20)
        return screen, " ".join(told.stdout.decode().split())

    return _printed


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_paper_tells_who_whom_what_and_by_when(printed, language):
    _, words = printed("Fill the rent form with them.", language)

    for said in (*WORDS[language], "Fill the rent form with them.", "R-7K3F-9XD", "30-1"):
        assert said in words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_name_is_on_it_where_the_person_agreed_to_it(printed, language):
    _, words = printed("Fill the rent form.", language)

    assert "Anna" in words
    assert AGREED[language] in words
    assert "555" not in words
    assert "relevé" not in words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_on_it_names_the_person_otherwise(printed, language):
    _, words = printed("Fill the rent form.", language, covers=WITHOUT_NAME)

    assert NAMELESS[language] in words
    assert "First name" not in words
    assert "Prénom" not in words


@pytest.mark.parametrize("note", ["Call 902-555-0134 at noon", "Anna waits at the door", "anna@example.org"])
def test_a_note_that_tells_who_it_is_stays_off_the_paper(printed, note):
    _, words = printed(note)

    assert note not in words
    assert "Ask us by phone or in person." in words


def test_a_printer_that_is_not_there_is_told_in_words(show, files, tmp_path):
    def tell(cabinet, case):
        hand_off(cabinet, files.somebody.vault_key, case, "service-canada", "form", Told.PAPER, files.by(TODAY))

    (tmp_path / "none").write_text("a file where a folder should be")
    gone = Config(printer=Printer(PrinterKind.FILE, folder=str(tmp_path / "none" / "there")))
    screen = open_at_case(show, files, lambda _, case: files.consent(case), tell, config=gone)

    screen.press(Qt.Key.Key_F6)
    screen.wait_until(lambda: "The sheet was not printed. Try again." in screen.names())

    assert [name for name in screen.names("Button") if name == "Print"]


def test_without_a_printer_nothing_offers_to_print_it(show, files):
    def tell(cabinet, case):
        hand_off(cabinet, files.somebody.vault_key, case, "service-canada", "form", Told.PAPER, files.by(TODAY))

    screen = open_at_case(show, files, lambda _, case: files.consent(case), tell)

    assert "form" in screen.names()
    assert "Print" not in screen.names("Button")

"""The paper of a hand-off: every word of it is there on each paper, and its square is the code."""

import io
import subprocess

import pytest
import zxingcpp
from PIL import Image

from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.handed import HandOffLine, HandOffSheet

SHEET = HandOffSheet(
    language="fr",
    place="Centre communautaire du Nord",
    title="Confié à un partenaire",
    code="R-7K3F-9XD",
    lines=(
        HandOffLine("Confié par", "Samira Khan, le mardi 12 mars 2030"),
        HandOffLine("Confié à", "Immigrant Services Association of Nova Scotia"),
        HandOffLine("Ce qu’il faut faire", "Remplir le formulaire d’aide au loyer avant la première rencontre."),
    ),
    code_caption="Le code du plan.",
    foot="Rien sur ce papier ne dit qui est la personne.",
)


@pytest.mark.parametrize("paper", list(Paper))
def test_every_word_is_on_the_paper(typesetter, paper, tmp_path):
    made = typesetter.typeset_hand_off(SHEET, paper)
    (tmp_path / "handed.pdf").write_bytes(made.pdf())
    (tmp_path / "handed.png").write_bytes(made.png())

    told = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "handed.pdf", "-"], check=True, capture_output=True, timeout=20
    ).stdout.decode()

    words = " ".join(told.split())
    for line in SHEET.lines:
        assert line.label in words
        assert line.words in words
    for said in (SHEET.place, SHEET.title, SHEET.code, SHEET.code_caption, SHEET.foot):
        assert said in words


@pytest.mark.parametrize("paper", list(Paper))
def test_the_square_is_the_code_of_the_plan(typesetter, paper):
    picture = Image.open(io.BytesIO(typesetter.typeset_hand_off(SHEET, paper).png()))

    assert [found.text for found in zxingcpp.read_barcodes(picture)] == ["R-7K3F-9XD"]


def test_without_a_code_there_is_no_square(typesetter):
    bare = HandOffSheet("en", "Centre", "Handed on", "", SHEET.lines, "The code.", "Nothing.")
    made = typesetter.typeset_hand_off(bare, Paper.RECEIPT_80)

    assert zxingcpp.read_barcodes(Image.open(io.BytesIO(made.png()))) == []
    assert "The code." not in made.text()
    assert "Nothing." in made.text()

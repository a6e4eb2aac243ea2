"""The small plain card: neutral to whoever finds it, as large as a business card, and the same on every paper."""

import io
import re
import subprocess

import pytest
from PIL import Image

from kiosk.catalogue.lifelines import NEUTRAL_NUMBERS
from kiosk.catalogue.model import PhoneId
from kiosk.referral.slip.card import compose_card
from kiosk.referral.slip.content import Paper

LANGUAGES = [("en",), ("fr",), ("en", "fr"), ("fr", "en")]
TELLING = re.compile(
    r"violen|abus|danger|shelter|refuge|safe|sûr|sécur|women|femme|partner|conjoint|home|maison|crisis|crise|transition"
    r"|suicid|\b9-?8-?8\b|\b911\b",
    re.IGNORECASE,
)


@pytest.fixture
def printed(typesetter, tmp_path):
    """The words of a card as a PDF reader finds them."""

    def printed(languages, paper, program="pdftotext"):
        file = tmp_path / "card.pdf"
        file.write_bytes(typesetter.typeset_card(compose_card(languages), paper).pdf())
        command = [program, *(["-layout", file, "-"] if program == "pdftotext" else [file])]
        return subprocess.run(command, check=True, capture_output=True, timeout=20).stdout.decode()

    return printed


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("paper", list(Paper))
def test_the_card_gives_nothing_away(printed, languages, paper):
    words = printed(languages, paper) + printed(languages, paper, "pdfinfo")

    assert not TELLING.search(words)
    assert not re.search(r"\b20\d\d\b.*\b20\d\d\b|R-\w{4}", printed(languages, paper))


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("paper", list(Paper))
def test_every_number_of_the_card_is_whole_under_a_neutral_head(printed, languages, paper):
    words = " ".join(printed(languages, paper).split())

    for head in (("Community information",) if "en" in languages else ()) + (
        ("Renseignements communautaires",) if "fr" in languages else ()
    ):
        assert head in words
    for line in compose_card(languages).lines:
        assert line.number in words
        assert all(said in words for said in line.words)


def test_the_number_to_leave_by_is_in_the_middle():
    lines = [line.phone for line in NEUTRAL_NUMBERS]

    assert lines.index(PhoneId("thans")) == len(lines) // 2


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("paper", [Paper.RECEIPT_80, Paper.RECEIPT_58])
def test_a_card_from_a_roll_is_no_longer_than_a_hand_hides(typesetter, languages, paper):
    raster = typesetter.typeset_card(compose_card(languages), paper).raster()

    assert raster.height / 8 <= (70 if len(languages) == 1 else 90)


@pytest.mark.parametrize(("languages", "tall"), [(("en",), 55), (("fr",), 55), (("fr", "en"), 76)])
def test_a_card_on_a_sheet_is_one_region_of_the_size_of_a_business_card(typesetter, languages, tall):
    pages = typesetter.typeset_card(compose_card(languages), Paper.LETTER).pages(1.0)

    sheet = Image.open(io.BytesIO(pages[0])).convert("L")
    left, top, right, bottom = sheet.point(lambda grey: 255 - grey).getbbox()
    assert len(pages) == 1
    assert (right - left) / 8 <= 90
    assert (bottom - top) / 8 <= tall


def test_the_text_of_the_card_is_what_stands_on_it(typesetter):
    text = typesetter.typeset_card(compose_card(("fr",)), Paper.RECEIPT_80).text()

    assert text.splitlines()[0] == "Renseignements communautaires"
    assert "1-855-225-0220  Ligne de soutien" in text

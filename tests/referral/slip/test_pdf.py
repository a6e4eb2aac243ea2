"""The slip as a PDF: tagged, in its language, its words whole, and its letters of the size promised."""

import re
import subprocess
from dataclasses import replace

import pytest

from kiosk.referral.slip.content import Paper, Row, SlipStep


@pytest.fixture
def look(tmp_path):
    """Ask a poppler program about a PDF."""

    def look(program: str, *options: str, pdf: bytes) -> str:
        file = tmp_path / "slip.pdf"
        file.write_bytes(pdf)
        out = ["-"] if program == "pdftotext" else []
        run = subprocess.run([program, *options, file, *out], check=True, capture_output=True, timeout=20)
        return run.stdout.decode(errors="replace")  # pdfinfo writes some strings as UTF-16

    return look


def words_of(boxes: str) -> list[tuple[str, float, float]]:
    """Give every word of the first page with the top of its capitals and its size, in points.

    A box reaches from ascender to descender, which in Noto Sans are 1.069 and 0.293 em from the baseline; capitals
    are 0.714 em tall.
    """
    page = boxes.split("</page>")[0]
    found = re.findall(r'<word xMin="[-\d.]+" yMin="([-\d.]+)" xMax="[-\d.]+" yMax="([-\d.]+)">(.*?)</word>', page)
    sizes = [(word, float(top), (float(bottom) - float(top)) / 1.362) for top, bottom, word in found]
    return [(word, top + (1.069 - 0.714) * size, size) for word, top, size in sizes]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_pdf_is_tagged_for_a_screen_reader(typesetter, french_slip, look, paper):
    pdf = typesetter.typeset(french_slip, paper).pdf()

    tags = look("pdfinfo", "-struct-text", pdf=pdf)
    told = look("pdfinfo", pdf=pdf)
    metadata = look("pdfinfo", "-meta", pdf=pdf)

    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(r"Title:\s+Un décès dans la famille", told)
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", pdf)
    assert re.search(rb"/Lang\s*\(fr", pdf)
    assert len(re.findall(r"\bH1\b", tags)) == 1
    assert len(re.findall(r"\bH2\b", tags)) == 3
    assert len(re.findall(r"\bFigure\b", tags)) == 1
    assert b"Code QR qui ouvre votre plan en texte" in pdf or "Code QR" in look("pdfinfo", "-struct", pdf=pdf)


@pytest.mark.parametrize("paper", list(Paper))
def test_french_can_be_copied_out_of_it(typesetter, french_slip, look, paper):
    text = look("pdftotext", pdf=typesetter.typeset(french_slip, paper).pdf())

    flowing = " ".join(text.split(" ")).replace("\n", " ")
    for words in (
        "Un décès dans la famille",
        "« Je voudrais un certificat de décès pour mon père. »".replace("\u00a0", " "),
        "À faire en premier : d’ici le jeudi 19 mars".replace("\u00a0", " "),
        "Numéro d’assurance sociale de la personne décédée",
        "1-800-277-9915",
    ):
        assert words in re.sub(r"\s+", " ", flowing)


@pytest.mark.parametrize("paper", list(Paper))
def test_signs_that_mean_something_to_the_typesetter_print_as_they_are(typesetter, english_slip, english, look, paper):
    odd = r'C#1 *bold* _it_ $x$ \n <a> @b "q" [c] {d} `e` // f = g ~h'
    step = SlipStep(1, odd, official=odd, flag=odd, rows=(Row("#let", (odd,)),))
    slip = replace(english_slip, parts=(replace(english, title=odd, centre=odd, steps=(step,)),))

    text = re.sub(r"\s+", " ", look("pdftotext", "-raw", pdf=typesetter.typeset(slip, paper).pdf()))

    assert text.count(odd) == 6
    assert "#let" in text


@pytest.mark.parametrize("paper", list(Paper))
def test_large_letters_are_18_points_and_larger_by_a_quarter_or_more(typesetter, english_slip, look, paper):
    def points(large: bool) -> float:
        pdf = typesetter.typeset(english_slip, paper, large).pdf()
        return next(size for word, _, size in words_of(look("pdftotext", "-bbox", pdf=pdf)) if word == "Access")

    normal, large = points(False), points(True)

    assert large >= 1.25 * normal
    assert large == pytest.approx(18, abs=0.1)


def test_both_languages_follow_in_order_under_one_code(typesetter, both_slip, look):
    pdf = typesetter.typeset(both_slip, Paper.RECEIPT_80).pdf()

    text = look("pdftotext", "-raw", pdf=pdf)

    assert text.index("Un décès dans la famille") < text.index("A death in the family")
    assert text.count("R-7K3F-9XD") == 1
    assert len(re.findall(r"\bFigure\b", look("pdfinfo", "-struct-text", pdf=pdf))) == 1


def test_a_step_that_goes_on_overleaf_says_so_at_the_head_of_the_sheet(typesetter, english_slip, english, look):
    first, second, third = english.steps
    long = replace(second, rows=first.rows + first.rows)
    part = replace(english, steps=(first, long, third), continued_line="{step}, continued")

    pdf = typesetter.typeset(replace(english_slip, parts=(part,)), Paper.LETTER).pdf()
    pages = look("pdftotext", "-raw", pdf=pdf).split("\f")[:-1]

    assert "continued" not in pages[0]
    assert pages[1].splitlines()[0] == "2 Stop CPP and Old Age Security, continued"


def test_a_sheet_that_begins_with_a_step_says_nothing_of_the_one_before(typesetter, english_slip, english, look):
    part = replace(english, continued_line="{step}, continued")

    pdf = typesetter.typeset(replace(english_slip, parts=(part,)), Paper.LETTER, True).pdf()

    assert len(look("pdftotext", "-raw", pdf=pdf).split("\f")) > 2
    assert "continued" not in look("pdftotext", "-raw", pdf=pdf)


def test_each_language_begins_a_sheet_and_the_sheets_are_counted(typesetter, both_slip, look):
    pages = look("pdftotext", "-layout", pdf=typesetter.typeset(both_slip, Paper.LETTER).pdf()).split("\f")[:-1]

    count = len(pages)
    english = next(n for n, page in enumerate(pages) if "A death in the family" in page)
    assert f"Page 1 de {count}" in pages[0]
    assert f"Page {count} of {count}" in pages[-1]
    assert "North End Community Centre" in pages[english].splitlines()[0]
    assert all("R-7K3F-9XD" in page for page in pages)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_under_a_plain_cover_the_first_40_mm_say_nothing_of_the_topic(typesetter, english_slip, look, paper, large):
    plain = replace(english_slip, plain_cover=True)

    pdf = typesetter.typeset(plain, paper, large).pdf()

    top = 0 if paper.is_receipt else 72
    words = words_of(look("pdftotext", "-bbox", pdf=pdf))
    shown = [word for word, above, _ in words if above < top + 40 / 25.4 * 72]
    assert " ".join(shown) == "North End Community Centre Thu 12 March 2026, 10:14 My list"
    assert "A death in the family" not in look("pdftotext", "-raw", pdf=pdf)
    assert re.search(r"Title:\s+My list", look("pdfinfo", pdf=pdf))


@pytest.mark.parametrize("paper", [Paper.RECEIPT_80, Paper.RECEIPT_58])
def test_under_a_plain_cover_no_topic_changes_a_dot_of_the_first_40_mm(typesetter, english_slip, english, paper):
    other = replace(english, title="A lost job", lead="You have 1 step.", steps=english.steps[1:])
    first = typesetter.typeset(replace(english_slip, plain_cover=True), paper).raster()

    second = typesetter.typeset(replace(english_slip, parts=(other,), plain_cover=True), paper).raster()

    top = 319 * first.stride
    assert first.rows[:top] == second.rows[:top]
    assert first.rows != second.rows


def test_the_list_of_papers_takes_the_place_of_what_each_step_wants_on_a_sheet(typesetter, french_slip, french, look):
    bring = Row("Apporter", ("Passeport",), ticks=True)
    step = replace(french.steps[0], rows=(*french.steps[0].rows, bring))
    slip = replace(french_slip, parts=(replace(french, steps=(step,)),))

    sheet = look("pdftotext", pdf=typesetter.typeset(slip, Paper.LETTER).pdf())
    receipt = look("pdftotext", pdf=typesetter.typeset(slip, Paper.RECEIPT_80).pdf())

    assert "Passeport" not in sheet
    assert "Passeport" in receipt


def test_the_same_slip_gives_the_same_bytes(typesetter, english_slip):
    typeset = typesetter.typeset(english_slip, Paper.LETTER)
    first = typeset.pdf()
    typesetter.forget()

    assert typeset.pdf() == first

"""The slip as dots: exact widths, nothing clipped, and a QR that a scanner reads."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from kiosk.referral.slip.content import Paper, Remark, Row, Slip, SlipStep
from kiosk.referral.slip.typeset import SlipPartsMissingError, Typesetter

RECEIPTS = (Paper.RECEIPT_80, Paper.RECEIPT_58)
SIZES = [pytest.param(False, id="normal"), pytest.param(True, id="large")]


def read(picture: bytes) -> list[str]:
    """Read every QR in a picture."""
    grey = Image.open(io.BytesIO(picture)).convert("L")
    return [found.text for found in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)]


def rows_of(raster) -> list[str]:
    """Spell every row of dots as a string of 0 and 1."""
    return [
        "".join(f"{byte:08b}" for byte in raster.rows[start : start + raster.stride])[: raster.width]
        for start in range(0, len(raster.rows), raster.stride)
    ]


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("paper", RECEIPTS)
@pytest.mark.parametrize("which", ["english_slip", "french_slip", "both_slip"])
def test_the_qr_of_a_receipt_reads_back_from_its_dots(request, typesetter, plan_as_text, which, paper, large):
    slip = request.getfixturevalue(which)

    raster = typesetter.typeset(slip, paper, large).raster()

    assert read(raster.png()) == [plan_as_text]


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("dots_per_inch", [150, 203])
@pytest.mark.parametrize("which", ["french_slip", "both_slip"])
def test_the_qr_of_a_sheet_reads_back(request, typesetter, plan_as_text, which, dots_per_inch, large):
    slip = request.getfixturevalue(which)

    pages = typesetter.typeset(slip, Paper.LETTER, large).pages(dots_per_inch / 203)

    assert [read(page) for page in pages] == [[plan_as_text]] + [[]] * (len(pages) - 1)


@pytest.mark.parametrize("paper", RECEIPTS)
@pytest.mark.parametrize("length", [9, 200, 700])
def test_modules_are_whole_dots(typesetter, symbol, english, paper, length):
    qr = symbol("R7K3FQ9XD" if length == 9 else "a" * length)
    typeset = typesetter.typeset(Slip("R-7K3F-9XD", (english,), qr), paper)

    rows = rows_of(typeset.raster())

    def drawn(module: int) -> list[str]:
        return ["".join(("1" if dark else "0") * module for dark in row) for row in qr for _ in range(module)]

    def stands(module: int) -> bool:
        wanted = drawn(module)
        starts = [(at, row.find(wanted[0])) for at, row in enumerate(rows) if wanted[0] in row]
        return any(
            all(row[left : left + len(line)] == line for row, line in zip(rows[at:], wanted, strict=False))
            for at, left in starts[:1]
        )

    assert [module for module in (3, 4, 5, 6) if stands(module)] in ([3], [4], [5], [6])


@pytest.mark.parametrize("length", [9, 200, 700])
@pytest.mark.parametrize("paper", list(Paper))
def test_every_size_of_qr_reads_back(typesetter, symbol, english, paper, length):
    text = "R7K3FQ9XD" if length == 9 else ("Plan. " * 200)[:length]

    picture = typesetter.typeset(Slip("R-7K3F-9XD", (english,), symbol(text)), paper).png(1.0)

    assert read(picture) == [text]


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize(("paper", "width"), [(Paper.RECEIPT_80, 576), (Paper.RECEIPT_58, 384)])
def test_a_receipt_is_exactly_as_wide_as_the_print_head(typesetter, french_slip, paper, width, large):
    raster = typesetter.typeset(french_slip, paper, large).raster()

    assert raster.width == width
    assert len(raster.rows) == raster.height * width // 8


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize(("paper", "blank"), [(Paper.RECEIPT_80, 1), (Paper.RECEIPT_58, 1), (Paper.LETTER, 190)])
def test_the_longest_words_stay_inside_the_margins(typesetter, french_slip, french, paper, blank, large):
    long_words = (
        "Renseignements anticonstitutionnellement communautaires",
        "https://www.novascotia.ca/programmes-et-services/certificats/demande?region=halifax#dates",
        "service.des.personnes.agees@accesnouvelleecosse.example.ca",
        "1-800-277-9915 poste 123456789012345678901234567890",
        "Kjipuktukewaqewisultitij",
    )
    step = SlipStep(
        88,
        "Électrification-renseignements interprovinciaux",
        official="Intergovernmental-representativeness administration",
        flag="Immédiatement-renseignements",
        rows=(Row("Renseignements", long_words), Row("Apporter", long_words, ticks=True, other=long_words)),
    )
    part = replace(
        french,
        centre="Centre intercommunautaire-récréatif",
        steps=(step,),
        if_no=Remark("Malheureusement-contradictoirement:", long_words[1]),
    )

    raster = typesetter.typeset(replace(french_slip, parts=(part,)), paper, large).raster()

    edges = {row[:blank] + row[-blank:] for row in rows_of(raster)}
    assert edges == {"0" * 2 * blank}


def test_a_slip_of_three_steps_is_at_most_270_mm_long(typesetter, english_slip):
    raster = typesetter.typeset(english_slip, Paper.RECEIPT_80).raster()

    assert 180 <= raster.height / 203 * 25.4 <= 270


def test_the_preview_is_the_same_picture_as_the_dots(typesetter, english_slip):
    typeset = typesetter.typeset(english_slip, Paper.RECEIPT_80)

    preview = Image.open(io.BytesIO(typeset.png(1.0)))
    raster = typeset.raster()

    assert preview.size == (raster.width, raster.height)


def test_sheets_of_a_picture_stand_one_under_the_other(typesetter, both_slip):
    typeset = typesetter.typeset(both_slip, Paper.LETTER)
    pages = [Image.open(io.BytesIO(page)) for page in typeset.pages(0.5)]

    whole = Image.open(io.BytesIO(typeset.png(0.5)))

    assert len(pages) >= 2
    assert whole.size == (pages[0].width, sum(page.height for page in pages))


def test_two_threads_may_set_slips_at_once(typesetter, english_slip, french_slip):
    alone = [typesetter.typeset(slip, Paper.RECEIPT_58).raster() for slip in (english_slip, french_slip)]

    with ThreadPoolExecutor(2) as threads:
        together = list(
            threads.map(lambda slip: typesetter.typeset(slip, Paper.RECEIPT_58).raster(), (english_slip, french_slip))
        )

    assert together == alone


def test_after_forgetting_a_slip_the_next_is_the_same(typesetter, english_slip):
    before = typesetter.typeset(english_slip, Paper.RECEIPT_80).raster()

    typesetter.forget()

    assert typesetter.typeset(english_slip, Paper.RECEIPT_80).raster() == before


def test_a_missing_template_is_told(typesetter, tmp_path):
    with pytest.raises(SlipPartsMissingError, match=r"slip\.typ"):
        Typesetter(tmp_path, tmp_path)


def test_missing_fonts_are_told_with_their_weights(tmp_path):
    (tmp_path / "slip.typ").write_text("x")

    with pytest.raises(SlipPartsMissingError, match="500, 600, 700"):
        Typesetter(tmp_path, tmp_path)


def test_a_slip_has_a_square_qr_and_one_or_two_languages(english, symbol):
    qr = symbol("R7K3FQ9XD")

    with pytest.raises(ValueError, match="square"):
        Slip("R", (english,), qr[:-1])
    with pytest.raises(ValueError, match="languages"):
        Slip("R", (), qr)

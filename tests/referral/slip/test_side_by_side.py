"""Slips for whoever reads no office language: their words beside the office's, in the right letters."""

import io
import re
import subprocess
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
import zxingcpp
from fontTools.ttLib import TTFont
from PIL import Image

from kiosk.languages import load_messages
from kiosk.languages.foreign import foreign, isolated
from kiosk.languages.known import TONGUES
from kiosk.referral.slip.content import Paper, Remark, Row, Slip, SlipStep
from kiosk.referral.slip.typeset import SlipError
from tests.referral.slip.conftest import CODE, ENGLISH, PLAN_AS_TEXT, ROOT, symbol_of

VOWELS = dict.fromkeys(range(0x064B, 0x0653))
BOTH_SIZES = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])

ARABIC_STEP = SlipStep(
    1,
    foreign("Get the death certificate"),
    flag=f"ابدأ بهذا: قبل {isolated('الخميس 19 مارس')}",
    rows=(
        Row("اذهب إلى", (foreign("Access Nova Scotia"), foreign("300 Horseshoe Lake Drive, Halifax"))),
        Row("مفتوح", (f"الإثنين–الجمعة {isolated('8:30')} إلى {isolated('16:30')}", "مغلق الجمعة 3 أبريل")),
        Row("هاتف", (f"{isolated('902-424-4381')}، الترحيل {isolated('711')}",)),
        Row("التكلفة", (f"من {isolated('$33')}",)),
        Row("الانتظار", ("من أسبوعين إلى ثلاثة",)),
        Row("أحضر", (foreign("Photo ID (original)"), foreign("Proof of death (original)"))),
        Row("قُل", (foreign("“I need a death certificate for my father.”"),)),
        Row("بعد", ("تحتاجه لمعاش الوفاة.",)),
    ),
)
ARABIC = replace(
    ENGLISH,
    language="ar",
    issued=f"الخميس 12 مارس {isolated('2026')}، {isolated('10:14')}",
    title=foreign(ENGLISH.title),
    plain_title="قائمتي",
    heading="خطتك",
    lead=f"لديك {isolated('3')} خطوات. ابدأ بالخطوة {isolated('1')}.",
    steps=(ARABIC_STEP, *ENGLISH.steps[1:]),
    if_no=Remark("إن رفضوا:", "قُل: «هل يمكنني الحصول على ذلك مكتوبًا؟» ثم عُد إلينا."),
    help_line=Remark("غير متأكد؟ اتصل بالرقم 211.", "مجانًا، ليلًا ونهارًا."),
    keeping="لا يُحفظ أي اسم ولا يُطبع.",
)


@pytest.fixture(scope="module")
def arabic_slip() -> Slip:
    return Slip(CODE, (ARABIC, ENGLISH), symbol_of(PLAN_AS_TEXT), side_by_side=True)


@pytest.fixture
def look(tmp_path):
    def look(program: str, *options: str, pdf: bytes) -> str:
        file = tmp_path / "slip.pdf"
        file.write_bytes(pdf)
        out = ["-"] if program == "pdftotext" else []
        run = subprocess.run([program, *options, file, *out], check=True, capture_output=True, timeout=20)
        return run.stdout.decode(errors="replace")

    return look


def inflated(pdf: bytes) -> bytes:
    """All of a PDF that is not a picture, its compressed objects opened."""
    opened = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            opened.append(zlib.decompress(stream))
    return pdf + b"".join(opened)


def boxes(text: str, word: str) -> list[tuple[float, float]]:
    """The left edge and the top of each place where a word stands on the first page, in points.

    There, poppler writes Arabic words from left to right.
    """
    page = text.split("</page>")[0]
    word = word[::-1] if max(word) > "\u0600" else word
    found = re.findall(rf'<word xMin="([-\d.]+)" yMin="([-\d.]+)"[^>]*>{re.escape(word)}</word>', page)
    return [(float(left), float(top)) for left, top in found]


@pytest.mark.parametrize("paper", [Paper.RECEIPT_80, Paper.LETTER])
def test_the_pdf_tells_the_language_of_each_run(typesetter, arabic_slip, look, paper):
    pdf = typesetter.typeset(arabic_slip, paper).pdf()

    assert "<pdfuaid:part>1</pdfuaid:part>" in look("pdfinfo", "-meta", pdf=pdf)
    assert {b"ar", b"en"} <= set(re.findall(rb"/Lang\s*\((\w+)", inflated(pdf)))
    assert len(re.findall(r"\bH1\b", look("pdfinfo", "-struct-text", pdf=pdf))) == 1


@pytest.mark.parametrize("paper", list(Paper))
def test_arabic_can_be_copied_out_of_it_letter_by_letter(typesetter, arabic_slip, look, paper):
    text = look("pdftotext", pdf=typesetter.typeset(arabic_slip, paper).pdf())

    flowing = re.sub(r"[\s\u202a-\u202e]+", " ", text)
    for words in ("لا يحفظ أي اسم ولا يطبع", "إن رفضوا", "التكلفة", "تحتاجه لمعاش الوفاة", "902-424-4381", "8:30"):
        assert words in flowing


@pytest.mark.parametrize("paper", list(Paper))
def test_what_the_office_alone_names_stands_once(typesetter, arabic_slip, look, paper):
    text = re.sub(r"\s+", " ", look("pdftotext", "-raw", pdf=typesetter.typeset(arabic_slip, paper).pdf()))

    for words in ("Get the death certificate", "300 Horseshoe Lake Drive", "A death in the family", CODE):
        assert text.count(words) == text.count("Page") + 1 if words == CODE and paper is Paper.LETTER else 1
    assert text.count("Horseshoe") == 1


def test_a_sheet_has_a_column_for_each_language_the_person_s_at_the_right(typesetter, arabic_slip, look):
    text = look("pdftotext", "-bbox", pdf=typesetter.typeset(arabic_slip, Paper.LETTER).pdf())

    [(cost, cost_top)], [(own, own_top)] = boxes(text, "Cost"), boxes(text, "التكلفة")
    assert cost < 612 / 2 < own
    assert abs(cost_top - own_top) < 8


def test_on_a_roll_the_person_s_line_stands_over_the_office_s(typesetter, arabic_slip, look):
    text = look("pdftotext", "-bbox", pdf=typesetter.typeset(arabic_slip, Paper.RECEIPT_80).pdf())

    [(_, own)], [(_, office)] = boxes(text, "خطوات."), boxes(text, "steps.")
    assert own < office < own + 40


@BOTH_SIZES
@pytest.mark.parametrize("paper", list(Paper))
def test_the_qr_reads_back(typesetter, arabic_slip, paper, large):
    page = typesetter.typeset(arabic_slip, paper, large).pages(1.0)[0]

    grey = Image.open(io.BytesIO(page)).convert("L").point(lambda level: 255 if level > 150 else 0)
    assert [found.text for found in zxingcpp.read_barcodes(grey)] == [PLAN_AS_TEXT]


@BOTH_SIZES
@pytest.mark.parametrize(("paper", "width"), [(Paper.RECEIPT_80, 576), (Paper.RECEIPT_58, 384)])
def test_nothing_runs_over_the_edge_of_a_roll(typesetter, arabic_slip, paper, width, large):
    words = " ".join(load_messages("ar", ROOT / "assets/locale").sources().values())
    long = max(re.findall(r"[\u0620-\u064a]+", words), key=len)
    step = replace(ARABIC_STEP, flag=long, rows=(Row(long, (long, isolated("1-800-277-9914"))),))
    slip = replace(arabic_slip, parts=(replace(ARABIC, steps=(step,), lead=long), ENGLISH))

    raster = typesetter.typeset(slip, paper, large).raster()

    picture = Image.open(io.BytesIO(raster.png())).convert("L").point(lambda level: 255 - level)
    left, _, right, _ = picture.getbbox()
    assert raster.width == width
    assert (left >= 1, right <= width - 1) == (True, True)


@pytest.mark.parametrize("paper", list(Paper))
def test_under_a_plain_cover_the_first_40_mm_say_nothing_of_the_topic(typesetter, arabic_slip, look, paper):
    pdf = typesetter.typeset(replace(arabic_slip, plain_cover=True), paper).pdf()

    text = look("pdftotext", "-bbox", pdf=pdf)
    below = (0 if paper.is_receipt else 72) + 40 / 25.4 * 72
    [(_, code)] = boxes(text, CODE)[:1]
    assert code >= below - 12
    assert "A death" not in look("pdftotext", pdf=pdf)
    assert boxes(text, "قائمتي")[0][1] < below


@pytest.mark.parametrize("weight", ["400Regular", "600SemiBold", "700Bold"])
def test_the_joined_letters_are_all_that_arabic_words_need(weight):
    files = (ROOT / "assets/fonts" / f"{family}_{weight}.ttf" for family in ("NotoSans", "NotoSansArabicSlip"))
    drawn = {code for file in files for code in TTFont(file).getBestCmap()}
    words = load_messages("ar", ROOT / "assets/locale").sources().values()
    shown = {letter for text in (*words, TONGUES["ar"].own_name) for letter in text.translate(VOWELS)}

    lacking = {letter for letter in shown if "\u0600" <= letter <= "\u06ff" and ord(letter) not in drawn}
    assert not lacking, f"see scripts/join_arabic.py: {lacking}"


def test_a_letter_that_no_font_has_is_an_error_and_not_a_box(typesetter, arabic_slip):
    strange = replace(ENGLISH, lead="\N{EGYPTIAN HIEROGLYPH A001}")

    with pytest.raises(SlipError, match="displayed"):
        typesetter.typeset(replace(arabic_slip, parts=(ARABIC, strange)), Paper.LETTER).pdf()

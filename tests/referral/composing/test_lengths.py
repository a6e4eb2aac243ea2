"""How long a slip is on a roll, and that its QR still reads there."""

import io

import pytest
import zxingcpp
from PIL import Image

from kiosk import paths
from kiosk.referral.composing import Choices
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import Typesetter

LONGEST_MM = {Paper.RECEIPT_80: 500, Paper.RECEIPT_58: 750}
"""Of a plan of ten to fifteen steps, nothing answered."""
LOST_JOB = {
    "job_end_reason": "laid_off",
    **dict.fromkeys(
        ("insurable_work", "owed_pay", "low_income", "injured_at_work", "has_drug_coverage", "has_debt_problem"), False
    ),
    "tenure": "owner",
    "has_dental_insurance": False,
}
DEATH = {
    **dict.fromkeys(("is_executor", "deceased_got_cpp_oas", "cpp_contributor", "estate_has_property"), True),
    **dict.fromkeys(("died_at_home_unexpected", "cannot_pay_funeral", "veteran"), False),
    "relation_to_deceased": "partner",
    "age": 62,
}


@pytest.fixture(scope="module")
def typesetter():
    return Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")


@pytest.fixture
def printed(typesetter, prepared):
    """Give the length in millimetres, after the QR has been read."""

    def printed(plan, language, paper):
        made = prepared(plan, Choices((language,), paper))
        raster = typesetter.typeset(made.slip, paper).raster()
        grey = Image.open(io.BytesIO(raster.png())).convert("L")
        assert [code.text for code in zxingcpp.read_barcodes(grey)] == [made.says]
        return raster.height / 203 * 25.4

    return printed


@pytest.mark.parametrize("paper", LONGEST_MM)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("bundle", ["death-in-the-family", "losing-a-job", "turning-65", "having-a-baby"])
def test_a_long_plan_is_short_enough_to_fold(plan_of, printed, bundle, language, paper):
    plan = plan_of(bundle)

    assert len(plan.to_do()) >= 10
    assert printed(plan, language, paper) <= LONGEST_MM[paper]


@pytest.mark.parametrize(("language", "longest_mm"), [("en", 270), ("fr", 300)])
def test_a_plan_of_three_steps_is_at_most_270_mm_in_english_and_300_in_french(plan_of, printed, language, longest_mm):
    plan = plan_of("losing-a-job", answers=LOST_JOB)

    assert len(plan.to_do()) == 3
    assert 180 <= printed(plan, language, Paper.RECEIPT_80) <= longest_mm


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_death_with_everything_answered_is_at_most_420_mm(plan_of, printed, language):
    plan = plan_of("death-in-the-family", answers=DEATH)

    assert len(plan.to_do()) >= 7
    assert printed(plan, language, Paper.RECEIPT_80) <= 420


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("bundle", ["death-in-the-family", "losing-a-job"])
def test_no_sheet_but_the_last_leaves_a_quarter_of_itself_blank(plan_of, typesetter, prepared, bundle, language):
    slip = prepared(plan_of(bundle), Choices((language,), Paper.LETTER)).slip

    *sheets, _ = typesetter.typeset(slip, Paper.LETTER).pages(0.2)

    for sheet in sheets:
        grey = Image.open(io.BytesIO(sheet)).convert("L")
        within_margins = grey.crop((0, 0, grey.width, int(grey.height * 10 / 11)))
        lowest = within_margins.point(lambda dot: 255 - dot).getbbox()[3]
        assert lowest / grey.height >= 10 / 11 - 1 / 4

"""Slips of the real catalogue for whoever reads Arabic, Chinese or Ukrainian, beside English or French."""

import io
from dataclasses import asdict, replace

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from kiosk import paths
from kiosk.config import InBoth, Site
from kiosk.languages.foreign import bare, is_foreign
from kiosk.referral.composing import Choices
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.pairing import paired
from kiosk.referral.slip.plain import blocks
from kiosk.referral.slip.typeset import Typesetter
from kiosk.wording.slip import Label, label
from tests.referral.composing.conftest import words_of
from tests.referral.composing.test_lengths import LOST_JOB

LONGEST_MM = 560
"""Of a plan of three steps: each line that is not a name stands there twice."""


def words(pieces):
    return "".join(piece.text for piece in pieces)


def labels(language):
    return {label(words_of(language), which): which for which in Label}


@pytest.fixture(scope="module")
def typesetter():
    return Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")


@pytest.fixture(scope="module")
def drawn():
    """What the fonts of a slip have a glyph for."""
    families = ("NotoSans_", "NotoSansArabicSlip_", "NotoSansSC-subset_")
    files = (paths.assets_folder() / "fonts" / f"{family}600SemiBold.ttf" for family in families)
    return {chr(code) for file in files for code in TTFont(file).getBestCmap()}


@pytest.mark.parametrize(
    ("own", "office", "paper"),
    [("ar", "fr", Paper.RECEIPT_80), ("zh", "en", Paper.LETTER), ("uk", "en", Paper.LETTER)],
)
def test_each_row_of_every_plan_says_the_same_in_both_languages_in_letters_that_the_fonts_have(
    plan_of, prepared, catalogue, drawn, own, office, paper
):
    mine, theirs = labels(own), labels(office)
    for bundle in catalogue.bundles:
        slip = prepared(plan_of(bundle), Choices((own, office), paper)).slip
        first, second = slip.parts

        for step, other in zip(first.steps, second.steps, strict=True):
            assert [mine[row.label] for row in step.rows] == [theirs[row.label] for row in other.rows]
        assert len(first.papers) == len(second.papers)
        assert len(first.also) == len(second.also)
        assert not set(str(asdict(paired(slip)))) - drawn


@pytest.mark.parametrize(("own", "office"), [("ar", "en"), ("zh", "en"), ("uk", "fr")])
def test_a_long_plan_is_set_without_a_missing_glyph(plan_of, prepared, typesetter, own, office):
    slip = prepared(plan_of("death-in-the-family"), Choices((own, office), Paper.LETTER)).slip

    assert typesetter.typeset(slip, Paper.LETTER).pdf()


def test_names_and_what_to_say_stand_once_and_as_the_office_writes_them(plan_of, prepared):
    pair = paired(prepared(plan_of("death-in-the-family"), Choices(("ar", "fr"))).slip)

    step = pair.steps[2]
    say = step.rows[[words(row.label.office) for row in step.rows].index("À dire")]
    assert (step.title.own, words(step.title.office)) == ((), "Obtenir le certificat de décès")
    assert words(step.official.office) == "Death certificate"
    assert [words(line.own) for line in say.lines] == ["", ""]
    assert words(say.lines[1].office) == "“I need a death certificate for a member of my family.”"
    assert say.lines[1].office[0].language == "en"


def test_the_number_to_call_is_the_one_that_answers_in_the_office_s_language(plan_of, prepared):
    first, second = prepared(plan_of("death-in-the-family"), Choices(("ar", "fr"))).slip.parts

    for step, other in zip(first.steps, second.steps, strict=True):
        assert [fact for fact in step.summary if fact[0].isdecimal()] == [
            fact for fact in other.summary if fact[0].isdecimal()
        ]


def test_the_papers_of_a_step_are_in_the_list_alone(plan_of, prepared):
    for paper in (Paper.RECEIPT_80, Paper.LETTER):
        for part in prepared(plan_of("losing-a-job", answers=LOST_JOB), Choices(("uk", "en"), paper)).slip.parts:
            assert part.papers
            assert not any(row.ticks for step in part.steps for row in step.rows)


def test_the_plan_on_a_telephone_is_in_the_person_s_language_without_invisible_marks(plan_of, prepared):
    made = prepared(plan_of("losing-a-job", answers=LOST_JOB), Choices(("ar", "en"), Paper.LETTER))

    assert "قبل" in made.phone_says
    assert made.phone_says == bare(made.phone_says)


def test_only_the_person_s_words_are_read_on_the_screen(plan_of, prepared):
    slip = prepared(plan_of("losing-a-job", answers=LOST_JOB), Choices(("ar", "en"))).slip

    told = list(blocks(slip))

    assert {language for language, _ in told} == {"ar"}
    assert is_foreign(told[0][1][0])
    assert any(is_foreign(line) for _, lines in told for line in lines)


def test_the_hours_of_the_desk_are_the_office_s(plan_of, prepared):
    site = replace(Site(), desk=InBoth("Monday to Saturday, 9 to 8", "lundi au samedi, 9 h à 20 h"))

    pair = paired(prepared(plan_of("losing-a-job"), Choices(("uk", "fr")), site=site).slip)

    own = pair.help[0].text.own
    assert [piece.text for piece in own if piece.language == "fr"] == ["lundi au samedi, 9 h à 20 h"]


def test_the_other_office_language_is_offered_in_its_own_words(plan_of, prepared):
    pair = paired(prepared(plan_of("losing-a-job"), Choices(("ar", "en"))).slip)

    assert (pair.other_language, pair.staff_title) == ("Aussi en français\N{NO-BREAK SPACE}: demandez-nous.", "Staff")


@pytest.mark.parametrize("own", ["ar", "zh", "uk"])
def test_three_steps_in_two_languages_are_short_enough_to_fold(plan_of, prepared, typesetter, own):
    slip = prepared(plan_of("losing-a-job", answers=LOST_JOB), Choices((own, "en"))).slip

    assert typesetter.typeset(slip, Paper.RECEIPT_80).raster().height / 203 * 25.4 <= LONGEST_MM


@pytest.mark.parametrize(("own", "office"), [("ar", "en"), ("uk", "fr")])
def test_no_word_is_cut_in_the_largest_letters_on_the_narrowest_roll(plan_of, prepared, typesetter, own, office):
    slip = prepared(plan_of("losing-a-job", answers=LOST_JOB), Choices((own, office), Paper.RECEIPT_58, True)).slip

    raster = typesetter.typeset(slip, Paper.RECEIPT_58, large=True).raster()

    dark = Image.open(io.BytesIO(raster.png())).convert("L").point(lambda level: 255 - level)
    left, _, right, _ = dark.getbbox()
    assert (left >= 1, right <= 383) == (True, True)

"""Two languages side by side: what stands once, what stands twice, and that nothing of either is lost."""

from dataclasses import replace

import pytest

from kiosk.languages.foreign import foreign, isolated
from kiosk.referral.slip.content import BringItem, Remark, Row, Slip, SlipStep
from kiosk.referral.slip.pairing import paired


def words(pieces):
    return "".join(piece.text for piece in pieces).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def pair(english):
    """Set Arabic steps beside English ones."""

    def pair(own_step, office_step, **own):
        arabic = replace(english, language="ar", steps=(own_step,), **own)
        return paired(Slip("", (arabic, replace(english, steps=(office_step,))), (), side_by_side=True))

    return pair


def test_what_only_the_office_has_words_for_stands_once(pair):
    step = pair(SlipStep(1, foreign("Get a health card")), SlipStep(1, "Get a health card")).steps[0]

    assert (step.title.own, words(step.title.office)) == ((), "Get a health card")


def test_the_office_s_own_words_take_the_place_of_another_office_language(pair):
    step = pair(SlipStep(1, foreign("Get a health card")), SlipStep(1, "Obtenir une carte Santé")).steps[0]

    assert (step.title.own, words(step.title.office)) == ((), "Obtenir une carte Santé")


def test_a_number_that_both_write_alike_stands_once_and_its_words_twice(pair):
    own = Row("هاتف", ("902-555-0100", f"الترحيل {isolated('711')}"))

    [row] = (
        pair(SlipStep(1, "x", (own,)), SlipStep(1, "x", (Row("Phone", ("902-555-0100", "relay 711")),))).steps[0].rows
    )

    assert (words(row.label.own), words(row.label.office)) == ("هاتف", "Phone")
    assert [(words(line.own), words(line.office)) for line in row.lines] == [
        ("", "902-555-0100"),
        ("الترحيل 711", "relay 711"),
    ]


def test_more_lines_in_one_language_than_in_the_other_are_all_there(pair):
    own, office = Row("مفتوح", ("الاثنين", "الثلاثاء")), Row("Open", ("Mon and Tue",))

    [row] = pair(SlipStep(1, "x", (own,)), SlipStep(1, "x", (office,))).steps[0].rows

    assert [(words(line.own), words(line.office)) for line in row.lines] == [
        ("الاثنين", "Mon and Tue"),
        ("الثلاثاء", ""),
    ]


def test_a_step_in_brief_tells_the_number_to_call_once(pair):
    own = SlipStep(1, "x", summary=("قبل 5 أبريل", "1-800-277-9914"), perhaps="ربما")
    office = SlipStep(1, "x", summary=("by 5 April", "1-800-277-9914"), perhaps="perhaps")

    summary = pair(own, office).steps[0].summary

    assert words(summary.own) == "قبل 5 أبريل · ربما"
    assert words(summary.office) == "by 5 April · 1-800-277-9914 · perhaps"


def test_a_paper_is_named_once_with_its_form_and_its_steps_in_both(english):
    own = replace(english, language="ar", papers=(BringItem(foreign("Photo ID"), "أصل", "الخطوة 1"),))
    office = replace(english, papers=(BringItem("Photo ID", "original", "step 1", numbers=(1,)),))

    [paper] = paired(Slip("", (own, office), (), side_by_side=True)).papers

    assert (paper.name.own, words(paper.name.office)) == ((), "Photo ID")
    assert (words(paper.told.own), words(paper.told.office)) == ("أصل · الخطوة 1", "original · step 1")


def test_what_to_say_in_a_third_language_keeps_it(pair):
    own = Row("À dire", ("x",))
    office = SlipStep(1, "x", (Row("À dire", ("« x »",), other=("“x”",)),), office_language="en")

    [row] = pair(SlipStep(1, "x", (own,)), office).steps[0].rows

    assert row.lines[-1].office[0].language == "en"


def test_both_ways_on_are_there_when_one_office_says_no(pair, english):
    own = Remark("إن رفضوا:", "عد إلينا.")

    told = pair(SlipStep(1, "x"), SlipStep(1, "x"), if_no=own).help

    assert words(told[0].strong.own) == "إن رفضوا:"
    assert words(told[0].strong.office) == english.if_no.strong
    assert words(told[1].strong.office) == english.help_line.strong


def test_one_language_alone_cannot_stand_side_by_side(english):
    with pytest.raises(ValueError, match="side by side"):
        Slip("", (english,), (), side_by_side=True)

"""A line taken apart: which language each stretch is in, and what keeps its order among Arabic words."""

from kiosk.languages.foreign import foreign, isolated
from kiosk.referral.slip.pieces import Piece, pieces


def said(words, language="ar"):
    return pieces(words, language, "en")


def test_a_telephone_number_among_arabic_words_is_set_as_one():
    assert said(f"اتصل بالرقم {isolated('902-555-0100')} اليوم") == (
        Piece("اتصل بالرقم ", "ar"),
        Piece("902-555-0100", "ar", kept=True),
        Piece(" اليوم", "ar"),
    )


def test_words_of_the_office_are_in_its_language_and_keep_their_full_stop():
    own, office = said(f"ملاحظة: {foreign('Bring your card.')}")

    assert own == Piece("ملاحظة: ", "ar")
    assert (office.language, office.text.strip("\N{LEFT-TO-RIGHT MARK}")) == ("en", "Bring your card.")
    assert office.text.endswith(".\N{LEFT-TO-RIGHT MARK}")


def test_arabic_that_fills_a_field_is_arabic_like_the_rest():
    assert said(f"قبل {isolated('الخميس')} القادم") == (Piece("قبل الخميس القادم", "ar"),)


def test_the_and_of_a_list_stays_with_its_number():
    assert [piece.text for piece in said(f"الخطوتان {isolated('2')} و{isolated('3')}")] == ["الخطوتان ", "2", " ", "و3"]


def test_vowel_marks_are_left_out():
    assert said("مجانًا") == (Piece("مجانا", "ar"),)


def test_a_last_number_does_not_stand_alone_on_a_line():
    assert said("Спершу зробіть номер 1.", "uk")[0].text.endswith("номер\N{NO-BREAK SPACE}1.")


def test_a_chinese_line_names_the_language_of_what_is_not_chinese():
    assert said(f"关闭（{foreign('Remembrance Day')}）", "zh") == (
        Piece("关闭（", "zh"),
        Piece("Remembrance Day", "en"),
        Piece("）", "zh"),
    )


def test_no_invisible_mark_of_direction_is_left_but_beside_a_foreign_stop():
    told = said(f"\N{RIGHT-TO-LEFT MARK}{isolated(foreign('(MSI)'))}، {isolated('x' * 40)}")

    assert not set("".join(piece.text for piece in told)) & set("\u2066\u2067\u2068\u2069\u200f")

"""What people type in Arabic, Ukrainian and Chinese finds what they mean; Mi’kmaw is found however it is spelled."""

import pytest

from kiosk.catalogue.search.other_languages import in_english
from kiosk.catalogue.search.tokens import fold, tokens


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("طعام", "food-bank"),
        ("أين بنك الطعام؟", "food-bank"),
        ("їжа", "food-bank"),
        ("食物", "food-bank"),
        ("شهادة الميلاد", "birth-certificate"),
        ("свідоцтво про народження", "birth-certificate"),
        ("出生证明", "birth-certificate"),
    ],
)
def test_everyday_words_of_another_script_find_the_service(finder, text, service):
    assert service in {hit.id for hit in finder.find(text, "ar")[:5]}


@pytest.mark.parametrize("text", ["أريد الانتحار", "самогубство", "我想自杀"])
def test_a_cry_for_help_is_heard_in_every_language(finder, text):
    assert finder.find(text, "ar")[0].id == "suicide-crisis-988"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("طَعام", "food"),
        ("للإيجار", "rent"),
        ("والأطفال", "children"),
        ("Дитячий садок", "children"),
        ("找家庭医生", "family doctor"),
        ("carte santé", "carte santé"),
        ("طعام halal", "food halal"),
        ("ذذذ", ""),
    ],
)
def test_vowel_marks_articles_endings_and_missing_spaces_make_no_difference(text, english):
    assert in_english(text) == english


@pytest.mark.parametrize(
    "spelling", ["Mi’kmaq", "Mi'kmaw", "Miʼkmaq", "Mi´kmaw", "Mikmaq", "Mi’gmaq", "MI’GMAW", "Micmac"]
)
def test_every_spelling_of_mikmaw_finds_the_same(finder, spelling):
    assert "mikmaw-indigenous" in {hit.id for hit in finder.find(spelling, "en")[:3]}


@pytest.mark.parametrize("barred", ["ɨ", "Ɨ", "î", "Î", "i"])
def test_a_barred_i_is_looked_for_as_an_i(barred):
    assert fold(f"w{barred}") == "wi"


@pytest.mark.parametrize("mark", ["'", "’", "ʼ", "´", "`"])
def test_the_mark_of_a_long_vowel_may_be_any_apostrophe(mark):
    assert tokens(f"ka{mark}qn") == ("kaqn",)

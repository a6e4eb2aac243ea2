"""Texts cut into words."""

import pytest

from kiosk.catalogue.search.tokens import spellings, stems, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Carte Santé", ("carte", "sante")),
        ("l’Œuvre", ("oeuvre",)),
        ("l'ecole", ("ecole",)),
        ("qu’est-ce qu’un relevé d’emploi", ("releve", "emploi")),
        ("E.I.", ("ei",)),
        ("N.-É.", ("ne",)),
        ("T-4 slip", ("t4", "slip")),
        ("9-8-8", ("988",)),
        ("Alzheimer’s", ("alzheimer",)),
        ("seniors’ discount", ("seniors", "discount")),
        ("Mi’kmaq", ("mikmaq",)),
        ("I can’t pay", ("cannot", "pay")),
        ("no money", ("no", "money")),
        ("pas d’argent", ("pas", "argent")),
        ("2SLGBTQI+", ("2slgbtqi",)),
        ("", ()),
        ("?!", ()),
    ],
)
def test_a_text_is_cut_into_telling_words(text, words):
    assert tokens(text) == words


def test_stop_words_stay_when_there_is_nothing_else():
    assert tokens("what is it") == ("what", "is", "it")


def test_combining_and_composed_accents_are_the_same():
    assert tokens("sante\u0301") == tokens("santé") == ("sante",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("taxes", "tax"), ("emplois", "emploi"), ("decedee", "decede"), ("perdus", "perdue"), ("moving", "moved")],
)
def test_forms_of_one_word_share_a_stem(one, other):
    assert stems(one) & stems(other)


def test_short_words_and_numbers_have_no_other_forms():
    assert stems("gis") == {"gis"}
    assert stems("2026") == {"2026"}


def test_a_folded_word_is_spelled_as_the_catalogue_writes_it():
    written = spellings(["Carte Santé", "l’école", "Mi’kmaq"])

    assert written == {"carte": "carte", "sante": "santé", "ecole": "école", "mikmaq": "mi’kmaq"}

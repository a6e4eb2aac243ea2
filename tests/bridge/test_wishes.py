"""What the page of the slip offers to print in, by the language of the person."""

from dataclasses import replace

import pytest

from kiosk.bridge.viewmodels.wishes import Wish, choices_of, chosen_language, print_languages, shown
from kiosk.languages import Language, Messages
from kiosk.referral.slip.content import Paper
from kiosk.visit.visit import Visit

SITE = ("en", "fr", "ar", "uk")


def visit_in(language: str) -> Visit:
    return replace(Visit(), language=Language(language))


@pytest.mark.parametrize(
    ("language", "offered"),
    [
        ("en", (("en",), ("fr",), ("en", "fr"))),
        ("fr", (("en",), ("fr",), ("fr", "en"))),
        ("ar", (("ar", "en"), ("ar", "fr"))),
        ("uk", (("uk", "en"), ("uk", "fr"))),
    ],
)
def test_another_language_stands_beside_each_office_language(language, offered):
    assert print_languages(visit_in(language), SITE) == offered


def test_the_languages_are_named_by_their_speakers(catalogue):
    told = shown(Messages(Language("ar")), catalogue, visit_in("ar"), SITE, Paper.RECEIPT_80, None)

    assert told.language_names == ("العربية + English", "العربية + Français")


def test_a_site_with_one_office_language_leaves_no_choice(catalogue):
    told = shown(Messages(Language("ar")), catalogue, visit_in("ar"), ("fr", "ar"), Paper.RECEIPT_80, None)

    assert told.language_names == ()
    assert choices_of(visit_in("ar"), ("fr", "ar"), Wish(), Paper.LETTER).languages == ("ar", "fr")


@pytest.mark.parametrize(("language", "printed"), [("en", ("en",)), ("fr", ("fr",)), ("ar", ("ar", "en"))])
def test_the_slip_follows_the_language_read_until_one_is_chosen(language, printed):
    unasked, asked = Wish(large=True), Wish(language=1)

    assert choices_of(visit_in(language), SITE, unasked, Paper.LETTER).languages == printed
    assert choices_of(visit_in(language), SITE, asked, Paper.LETTER).languages[-1] == "fr"


def test_both_chosen_before_another_language_is_still_a_choice():
    assert chosen_language(visit_in("ar"), SITE, Wish(language=2)) == 1

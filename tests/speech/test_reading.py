"""Numbers, times, money and codes are read as people say them, and long texts sentence by sentence."""

import pytest

from kiosk.speech.reading import pieces_of, read_out, spell
from kiosk.speech.utterance import Run


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [
        ("en", "Call 902-555-0199.", "Call 9 0 2, 5 5 5, 0 1 9 9."),
        ("en", "1-800-555-0199", "1, 8 0 0, 5 5 5, 0 1 9 9"),
        ("en", "(902) 555-0199", "9 0 2, 5 5 5, 0 1 9 9"),
        ("fr", "Appelez le 211 ou le 9-8-8.", "Appelez le 2 1 1 ou le 9 8 8."),
        ("en", "911, 811 or 988", "9 1 1, 8 1 1 or 9 8 8"),
        ("en", "$211 or 211,000 or 211%", "211 dollars or 211,000 or 211%"),
        ("en", "$33, $39.90 or $1", "33 dollars, 39 dollars 90 or 1 dollar"),
        ("en", "$10,001 to $26,000.00", "10001 dollars to 26000 dollars"),
        ("fr", "33 $ ou 39,90 $", "33 dollars ou 39 dollars 90"),
        ("fr", "de 30\N{NO-BREAK SPACE}001\N{NO-BREAK SPACE}$", "de 30001 dollars"),
        ("fr", "12\N{NO-BREAK SPACE}000 personnes", "12000 personnes"),
        ("fr", "jusqu’à 16\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}30", "jusqu’à 16 heures 30"),
        ("fr", "de 9 h à 1 h", "de 9 heures à 1 heure"),
        ("fr", "jeu. 9 avril, le 2e étage, la 1re porte", "jeudi 9 avril, le deuxième étage, la première porte"),
        ("en", "Thu 9 April", "Thursday 9 April"),
        ("en", "The Sun is out", "The Sun is out"),
        ("en", "age 15–24, 8 km", "age 15 to 24, 8 kilometres"),
        ("fr", "de 15–24 ans", "de 15 à 24 ans"),
        ("en", "form T2201 or RC66", "form T 2 2 0 1 or R C 6 6"),
        ("en", "Halifax B3K 4X2", "Halifax B 3 K 4 X 2"),
        ("en", "code R-7K3F-9XD", "code R. 7, K, 3, F. 9, X, D."),
        ("fr", "votre NAS", "votre N A S"),
        ("ar", "$33.00", "33 دولار"),
        ("ar", "9 ص", "9 صباحًا"),
        ("zh", "上午9:30，$33.00，60%", "上午9点30分，33 元，百分之60"),
        ("uk", "1 $, 3 $, 12 $", "1 долар, 3 долари, 12 доларів"),
        ("en", "✓ Done · next → «one»", "Done, next, one"),
        ("mic", "kwe’ 902-555-0199", "kwe’ 9 0 2, 5 5 5, 0 1 9 9"),
    ],
)
def test_a_text_is_read_as_people_say_it(language: str, written: str, read: str) -> None:
    assert read_out(Run(written, language)) == read


def test_a_code_is_spelled_with_a_stop_after_each_character_and_group() -> None:
    assert spell("R-7K3F-9XD") == "R. 7, K, 3, F. 9, X, D."


def test_a_short_text_is_one_piece_and_a_long_one_a_piece_a_sentence() -> None:
    short = Run("One. Two.", "en")
    sentences = [
        "The counter opens at 8:30 a.m. every day, " + "and stays open " * 8 + "late.",
        "Bring a card!",
        "Why? Ask.",
    ]

    assert pieces_of(short) == (short,)
    assert [piece.words for piece in pieces_of(Run(" ".join(sentences), "en"))] == [*sentences[:2], "Why?", "Ask."]


def test_names_in_latin_letters_within_chinese_go_to_the_english_voice() -> None:
    pieces = pieces_of(Run("请打电话给 Service Canada，号码 211。", "zh"))

    assert pieces == (Run("请打电话给", "zh"), Run("Service Canada", "en"), Run("，号码 211。", "zh"))

"""What is known of each language, and what it needs to be shown."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from kiosk import paths
from kiosk.languages.known import OFFICE_LANGUAGES, TONGUES, in_order, missing_files, tongue_of
from scripts.messages import forms_of, read_catalog, sources_of, strings_of

FONTS, LOCALE = paths.assets_folder() / "fonts", paths.assets_folder() / "locale"
ROOT = Path(__file__).parents[2]
MIKMAW = "ɨƗʼ’áéíóúÁÉÍÓÚâêîôû"


def test_the_office_languages_come_first_in_the_order_of_the_site() -> None:
    assert OFFICE_LANGUAGES == ("en", "fr")
    assert in_order(["ar", "fr", "uk", "en"]) == ("fr", "en", "ar", "uk")


@pytest.mark.parametrize("language", [code for code, tongue in TONGUES.items() if tongue.offered])
def test_every_language_offered_has_its_words_and_its_letters(language: str) -> None:
    assert missing_files(language, LOCALE, FONTS) == ()


def test_a_language_without_its_font_says_which_file_it_lacks(tmp_path: Path) -> None:
    missing = missing_files("ar", LOCALE, tmp_path)

    assert [file.name for file in missing] == list(TONGUES["ar"].typeface.files)


def test_a_language_that_is_not_known_is_written_from_left_to_right_under_its_code() -> None:
    assert (tongue_of("de").own_name, tongue_of("de").right_to_left, tongue_of("de").office) == ("de", False, False)


@pytest.mark.parametrize("language", ["ar", "zh", "uk"])
def test_every_letter_of_a_language_has_a_glyph(qapp: object, language: str) -> None:
    tongue = tongue_of(language)
    messages = strings_of(read_catalog(ROOT, language))
    words = [form for message in messages for form in forms_of(message)]
    with closing(sqlite3.connect(paths.catalogue_file())) as catalogue:
        words += [text for (text,) in catalogue.execute("SELECT text FROM translation WHERE language = ?", [language])]
    in_english = {letter for message in messages for text in sources_of(message) for letter in text}
    letters = {
        letter for text in (*words, tongue.own_name, tongue.start) for letter in text if letter.isprintable()
    } - in_english

    for file in tongue.typeface.files:
        font, latin = QRawFont(str(FONTS / file), 20), QRawFont(str(FONTS / "NotoSans_400Regular.ttf"), 20)
        lacking = {letter for letter in letters if not font.supportsCharacter(ord(letter))}
        lacking = {letter for letter in lacking if not latin.supportsCharacter(ord(letter))}
        assert not lacking, f"{file} lacks {lacking}: see scripts/subset_fonts.py"


@pytest.mark.parametrize("weight", ["400Regular", "500Medium", "600SemiBold", "700Bold"])
def test_mikmaw_can_be_written(qapp: object, weight: str) -> None:
    font = QRawFont(str(FONTS / f"NotoSans_{weight}.ttf"), 20)

    assert [letter for letter in MIKMAW if not font.supportsCharacter(ord(letter))] == []


def test_the_families_are_called_as_their_files_say(qapp: object) -> None:
    for tongue in TONGUES.values():
        for file in tongue.typeface.files:
            number = QFontDatabase.addApplicationFont(str(FONTS / file))
            assert tongue.typeface.family in QFontDatabase.applicationFontFamilies(number)

"""Words from the catalogues, compiled when needed and kept."""

from pathlib import Path

import pytest

from kiosk.languages import ENGLISH, FRENCH, CatalogError, Language, available_languages, load_messages
from kiosk.languages.catalogs import Messages, catalog_path

FRENCH_WORDS = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Back"
msgstr "Retour"

msgctxt "the letters of the alphabet"
msgid "Letters"
msgstr "Lettres"

msgid "{n} step"
msgid_plural "{n} steps"
msgstr[0] "{n} étape"
msgstr[1] "{n} étapes"

msgid "Not yet"
msgstr ""

#, fuzzy
msgid "Perhaps"
msgstr "Certainement"
"""


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    path = catalog_path(tmp_path / "locale", FRENCH)
    path.parent.mkdir(parents=True)
    path.write_text(FRENCH_WORDS, "utf-8")
    return tmp_path / "locale"


def test_words_come_back_in_their_language(locale: Path) -> None:
    french = load_messages(FRENCH, locale)

    assert french.gettext("Back") == "Retour"
    assert french.pgettext("the letters of the alphabet", "Letters") == "Lettres"
    assert [french.ngettext("{n} step", "{n} steps", n).format(n=n) for n in (0, 1, 2)] == [
        "0 étape",
        "1 étape",
        "2 étapes",
    ]


@pytest.mark.parametrize("source", ["Never seen", "Not yet", "Perhaps"])
def test_what_is_not_translated_comes_back_as_its_source(locale: Path, source: str) -> None:
    assert load_messages(FRENCH, locale).gettext(source) == source


def test_a_language_without_a_catalogue_speaks_the_source(locale: Path) -> None:
    ukrainian = load_messages(Language("uk"), locale)

    assert ukrainian.ngettext("one step", "many steps", 3) == "many steps"


def test_compiled_words_are_kept_and_used_again(locale: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_messages(FRENCH, locale, cache)
    (kept,) = cache.iterdir()
    english_words = kept.read_bytes().replace(b"Retour", b"RETOUR")
    kept.write_bytes(english_words)

    assert load_messages(FRENCH, locale, cache).gettext("Back") == "RETOUR"


def test_changed_words_are_compiled_anew_and_the_old_ones_leave(locale: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_messages(FRENCH, locale, cache)
    path = catalog_path(locale, FRENCH)
    path.write_text(path.read_text("utf-8").replace("Retour", "Revenir"), "utf-8")

    french = load_messages(FRENCH, locale, cache)

    assert french.gettext("Back") == "Revenir"
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("torn", [b"", b"\xde\x12\x04\x95", b"\0" * 400])
def test_a_torn_cache_is_compiled_anew(locale: Path, tmp_path: Path, torn: bytes) -> None:
    cache = tmp_path / "cache"
    load_messages(FRENCH, locale, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(torn)

    assert load_messages(FRENCH, locale, cache).gettext("Back") == "Retour"
    assert load_messages(FRENCH, locale, cache).gettext("Back") == "Retour"


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(locale: Path, tmp_path: Path) -> None:
    not_a_folder = tmp_path / "cache"
    not_a_folder.write_text("in the way")

    assert load_messages(FRENCH, locale, not_a_folder).gettext("Back") == "Retour"


def test_a_catalogue_that_is_no_po_file_is_said(locale: Path) -> None:
    catalog_path(locale, FRENCH).write_text('msgid "Back"\nmsgstr Retour\nnonsense', "utf-8")

    with pytest.raises(CatalogError, match="fr"):
        load_messages(FRENCH, locale)


def test_english_and_french_come_first(locale: Path) -> None:
    for code in ("ar", "en"):
        path = catalog_path(locale, Language(code))
        path.parent.mkdir(parents=True)
        path.write_text("", "utf-8")

    assert available_languages(locale) == (ENGLISH, FRENCH, Language("ar"))


def test_messages_can_be_had_without_any_file() -> None:
    assert Messages(ENGLISH).gettext("Back") == "Back"


def test_a_number_in_an_arabic_sentence_keeps_its_order(tmp_path: Path) -> None:
    arabic = catalog_path(tmp_path, Language("ar"))
    arabic.parent.mkdir(parents=True)
    arabic.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Call {number}"\nmsgstr "اتصل على {number}"\n',
        "utf-8",
    )

    told = load_messages(Language("ar"), tmp_path).gettext("Call {number}").format(number="902-555-0101")

    assert told == "اتصل على \u2068902-555-0101\u2069"

"""What the catalogue says in Arabic: every question whole, and no number turned about."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing

import pytest

from kiosk import paths

# Digits with a hyphen between them: after an Arabic letter their groups change places (UAX 9, rules W2 and W4).
HYPHENED = re.compile(r"\d+(?:-\d+)+")
ISOLATED = re.compile("[\N{LEFT-TO-RIGHT ISOLATE}\N{FIRST STRONG ISOLATE}][^\N{POP DIRECTIONAL ISOLATE}]*.")


@pytest.fixture(scope="module")
def catalogue() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{paths.catalogue_file().as_uri()}?mode=ro", uri=True)) as database:
        yield database


@pytest.mark.parametrize("said", ["entity = 'fact'", "entity = 'bundle' AND field = 'event_date'"])
def test_whatever_a_question_says_it_says_in_arabic(catalogue: sqlite3.Connection, said: str) -> None:
    query = f"SELECT entity, entity_id, field FROM translation WHERE {said} AND language = ?"

    english, arabic = (set(catalogue.execute(query, [language])) for language in ("en", "ar"))

    assert english
    assert english - arabic == set()


def test_no_number_in_arabic_words_is_read_backwards(catalogue: sqlite3.Connection) -> None:
    texts = [text for (text,) in catalogue.execute("SELECT text FROM translation WHERE language = 'ar'")]

    numbers = {text: HYPHENED.search(ISOLATED.sub("", text)) for text in texts}
    turned = [text for text, number in numbers.items() if number and follows_arabic(number)]

    assert turned == [], "write the number between \\u2068 and \\u2069"


def follows_arabic(number: re.Match[str]) -> bool:
    return any(unicodedata.bidirectional(letter) == "AL" for letter in number.string[: number.start()])

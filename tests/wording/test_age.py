"""How old the information is."""

from datetime import date, timedelta

import pytest

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.languages import Language, load_messages
from kiosk.wording.age import age_line

DAY = date(2026, 3, 12)


def catalogue_of(version, day):
    return Catalogue(version, day, {}, {}, {}, {}, {}, {}, {}, {}, ())


@pytest.fixture(scope="module")
def words():
    return {code: load_messages(Language(code), paths.assets_folder() / "locale") for code in ("en", "fr")}


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (-3, "", ""),
        (0, "", ""),
        (7, "", ""),
        (8, "This information is from 12 March.", "Ces renseignements datent du 12 mars."),
        (400, "This information is from 12 March 2026.", "Ces renseignements datent du 12 mars 2026."),
    ],
)
def test_old_information_says_how_old_it_is(words, days, english, french):
    catalogue, today = catalogue_of(3, DAY), DAY + timedelta(days=days)

    assert age_line(words["en"], catalogue, today).replace("\u00a0", " ") == english
    assert age_line(words["fr"], catalogue, today).replace("\u00a0", " ") == french


def test_no_information_has_no_age(words):
    assert age_line(words["en"], catalogue_of(0, date.min), DAY) == ""

"""The words and rows of the search page."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.bridge.jobs import Lane
from kiosk.bridge.noting import Noting
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.results import NUMBERS, letters_of
from kiosk.bridge.viewmodels.search import Asked, SearchViewModel, shown, typing
from kiosk.catalogue.build import build
from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
from kiosk.catalogue.search import Finder, index_of
from kiosk.config import Config
from kiosk.languages.shipped import words_of
from kiosk.visit.visit import Page, going_back, going_to, only_about, speaking, starting_over
from tests.by_hand import ByHand, rows

SOURCES = Path(__file__).parents[2] / "assets" / "catalogue"
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("America/Halifax"))


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The catalogue of Nova Scotia."""
    target = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(SOURCES, target)
    return load(target)


@pytest.fixture(scope="module")
def finder(real, tmp_path_factory):
    """A finder over it."""
    folder = tmp_path_factory.mktemp("index")
    return Finder(index_of(real, lambda: folder))


@pytest.fixture
def session(real):
    """A visit that has come to the search page, in English."""
    session = Session(Config().site, lambda: real, words_of, lambda: NOW)
    session.do(lambda visit: speaking(visit, "en"))
    session.do(lambda visit: going_to(visit, Page.SEARCH))
    return session


@pytest.fixture
def disk():
    """The lane that writes, by hand."""
    return ByHand()


@pytest.fixture
def search(session, finder, disk, tmp_path):
    """The view-model of the page."""
    noting = Noting(session, Lane(disk), lambda: tmp_path)
    return SearchViewModel(session, lambda _catalogue: finder, noting)


def page(real, finder, language, **asked):
    return shown(words_of(language), real, finder, Asked(**asked))


def test_an_empty_field_suggests_words_that_find_something(real, finder):
    for language in ("en", "fr"):
        suggestions = page(real, finder, language).suggestions

        assert len(suggestions) == 6
        assert all(finder.find(word, language) for word in suggestions)


def test_a_correction_says_what_was_read_and_offers_what_was_typed(real, finder):
    answer = page(real, finder, "fr", query="crate sante")

    assert answer.read_as == "carte santé"
    assert answer.typed_instead == "Chercher «\u00a0crate sante\u00a0»"
    assert answer.rows[0].label == "Carte Santé de la Nouvelle-Écosse (MSI)"


def test_a_correction_taken_back_searches_for_what_was_typed(real, finder):
    answer = page(real, finder, "fr", query="crate sante", as_typed=True)

    assert (answer.read_as, answer.typed_instead) == ("", "")


def test_a_situation_shows_its_colours_and_the_length_of_its_plan(real, finder):
    first = page(real, finder, "en", query="my father died").rows[0]

    assert (first.kind, first.symbol, first.theme) == ("bundle", "candle", "bereavement")
    assert first.detail == "A plan of up to 17 steps"


def test_a_service_of_one_plan_names_it_and_others_name_who_gives_them(real, finder):
    rows = {row.target: row.detail for row in page(real, finder, "en", query="health card").rows}

    assert rows["health-card-msi"] == "Department of Health and Wellness"
    assert "In the plan “A death in the family”" in {
        row.detail for row in page(real, finder, "en", query="probate").rows
    }


def test_no_row_names_a_plan_about_a_sensitive_topic(real, finder):
    sensitive = [bundle.tile.to("en") for bundle in real.bundles.values() if bundle.sensitive]
    rows = [
        row for letter in letters_of(real, "en") for row in page(real, finder, "en", browsing=True, letter=letter).rows
    ]

    assert not [row for row in rows if any(f"“{tile}”" in row.detail for tile in sensitive)]


def test_nothing_found_offers_three_situations_and_211(real, finder):
    answer = page(real, finder, "en", query="zzzzqqq")

    assert answer.nothing == "Nothing found for “zzzzqqq”"
    assert [row.kind for row in answer.rows] == ["bundle", "bundle", "bundle", "service"]
    assert answer.rows[-1].target == "211-help"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_service_stands_under_one_letter_in_alphabetical_order(real, finder, language):
    letters = letters_of(real, language)
    found = [
        row.target for letter in letters for row in page(real, finder, language, browsing=True, letter=letter).rows
    ]

    assert letters[-1] == NUMBERS
    assert list(letters[:-1]) == sorted(letters[:-1])
    assert sorted(found) == sorted(real.services)


def test_a_letter_with_an_accent_stands_with_the_plain_one(real, finder):
    under_e = page(real, finder, "fr", browsing=True, letter="E").rows

    assert "École de langue française (CSAP)" in {row.label for row in under_e}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("123456789", ""),
        ("123 456 789", ""),
        ("123-456-789", ""),
        ("0012 345 678", ""),
        ("4510 1234 5678 9012", ""),
        ("my SIN is 123456789 ok", "my SIN is  ok"),
        ("12345678", "12345678"),
        ("1 800 O-Canada", "1 800 O-Canada"),
        ("form T4 2026", "form T4 2026"),
    ],
)
def test_a_number_of_nine_digits_or_more_is_taken_out(typed, left):
    asked = typing(Asked(), typed)

    assert asked.query == left
    assert asked.refused == (left != typed)


def test_the_refusal_stays_until_words_are_typed():
    refused = typing(Asked(), "123456789")

    assert typing(refused, "").refused
    assert typing(refused, "1").refused
    assert not typing(refused, "f").refused


def test_a_refused_number_is_not_searched_for(search):
    search.type("food")

    search.type("123456789")

    assert (search.query, search.refused, search.rows.rows) == ("", True, ())


def test_the_newest_text_is_the_one_answered(search):
    search.type("my father d")
    search.type("health card")

    assert search.rows.rows[0].target == "health-card-msi"


def test_typing_again_takes_up_corrections_again(search):
    search.type("crate")
    search.takeAsTyped()

    search.type("crate sante")

    assert search.readAs == "carte santé"


def test_a_situation_found_begins_as_from_home(search, session):
    search.open("bundle", "losing-a-job")

    assert session.visit.bundles == ("losing-a-job",)
    assert session.visit.page is Page.QUESTION


def test_a_service_found_opens_its_own_step(search, session):
    search.open("service", "food-bank")

    assert session.visit.page is Page.STEP
    step = session.plan.step(session.visit.here.subject)
    assert (step.service, step.number) == ("food-bank", 1)
    assert session.plan.next_question is None


def test_coming_back_from_a_service_finds_the_same_answers(search, session):
    search.type("food bank")
    rows = search.rows.rows
    search.open("service", "food-bank")

    session.do(going_back)

    assert (search.query, search.rows.rows) == ("food bank", rows)


def test_another_language_answers_the_same_query(search, session):
    search.type("food bank")

    session.do(lambda visit: speaking(visit, "fr"))

    assert search.query == "food bank"
    assert search.rows.rows[0].label == "Banque alimentaire près de chez vous"


@pytest.mark.parametrize("leave", ["end", "start over", "back"])
def test_nothing_typed_outlives_the_search(search, session, leave):
    search.type("food hippogriff")

    match leave:
        case "end":
            session.end()
        case "start over":
            session.do(starting_over)
        case _:
            session.do(going_back)

    assert (search.query, search.count, search.rows.rows) == ("", "", ())
    assert "hippogriff" not in repr(vars(search))


def test_the_plan_of_a_service_alone_goes_with_the_visit(search, session):
    search.open("service", "food-bank")

    session.end()

    assert session.visit.bundles == ()
    assert "service/food-bank" not in session.catalogue.bundles


def test_the_same_service_gives_the_same_catalogue_again(search, session):
    search.open("service", "food-bank")

    assert session.catalogue is session.catalogue
    assert session.catalogue_for(only_about(session.visit, BundleId("moving-house"))).bundles.keys() < (
        session.catalogue.bundles.keys()
    )


def test_what_is_missing_is_noted_without_the_words(search, disk, qapp, tmp_path):
    search.type("xqzzkvw blorptang")
    assert search.property("canTellMissing")

    search.tellMissing()
    disk.run_all(qapp)

    assert search.property("thanks") == "Thank you. This helps us ask for services here."
    assert not search.property("canTellMissing")
    assert rows(tmp_path / "state.db", "unmet_need", "reason, bundle, service, language") == [
        ("no_service", None, None, "en")
    ]
    assert not any(b"blorptang" in file.read_bytes() for file in tmp_path.iterdir())


def test_another_search_may_tell_of_another_lack(search, disk, qapp):
    search.type("xqzzkvw blorptang")
    search.tellMissing()
    disk.run_all(qapp)

    search.type("qqzzxkj vvwwq")

    assert search.property("canTellMissing")
    assert search.property("thanks") == ""


def test_where_something_was_found_nothing_is_missing(search):
    search.type("health card")

    assert not search.property("canTellMissing")

"""Among thousands of services, where not everything can be ranked at every key, the right ones stay on top."""

import pytest

from bench.many import many_services
from kiosk.catalogue.search import Finder, index_of
from tests.catalogue.search.judged import JUDGED

MANY = 4_000


@pytest.fixture(scope="module")
def among_many(real, tmp_path_factory):
    """Finds among the real services and thousands made of their words."""
    folder = tmp_path_factory.mktemp("search")
    return Finder(index_of(many_services(real, MANY), lambda: folder))


def test_every_judged_query_still_finds_its_answer_in_the_first_three(among_many):
    missed = [text for text, right in JUDGED if not right & {hit.id for hit in among_many.find(text, "en")[:3]}]

    assert len(missed) <= len(JUDGED) // 10, missed


def test_a_word_that_very_many_services_have_finds_those_of_which_it_is_most_of_the_name(among_many):
    found = among_many.find("food", "en")

    assert all("food" in hit.name.lower() or "food" in hit.id for hit in found[:3]), found[:3]


def test_a_rare_word_beside_a_common_one_is_not_lost(among_many):
    rare = next(hit for hit in among_many.find("Antigonish services", "en", 20))

    assert "Antigonish" in rare.name


def test_the_same_number_makes_the_same_services(real):
    assert many_services(real, MANY).services == many_services(real, MANY).services
    assert len(many_services(real, MANY).services) == MANY

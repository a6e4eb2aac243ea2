"""One finder for all that search the same catalogue."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from kiosk.catalogue.search import finder_of


@pytest.fixture
def folder(tmp_path):
    return lambda: tmp_path


def test_two_pages_that_search_the_same_catalogue_share_what_was_worked_out_for_it(small, folder):
    assert finder_of(small, folder) is finder_of(small, folder)


def test_another_catalogue_is_searched_by_its_own_words_even_where_the_texts_are_the_same(small, real, folder):
    first = finder_of(small, folder)

    assert finder_of(real, folder).find("food bank", "en")
    assert finder_of(replace(small), folder) is not first


def test_another_thread_has_a_finder_of_its_own(small, folder):
    here = finder_of(small, folder)

    with ThreadPoolExecutor(1) as thread:
        there = thread.submit(lambda: (made := finder_of(small, folder), made.find("certificate", "en"))).result()

    assert there[0] is not here
    assert there[1] == finder_of(small, folder).find("certificate", "en")

"""What people type, and what they find."""

from statistics import quantiles
from time import perf_counter

import pytest

from kiosk.catalogue.search import Kind
from kiosk.catalogue.search.crisis import DANGERS, pinned
from tests.catalogue.search.judged import JUDGED


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nine_judged_queries_in_ten_are_answered_in_the_first_three(finder, language):
    missed = [text for text, right in JUDGED if not right & {hit.id for hit in finder.find(text, language)[:3]}]

    assert len(missed) <= len(JUDGED) // 10, missed


@pytest.mark.parametrize("text", [text for text, _ in JUDGED])
def test_no_judged_query_is_left_without_an_answer(finder, text):
    assert finder.find(text, "en")


def test_every_judged_answer_is_in_the_catalogue(real):
    right = set().union(*(answers for _, answers in JUDGED))

    assert right <= {*real.services, *real.bundles}


def test_accents_and_case_make_no_difference(finder):
    assert finder.find("CARTE SANTE", "fr") == finder.find("carte santé", "fr")


def test_both_languages_find_whatever_language_is_shown(finder):
    in_french = finder.find("food bank", "fr")

    assert in_french[0].id == "food-bank"
    assert in_french[0].name == "Banque alimentaire près de chez vous"


def test_the_last_word_may_be_unfinished(finder):
    assert "birth-certificate" in {hit.id for hit in finder.find("birth cert", "en")[:3]}


def test_an_everyday_phrase_beats_the_same_words_in_a_text(finder):
    best = finder.find("I lost my job", "en")[0]

    assert (best.kind, best.id) == (Kind.BUNDLE, "losing-a-job")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("suicide", "suicide-crisis-988"),
        ("I want to die", "suicide-crisis-988"),
        ("je veux mourir", "suicide-crisis-988"),
        ("suicde", "suicide-crisis-988"),
        ("overdose", "emergency-911"),
        ("surdose de mon ami", "emergency-911"),
        ("violence conjugale", "emergency-911"),
        ("my husband hits me", "emergency-911"),
        ("il m’a frappée", "emergency-911"),
        ("enfant en danger", "emergency-911"),
    ],
)
def test_danger_puts_the_crisis_line_on_top(finder, text, line):
    assert finder.find(text, "en")[0].id == line


def test_no_danger_is_heard_where_none_is_told():
    assert pinned("finir mon secondaire en ligne") == ()
    assert pinned("hit by a car") == ()


def test_every_crisis_line_is_in_the_catalogue(real):
    assert {service for danger in DANGERS for service in danger.services} <= set(real.services)


def test_nonsense_finds_nothing_but_something_close_is_offered(finder):
    assert finder.find("zzzzqqq", "fr") == ()
    assert [hit.kind for hit in finder.closest("zzzzqqq", "fr")] == [Kind.BUNDLE] * 3


@pytest.mark.parametrize(
    "text", ["", "   ", "'", '"', "*", "a OR b", "NEAR(", "-", "\x00", "🙂", "é" * 5000, "x " * 900]
)
def test_no_text_breaks_the_search(finder, text):
    finder.answer(text, "en")
    finder.closest(text, "en")


def test_scores_fall_and_lie_between_0_and_1(finder):
    scores = [hit.score for hit in finder.find("tax", "en", limit=50)]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_limit_is_kept(finder):
    assert len(finder.find("s", "en", limit=4)) == 4


def test_every_service_and_bundle_is_found_by_its_own_name(finder, real):
    lost = [
        thing.id
        for thing in (*real.bundles.values(), *real.services.values())
        for language in ("en", "fr")
        if thing.id not in {hit.id for hit in finder.find(thing.name.to(language), language)[:3]}
    ]

    assert lost == []


@pytest.mark.slow
def test_a_letter_typed_is_answered_within_a_few_frames(finder):
    """A ratio to a fixed piece of work, so that a slow machine is not a failure."""

    def yardstick():
        begin = perf_counter()
        sum(number * number for number in range(100_000))
        return perf_counter() - begin

    one = min(yardstick() for _ in range(5))
    times = []
    for text, _ in JUDGED:
        for end in range(1, len(text) + 1):
            begin = perf_counter()
            finder.answer(text[:end], "en")
            times.append(perf_counter() - begin)

    assert quantiles(times, n=20)[-1] < 4 * one

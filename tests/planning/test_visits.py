from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.planning.visits import fewest_visits

PLACES = "abcdefg"


def brute_force(places_of, metres):
    """The least number of places, and then of metres, by trying every set of places."""
    wanted = [set(places) for places in places_of.values() if places]
    for count in range(len(PLACES) + 1):
        enough = [
            sum(metres[place] for place in chosen)
            for chosen in combinations(PLACES, count)
            if all(places & set(chosen) for places in wanted)
        ]
        if enough:
            return count, min(enough)
    raise AssertionError


@settings(max_examples=100, deadline=None)
@given(
    places_of=st.dictionaries(
        st.sampled_from("123456789"), st.lists(st.sampled_from(PLACES), max_size=4, unique=True).map(tuple), max_size=9
    ),
    metres=st.fixed_dictionaries({place: st.integers(0, 9_000) for place in PLACES}),
)
def test_the_visits_are_as_few_and_as_short_as_trying_everything_finds(places_of, metres):
    visits = fewest_visits(places_of, metres)

    assert (len(visits), sum(metres[place] for place in visits)) == brute_force(places_of, metres)
    assert visits == sorted(visits, key=metres.__getitem__)


def test_steps_best_done_in_person_share_one_trip_to_the_place_that_settles_both(small):
    steps = [small.step(name, name) for name in ("card", "plate", "advice")]
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("card", "in_person", places=("near", "both")),
        small.service("plate", "in_person", places=("both",)),
        small.service("advice", "in_person online", places=("near",)),
        small.place("near", 0.01),
        small.place("both", 0.1),
    )

    plan = small.plan(catalogue)

    (visit,) = plan.visits
    assert (visit.location, visit.steps) == ("both", ("b/card", "b/plate"))
    assert 11_000 < visit.distance_m < 11_200
    assert [plan.step(f"b/{name}").location for name in ("card", "plate", "advice")] == ["both", "both", "near"]


def test_a_place_of_unknown_distance_comes_last_and_without_here_the_first_written(small):
    service = small.service("card", "in_person", places=("nowhere", "far"))
    catalogue = small.catalogue(
        (small.bundle("b", small.step("s", "card")),), service, small.place("nowhere", None), small.place("far", 1.0)
    )

    assert small.plan(catalogue).step("b/s").location == "far"
    assert small.plan(catalogue, here=None).visits[0].location == "nowhere"
    assert small.plan(catalogue, here=None).visits[0].distance_m is None

import pytest

from kiosk.catalogue.model import BundleId
from kiosk.planning import Here
from kiosk.planning.book import book_of
from kiosk.planning.places import distance_m


def test_the_same_values_give_the_same_plan(real, small):
    bundles = ("losing-a-job", "death-in-the-family")

    first, again = (small.plan(real, {"low_income": True}, bundles=bundles) for _ in range(2))

    assert first == again


def test_a_bundle_named_twice_counts_once(real, small):
    once, twice = (small.plan(real, bundles=("losing-a-job",) * count) for count in (1, 2))

    assert once == twice


def test_a_bundle_that_is_not_in_the_catalogue_is_refused(real, small):
    with pytest.raises(KeyError):
        small.plan(real, bundles=(BundleId("winning-the-lottery"),))


def test_the_catalogue_is_worked_out_once(real):
    assert book_of(real) is book_of(real)


def test_birth_registered_then_the_certificate_then_the_passport(real, small):
    answers = {"birth_place": "ns_hospital", "travel_with_baby": True}

    plan = small.plan(real, answers, bundles=("having-a-baby",))

    numbers = [plan.step(f"having-a-baby/{step}").number for step in ("register", "cert", "passport")]
    assert numbers == sorted(numbers)
    assert 0 not in numbers


def test_a_kilometre_is_a_kilometre():
    halifax, truro = Here(44.6488, -63.5752), (45.3647, -63.2800)

    assert 82_000 < distance_m(halifax, *truro) < 84_000
    assert distance_m(halifax, halifax.latitude, halifax.longitude) == 0

"""A way in words: directions, and how long a walk is where one can say."""

import pytest

from kiosk import paths
from kiosk.catalogue.coast import Spot
from kiosk.languages import Language, load_messages
from kiosk.wording.way.words import bearing, direction, minutes_on_foot, on_foot, straight

HERE = Spot(44.6625, -63.5905)
NBSP = "\N{NO-BREAK SPACE}"


def words(language="en"):
    return load_messages(Language(language), paths.assets_folder() / "locale")


@pytest.mark.parametrize(
    ("north", "east", "told"),
    [
        (1, 0, "to the north"),
        (1, 1, "to the north-east"),
        (0, 1, "to the east"),
        (-1, 1, "to the south-east"),
        (-1, 0, "to the south"),
        (-1, -1, "to the south-west"),
        (0, -1, "to the west"),
        (1, -1, "to the north-west"),
        (1, -0.1, "to the north"),
    ],
)
def test_a_direction_is_one_of_eight(north, east, told):
    # At this latitude a degree of longitude is about 0.71 of one of latitude.
    place = Spot(HERE.latitude + north * 0.0071, HERE.longitude + east * 0.01)

    assert direction(words(), HERE, place) == told


def test_due_east_is_90_degrees_from_north_clockwise():
    assert bearing(Spot(0, 0), Spot(0, 1)) == pytest.approx(90)
    assert bearing(Spot(0, 0), Spot(0, -1)) == pytest.approx(270)


@pytest.mark.parametrize(("metres", "minutes"), [(0, 5), (100, 5), (600, 10), (1200, 20), (1600, 25), (3000, 50)])
def test_a_walk_is_told_to_five_minutes_and_never_none(metres, minutes):
    assert minutes_on_foot(metres) == minutes


def test_nobody_is_told_to_walk_farther_than_three_kilometres():
    assert on_foot(words(), 3000) == "about 50 min"
    assert on_foot(words(), 3001) == ""


def test_a_way_is_told_in_french():
    place = Spot(HERE.latitude - 0.01, HERE.longitude)

    assert straight(words("fr"), 1200, HERE, place) == f"1,2{NBSP}km vers le sud"
    assert on_foot(words("fr"), 1200) == "environ 20 min"

"""The picture of a way: north is up, both ends are on it, names are free of each other, and water is where it is."""

from itertools import combinations

import pytest

from kiosk import paths
from kiosk.catalogue.coast import Spot, read_coast
from kiosk.languages import Language, load_messages
from kiosk.wording.way.landmarks import Landmark, buildings, hidden_places, of_plan, towns
from kiosk.wording.way.picture import MarkKind, way
from kiosk.wording.way.sheet import LEAST_WIDTH_M, Frame, crosses_water, sheet_for

HERE = Spot(44.6625, -63.5905)
DARTMOUTH, HALIFAX, SYDNEY = Spot(44.6656, -63.5702), Spot(44.64625, -63.57726), Spot(46.1407, -60.19621)
FRAMES = {"A": Frame(950, 370, 27), "A++": Frame(950, 604, 56), "lying": Frame(800, 230, 27)}


@pytest.fixture(scope="module")
def coast():
    return read_coast(paths.assets_folder() / "map" / "coast.json")


@pytest.fixture(scope="module")
def messages():
    return load_messages(Language("en"), paths.assets_folder() / "locale")


@pytest.fixture
def pictured(messages, coast, catalogue):
    def _pictured(place, frame=FRAMES["A"], coast=coast, **more):
        named = {"buildings": buildings(catalogue, "en"), "towns": towns(catalogue)} | more
        return way(messages, HERE, place, frame, coast, **named)

    return _pictured


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("place", [DARTMOUTH, HALIFAX, SYDNEY, HERE])
def test_both_ends_are_well_inside_the_frame(pictured, frame, place):
    picture = pictured(place, frame)

    for across, down in (picture.here, picture.place):
        assert frame.letter <= across <= frame.width - frame.letter
        assert frame.letter <= down <= frame.height - frame.letter
    assert picture.here_label.inside(frame, 0)
    assert picture.here_label.width > 0


def test_north_is_up_and_east_is_right(pictured):
    picture = pictured(SYDNEY)

    assert picture.place[0] > picture.here[0]
    assert picture.place[1] < picture.here[1]


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("place", [DARTMOUTH, HALIFAX, SYDNEY])
def test_no_two_names_overlap_and_none_leaves_the_frame(pictured, frame, place):
    picture = pictured(place, frame)

    areas = [picture.here_label, *(mark.label for mark in picture.marks)]
    assert not [(one, other) for one, other in combinations(areas, 2) if one.meets(other)]
    assert all(area.inside(frame, 0) for area in areas)


def test_no_picture_is_narrower_than_the_shore_is_known_for():
    assert sheet_for(HERE, HERE, FRAMES["A"]).width_m == pytest.approx(LEAST_WIDTH_M)


def test_the_scale_is_true(pictured):
    picture = pictured(HALIFAX)
    long = ((picture.place[0] - picture.here[0]) ** 2 + (picture.place[1] - picture.here[1]) ** 2) ** 0.5

    metres = float(picture.scale.words.split("\N{NO-BREAK SPACE}")[0]) * 1000
    assert long / picture.scale.length * metres == pytest.approx(2090, rel=0.02)


def test_a_short_scale_tells_the_time_on_foot(pictured):
    assert pictured(HALIFAX).scale.words.endswith("min on foot")
    assert "foot" not in pictured(SYDNEY).scale.words


def test_near_by_buildings_are_named_and_far_away_towns(pictured):
    near, far = pictured(HALIFAX), pictured(SYDNEY)

    assert {mark.kind for mark in near.marks} & {MarkKind.BUILDING, MarkKind.DOUBTED}
    assert MarkKind.TOWN not in {mark.kind for mark in near.marks}
    assert "Truro" in far.names


def test_the_harbour_is_named_where_it_is_seen(pictured):
    waters = [mark.words for mark in pictured(DARTMOUTH).marks if mark.kind is MarkKind.WATER]

    assert waters == ["Halifax Harbour"]


def test_a_building_that_is_not_known_well_enough_is_left_out(pictured):
    vague = Landmark("Somewhere", Spot(44.67, -63.58), precision_m=500)

    assert "Somewhere" not in pictured(DARTMOUTH, buildings=(vague,)).names


def test_the_other_places_of_the_plan_stand_with_their_number(pictured):
    picture = pictured(HALIFAX, steps=(Landmark("4", Spot(44.655, -63.605)),))

    assert [mark.words for mark in picture.marks if mark.kind is MarkKind.STEP] == ["4"]


def test_where_the_shore_is_not_known_none_is_drawn(pictured, coast):
    assert pictured(HALIFAX, coast=None).land is None
    assert pictured(Spot(45.5, -73.6)).land is None
    assert pictured(HALIFAX).land


def test_the_harbour_is_between_halifax_and_dartmouth(coast):
    assert crosses_water(coast, HERE, DARTMOUTH) is True
    assert crosses_water(coast, HERE, HALIFAX) is False
    assert crosses_water(None, HERE, HALIFAX) is None
    assert crosses_water(coast, HERE, Spot(45.5, -73.6)) is None


def test_no_secret_place_is_ever_a_landmark(catalogue):
    hidden = hidden_places(catalogue)
    assert hidden
    names = {catalogue.locations[place].name.to(language) for place in hidden for language in ("en", "fr")}

    for language in ("en", "fr"):
        assert not names & {landmark.name for landmark in buildings(catalogue, language)}


def test_no_plan_puts_a_secret_place_on_a_picture(catalogue, plan_of):
    hidden = [catalogue.locations[place] for place in hidden_places(catalogue)]
    secret = {(place.latitude, place.longitude) for place in hidden if place.latitude}

    for bundle in catalogue.bundles:
        shown = of_plan(catalogue, plan_of(bundle), next(iter(catalogue.locations)))
        assert not secret & {(one.spot.latitude, one.spot.longitude) for one in shown}, bundle

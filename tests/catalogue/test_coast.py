"""The shore that is shipped: where there is land and where there is sea, and what happens without it."""

import json

import pytest

from kiosk import paths
from kiosk.catalogue.coast import CoastError, Spot, read_coast
from kiosk.catalogue.waters import WATERS
from kiosk.wording.way.sheet import Frame, Sheet, is_land, land_on

FILE = paths.assets_folder() / "map" / "coast.json"


@pytest.fixture(scope="module")
def coast():
    return read_coast(FILE)


def on_land(coast, spot):
    sheet = Sheet(spot, 20, Frame(1000, 1000, 20))
    return is_land(land_on(sheet, coast), sheet.at(spot))


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        (44.648, -63.5745),
        (44.6656, -63.5702),
        (45.359, -63.29),
        (46.1407, -60.1962),
        (43.8354, -66.1176),
        (46.38, -63.45),
    ],
    ids=["Halifax", "Dartmouth", "Truro", "Sydney", "Yarmouth", "Prince Edward Island"],
)
def test_towns_stand_on_land(coast, latitude, longitude):
    assert on_land(coast, Spot(latitude, longitude))


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(44.695, -63.635), (44.62, -63.55), (45.2, -65.0), (43.5, -61.0), (45.9, -62.5)],
    ids=["Bedford Basin", "the harbour", "Bay of Fundy", "the ocean", "the strait"],
)
def test_the_sea_is_no_land(coast, latitude, longitude):
    assert not on_land(coast, Spot(latitude, longitude))


def test_every_place_of_the_catalogue_stands_on_land(coast, real):
    wet = [
        location.id
        for location in real.locations.values()
        if location.latitude and not on_land(coast, Spot(location.latitude, location.longitude))
    ]

    # In Guysborough the building is known within 500 m only, on a street along the harbour.
    assert wet == ["sc-guysborough"]


def test_every_name_of_a_water_may_stand_on_water(coast):
    for water in WATERS:
        assert not any(on_land(coast, spot) for spot in water.spots), water.name.to("en")


def test_the_file_is_small_and_names_its_source():
    assert FILE.stat().st_size < 150_000
    assert "public domain" in json.loads(FILE.read_text())["source"]


def test_a_file_that_is_missing_or_damaged_is_told(tmp_path):
    damaged = tmp_path / "coast.json"
    damaged.write_text('{"box": [1, 2, 3]}')

    for file in (damaged, tmp_path / "none.json"):
        with pytest.raises(CoastError):
            read_coast(file)

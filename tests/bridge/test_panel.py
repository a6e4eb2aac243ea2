"""Millimetres on the panel at hand."""

import pytest

from kiosk.bridge.panel import pixels_per_mm
from kiosk.config import Screen


@pytest.mark.parametrize(
    ("width", "height", "diagonal", "expected"),
    [(1080, 1920, 21.5, 4.03), (1920, 1080, 21.5, 4.03), (1920, 1080, 15.6, 5.56), (1080, 1920, 29.0, 2.99)],
)
def test_the_configured_diagonal_tells_the_density(width, height, diagonal, expected):
    density = pixels_per_mm(width, height, 99.0, Screen(panel_diagonal_in=diagonal))

    assert density == pytest.approx(expected, abs=0.01)


def test_a_large_panel_is_read_from_further_away_unless_its_distance_is_known():
    usual = pixels_per_mm(1080, 1920, 99.0, Screen(panel_diagonal_in=32.0))
    near = pixels_per_mm(1080, 1920, 99.0, Screen(panel_diagonal_in=32.0, view_distance_mm=600))

    assert near == pytest.approx(2.71, abs=0.01)
    assert usual == pytest.approx(2.71 * 7 / 6, abs=0.01)


def test_without_a_diagonal_the_panel_is_believed():
    assert pixels_per_mm(1080, 1920, 3.7, Screen()) == 3.7


@pytest.mark.parametrize(("distance", "factor"), [(400, 1.0), (600, 1.0), (700, 7 / 6), (900, 1.5)])
def test_letters_grow_with_the_distance_and_never_shrink(distance, factor):
    assert pixels_per_mm(1080, 1920, 4.0, Screen(view_distance_mm=distance)) == pytest.approx(4.0 * factor)

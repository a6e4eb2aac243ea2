"""How large the counter is drawn and in which colours, as the system asks."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont

from kiosk.bridge.counter.density import palette_asked, palette_for, scale_of, scale_within
from kiosk.visit.comfort import Palette


@pytest.mark.parametrize(
    ("points", "scale"), [(8, 1.0), (9, 1.0), (11, 1.0), (12, 1.2), (15, 1.5), (20, 2.0), (48, 2.0)]
)
def test_letters_larger_than_a_system_comes_with_make_everything_larger(points, scale):
    font = QFont("Noto Sans", points)

    assert scale_of(font) == pytest.approx(scale)


@pytest.mark.parametrize(
    ("screen", "wanted", "scale"),
    [
        ((1920, 1080), 2.0, 2.0),
        ((1366, 768), 1.5, 1.5),
        ((1366, 768), 2.0, 1.5),
        ((1280, 720), 1.5, 1.406),
        ((1280, 720), 1.2, 1.2),
        ((1024, 600), 1.5, 1.125),
        ((800, 480), 1.5, 1.0),
    ],
)
def test_letters_grow_as_far_as_every_page_stays_whole(screen, wanted, scale):
    assert scale_within(wanted, QSize(*screen)) == pytest.approx(scale, abs=0.002)


SCHEME, CONTRAST = Qt.ColorScheme, Qt.ContrastPreference


@pytest.mark.parametrize(
    ("scheme", "contrast", "palette"),
    [
        (SCHEME.Unknown, CONTRAST.NoPreference, Palette.LIGHT),
        (SCHEME.Light, CONTRAST.NoPreference, Palette.LIGHT),
        (SCHEME.Dark, CONTRAST.NoPreference, Palette.DARK),
        (SCHEME.Light, CONTRAST.HighContrast, Palette.CONTRAST_LIGHT),
        (SCHEME.Dark, CONTRAST.HighContrast, Palette.CONTRAST_DARK),
    ],
)
def test_a_system_that_is_dark_or_asks_for_contrast_has_a_counter_like_it(scheme, contrast, palette):
    assert palette_for(scheme, contrast) is palette


def test_the_colours_asked_for_here_are_among_ours(qapp):
    assert palette_asked() in Palette

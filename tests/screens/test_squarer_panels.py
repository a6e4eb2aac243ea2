"""A 15-inch panel of four to three, which many a kiosk has, both ways up: every page holds together on it."""

from dataclasses import replace

import pytest

from kiosk.config import Config
from tests.screens.test_panels import drawn_faults, faults_on

pytestmark = pytest.mark.slow

SHAPES = {"upright": (768, 1024), "lying": (1024, 768)}
PANEL_IN = 15.0


@pytest.mark.parametrize(
    ("shape", "letters"),
    [
        ("lying", 0),
        ("upright", 2),
        pytest.param("lying", 1, marks=pytest.mark.thorough),
        pytest.param("lying", 2, marks=pytest.mark.thorough),
        pytest.param("upright", 0, marks=pytest.mark.thorough),
        pytest.param("upright", 1, marks=pytest.mark.thorough),
    ],
)
def test_every_page_holds_together_on_a_squarer_panel(show, every_page, shape, letters):
    screen = show(size=SHAPES[shape], language="fr", letters=letters, panel=PANEL_IN)

    faults = faults_on(screen, every_page(screen, "fr"))

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("languages", [("fr", "en"), ("en", "fr", "ar", "zh", "uk")], ids=len)
def test_every_language_can_be_chosen_on_a_squarer_panel(show, shape, languages):
    config = Config()
    site = replace(config.site, languages=languages)
    screen = show(size=SHAPES[shape], panel=PANEL_IN, config=replace(config, site=site))

    faults = []
    for size in screen.in_every_size():
        faults += [f"{size}: {fault}" for fault in drawn_faults(screen)]

    assert not faults, "\n" + "\n".join(faults)

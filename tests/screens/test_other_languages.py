"""Every page in Arabic, Chinese and Ukrainian, at every size of letters, both ways up: nothing small, hidden or cut."""

import pytest

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.config import Config, Site

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
SITE = Config(site=Site(languages=("en", "fr", "ar", "zh", "uk")))
TARGET_MM = 20


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "shape"),
    [
        ("ar", "portrait"),
        *(pytest.param(language, shape, marks=pytest.mark.thorough) for language in ("zh", "uk") for shape in SHAPES),
        pytest.param("ar", "landscape", marks=pytest.mark.thorough),
    ],
)
def test_every_page_can_be_read_and_touched(show, every_page, shape, language):
    screen = show(size=SHAPES[shape], language=language, config=SITE)
    rules = Rules(TARGET_MM * screen.theme().property("pixelsPerMm"))

    faults = []
    for letters in range(3):
        screen.enlarge_to(letters)
        for name, visit in every_page(screen, language).items():
            screen.go(visit)
            faults += [f"{name} {'A' + '+' * letters}: {fault}" for fault in faults_in(Drawn(screen.window), rules)]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lower", [False, True])
def test_the_first_screen_has_room_for_five_languages(show, shape, lower):
    screen = show(size=SHAPES[shape], config=SITE)
    screen.comfort.setLower(lower)
    rules = Rules(TARGET_MM * screen.theme().property("pixelsPerMm"))

    faults = []
    for letters in range(3):
        screen.enlarge_to(letters)
        faults += [f"{'A' + '+' * letters}: {fault}" for fault in faults_in(Drawn(screen.window), rules)]

    assert not faults, "\n" + "\n".join(faults)

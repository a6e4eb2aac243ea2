"""A 15.6-inch panel, both ways up, and a 32-inch one: every page holds together on them, its sizes in millimetres."""

from dataclasses import replace

import pytest

from kiosk.bridge.auditing.contrast import faint_words
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.config import Config

pytestmark = pytest.mark.slow

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
SMALL_IN = 15.6
LARGE_IN = 32.0
TARGET_MM = 20
STEADY_TARGET_MM = 30


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("letters", [pytest.param(0, marks=pytest.mark.thorough), 2])
def test_every_page_holds_together_on_a_small_panel(show, every_page, shape, letters):
    screen = show(size=SHAPES[shape], language="fr", letters=letters, panel=SMALL_IN)

    faults = faults_on(screen, every_page(screen, "fr"))

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_keeps_its_place_in_lower_on_a_small_panel(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr", panel=SMALL_IN)
    screen.comfort.setLower(True)

    faults = faults_on(screen, every_page(screen, "fr"))

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("language", "shape"),
    [
        ("fr", "portrait"),
        ("ar", "landscape"),
        pytest.param("fr", "landscape", marks=pytest.mark.thorough),
        pytest.param("ar", "portrait", marks=pytest.mark.thorough),
    ],
)
def test_the_largest_letters_in_steady_touch_and_lower_hold_together_on_a_small_panel(
    show, every_page, shape, language
):
    config = Config()
    site = replace(config.site, languages=("fr", "en", "ar"))
    screen = show(size=SHAPES[shape], language=language, letters=2, panel=SMALL_IN, config=replace(config, site=site))
    screen.comfort.setSteady(True)
    screen.comfort.setLower(True)

    faults = faults_on(screen, every_page(screen, language))

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("panel", [SMALL_IN, LARGE_IN])
def test_every_language_can_be_chosen_on_every_panel(show, shape, panel):
    screen = show(size=SHAPES[shape], panel=panel)

    faults = []
    for size in screen.in_every_size():
        faults += [f"{size}: {fault}" for fault in drawn_faults(screen)]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_question_of_time_holds_together_on_a_small_panel(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr", panel=SMALL_IN)
    screen.go(every_page(screen, "fr")["plan"])

    faults = []
    for size in screen.in_every_size():
        screen.patience.ask()
        screen.draw()
        faults += [f"{size}: {fault}" for fault in drawn_faults(screen)]
        screen.patience.stay()

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_whole_home_is_in_sight_on_a_small_panel(show, shape):
    screen = show(size=SHAPES[shape], language="fr", panel=SMALL_IN)

    hidden = [control.name for control in screen.controls() if not screen.sees(control)]

    assert screen.page == "home"
    assert not hidden


def faults_on(screen, visits):
    faults = []
    for name, visit in visits.items():
        screen.go(visit)
        faults += [f"{name}: {fault}" for fault in drawn_faults(screen)]
    return faults


def drawn_faults(screen):
    """What is wrong with the window as it is drawn now; in Lower nothing is touched above what Lower leaves free."""
    theme = screen.theme()
    reach = float(theme.property("above")) if screen.comfort.value.lower else 0.0
    target = STEADY_TARGET_MM if screen.comfort.value.steady else TARGET_MM
    rules = Rules(target * theme.property("pixelsPerMm"), reach)
    drawn = Drawn(screen.window)
    return [*faults_in(drawn, rules), *faint_words(drawn)]

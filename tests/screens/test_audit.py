"""Every page, at every size of letters, both ways up, in both languages: nothing small, hidden, cut or unnamed."""

import pytest

from kiosk.bridge.auditing.contrast import faint_words
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.visit.comfort import Palette

pytestmark = pytest.mark.slow

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
TARGET_MM = 20
STEADY_MM = 30


@pytest.mark.parametrize(
    ("language", "shape"),
    [
        ("fr", "portrait"),
        ("fr", "landscape"),
        ("en", "portrait"),
        pytest.param("en", "landscape", marks=pytest.mark.thorough),
    ],
)
def test_every_page_can_be_read_and_touched(show, every_page, shape, language):
    screen = show(size=SHAPES[shape], language=language)

    faults = [
        f"{name} {'A' + '+' * letters}: {fault}"
        for letters in range(3)
        for name, visit in every_page(screen, language).items()
        for fault in faults_of(screen, visit, letters)
    ]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_screen_can_be_read_and_touched(show, shape):
    screen = show(size=SHAPES[shape])

    faults = []
    for size in screen.in_every_size():
        faults += [f"{size}: {fault}" for fault in drawn_faults(screen)]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_question_of_time_can_be_read_and_touched(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr")
    screen.go(every_page(screen, "fr")["plan"])

    faults = []
    for size in screen.in_every_size():
        screen.patience.ask()
        screen.draw()
        faults += [f"{size}: {fault}" for fault in drawn_faults(screen)]
        screen.patience.stay()

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", [pytest.param("portrait", marks=pytest.mark.thorough), "landscape"])
def test_the_lower_half_holds_every_control_and_cuts_none(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr")
    screen.comfort.setLower(True)

    faults = [
        f"{name} {'A' + '+' * letters}: {fault}"
        for letters in range(3)
        for name, visit in every_page(screen, "fr").items()
        for fault in faults_of(screen, visit, letters, reach=screen.window.height() / 2)
    ]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("shape", SHAPES)
def test_in_steady_touch_every_target_is_30_mm(show, every_page, shape):
    screen = show(size=SHAPES[shape], language="fr")
    screen.comfort.setSteady(True)

    faults = [
        f"{name}: {fault}"
        for name, visit in every_page(screen, "fr").items()
        for fault in faults_of(screen, visit, letters=0)
    ]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("palette", [palette for palette in Palette if palette is not Palette.LIGHT])
def test_every_palette_draws_every_text_to_be_read(show, every_page, palette):
    screen = show(language="en")
    screen.comfort.setPalette(palette)

    faults = []
    for name, visit in every_page(screen, "en").items():
        screen.go(visit)
        faults += [f"{name}: {fault}" for fault in faint_words(Drawn(screen.window))]

    assert not faults, "\n" + "\n".join(faults)


def faults_of(screen, visit, letters, reach=0.0):
    screen.enlarge_to(letters)
    screen.go(visit)
    return drawn_faults(screen, reach)


def drawn_faults(screen, reach=0.0):
    """What is wrong with the window as it is drawn now."""
    target = (STEADY_MM if screen.comfort.value.steady else TARGET_MM) * screen.theme().property("pixelsPerMm")
    drawn = Drawn(screen.window)
    return [*faults_in(drawn, Rules(target, reach)), *faint_words(drawn)]

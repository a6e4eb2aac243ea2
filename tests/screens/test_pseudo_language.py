"""Two fifths longer than English, every page still holds its words, and none of them was forgotten."""

import pytest

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.bridge.auditing.untranslated import untranslated_in
from kiosk.config import Config, Site
from kiosk.languages.known import PSEUDO

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
SITE = Config(site=Site(languages=("en", "fr", PSEUDO)))
TARGET_MM = 20


@pytest.mark.slow
@pytest.mark.parametrize(
    "letters", [pytest.param(0, marks=pytest.mark.thorough), pytest.param(1, marks=pytest.mark.thorough), 2]
)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_cuts_a_longer_language_or_forgets_a_word(show, every_page, shape, letters):
    screen = show(size=SHAPES[shape], language=PSEUDO, letters=letters, config=SITE)
    rules = Rules(target=TARGET_MM * screen.theme().property("pixelsPerMm"))

    faults = []
    for name, visit in every_page(screen, PSEUDO).items():
        screen.go(visit)
        drawn = Drawn(screen.window)
        found = (*faults_in(drawn, rules), *untranslated_in(drawn, screen.session.catalogue))
        faults += [f"{name}: {fault}" for fault in found]

    assert not faults, "\n" + "\n".join(faults)


def test_a_word_that_nobody_marked_is_found(show):
    screen = show(language=PSEUDO, config=SITE)
    title = next(item for item in screen.items() if item.property("heading") and item.isVisible())

    title.setProperty("text", "Never marked at 300 Horseshoe Lake Drive")

    (fault,) = untranslated_in(Drawn(screen.window), screen.session.catalogue)
    assert fault.words == "'Never marked at' is not translated in 'Never marked at 300 Horseshoe Lake Drive'"

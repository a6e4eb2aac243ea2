"""The two keys that turn a page: as large as a hand that trembles needs them, however little room there is."""

import pytest

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
SMALL_IN = 15.6
STEADY_MM = 30


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("letters", range(3))
def test_they_are_30_mm_high_in_steady_touch_low_down_on_a_small_panel(show, every_page, size, letters):
    screen = show(size=size, language="fr", letters=letters, panel=SMALL_IN)
    screen.comfort.setSteady(True)
    screen.comfort.setLower(True)
    least = STEADY_MM * screen.theme().property("pixelsPerMm") - 1
    visits = every_page(screen, "fr")

    low = []
    for page in ("question, choice", "card", "search", "done, printed"):
        screen.go(visits[page])
        keys = [key for key in screen.controls() if key.name in ("Haut", "Suite")]
        assert keys, page
        low += [(page, key.name) for key in keys if key.rect.height() < least]

    assert not low

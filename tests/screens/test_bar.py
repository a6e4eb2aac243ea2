"""The bar that never moves: the picture of every key stays inside it, however high the letters of its word are."""

from dataclasses import replace

import pytest

from kiosk.bridge.auditing.geometry import scene
from kiosk.config import Config


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("letters", range(3))
@pytest.mark.parametrize(("size", "panel"), [((1080, 1920), 15.6), ((1080, 1920), 21.5), ((1920, 1080), 15.6)])
def test_pictures_stay_inside_their_keys(show, size, panel, letters, language):
    config = Config()
    site = replace(config.site, languages=("fr", "en", "ar"))
    screen = show(size=size, language=language, letters=letters, panel=panel, config=replace(config, site=site))

    pictures = [(key, item) for key in keys_of(screen) for item in below(key) if item.inherits("QQuickImage")]
    outside = [
        key.property("text")
        for key, item in pictures
        if item.isVisible() and not scene(key).adjusted(-1, -1, 1, 1).contains(scene(item))
    ]

    assert len(pictures) >= 6
    assert not outside


def keys_of(screen):
    return [item for item in screen.items() if item.property("raised") is not None and item.isVisible()]


def below(item):
    return [each for child in item.childItems() for each in (child, *below(child))]

"""The screen of a kiosk that cannot open: what to do in both languages, whole on every panel."""

import pytest
from PySide6.QtCore import QSize

from kiosk.app.closed import ClosedWindow

NOTICES = (
    ("Cette borne est fermée.", "Adressez-vous au comptoir, ou composez le 211.", "guichet.toml\u00a0: « cup »\n" * 3),
    ("This kiosk is closed.", "Ask at the desk, or phone 211.", "guichet.toml: 'cup'\n" * 3),
)


def texts_in(item):
    found = [item] if item.metaObject().className().startswith("Line") else []
    return found + [text for child in item.childItems() for text in texts_in(child)]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1024, 768), (768, 1024)])
def test_every_notice_stands_whole_on_the_screen_and_on_no_other(qtbot, size):
    window = ClosedWindow(NOTICES, "fr")
    window.resize(QSize(*size))
    window.show()
    qtbot.waitUntil(lambda: window.isExposed() and bool(texts_in(window.rootObject())))
    window.grabWindow()

    lines = texts_in(window.rootObject())
    assert sorted(line.property("text") for line in lines) == sorted(text for notice in NOTICES for text in notice)
    places = [line.mapRectToScene(line.boundingRect()) for line in lines]
    assert not [place for place in places if place.right() > size[0] or place.bottom() > size[1]]
    assert not [1 for place in places for other in places if place is not other and place.intersects(other)]
    window.close()

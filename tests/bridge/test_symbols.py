"""Icons in the colour that is asked for."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk import paths
from kiosk.bridge.symbols import Symbols
from kiosk.wording.channels import SYMBOLS

ICONS = paths.assets_folder() / "icons"


@pytest.fixture
def symbols(qapp):
    return Symbols(ICONS)


def drawn(image):
    """The colours that are fully there."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_takes_the_colour_it_is_asked_for(symbols):
    image = symbols.requestImage("check/96371e", QSize(), QSize(64, 64))

    assert drawn(image) == {"#96371e"}


def test_an_icon_is_as_large_as_its_item(symbols):
    assert symbols.requestImage("phone/000000", QSize(), QSize(90, 90)).size() == QSize(90, 90)


@pytest.mark.parametrize("asked", [QSize(), QSize(0, 0), QSize(-1, 30)])
def test_an_item_without_a_size_still_gets_an_icon(symbols, asked):
    assert not symbols.requestImage("phone/000000", QSize(), asked).isNull()


def test_a_name_cannot_leave_the_folder(symbols):
    with pytest.raises(FileNotFoundError):
        symbols.requestImage("../art/mark/000000", QSize(), QSize(10, 10))


def test_every_icon_that_is_named_is_there(catalogue):
    named = {bundle.icon for bundle in catalogue.bundles.values()} | {door.icon for door in catalogue.doors}
    named |= set(SYMBOLS.values())
    for page in paths.ui_folder().rglob("*.qml"):
        for line in re.findall(r"(?:symbol|name): (.+)", page.read_text(encoding="utf-8")):
            named |= set(re.findall(r'"([a-z][a-z0-9-]+)"', line))

    assert {name for name in named if not (ICONS / f"{name}.svg").is_file()} <= words_that_are_no_icons()


def words_that_are_no_icons():
    """Strings on such lines that are compared with, not shown."""
    return {"attract", "automatic", "bad", "first", "fr", "good"}


def test_every_icon_can_be_drawn(symbols):
    for svg in sorted(Path(ICONS).glob("*.svg")):
        assert drawn(symbols.requestImage(f"{svg.stem}/0b4a6f", QSize(), QSize(40, 40))), svg.name

"""Colours keep their distance: 7 to 1 for text, 4.5 for large icons, 3 for edges."""

import re

import pytest

from kiosk import paths

_FILE = (paths.ui_folder() / "Guichet" / "Theme" / "Colours.qml").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r'property color (\w+): "(#[0-9A-Fa-f]{6})"', _FILE))
_ACCENTS, _GROUNDS = (dict(re.findall(r'"(\w+)": "(#[0-9A-Fa-f]{6})"', part)) for part in _FILE.split("function ")[1:])
FALLBACK = re.findall(r'\?\? "(#[0-9A-Fa-f]{6})"', _FILE)

TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink", "tint"), ("ink", "sunk"),
    ("inkSoft", "paper"), ("inkSoft", "card"), ("inkSoft", "sunk"), ("inkSoft", "tint"),
    ("action", "paper"), ("action", "card"), ("action", "tint"), ("action", "sky"), ("inkSoft", "sky"),
    ("actionInk", "action"), ("actionInk", "actionPressed"), ("actionInk", "danger"), ("actionInk", "dangerPressed"),
    ("actionInk", "first"), ("barInk", "bar"), ("barInk", "action"), ("bar", "card"), ("bar", "tint"),
    ("success", "paper"), ("success", "card"), ("success", "successGround"),
    ("warning", "paper"), ("warning", "card"), ("warning", "warningGround"),
    ("danger", "paper"), ("danger", "card"), ("danger", "tint"), ("danger", "dangerGround"),
]  # fmt: skip
EDGES = [("edge", "paper"), ("edge", "card"), ("edge", "tint"), ("first", "card"), ("first", "paper"), ("focus", "ink")]


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 computes it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_computed_as_published():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_read_on_its_ground(ink, ground):
    assert contrast(COLOURS[ink], COLOURS[ground]) >= 7


@pytest.mark.parametrize("theme", [*_ACCENTS, "fallback"])
def test_the_icon_of_a_situation_is_seen_on_its_ground_and_on_a_card(theme):
    accent, ground = (FALLBACK[0], FALLBACK[1]) if theme == "fallback" else (_ACCENTS[theme], _GROUNDS[theme])

    assert contrast(accent, ground) >= 4.5
    assert contrast(accent, COLOURS["card"]) >= 4.5


@pytest.mark.parametrize(("line", "ground"), EDGES)
def test_an_edge_is_seen(line, ground):
    assert contrast(COLOURS[line], COLOURS[ground]) >= 3


def test_every_theme_has_an_accent_and_a_ground():
    assert set(_ACCENTS) == set(_GROUNDS)


def test_the_guide_tells_the_contrast_that_is_computed():
    guide = (paths.ui_folder().parent / "docs" / "design.md").read_text(encoding="utf-8")

    told = re.findall(r"^\| `(\w+)` on `(\w+)` \| ([\d.]+) \|", guide, re.MULTILINE)

    assert len(told) > 15
    for ink, ground, ratio in told:
        assert float(ratio) == pytest.approx(contrast(COLOURS[ink], COLOURS[ground]), abs=0.051), (ink, ground)

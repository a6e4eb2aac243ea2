"""Colours keep their distance in every palette: 7 to 1 for text, 4.5 for large icons, 3 for edges."""

import re

import pytest

from kiosk import paths
from kiosk.visit.comfort import Palette

_FOLDER = paths.ui_folder() / "Guichet" / "Theme"
_THEMES = ["bereavement", "work", "family", "newcomer", "senior", "home", "business", "health", "money", "safety", ""]


def _file_of(palette: Palette) -> str:
    name = "" if palette is Palette.LIGHT else "".join(word.capitalize() for word in palette.split("-"))
    return (_FOLDER / f"{name}Colours.qml").read_text(encoding="utf-8")


def _colours_in(text: str) -> dict[str, str]:
    return dict(re.findall(r'^    (?:(?:readonly )?property color )?(\w+): "(#[0-9A-Fa-f]{6})"$', text, re.MULTILINE))


def _of_situations(text: str, function: str) -> dict[str, str]:
    """What `function` answers for each theme; "" is any theme that has none of its own."""
    body = text.partition(f"function {function}(")[2].partition("\n    }\n")[0]
    other = re.findall(r'(?:return|\?\?) "(#[0-9A-Fa-f]{6})"', body)[0]
    own = dict(re.findall(r'"(\w+)": "(#[0-9A-Fa-f]{6})"', body))
    return {theme: own.get(theme, other) for theme in _THEMES}


LIGHT = _colours_in(_file_of(Palette.LIGHT))
COLOURS = {palette: LIGHT | _colours_in(_file_of(palette)) for palette in Palette}

TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink", "tint"), ("ink", "sunk"), ("ink", "tray"), ("ink", "sky"),
    ("inkSoft", "paper"), ("inkSoft", "card"), ("inkSoft", "sunk"), ("inkSoft", "tint"), ("inkSoft", "sky"),
    ("action", "paper"), ("action", "card"), ("action", "tint"), ("action", "sky"), ("paper", "ink"),
    ("actionInk", "action"), ("actionInk", "actionPressed"), ("actionInk", "danger"), ("actionInk", "dangerPressed"),
    ("actionInk", "first"),
    ("barInk", "bar"), ("barInk", "barPressed"), ("barRaisedInk", "barRaised"),
    ("success", "paper"), ("success", "card"), ("success", "successGround"), ("ink", "successGround"),
    ("warning", "paper"), ("warning", "card"), ("warning", "warningGround"), ("ink", "warningGround"),
    ("danger", "paper"), ("danger", "card"), ("danger", "dangerGround"), ("ink", "dangerGround"),
    ("sheetInk", "sheet"),
]  # fmt: skip
EDGES = [
    ("edge", "paper"), ("edge", "card"), ("edge", "tint"), ("first", "card"), ("first", "paper"),
    ("barRaised", "bar"), ("focus", "focusLine"),
]  # fmt: skip


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


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_read_on_its_ground(palette, ink, ground):
    assert contrast(COLOURS[palette][ink], COLOURS[palette][ground]) >= 7


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("theme", _THEMES)
def test_the_icon_of_a_situation_is_seen_on_its_ground_and_on_a_card(palette, theme):
    accent, ground = (_of_situations(_file_of(palette), function)[theme] for function in ("accent", "ground"))

    assert contrast(accent, ground) >= 4.5
    assert contrast(accent, COLOURS[palette]["card"]) >= 4.5


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(("line", "ground"), EDGES)
def test_an_edge_is_seen(palette, line, ground):
    assert contrast(COLOURS[palette][line], COLOURS[palette][ground]) >= 3


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("ground", ["paper", "card", "sunk", "bar", "action"])
def test_the_focus_is_seen_on_whatever_it_lies(palette, ground):
    colours = COLOURS[palette]

    assert max(contrast(colours[line], colours[ground]) for line in ("focus", "focusLine")) >= 3


@pytest.mark.parametrize("palette", Palette)
def test_a_palette_names_no_colour_that_the_light_one_lacks(palette):
    assert set(COLOURS[palette]) == set(LIGHT)


@pytest.mark.parametrize(("sample", "colours"), [("samplePaper", {"paper"}), ("sampleInk", {"ink", "action"})])
def test_a_palette_is_chosen_by_a_sample_of_itself(sample, colours):
    theme = (_FOLDER / "Theme.qml").read_text(encoding="utf-8")
    body = theme.partition(f"function {sample}(")[2].partition("\n    }\n")[0]

    for palette, colour in re.findall(r'"([a-z-]+)": "(#[0-9A-F]{6})"', body):
        assert colour in {COLOURS[palette][name] for name in colours}


def test_the_guide_tells_the_contrast_that_is_computed():
    guide = (paths.ui_folder().parent / "docs" / "design.md").read_text(encoding="utf-8")

    told = re.findall(r"^\| `(\w+)` on `(\w+)` \| ([\d. |]+?) \|[^|]+\|$", guide, re.MULTILINE)

    assert len(told) > 15
    for ink, ground, ratios in told:
        computed = [contrast(colours[ink], colours[ground]) for colours in COLOURS.values()]
        assert [float(ratio) for ratio in ratios.split(" | ")] == pytest.approx(computed, abs=0.051), (ink, ground)

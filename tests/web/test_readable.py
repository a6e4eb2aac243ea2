"""The page can be read, touched and heard by everyone: contrast, size, names, order, both directions, small screens."""

import re

import pytest

from kiosk import paths
from tests.web.phone import colours, size

pytestmark = pytest.mark.chromium

LOOKS = [("light", "no-preference"), ("dark", "no-preference"), ("light", "more"), ("dark", "more")]
SHEETS = {
    ("light", "no-preference"): "Colours",
    ("dark", "no-preference"): "DarkColours",
    ("light", "more"): "ContrastLightColours",
    ("dark", "more"): "ContrastDarkColours",
}

FAINT = """
(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = (rgb) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * linear(rgb[i]), 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, a = 1] = parts(getComputedStyle(e).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  let looked = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest(".unseen")) continue;
    looked += 1;
    const [one, two] = [light(parts(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (two + 0.05);
    if (contrast < 7) faint.push([contrast.toFixed(2), walker.currentNode.data.trim().slice(0, 40)]);
  }
  return { looked, faint };
})()
"""

SMALL = """
[...document.querySelectorAll("a, button, summary, label, input[type=date]")].filter((e) => e.checkVisibility())
  .map((e) => [e.getBoundingClientRect(), e.textContent.trim().slice(0, 30)])
  .filter(([box]) => box.height < 44 || box.width < 44).map(([box, words]) => [box.width, box.height, words])
"""

WIDE = """
[...document.querySelectorAll("main *, header *")].filter((e) => e.checkVisibility() && !e.closest(".unseen"))
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
  .map((e) => e.outerHTML.slice(0, 80))
"""

UNFOLD = "document.querySelectorAll('details').forEach((folded) => { folded.open = true; })"


@pytest.fixture(params=["fr-CA", "ar"])
def unfolded(phone, served, a_death, request):
    """The page with every step open, in a language of each direction."""
    shown = phone(request.param)
    shown.open(f"{served.address}#{a_death.token}")
    shown.run(UNFOLD)
    return shown


def test_every_text_keeps_seven_to_one_in_every_look(unfolded) -> None:
    for look in LOOKS:
        colours(unfolded, *look)

        seen = unfolded.run(FAINT)

        assert seen["looked"] > 200
        assert seen["faint"] == [], look


def test_the_colours_are_those_of_the_kiosk(phone, served) -> None:
    shown = phone()
    shown.open(served.address)

    for look in LOOKS:
        colours(shown, *look)

        names = set(re.findall(r"--(\w+):", (served.folder / "page.css").read_text()))
        page = {name: shown.run(f"getComputedStyle(document.body).getPropertyValue('--{name}')") for name in names}
        assert len(names) > 12
        assert page == {name: colour for name, colour in colours_of_the_kiosk(look).items() if name in names}


def colours_of_the_kiosk(look: tuple[str, str]) -> dict[str, str]:
    """The theme's colours by name; those that a set does not name are the light set's."""
    sheet = (paths.ui_folder() / "Guichet" / "Theme" / f"{SHEETS[look]}.qml").read_text()
    base = (paths.ui_folder() / "Guichet" / "Theme" / "Colours.qml").read_text()
    pattern = re.compile(r"^ +(?:property color )?(\w+): \"(#\w{6})\"", re.M)
    return dict(pattern.findall(base)) | dict(pattern.findall(sheet))


def test_whatever_is_touched_is_44_pixels_at_least(unfolded) -> None:
    assert unfolded.run(SMALL) == []


def test_nothing_runs_off_the_side_of_a_small_phone_or_under_large_letters(unfolded) -> None:
    for width, letters in ((320, 100), (390, 200), (320, 200)):
        size(unfolded, width, 568)
        unfolded.run(f"document.documentElement.style.fontSize = '{1.125 * letters}%'")

        assert unfolded.run(WIDE) == [], (width, letters)
        assert unfolded.run("innerWidth") == width
        assert unfolded.run("document.documentElement.scrollWidth") <= width


def test_every_control_has_a_name_and_every_list_its_role(unfolded) -> None:
    unfolded.ask("Accessibility.enable")
    nodes = unfolded.ask("Accessibility.getFullAXTree")["nodes"]
    told = [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n["ignored"]]

    controls = {"link", "button", "checkbox", "Date", "DisclosureTriangle"}
    assert {role for role, _ in told} >= controls - {"Date"} | {"list", "heading", "banner", "main", "navigation"}
    assert [role for role, name in told if role in controls and not name.strip()] == []
    assert len({name for role, name in told if role == "DisclosureTriangle" and "211" not in name}) > 10


def test_headings_begin_with_one_and_leave_no_level_out(unfolded) -> None:
    levels = unfolded.run(
        "[...document.querySelectorAll('h1, h2, h3')].filter((h) => h.checkVisibility()).map((h) => +h.tagName[1])"
    )

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2}


def test_words_in_another_language_are_marked_with_it(phone, served, a_death) -> None:
    shown = phone("ar")
    shown.open(f"{served.address}#{a_death.token}")
    shown.run(UNFOLD)

    unmarked = shown.run(
        """(() => {
            const walker = document.createTreeWalker(document.getElementById("plan"), NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) {
                const { data, parentElement } = walker.currentNode;
                const language = parentElement.closest("[lang]").lang;
                if (/[a-z]{4}/i.test(data) && language === "ar" && !parentElement.closest("bdi")) found.push(data);
            }
            return found;
        })()"""
    )

    assert unmarked == []
    assert shown.run("document.querySelectorAll('#plan [lang=en]').length") > 20


def test_on_paper_everything_is_unfolded_and_the_buttons_are_gone(phone, served, a_death) -> None:
    shown = phone()
    shown.open(f"{served.address}#{a_death.token}")

    shown.ask("Emulation.setEmulatedMedia", media="print")
    shown.run("dispatchEvent(new Event('beforeprint'))")

    assert shown.run("document.querySelectorAll('.step > details:not([open])').length") == 0
    assert shown.texts("button") == []
    assert "902-424-4381" in " ".join(shown.texts(".begin"))
    assert len(shown.ask("Page.printToPDF")["data"]) > 10_000

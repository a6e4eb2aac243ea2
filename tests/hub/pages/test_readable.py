"""The operator's pages for everybody: by screen reader, by keyboard, in French, dark, narrow, printed."""

import re
from collections.abc import Callable

import pytest

from kiosk.catalogue.model import Catalogue
from kiosk.languages.shipped import words_of
from kiosk.languages.typography import faults_in_french
from tests.hub.pages.browsing import Browser
from tests.hub.pages.conftest import Hub
from tests.hub.pages.filling import CORRECTION, FLAG, Filled, fill

pytestmark = pytest.mark.chromium

PAGES = (
    "/kiosks",
    "/kiosks/00000007",
    "/corrections",
    f"/corrections/flag/{FLAG}",
    f"/corrections/correction/{CORRECTION}",
    "/needs",
    "/claims",
    "/releases",
    "/operators",
    "/kiosks/ffffffff",
)
_CONTRASTS = """
(() => {
  const parts = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255;
    return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) {
    const c = parts(getComputedStyle(e).backgroundColor); if (c[3] > 0) return c; } return [255, 255, 255]; };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let t = texts.nextNode(); t; t = texts.nextNode()) {
    const e = t.parentElement;
    if (!t.textContent.trim() || !e.checkVisibility()) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(parts(e.closest("svg") ? style.fill : style.color)), light(ground(e))];
    found.push([(Math.max(a, b) + .05) / (Math.min(a, b) + .05), t.textContent.trim()]);
  }
  return found;
})()
"""


@pytest.fixture
def filled(hub: Hub, released: None, catalogue: Catalogue) -> Filled:
    return fill(hub.store, catalogue, hub.clock.now)


def test_a_screen_reader_finds_its_way(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")

    for path in PAGES:
        browser.open(path)
        tree = browser.tree()
        roles = [role for role, _ in tree]
        for landmark in ("banner", "navigation", "main", "contentinfo"):
            assert landmark in roles, (path, landmark)
        assert browser.run("document.querySelectorAll('h1').length") == 1
        levels = browser.run("[...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.tagName[1]))")
        assert levels[0] == 1
        assert set(levels[1:]) <= {2}, path
        nameless = [
            role for role, name in tree if role in ("link", "button", "textbox", "radio", "table", "image") and not name
        ]
        assert nameless == [], path


def test_every_table_has_a_caption_and_heads(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")

    for path in PAGES:
        browser.open(path)
        for table in range(browser.run("document.querySelectorAll('table').length")):
            here = f"document.querySelectorAll('table')[{table}]"
            assert browser.run(f"{here}.caption.textContent.length") > 0
            columns = browser.run(f"[...{here}.tHead.rows[0].cells].map((c) => c.scope)")
            assert set(columns) == {"col"}
            heads = browser.run(f"[...{here}.tBodies[0].rows].map((r) => r.cells[0].scope + r.cells.length)")
            assert set(heads) == {f"row{len(columns)}"}, path


@pytest.mark.parametrize("width", [1280, 320])
def test_tables_stay_tables_however_narrow(filled: Filled, signed_in: Callable[..., Browser], width: int) -> None:
    browser = signed_in("/kiosks")
    browser.size(width)

    roles = [role for role, _ in browser.tree()]

    assert (roles.count("columnheader"), roles.count("rowheader")) == (6, 3)


def test_every_field_is_labelled_and_its_hint_read_with_it(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")

    assert browser.described("New passphrase").startswith("At least 12 characters")
    browser.open(f"/corrections/flag/{FLAG}")
    assert "It stands until the catalogue is put right." in browser.described("Accept")
    groups = [name for role, name in browser.tree() if role == "group"]
    assert "Is it right?" in groups


def test_the_plots_are_named_and_stand_beside_a_table(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")

    assert "By theme, as bars; the table has the same numbers" in browser.names("image")
    assert "By theme" in browser.names("table")


def test_every_word_has_its_contrast_by_day_and_by_night(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")

    for path in PAGES:
        browser.open(path)
        for scheme in ("light", "dark"):
            browser.colours(scheme)
            faint = [(round(ratio, 2), words) for ratio, words in browser.run(_CONTRASTS) if ratio < 4.5]
            assert faint == [], (path, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_every_control(filled: Filled, signed_in: Callable[..., Browser], scheme: str) -> None:
    browser = signed_in("/operators")
    browser.colours(scheme)
    seen = 0

    for _ in range(40):
        browser.press("Tab")
        style = browser.run(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.tagName, s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow]; })()"
        )
        if style[0] == "BODY":
            break
        assert (style[1], style[2] >= 2) == ("solid", True), style
        assert style[3] != "none", style
        seen += 1

    assert seen >= 15


@pytest.mark.parametrize("language", ["en-CA", "fr-CA"])
def test_nothing_is_wider_than_a_phone(filled: Filled, signed_in: Callable[..., Browser], language: str) -> None:
    browser = signed_in("/kiosks", language)
    browser.size(320)

    for path in PAGES:
        browser.open(path)
        assert browser.run("document.documentElement.scrollWidth") <= 320, path


def test_what_is_touched_is_large_enough(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in(f"/corrections/flag/{FLAG}")
    browser.size(320)

    small = browser.run(
        "[...document.querySelectorAll('button, nav a, input:not([type=hidden]):not([hidden]):not([type=radio]),"
        " .choice label')].filter((e) => e.getBoundingClientRect().height < 40).map((e) => e.textContent)"
    )

    assert small == []


def test_no_page_has_a_script_or_anything_of_others(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in("/kiosks")

    for path in PAGES:
        browser.open(path)
        assert browser.run("document.scripts.length") == 0
        assert browser.run("document.querySelectorAll('[style], style, iframe').length") == 0
        asked = {request["url"] for request in browser.requests()}
        assert all(url.startswith(hub.address) for url in asked), asked
        assert [each for each in browser.complaints() if "404" not in each] == [], path


def test_french_pages_have_no_english_left(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    sources = words_of("fr").sources()
    told = [
        source for (_, source), french in sources.items() if french != source and len(source) > 3 and "{" not in source
    ]
    browser = signed_in("/kiosks", "fr-CA")

    for path in PAGES:
        browser.open(path)
        assert browser.run("document.documentElement.lang") == "fr"
        words = browser.run(
            "(() => { const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];"
            " for (let n = w.nextNode(); n; n = w.nextNode())"
            " if (!n.parentElement.closest('[lang=en]')) found.push(n.textContent.trim()); return found; })()"
        )
        left = [text for text in words if text in told or re.search(r"\b(the|and|of|with|is|not)\b", text)]
        assert left == [], path
        for text in words:
            assert list(faults_in_french(text)) == [], path


def test_the_language_is_changed_by_one_link_and_kept(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")
    browser.open("/needs?month=2026-10")

    browser.tab_to("Français")
    browser.go("Enter")
    switched = browser.path()
    browser.open("/claims")

    assert switched == "/needs?month=2026-10&lang=fr"
    assert ("heading", "Dossiers ouverts, novembre 2026") in browser.tree()


def test_a_printed_page_leaves_out_what_paper_cannot_do(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")
    browser.colours("dark")

    browser.ask("Emulation.setEmulatedMedia", media="print")

    assert browser.run("[...document.querySelectorAll('nav, form, .skip')].some((e) => e.checkVisibility())") is False
    assert browser.run("document.querySelector('.plot table').checkVisibility()")
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(250, 248, 244)"


def test_what_people_wrote_is_never_markup(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    hub.add("Claire")
    hub.add("<b onclick=x>Marc</b>")

    browser = signed_in("/operators")

    assert browser.run("document.querySelectorAll('main b').length") == 0
    assert "<b onclick=x>Marc</b>" in browser.text()

"""Every page of the counter at its fullest, in every size and colour: nothing is small, cut, faint or out of sight."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kiosk.bridge.auditing.contrast import faint_words
from kiosk.bridge.auditing.desk import alike, focus_faults, spilt
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Rules, faults_in
from kiosk.bridge.auditing.untranslated import untranslated_in
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.config import Config, Site
from kiosk.counter.unmet import terms_in
from kiosk.languages.known import PSEUDO
from kiosk.visit.comfort import Palette
from tests.screens.counter.fullest import HERE, NOW, TYPED, fill
from tests.screens.counter.stations import stations

pytestmark = pytest.mark.slow

TARGET_PX = 44
LARGE, USUAL, SMALL = (1920, 1080), (1366, 768), (1280, 720)
MOST_TABS = 80
SAID_TO_THE_PERSON = ("case, consent",)
"""Stations with words in the language of the person, which is not that of the window."""
SENTENCE = 5
"""Shorter texts of the catalogue are parts of other words."""
KEYS = (
    "Ctrl",
    "Alt",
    "Esc",
    "Enter",
    "Del",
    "EN",
    "FR",
    PSEUDO.upper(),
    PSEUDO.capitalize(),
    "En",
    "Fr",
    "Ar",
    "Zh",
    "Uk",
    "Es",
    "ar",
)
"""What stands on caps, and codes of languages."""


class MadeUpSite(Site):
    """A site whose staff may read the made-up language too."""

    @property
    def office_languages(self):
        return ("en", "fr", PSEUDO)


@pytest.fixture
def walk(show, state_folder, staff, tmp_path, monkeypatch):
    """The counter at its fullest, and the name of each station as it is reached."""

    def _walk(language, **wishes):
        monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
        (tmp_path / "here.toml").write_text(HERE)
        screen = show(language=language, now=NOW, **wishes)
        return screen, stations(screen, fill(screen, state_folder, staff), language)

    return _walk


def faults(screen):
    """What is wrong with the window as it is drawn now."""
    screen.draw()
    scale = screen.theme().property("pixelsPerMm") / 2.25
    drawn = Drawn(screen.window)
    return [*faults_in(drawn, Rules(TARGET_PX * scale)), *spilt(drawn), *alike(drawn)]


@pytest.mark.parametrize(
    ("language", "sizes", "scale"),
    [
        pytest.param("fr", (LARGE, SMALL), 1.0, id="fr"),
        pytest.param("fr", (USUAL,), 1.0, id="fr between", marks=pytest.mark.thorough),
        pytest.param("fr", (LARGE,), 1.5, id="fr at 150 %", marks=pytest.mark.thorough),
        pytest.param("fr", (USUAL,), 1.5, id="fr at 150 % on a small screen"),
        pytest.param("en", (LARGE, USUAL, SMALL), 1.0, id="en", marks=pytest.mark.thorough),
        pytest.param("en", (LARGE,), 1.5, id="en at 150 %", marks=pytest.mark.thorough),
        pytest.param("en", (USUAL,), 1.5, id="en at 150 % on a small screen", marks=pytest.mark.thorough),
    ],
)
def test_every_page_is_whole(walk, language, sizes, scale):
    screen, names = walk(language, size=sizes[0], scale=scale)

    found = []
    for name in names:
        for size in sizes:
            screen.window.resize(*size)
            found += [f"{name}, {size}: {fault}" for fault in faults(screen)]

    assert not found, "\n" + "\n".join(found)


@pytest.mark.thorough
def test_every_text_can_be_read_in_every_colour(walk):
    screen, names = walk("fr", size=USUAL)

    found = []
    for name in names:
        for palette in Palette:
            screen.application.counter.paint_in(palette)
            QCoreApplication.processEvents()
            found += [f"{name}, {palette}: {fault}" for fault in faint_words(Drawn(screen.window))]

    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("language", "size", "scale"),
    [
        pytest.param("fr", SMALL, 1.0, id="fr", marks=pytest.mark.thorough),
        pytest.param("en", SMALL, 1.0, id="en", marks=pytest.mark.thorough),
        pytest.param("fr", USUAL, 1.5, id="fr at 150 %"),
        pytest.param("en", USUAL, 1.5, id="en at 150 %", marks=pytest.mark.thorough),
    ],
)
def test_the_focus_is_in_sight_wherever_tab_leads(walk, language, size, scale):
    screen, names = walk(language, size=size, scale=scale)

    found = []
    for name in names:
        screen.draw()
        found += [f"{name}: {fault}" for fault in tabbed(screen)]

    assert not found, "\n" + "\n".join(found)


def tabbed(screen):
    """What is wrong with the focus on the way once around."""
    met = []
    while (item := screen.window.activeFocusItem()) not in met and len(met) < MOST_TABS:
        met.append(item)
        QTest.keyClick(screen.window, Qt.Key.Key_Tab)
        QCoreApplication.processEvents()
        screen.paint()
        yield from focus_faults(Drawn(screen.window))


def test_no_word_of_the_window_is_forgotten_by_the_translators(walk):
    screen, names = walk(PSEUDO, size=LARGE, config=Config(site=MadeUpSite()))
    catalogue = screen.session.shipped
    terms = (term.name.to("en") for term in terms_in(catalogue_in_use(screen.application.config.catalogue)))
    site = screen.desk.property("site")
    given = sorted({*texts_in(catalogue), *terms, *KEYS, *TYPED, site}, key=len, reverse=True)

    found = []
    for name in names:
        if name in SAID_TO_THE_PERSON:
            continue
        screen.draw()
        slip = screen.desk.view_of("scan").slip.property("code") if screen.page == "scan" else ""
        found += [f"{name}: {fault}" for fault in untranslated_in(Drawn(screen.window), catalogue, (slip, *given))]

    assert not found, "\n" + "\n".join(found)


def texts_in(value):
    """Every text that a value of the catalogue holds, however deep."""
    if isinstance(value, str):
        yield from (value,) if len(value) >= SENTENCE else ()
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for each in value:
            yield from texts_in(each)

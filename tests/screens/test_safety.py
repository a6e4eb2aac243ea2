"""Feeling unsafe at home: numbers in three touches, a person in four, and nothing to read from afar."""

import re
import time
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.catalogue.model import BundleId
from kiosk.config import Config, PrinterKind
from kiosk.counter.calling.board import Board, End
from kiosk.counter.calling.line import SOCKET_FILE
from kiosk.counter.calling.listening import Listener
from kiosk.visit.visit import Page, Stop, Visit

SHAPES = [(1080, 1920), (1920, 1080)]
TITLE_MM = 10.3
SAYS = {
    "en": {"start": "English", "urgent": "I need help right now", "unsafe": "I feel unsafe", "food": "Food today",
           "card": "A small plain card", "print": "Print this card", "quiet": "A quiet word with our staff",
           "leave": "Leave now", "topic": "Feeling unsafe at home", "printed": "Your card is printed"},
    "fr": {"start": "Français", "urgent": "J’ai besoin d’aide maintenant", "unsafe": "Je ne me sens pas en sécurité",
           "food": "À manger aujourd’hui", "card": "Une petite carte discrète", "print": "Imprimer cette carte",
           "quiet": "Un mot discret", "leave": "Quitter vite", "topic": "Ne pas se sentir en sécurité chez soi",
           "printed": "Votre carte est imprimée"},
}  # fmt: skip


@pytest.fixture
def printing(tmp_path):
    """A kiosk that leaves its slips in a folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    config = Config()
    return replace(config, printer=replace(config.printer, kind=PrinterKind.FILE, folder=str(folder))), folder


@pytest.fixture
def board(tmp_path, monkeypatch):
    """The counter on the same machine, open."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    (tmp_path / "state").mkdir()
    board = Board(datetime.now, time.monotonic, lambda _entry: None)
    listener = Listener(board.hear, paths.state_folder() / SOCKET_FILE, None, None)
    listener.start()
    yield board
    listener.close()


@pytest.fixture
def until(qtbot):
    """Let the window live until a claim is true."""
    return lambda screen, claim: qtbot.waitUntil(lambda: bool(screen.draw() or claim()), timeout=10_000)


def to_safety(screen, language):
    for name in ("start", "urgent", "unsafe"):
        screen.tap("Button", SAYS[language][name])


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_numbers_are_three_touches_away_and_in_sight(show, size, language):
    screen = show(size=size)

    to_safety(screen, language)

    assert screen.page == "safety"
    assert screen.taps == 3
    for number in ("1-855-225-0220", "211"):
        card = next(node for node in screen.nodes() if node.role == "ListItem" and number in node.name)
        assert screen.sees(card)
    assert any("911" in name for name in screen.names("StaticText"))


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_person_is_four_touches_away_and_learns_only_that_it_is_private(show, board, until, size, language):
    screen = show(size=size)

    to_safety(screen, language)
    screen.tap("Button", SAYS[language]["quiet"])

    until(screen, lambda: board.entries)
    assert screen.taps == 4
    assert board.entries[0].call.private
    assert not re.search("safety|violence|unsafe", repr(board.entries))
    board.come("Samira", 2)
    until(screen, lambda: any("Samira" in name for name in screen.names()))


def test_leaving_takes_the_quiet_call_back(show, board, until):
    screen = show()
    to_safety(screen, "en")
    screen.tap("Button", SAYS["en"]["quiet"])
    until(screen, lambda: board.entries)

    screen.tap("Button", SAYS["en"]["leave"])

    until(screen, lambda: board.entries[0].end is End.LEFT)
    assert screen.page == "attract"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_without_a_counter_there_are_words_to_say_and_no_button_that_nobody_answers(show, language):
    screen = show()

    to_safety(screen, language)

    assert not any(name.startswith(SAYS[language]["quiet"]) for name in screen.names("Button"))
    assert any(SAYS[language]["quiet"] in name for name in screen.names())


@pytest.mark.parametrize("letters", [0, 1, 2])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_topic_is_never_written_larger_than_a_watcher_can_read(show, language, letters):
    screen = show(language=language, letters=letters)
    largest = TITLE_MM * screen.theme().property("pixelsPerMm") + 1
    unsafe = Visit(language=language, trail=(Stop(Page.HOME), Stop(Page.URGENT), Stop(Page.SAFETY)))
    plan = replace(unsafe, bundles=(BundleId("fleeing-violence"),))
    step = screen.session.plan_of(plan).to_do()[0]

    screen.go(unsafe)
    assert pixels(screen, SAYS[language]["topic"]) <= largest
    screen.go(replace(unsafe, trail=(Stop(Page.HOME), Stop(Page.URGENT, "danger"))))
    assert pixels(screen, SAYS[language]["unsafe"]) <= largest
    screen.go(replace(plan, trail=(Stop(Page.HOME), Stop(Page.PLAN))))
    assert pixels(screen, step.title.to(language)) <= largest
    screen.go(replace(plan, trail=(Stop(Page.HOME), Stop(Page.STEP, step.id))))
    assert pixels(screen, step.title.to(language)) <= largest


def pixels(screen, words):
    """How large these words are written, inside a button too."""
    drawn = [item for item in screen.items() if item.isVisible() and item.inherits("QQuickText")]
    return max(item.property("font").pixelSize() for item in drawn if item.property("text") == words)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_leaving_is_explained_before_it_is_needed_and_cameras_are_not_denied(show, language):
    screen = show()

    screen.tap("Button", SAYS[language]["start"])
    screen.tap("Button", SAYS[language]["urgent"])
    assert any(SAYS[language]["leave"] in name for name in screen.names("StaticText"))
    screen.tap("Button", SAYS[language]["unsafe"])

    told = " ".join(screen.names("StaticText"))
    assert SAYS[language]["leave"] in told
    assert "camera" in told.replace("é", "e")


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_plain_card_comes_out_only_when_asked_and_leaves_no_record(show, printing, until, size, language):
    config, folder = printing
    screen = show(size=size, config=config)

    to_safety(screen, language)
    screen.tap("Button", SAYS[language]["card"])
    assert list(folder.iterdir()) == []
    until(screen, lambda: screen.find("Button", SAYS[language]["print"]).enabled)
    screen.tap("Button", SAYS[language]["print"])

    until(screen, lambda: list(folder.iterdir()))
    until(screen, lambda: any(SAYS[language]["printed"] in name for name in screen.names()))
    assert [path.name for path in folder.iterdir()] == ["slip.pdf"]
    assert screen.page == "card"


def test_without_a_catalogue_the_urgent_doors_still_lead_to_numbers(show, tmp_path):
    (tmp_path / "broken.db").write_bytes(b"not a catalogue")
    config = Config()
    screen = show(config=replace(config, catalogue=replace(config.catalogue, path=str(tmp_path / "broken.db"))))

    to_safety(screen, "en")
    assert screen.page == "safety"
    assert any("1-855-225-0220" in name for name in screen.names("ListItem"))
    screen.tap("Button", "Back")
    screen.tap("Button", "Food today")

    assert any("211" in name for name in screen.names("ListItem"))


MEALS = datetime(2026, 3, 12, 11, 45, tzinfo=ZoneInfo("America/Halifax"))
NIGHT = datetime(2026, 3, 12, 22, 30, tzinfo=ZoneInfo("America/Halifax"))


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_food_today_is_three_touches_from_an_open_address_in_sight(show, size, language):
    screen = show(size=size, now=MEALS)

    for name in ("start", "urgent", "food"):
        screen.tap("Button", SAYS[language][name])

    first = next(node for node in screen.nodes() if node.role == "ListItem")
    assert screen.taps == 3
    assert screen.sees(first)
    assert "Hope Cottage" in first.name
    assert "2435 Brunswick Street" in first.name
    assert {"en": "Open now", "fr": "Ouvert"}[language] in first.name
    assert "902-429-7968" in first.name


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_at_night_the_next_meal_and_211_are_three_touches_away(show, size, language):
    screen = show(size=size, now=NIGHT)

    for name in ("start", "urgent", "food"):
        screen.tap("Button", SAYS[language][name])

    told = " ".join(node.name for node in screen.nodes() if node.role != "Button" and screen.sees(node))
    assert screen.taps == 3
    assert {"en": "tomorrow at 7:15", "fr": "demain à 7 h 15"}[language] in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "211" in told

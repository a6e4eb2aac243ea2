"""The guide of the tour: it touches what a person could touch, and nothing else."""

from pathlib import Path

import pytest
from PIL import Image

from kiosk.bridge.touring.guide import Album, Guide, TourError
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit


@pytest.fixture
def kept() -> list[Path]:
    return []


@pytest.fixture
def guided(show, tmp_path, kept):
    """Open a window with a guide before it."""

    def _guided(**wanted):
        screen = show(**wanted)
        return screen, Guide(screen.window, screen.session, Album(tmp_path, "walk", kept.append))

    return _guided


def at_a_question(fact: str) -> Visit:
    trail = (Stop(Page.HOME), Stop(Page.QUESTION, fact))
    return Visit(language="en", trail=trail, bundles=(BundleId("death-in-the-family"),))


def test_what_is_scrolled_away_is_brought_into_sight_and_touched(guided):
    screen, guide = guided(language="en", letters=2)
    assert not screen.sees(screen.find("Button", "Health or disability"))

    guide.open_door("health")

    assert guide.page is Page.SITUATIONS


def test_it_reads_names_in_the_language_shown(guided):
    _screen, guide = guided(language="fr")

    guide.touch("I need help right now")

    assert guide.page is Page.URGENT


def test_what_is_not_there_is_told_with_the_page(guided):
    _screen, guide = guided(language="en")

    with pytest.raises(TourError, match="there is no 'Print my slip' on the page 'home'"):
        guide.touch("Print my slip")


def test_what_cannot_be_touched_is_not(guided):
    screen, guide = guided(language="en")
    screen.go(at_a_question("age"))

    with pytest.raises(TourError, match="'Next' on the page 'question' cannot be touched"):
        guide.touch("Next")


def test_a_day_of_another_month_is_found_by_turning_pages(guided):
    screen, guide = guided(language="en")
    screen.go(at_a_question(EVENT_DATE))

    guide.answer({EVENT_DATE: "2025-12-24"}, pictures=0)

    assert screen.session.visit.answers[EVENT_DATE].isoformat() == "2025-12-24"


def test_a_number_is_typed_on_the_digits(guided):
    screen, guide = guided(language="en")
    screen.go(at_a_question("age"))

    guide.answer({"age": "64"}, pictures=0)

    assert screen.session.visit.answers[FactId("age")] == 64


def test_what_is_not_known_is_passed_over(guided):
    screen, guide = guided(language="en")
    screen.go(at_a_question(EVENT_DATE))

    guide.answer({}, pictures=0)

    assert guide.page is Page.PLAN
    assert dict(screen.session.visit.answers) == {}


def test_pictures_are_numbered_and_named_after_what_they_show(guided, tmp_path, kept):
    screen, guide = guided(size=(1920, 1080), language="en")
    screen.go(at_a_question(EVENT_DATE))

    guide.picture("start")
    guide.answer({}, pictures=1)

    assert [file.name for file in kept] == ["walk-01-start.png", "walk-02-question-event-date.png"]
    assert Image.open(kept[0]).size == (1920, 1080)


def test_a_picture_that_cannot_be_written_is_told(show, tmp_path, kept):
    screen = show(language="en")
    guide = Guide(screen.window, screen.session, Album(tmp_path / "none", "walk", kept.append))

    with pytest.raises(TourError, match="cannot be written"):
        guide.picture("home")

    assert kept == []

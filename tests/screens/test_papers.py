"""The papers on the screen: ticked by touch, and no dead end where one is missing."""

from datetime import date

import pytest

from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit


@pytest.fixture
def at_papers(show):
    def _at_papers(language="en", **how):
        screen = show(language=language, **how)
        screen.go(
            Visit(
                language=language,
                trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.PAPERS)),
                bundles=(BundleId("death-in-the-family"),),
                answers={EVENT_DATE: date(2026, 3, 6)},
                asked=(EVENT_DATE,),
            )
        )
        return screen

    return _at_papers


def test_touching_a_paper_ticks_it_and_touching_again_unticks_it(at_papers):
    screen = at_papers()

    screen.tap("CheckBox", "Social Insurance Number")
    assert "1 of 7" in screen.names("StaticText")

    screen.tap("CheckBox", "Social Insurance Number")
    assert "0 of 7" in screen.names("StaticText")


def test_a_ticked_paper_is_still_ticked_after_a_look_at_the_plan(at_papers):
    screen = at_papers()

    screen.tap("CheckBox", "Will")
    screen.tap("Button", "Back to my plan")
    screen.tap("Button", "Papers for all steps")

    assert screen.page == "papers"
    assert "1 of 7" in screen.names("StaticText")


def test_a_paper_that_a_step_gives_opens_that_step(at_papers):
    screen = at_papers()

    screen.tap("Button", "It comes from step")

    assert screen.page == "step"
    assert "Get the death certificate" in screen.names("Heading")


def test_missing_a_paper_stops_nobody(at_papers):
    screen = at_papers(language="fr", size=(1920, 1080))

    assert "Allez-y quand même. On vous dira quoi faire." in screen.names("StaticText")


def test_nothing_can_be_typed_here(at_papers):
    assert at_papers().names("EditableText") == []

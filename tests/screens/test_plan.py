"""The plan on the screen: its steps, what it says of itself, and the ways on from it."""

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import Page, Stop, Visit


@pytest.fixture
def at_plan(show, every_page):
    def _at_plan(language="en", **how):
        screen = show(language=language, **how)
        screen.go(every_page(screen, language)["plan"])
        return screen

    return _at_plan


def test_every_step_is_a_row_read_out_with_its_number(at_plan):
    screen = at_plan()

    rows = [name for name in screen.names("Button") if name.startswith("Step ")]

    assert [row.split(". ")[0] for row in rows] == [f"Step {n}" for n in range(1, len(screen.session.plan.to_do()) + 1)]


def test_one_step_and_only_one_is_to_be_done_first(at_plan):
    screen = at_plan()

    assert sum("Do this first" in name for name in screen.names("Button")) == 1


def test_large_letters_keep_the_number_and_the_flag_in_the_card(at_plan):
    screen = at_plan(letters=2)

    card = next(node for node in screen.nodes() if "Do this first" in node.name)
    words = [str(item.property("text")) for item in texts(screen, card.item)]

    number = card.name.split(". ")[0].removeprefix("Step ")
    assert words[:2] == [number, "Do this first"]


def texts(screen, item):
    found = [child for child in screen.items() if child.inherits("QQuickText") and child.isVisible()]
    return [child for child in found if within(child, item)]


def within(child, item):
    while child is not None and child is not item:
        child = child.parentItem()
    return child is not None


def test_the_plan_offers_its_other_questions_and_comes_back(at_plan):
    screen = at_plan()
    more = next(name for name in screen.names("Button") if "more question" in name)

    screen.tap("Button", more)
    assert screen.page == "question"

    screen.tap("Button", "Back")
    assert screen.page == "plan"


def test_what_does_not_apply_is_folded_away_and_told_why_when_asked(at_plan):
    screen = at_plan()
    screen.session.do(lambda visit: answered_no(screen, visit))
    screen.settle()
    fold = next(name for name in screen.names("Button") if "not for you" in name)
    before = len(screen.names("StaticText"))

    screen.tap("Button", fold)

    assert len(screen.names("StaticText")) > before
    assert any(name.startswith("From your answer to:") for name in screen.names("StaticText"))


def answered_no(screen, visit):
    from dataclasses import replace

    yes_no = [f.id for f in screen.session.catalogue.facts.values() if f.type == "boolean"]
    return replace(visit, answers={**visit.answers, **dict.fromkeys(yes_no, False)})


def test_a_sensitive_plan_has_a_neutral_name_and_a_way_to_leave(show):
    screen = show(language="en")
    bundle = screen.session.catalogue.bundles[BundleId("fleeing-violence")]

    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.PLAN)), bundles=(bundle.id,)))

    assert "My list" in screen.names("StaticText")
    assert bundle.tile.to("en") not in screen.names()
    assert screen.find("Button", "Leave now")
    assert "Start over" not in screen.names("Button")


def test_back_from_the_plan_returns_to_the_last_question(show):
    screen = show(language="en")
    screen.tap("Button", "A death in the family")
    asked = screen.session.visit.here
    screen.tap("Button", "Show everything")

    screen.tap("Button", "Back")

    assert screen.session.visit.here == asked


def test_start_over_forgets_the_plan(at_plan):
    screen = at_plan()

    screen.tap("Button", "Start over")
    screen.tap("Button", "Yes, erase")

    assert screen.session.visit == Visit(language="en", trail=(Stop(Page.HOME),))


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_other_letters_leave_the_ring_on_its_step_and_the_step_in_sight(at_plan, size):
    screen = at_plan(size=size)
    screen.press(Qt.Key.Key_Tab)
    while not screen.focused().name.startswith("Step 5."):
        screen.press(Qt.Key.Key_Down)

    for letters in (1, 2, 0):
        screen.enlarge_to(letters)

        assert screen.focused().name.startswith("Step 5.")
        assert screen.sees(screen.focused())

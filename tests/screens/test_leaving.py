"""Leaving at once: the first screen, nothing to go back to, and not a word of the visit held by anything."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import Page, Stop, Visit

SENSITIVE = {
    "urgent": Stop(Page.URGENT),
    "behind a door": Stop(Page.URGENT, "tonight"),
    "more numbers": Stop(Page.URGENT, "danger"),
    "safety": Stop(Page.SAFETY),
    "card": Stop(Page.CARD),
}


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("stop", SENSITIVE)
def test_every_sensitive_page_has_the_way_out_in_its_bar(show, size, language, stop):
    screen = show(size=size, language=language)
    screen.go(Visit(language=language, trail=(Stop(Page.HOME), SENSITIVE[stop])))

    screen.tap("Button", {"en": "Leave now", "fr": "Quitter vite"}[language])

    assert screen.page == "attract"
    assert screen.session.visit == Visit()
    assert screen.taps == 1


@pytest.mark.parametrize("over", [Page.HELP])
def test_help_over_a_sensitive_page_has_the_way_out_too(show, over):
    screen = show(language="en")

    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SAFETY), Stop(over))))

    assert "Leave now" in screen.names("Button")


def test_a_plan_about_leaving_violence_has_the_way_out_on_every_page(show):
    screen = show(language="en")
    visit = Visit(language="en", trail=(Stop(Page.HOME),), bundles=(BundleId("fleeing-violence"),))
    step = screen.session.plan_of(visit).to_do()[0].id

    for stop in (Stop(Page.PLAN), Stop(Page.STEP, step), Stop(Page.PAPERS), Stop(Page.ANSWERS), Stop(Page.TAKE)):
        screen.go(replace(visit, trail=(Stop(Page.HOME), stop)))
        assert "Leave now" in screen.names("Button"), stop


def test_the_welcome_picture_is_whole_at_once_where_other_pages_fade_in(show):
    screen = show(language="en", guarded=True)
    pages = screen.window.findChild(QQuickItem, "pages")
    screen.session.do(lambda _: Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SAFETY))))
    assert pages.opacity() < 1
    screen.settle()

    screen.tap("Button", "Leave now", settled=False)

    assert screen.page == "attract"
    assert pages.opacity() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Backspace, Qt.Key.Key_Left])
def test_no_key_goes_back_to_what_was_left(show, key):
    screen = show(language="en")
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.URGENT), Stop(Page.SAFETY))))

    screen.tap("Button", "Leave now")
    screen.press(key)

    assert screen.page == "attract"
    assert "Back" not in screen.names("Button")


def test_who_comes_next_begins_at_home_with_nothing_typed_and_nothing_chosen(show):
    screen = show(language="en")
    screen.session.do(lambda visit: replace(visit, trail=(*visit.trail, Stop(Page.SEARCH))))
    screen.settle()
    screen.type("afraid at home")
    screen.kiosk.leave()
    screen.settle()

    screen.tap("Button", "English")
    assert screen.page == "home"
    screen.tap("Button", "I know what I need")

    assert "afraid at home" not in " ".join(screen.names())


@pytest.fixture
def innocent(show, every_page):
    """The words that a kiosk holds after someone has looked at home and at the urgent doors, and has left."""
    screen = show(language="en")
    for page in ("home", "urgent", "search", "help"):
        screen.go(every_page(screen, "en")[page])
    for page in (Page.QUESTION, Page.PLAN, Page.SITUATIONS, Page.STEP, Page.WHERE, Page.PAPERS, Page.SAFETY):
        screen.kiosk.viewOf(page)
    screen.kiosk.leave()
    screen.settle()
    return words_held(screen)


@pytest.mark.parametrize(
    "page",
    [
        "question, choice",
        "question, event_date",
        "question, choice_multi",
        "plan",
        "answers",
        "papers",
        "step 1",
        "where",
        "take",
        "done, printed",
        "urgent, food",
        "urgent, tonight",
        "urgent, danger",
        "safety",
        "card",
        "situations",
    ],
)
def test_after_leaving_no_item_and_no_page_holds_a_word_of_the_visit(show, every_page, innocent, page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")[page])
    told = words_held(screen) - innocent

    screen.kiosk.leave()
    screen.settle()

    assert len(told) > 5
    left = told & words_held(screen)
    assert not left


def words_held(screen):
    """Every text of every item, hidden ones too, and all that the pages' objects would give to QML."""
    held = {str(item.property(name)) for item in screen.items() for name in ("text", "title", "written", "said")}
    for page in screen.kiosk.pages_made():
        meta = page.metaObject()
        for name in (meta.property(position).name() for position in range(1, meta.propertyCount())):
            value = getattr(page, name)
            held |= {str(value)} if isinstance(value, str | int) else set()
            held |= set(map(str, value)) if isinstance(value, list) else set()
        for rows in page.findChildren(Rows):
            held |= {str(getattr(row, field)) for row in rows.rows for field in row.__slots__}
    return {words for words in held if len(words) > 3}

"""Help right now, help with the screen, and leaving at once."""

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.models.rows import Rows
from kiosk.visit.visit import Page


def test_a_number_to_call_is_two_touches_away(show):
    screen = show()

    screen.tap("Button", "English")
    screen.tap("Button", "I need help right now")

    assert any("911" in name for name in screen.names("ListItem"))
    assert screen.taps == 2


def test_food_today_is_three_touches_away_open_places_first(show):
    screen = show()

    screen.tap("Button", "English")
    screen.tap("Button", "I need help right now")
    screen.tap("Button", "Food today")

    opening = ["Open now" in name for name in screen.names("ListItem") if "Halifax" in name]
    assert screen.taps == 3
    assert opening
    assert opening == sorted(opening, reverse=True)


def test_what_is_urgent_can_become_a_whole_plan(show):
    screen = show(language="en")
    screen.tap("Button", "I need help right now")
    screen.tap("Button", "Somewhere to sleep tonight" if "Somewhere to sleep tonight" in screen.names() else "A place")

    screen.tap("Button", "Make a whole plan for this")

    assert screen.page in ("question", "plan")


def test_help_is_there_and_leads_back_to_where_one_was(show, every_page):
    screen = show(language="en")
    visit = every_page(screen, "en")["question, choice"]
    screen.go(visit)

    screen.tap("Button", "Get help")
    assert screen.page == "help"
    assert screen.session.site.name.en in " ".join(screen.names("StaticText"))
    screen.tap("Button", "Back to where I was")

    assert screen.session.visit == visit


def test_help_is_there_on_the_first_screen_too(show):
    screen = show()

    screen.tap("Button", "Get help")

    assert screen.page == "help"


def test_leaving_shows_the_first_screen_with_nothing_to_go_back_to(show):
    screen = show(language="en")
    screen.tap("Button", "I need help right now")

    screen.tap("Button", "Leave now")

    assert screen.page == "attract"
    assert "Back" not in screen.names()
    screen.press(Qt.Key.Key_Escape)
    assert screen.page == "attract"


@pytest.fixture
def innocent(show, every_page):
    """The words that a kiosk holds after someone has looked at home and at the urgent doors, and has left."""
    screen = show(language="en")
    for page in ("home", "urgent"):
        screen.go(every_page(screen, "en")[page])
    for page in (Page.QUESTION, Page.PLAN, Page.SITUATIONS):
        screen.kiosk.viewOf(page)
    screen.kiosk.leave()
    screen.settle()
    return words_held(screen)


@pytest.mark.parametrize(
    "page",
    ["question, choice", "question, event_date", "question, choice_multi", "plan", "urgent, danger", "situations"],
)
def test_after_leaving_no_item_and_no_page_holds_a_word_of_the_visit(show, every_page, innocent, page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")[page])
    told = words_held(screen) - innocent

    screen.kiosk.leave()
    screen.settle()

    assert len(told) > 5
    assert not told & words_held(screen)


def words_held(screen):
    """Every text of every item, hidden ones too, and all that the pages' objects would give to QML."""
    held = {str(item.property(name)) for item in screen.items() for name in ("text", "title", "written", "said")}
    for page in screen.kiosk.pages_made():
        meta = page.metaObject()
        for name in (meta.property(position).name() for position in range(1, meta.propertyCount())):
            value = getattr(page, name)
            rows = value.rows if isinstance(value, Rows) else ()
            held |= {str(getattr(row, field)) for row in rows for field in row.__slots__}
            held |= {str(value)} if isinstance(value, str | int) else set()
    return {words for words in held if len(words) > 3}

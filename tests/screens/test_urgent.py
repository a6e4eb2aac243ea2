"""Help right now, and help with the screen."""


def test_a_number_to_call_is_two_touches_away(show):
    screen = show()

    screen.tap("Button", "English")
    screen.tap("Button", "I need help right now")

    assert any("911" in name for name in screen.names("ListItem"))
    assert screen.taps == 2


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
    assert "211" in " ".join(screen.names())
    screen.tap("Button", "Back")

    assert screen.session.visit == visit


def test_help_is_there_on_the_first_screen_too(show):
    screen = show()

    screen.tap("Button", "Get help")

    assert screen.page == "help"

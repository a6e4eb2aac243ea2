"""What happens when a person has gone quiet: the question, more time, and forgetting."""

import pytest
from PySide6.QtCore import Qt, QTimer

QUESTION = "Are you still there? Êtes-vous encore là?"


@pytest.fixture
def quiet_at_plan(show, every_page):
    """At the plan, after the quiet seconds: the timer is told so, nobody waits."""
    screen = show(language="en")
    screen.go(every_page(screen, "en")["plan"])
    grow_quiet(screen)
    return screen


def grow_quiet(screen):
    waiting = [timer for timer in screen.patience.findChildren(QTimer) if timer.isSingleShot()]
    assert len(waiting) == 1
    assert waiting[0].isActive()
    waiting[0].timeout.emit()
    screen.draw()


def pass_seconds(screen, seconds):
    ticking = next(timer for timer in screen.patience.findChildren(QTimer) if not timer.isSingleShot())
    for _ in range(seconds):
        ticking.timeout.emit()
    screen.settle()


def test_the_question_stands_in_both_languages_and_alone(quiet_at_plan):
    screen = quiet_at_plan

    assert QUESTION in screen.names("AlertMessage")
    assert [node.name for node in screen.controls()] == [
        "Yes, I need more time · Oui, encore du temps",
        "Take my plan now · Emporter mon plan",
        "I am finished. Erase. · J’ai terminé. Effacer.",
    ]


def test_nothing_of_the_page_behind_is_seen_or_read(quiet_at_plan):
    screen = quiet_at_plan
    title = "Your plan"

    assert not [name for name in screen.names() if title in name]
    assert not [item for item in screen.items() if title in str(item.property("text") or "") and item.isVisible()]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_any_key_gives_more_time_and_does_nothing_else(quiet_at_plan, key):
    screen = quiet_at_plan
    before = screen.session.visit

    screen.press(key)

    assert not screen.names("AlertMessage")
    assert screen.session.visit is before


def test_a_touch_gives_more_time_as_often_as_it_is_asked(quiet_at_plan):
    screen = quiet_at_plan

    for _ in range(11):
        screen.tap("Button", "Yes, I need more time")
        assert screen.find("Heading", "Your plan")
        grow_quiet(screen)

    assert QUESTION in screen.names("AlertMessage")


def test_a_touch_beside_the_buttons_decides_nothing(quiet_at_plan):
    screen = quiet_at_plan

    screen.touch(screen.find("Heading", "Are you still there?").rect.topLeft())
    screen.draw()

    assert QUESTION in screen.names("AlertMessage")


def test_the_seconds_count_down_in_sight(quiet_at_plan):
    screen = quiet_at_plan
    whole = screen.patience.property("secondsLeft")

    pass_seconds(screen, 3)

    assert whole >= 20
    assert f"{whole - 3} s" in screen.names("StaticText")


def test_no_answer_erases_the_visit(quiet_at_plan):
    screen = quiet_at_plan

    pass_seconds(screen, screen.patience.property("secondsLeft"))

    assert screen.page == "attract"
    assert screen.session.visit.answers == {}
    assert not screen.names("AlertMessage")


def test_finishing_erases_the_visit_at_once(quiet_at_plan):
    screen = quiet_at_plan

    screen.tap("Button", "I am finished")

    assert screen.page == "attract"
    assert screen.session.visit.bundles == ()


def test_the_focus_returns_to_where_it_was(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["plan"])
    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Down)
    before = screen.focused().name
    grow_quiet(screen)
    assert screen.focused() is None or screen.focused().name.startswith("Yes")

    screen.press(Qt.Key.Key_A)

    assert screen.focused().name == before


def test_the_first_screen_waits_for_ever(show):
    screen = show()

    assert not [timer for timer in screen.patience.findChildren(QTimer) if timer.isActive()]


def test_in_french_the_question_is_french_first(show, every_page):
    screen = show(language="fr")
    screen.go(every_page(screen, "fr")["plan"])

    grow_quiet(screen)

    assert "Êtes-vous encore là? Are you still there?" in screen.names("AlertMessage")
    assert screen.controls()[0].name == "Oui, encore du temps · Yes, I need more time"


def test_in_the_lower_half_the_question_is_within_reach(show, every_page):
    screen = show(language="en")
    screen.comfort.setLower(True)
    screen.go(every_page(screen, "en")["plan"])

    grow_quiet(screen)

    assert min(node.rect.top() for node in screen.controls()) >= screen.window.height() / 2

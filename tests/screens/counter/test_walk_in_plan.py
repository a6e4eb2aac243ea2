"""The plan of a walk-in: its steps put in order and left out, its questions asked, all by keys."""

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.conditions import FactId
from tests.screens.counter.walking import ALT, SEARCH, choose, focused, start, steps


def test_what_is_already_in_the_plan_is_not_added_again(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    visit = screen.session.visit

    choose(screen, "Losing a job")

    assert screen.session.visit is visit


def test_a_step_is_moved_up_by_a_key_and_the_focus_goes_with_it(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    before = steps(screen)
    at = next(at for at, row in enumerate(screen.view.basket.steps.rows) if row.up)
    while not focused(screen).startswith("Step 1"):
        screen.press(Qt.Key.Key_Tab)

    for _ in range(at):
        screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Up, ALT)

    assert steps(screen)[at - 1 : at + 1] == [before[at], before[at - 1]]
    assert focused(screen).startswith(f"Step {at}: {before[at]}")


def test_a_step_that_needs_another_cannot_come_before_it_and_says_why(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    rows = screen.view.basket.steps.rows
    held = next(row for row in rows if row.held and row.number > 1)
    before = steps(screen)

    screen.view.basket.moveUp(held.step)

    assert "must come first" in held.held
    assert not held.up
    assert steps(screen) == before


def test_a_step_left_out_is_gone_from_plan_and_papers_and_the_focus_stays_among_the_steps(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    before = steps(screen)
    while not focused(screen).startswith("Step 1"):
        screen.press(Qt.Key.Key_Tab)

    screen.press(Qt.Key.Key_Delete)

    assert before[0] not in steps(screen)
    assert len(steps(screen)) == len(before) - 1
    assert focused(screen).startswith("Step 1")


def test_without_its_last_step_a_service_goes_and_the_plan_is_empty(walk_in):
    screen = walk_in()
    screen.type("food bank")
    screen.press(Qt.Key.Key_Return)

    screen.view.basket.leaveOut(screen.view.basket.steps.rows[0].step)

    assert screen.session.visit.bundles == ()
    assert screen.view.basket.property("empty")


@pytest.mark.parametrize(("language", "yes"), [("en", "y"), ("fr", "o")])
def test_questions_are_answered_by_one_key_each_and_each_is_asked_once(walk_in, language, yes):
    screen = walk_in(language)
    screen.type("emp")
    choose(screen, {"en": "Losing a job", "fr": "Perte d’emploi"}[language])

    screen.press(Qt.Key.Key_F6)
    asked = []
    while screen.view.asking.property("open") and len(asked) < 20:
        asked.append(screen.view.asking.property("question"))
        screen.type({"date": "2", "boolean": yes}.get(screen.view.asking.property("kind"), "1"))

    assert len(asked) == len(set(asked)) == 4
    assert screen.session.visit.answers[FactId("job_end_reason")] == "laid_off"
    assert focused(screen) == SEARCH[language]


def test_not_sure_is_an_answer_and_the_last_answer_can_be_taken_back(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F6)
    first = screen.view.asking.property("question")

    screen.type("u")
    second = screen.view.asking.property("question")
    skipped = screen.session.visit.skipped
    screen.press(Qt.Key.Key_Backspace)

    assert first != second
    assert skipped
    assert screen.view.asking.property("question") == first
    assert not screen.session.visit.skipped


def test_a_day_is_typed_and_what_is_no_day_is_told_and_changes_nothing(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F6)
    while not focused(screen).startswith("Another day"):
        screen.press(Qt.Key.Key_Tab)

    screen.type("31 2")
    screen.press(Qt.Key.Key_Return)
    wrong, answers = screen.view.asking.property("wrong"), dict(screen.session.visit.answers)
    for _ in "31 2":
        screen.press(Qt.Key.Key_Backspace)
    screen.type("6 3")
    screen.press(Qt.Key.Key_Return)

    assert wrong.startswith("That is no day.")
    assert not answers
    assert str(screen.session.visit.answers[FactId("event_date")]) == "2026-03-06"


def test_a_case_of_the_plan_is_one_key_away_and_asks_for_consent(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_O, ALT)
    screen.wait_until(lambda: screen.page == "case")

    assert any("consent" in name.lower() for name in screen.names())

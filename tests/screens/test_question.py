"""The questions: one a screen, each touched once, none asked twice."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.catalogue.model import FactType
from kiosk.visit.visit import EVENT_DATE

PREFERRED = {"en": ("Yes", "I’m not sure"), "fr": ("Oui", "Je ne sais pas")}


def to_the_plan(screen, day="Wednesday, March 11"):
    """Answer every question as someone in a hurry does: yes, the first choice, a day."""
    questions = 0
    while screen.page == "question":
        questions += 1
        answer(screen, day)
    return questions


def answer(screen, day):
    fact = screen.session.catalogue.facts[screen.session.visit.here.subject]
    language = screen.session.language
    match fact.type:
        case FactType.BOOLEAN:
            screen.tap("Button", PREFERRED[language][0])
        case FactType.CHOICE | FactType.MONEY_BAND:
            screen.tap("Button", fact.choices[0].label.to(language))
        case FactType.DATE:
            screen.tap("Button", day)
        case FactType.NUMBER | FactType.SEVERAL:
            screen.tap("Button", PREFERRED[language][1])


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_a_death_in_the_family_from_the_first_screen_to_the_plan(show, size):
    screen = show(size=size)

    screen.tap("Button", "English")
    screen.tap("Button", "A death in the family")
    questions = to_the_plan(screen)

    print(f"J1, {size}: {screen.taps} taps, {questions} questions")
    assert screen.page == "plan"
    assert screen.find("Heading", "Your plan:")
    assert "We are sorry for your loss." in screen.names("StaticText")
    assert screen.taps <= 10


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_a_lost_job_from_the_first_screen_to_the_plan_in_french(show, size):
    screen = show(size=size)

    screen.tap("Button", "Français")
    screen.tap("Button", "Perte d’emploi")
    questions = to_the_plan(screen, "mercredi 11 mars")

    print(f"J2, {size}: {screen.taps} taps, {questions} questions")
    assert screen.page == "plan"
    assert screen.find("Heading", "Votre plan\N{NO-BREAK SPACE}:")
    assert screen.taps <= 10


def test_no_question_comes_twice(show):
    screen = show(language="en")
    screen.tap("Button", "New to Nova Scotia")
    met = []

    while screen.page == "question":
        met.append(screen.session.visit.here.subject)
        screen.tap("Button", "I’m not sure")

    assert len(met) > 1
    assert len(met) == len(set(met))


def test_the_questions_can_be_skipped(show):
    screen = show(language="en")
    screen.tap("Button", "A new baby")

    skip = next(
        name for name in screen.names("Button") if name in ("Show everything", "Skip the questions: show everything")
    )

    screen.tap("Button", skip)

    assert screen.page == "plan"


def test_a_day_of_another_month_is_chosen(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, event_date"])

    screen.tap("Button", "Earlier")
    screen.tap("Button", "Saturday, February 14")

    assert screen.session.visit.answers[EVENT_DATE] == date(2026, 2, 14)


def test_several_answers_are_ticked_and_announced(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, choice_multi"])
    fact = screen.session.catalogue.facts[screen.session.visit.here.subject]
    first, second, third = (choice.label.to("en") for choice in fact.choices[:3])

    for label in (first, second, third, second):
        screen.tap("CheckBox", label)
    screen.tap("Button", "Next")

    assert screen.session.visit.answers[fact.id] == {fact.choices[0].value, fact.choices[2].value}


def test_an_answer_given_before_is_ticked_again(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, choice_multi"])
    fact = screen.session.catalogue.facts[screen.session.visit.here.subject]
    screen.tap("CheckBox", fact.choices[0].label.to("en"))
    screen.tap("Button", "Next")

    screen.tap("Button", "Back")

    assert ticked(screen) == [fact.choices[0].label.to("en")]


def ticked(screen):
    return [node.name for node in screen.controls() if node.role == "CheckBox" and node.item.property("ticked")]


def test_a_number_out_of_range_cannot_be_given(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, number"])
    fact = screen.session.catalogue.facts[screen.session.visit.here.subject]
    assert fact.maximum is not None

    screen.type(str(fact.maximum + 1))

    assert not screen.find("Button", "Next").enabled


def test_a_second_tap_meant_for_the_page_before_chooses_nothing(show):
    screen = show(guarded=True)

    where = screen.find("Button", "English").rect.center()
    screen.touch(where)
    screen.draw()
    underneath = [node.name for node in screen.controls() if node.rect.contains(where)]
    screen.touch(where)

    assert underneath, "the second tap would meet nothing: the test shows nothing"
    assert screen.page == "home"
    screen.settle()
    screen.touch(where)
    assert screen.page != "home"


def test_a_touch_that_slides_off_chooses_nothing(show):
    screen = show(language="en")
    tile = screen.find("Button", "A death in the family").rect
    no_keys = Qt.KeyboardModifier.NoModifier

    QTest.mousePress(screen.window, Qt.MouseButton.LeftButton, no_keys, tile.center())
    QTest.mouseMove(screen.window, tile.bottomRight() * 1.2)
    QTest.mouseRelease(screen.window, Qt.MouseButton.LeftButton, no_keys, tile.bottomRight() * 1.2)
    screen.settle()

    assert screen.page == "home"

"""The page of a month."""

from datetime import date

import pytest

from kiosk.bridge.viewmodels.calendar import CalendarViewModel, page_of, turned

TODAY = date(2026, 3, 12)


def test_a_month_begins_on_its_weekday_under_sunday_first(words):
    cells = page_of(words["en"], date(2026, 4, 20), TODAY)

    assert [cell.label for cell in cells[:5]] == ["", "", "", "1", "2"]
    assert len([cell for cell in cells if cell.iso]) == 30
    assert len(cells) % 7 == 0


def test_today_is_marked_in_its_own_month_only(words):
    assert [cell.iso for cell in page_of(words["en"], TODAY, TODAY) if cell.is_today] == ["2026-03-12"]
    assert not [cell for cell in page_of(words["en"], date(2026, 4, 1), TODAY) if cell.is_today]


@pytest.mark.parametrize(("language", "spoken"), [("en", "Sunday, March 1"), ("fr", "dimanche 1er mars")])
def test_a_day_is_spoken_in_full(words, language, spoken):
    first = next(cell for cell in page_of(words[language], TODAY, TODAY) if cell.label == "1")

    assert first.spoken == spoken


@pytest.mark.parametrize(
    ("language", "spoken"), [("en", "Today, Thursday, March 12"), ("fr", "Aujourd’hui, jeudi 12 mars")]
)
def test_today_is_told_in_words_and_not_by_its_colour_alone(words, language, spoken):
    [today] = [cell for cell in page_of(words[language], TODAY, TODAY) if cell.is_today]

    assert today.spoken == spoken


@pytest.mark.parametrize(
    ("month", "direction", "there"),
    [
        (date(2026, 3, 31), -1, date(2026, 2, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2024, 2, 29), 1, date(2024, 3, 1)),
    ],
)
def test_a_month_turns_to_the_next_and_the_one_before(month, direction, there):
    assert turned(month, direction) == there


def test_the_page_turns_and_speaks_the_language_now_shown(qapp, words):
    language = ["en"]
    calendar = CalendarViewModel(lambda: words[language[0]], lambda: TODAY)
    calendar.open_at(date(2026, 1, 15))

    calendar.turn(-1)
    assert calendar.property("title") == "December 2025"

    language[0] = "fr"
    calendar.refresh()
    assert calendar.property("title") == "décembre 2025"
    assert calendar.property("weekdays")[0] == "dim."


def test_forgetting_leaves_no_day(qapp, words):
    calendar = CalendarViewModel(lambda: words["en"], lambda: TODAY)
    calendar.open_at(date(2025, 12, 24))

    calendar.forget()

    assert calendar.days.rows == ()
    assert calendar.property("title") == "March 2026"

"""A long list of which only the rows near what is seen exist, scrolled by a view that measures them."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Slot

from kiosk.bridge.models.rows_near import MOST, NearRows

SEEN = 900.0


@dataclass(frozen=True, slots=True)
class Line:
    number: int


def lines(count):
    return [Line(number) for number in range(count)]


class View(QObject):
    """What QML does: rows as high as their words want, and a place that is scrolled to."""

    def __init__(self, rows):
        super().__init__()
        self.rows = rows
        self.top = 0.0
        rows.slid.connect(self.slide)

    @Slot(float)
    def slide(self, by):
        self.scroll(self.top + by)

    def scroll(self, top):
        self.top = top
        self.rows.look(self.top, SEEN)

    def layout(self):
        for position, line in enumerate(self.rows.rows):
            self.rows.measure(position, height_of(line.number))

    def end(self):
        return (
            self.rows.property("above")
            + sum(height_of(line.number) for line in self.rows.rows)
            + self.rows.property("below")
        )

    def seen(self):
        """The rows in sight, each with how far below the edge it begins."""
        reached, found = self.rows.property("above"), []
        for line in self.rows.rows:
            if reached < self.top + SEEN and reached + height_of(line.number) > self.top:
                found.append((line.number, reached - self.top))
            reached += height_of(line.number)
        return found


def height_of(number):
    return (90.0, 90.0, 140.0, 190.0)[number % 4]


@pytest.fixture
def rows(qapp):
    return NearRows(Line)


@pytest.fixture
def view(rows):
    rows.show(lines(1000))
    view = View(rows)
    view.layout()
    return view


def numbers(rows):
    return [line.number for line in rows.rows]


def test_a_list_that_people_meet_is_there_whole(rows):
    rows.show(lines(MOST))
    view = View(rows)
    view.layout()

    view.scroll(MOST * 100.0)

    assert numbers(rows) == list(range(MOST))
    assert (rows.property("above"), rows.property("below")) == (0, 0)


def test_there_is_room_for_the_rows_that_do_not_exist(rows, view):
    whole = sum(height_of(number) for number in range(1000))

    assert rows.property("below") == pytest.approx(whole - sum(height_of(number) for number in range(MOST)), rel=0.05)


@pytest.mark.parametrize("step", [3.0, 40.0, 292.0, 720.0])
def test_what_is_in_sight_is_there_and_moves_by_what_was_scrolled(rows, view, step):
    before = dict(view.seen())
    for down in (*[step] * 60, *[-step] * 50, *[step] * 20):
        view.scroll(view.top + down)
        view.layout()
        now = dict(view.seen())

        assert list(now) == list(range(min(now), max(now) + 1))
        assert min(now.values()) <= 0
        assert max(now[number] + height_of(number) for number in now) >= SEEN
        assert {number: now[number] - before[number] for number in now.keys() & before.keys()} == pytest.approx(
            dict.fromkeys(now.keys() & before.keys(), -down)
        )
        before = now


def test_the_first_row_stands_at_the_top_again_however_one_went(rows, view):
    for top in (5_000.0, 60_000.0, 58_000.0, 30_000.0, 900.0):
        view.scroll(top)
        view.layout()
    while view.top > 0:
        view.scroll(max(0.0, view.top - 500))
        view.layout()

    assert numbers(rows)[0] == 0
    assert view.seen()[0] == (0, 0.0)


def test_the_last_row_is_there_after_a_leap_to_the_end(rows, view):
    for _ in range(2):
        view.scroll(view.end() - SEEN)
        view.layout()

    assert numbers(rows)[-1] == 999
    assert rows.property("below") == 0
    assert view.seen()[-1][0] == 999


def test_rows_come_one_after_the_other_as_they_are_passed_not_all_at_once(rows, view):
    moved = []
    rows.rowsMoved.connect(lambda _parent, first, last, *_: moved.append(last - first + 1))

    for _ in range(400):
        view.scroll(view.top + 100)
        view.layout()

    assert max(moved) <= 4


def test_other_rows_of_the_same_number_keep_the_place(rows, view):
    view.scroll(20_000.0)
    view.layout()
    first = numbers(rows)[0]

    rows.show([Line(number + 4) for number in range(1000)])

    assert numbers(rows)[0] == first + 4


def test_another_number_of_rows_begins_with_the_first(rows, view):
    view.scroll(20_000.0)
    view.layout()

    rows.show(lines(500))

    assert numbers(rows) == list(range(MOST))
    assert rows.property("above") == 0

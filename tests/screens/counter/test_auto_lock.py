"""The counter locks when nobody is at it."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer


class Clock:
    """Seconds that go on when a test says so."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


def test_the_counter_locks_after_five_minutes_without_a_key_or_a_touch(show):
    clock = Clock()
    screen = show(steady=clock)

    clock.seconds += 299
    screen.application.auto_lock.look()
    before = screen.desk.signed_in
    clock.seconds += 1
    screen.application.auto_lock.look()

    assert before is not None
    assert screen.desk.signed_in is None
    assert "Signed in: Samira Khan" not in screen.names()


def test_a_key_and_a_touch_each_begin_the_wait_anew(show):
    clock = Clock()
    screen = show(steady=clock)

    for act in (
        lambda: screen.press(Qt.Key.Key_F4),
        lambda: screen.press(Qt.Key.Key_Tab),
        lambda: screen.touch(QPoint(900, 900)),
    ):
        clock.seconds += 299
        act()
        screen.application.auto_lock.look()

    assert screen.desk.who == "Samira Khan"


def test_a_machine_that_slept_locks_at_once(show):
    slept = Clock()
    screen = show(asleep=slept)

    slept.seconds += 60
    screen.application.auto_lock.look()

    assert screen.desk.signed_in is None


def test_a_clock_that_is_put_back_or_forward_locks_nothing(show):
    wall = [datetime(2026, 3, 12, 10, 14, tzinfo=UTC)]
    screen = show(now=lambda: wall[0])

    for days in (400, -4000):
        wall[0] += timedelta(days=days)
        screen.application.auto_lock.look()

    assert screen.desk.who == "Samira Khan"


def test_a_counter_that_was_closed_locks_nothing_any_more(open_counter):
    clock = Clock()
    screen = open_counter(steady=clock)
    auto_lock, locked = screen.application.auto_lock, []
    screen.desk.locked.connect(locked.append)
    watch = auto_lock.findChild(QTimer)

    screen.close()
    clock.seconds += 3600

    assert not watch.isActive()
    assert locked == []

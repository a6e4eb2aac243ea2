"""Touches of a hand that trembles reach the window as what was meant."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.steadying import PAUSE_S, SLOP_MM, Steadying

DENSITY = 4.0
SLOP = SLOP_MM * DENSITY
HERE = QPoint(100, 100)


class Watched(QQuickWindow):
    """A window that keeps what reaches it."""

    def __init__(self):
        super().__init__()
        self.reached = []

    def mousePressEvent(self, event):
        self.reached.append(("press", event.position().toPoint()))

    def mouseMoveEvent(self, event):
        self.reached.append(("move", event.position().toPoint()))

    def mouseReleaseEvent(self, event):
        self.reached.append(("release", event.position().toPoint()))

    def keyPressEvent(self, event):
        self.reached.append(("key", event.key()))


class Clock:
    """A clock that goes when told."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def window(qapp):
    return Watched()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def steadying(window, clock):
    return Steadying(window, lambda: True, DENSITY, clock)


def mouse(window, kind, where, button=Qt.MouseButton.LeftButton):
    point = QPointF(where)
    event = QMouseEvent(kind, point, point, point, button, button, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window, event)


def drag(window, start, end):
    mouse(window, QEvent.Type.MouseButtonPress, start)
    mouse(window, QEvent.Type.MouseMove, end)
    mouse(window, QEvent.Type.MouseButtonRelease, end)


def test_a_touch_that_slides_a_little_counts_where_it_came_down(window, steadying):
    drag(window, HERE, HERE + QPoint(int(SLOP) - 1, 0))

    assert window.reached == [("press", HERE), ("release", HERE)]


def test_a_touch_that_slides_far_is_lifted_where_it_is(window, steadying):
    away = HERE + QPoint(int(SLOP) + 1, 0)

    drag(window, HERE, away)

    assert window.reached == [("press", HERE), ("move", away), ("release", away)]


@pytest.mark.parametrize(("pause", "touches"), [(0.0, 1), (PAUSE_S - 0.01, 1), (PAUSE_S, 2)])
def test_a_second_touch_counts_only_after_a_pause(window, clock, steadying, pause, touches):
    drag(window, HERE, HERE)
    clock.now += pause

    drag(window, HERE, HERE)

    assert [kind for kind, _ in window.reached].count("press") == touches
    assert [kind for kind, _ in window.reached].count("release") == touches


def test_a_finger_on_the_glass_touches_as_a_mouse_does(window, steadying):
    device = QTest.createTouchDevice()
    window.show()
    near = HERE + QPoint(int(SLOP) // 2, 0)

    QTest.touchEvent(window, device).press(0, HERE, window).commit()
    QTest.touchEvent(window, device).move(0, near, window).commit()
    QTest.touchEvent(window, device).release(0, near, window).commit()

    assert window.reached == [("press", HERE), ("release", HERE)]


def test_a_key_held_down_is_pressed_once(window, steadying):
    for held in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", held)
        QCoreApplication.sendEvent(window, key)

    assert window.reached == [("key", Qt.Key.Key_Down)]


def test_where_nobody_wants_it_every_touch_goes_through(window, clock):
    steadying = Steadying(window, lambda: False, DENSITY, clock)
    near = HERE + QPoint(2, 0)

    drag(window, HERE, near)
    drag(window, HERE, near)

    assert steadying is not None
    assert [kind for kind, _ in window.reached] == ["press", "move", "release"] * 2

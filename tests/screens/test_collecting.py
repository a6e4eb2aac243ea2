"""Garbage of a window is looked for in the window's thread, whatever other threads make meanwhile."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QSize, QTimer

from kiosk.app.counter import CounterApplication
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slips import one_thread
from kiosk.config import Config
from tests.screens.counter.conftest import MARC, SAMIRA, make_staff, quick

MANY = 200_000
"""So many objects that Python's own collector would look for garbage some hundred times."""


class ViewModel(QObject):
    """What a page stands on, with a clock that goes, and a way back to itself."""

    def __init__(self):
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(1000)
        self.way_back = self


def threads_of_end(view):
    """Filled with the thread in which `view` is taken down."""
    threads = []
    weakref.finalize(view, lambda: threads.append(threading.get_ident()))
    return threads


def make_many():
    """As an edition does that is read."""
    return [[] for _ in range(MANY)]


@pytest.fixture
def lane(qapp):
    lane = Lane(one_thread())
    yield lane
    lane.close()


@pytest.fixture
def counter(state_folder, qtbot):
    """The counter in use, with a locked desk."""
    gc.enable()
    counter = CounterApplication(Config(), QSize(1280, 800), stretch=quick)
    counter.staff = make_staff(state_folder)
    counter.show()
    counter.settle_in()
    qtbot.waitExposed(counter.counter.window)
    yield counter
    counter.close()


@pytest.fixture
def citizen(show, state_folder):
    """The kiosk at its first screen, in a program whose collector was on."""
    gc.enable()
    application = show().application
    application.let_go_between_visits()
    return application


@pytest.fixture(params=["citizen", "counter"])
def application(request):
    """One of the two programs."""
    return request.getfixturevalue(request.param)


@pytest.mark.usefixtures("application")
def test_a_page_left_behind_while_a_lane_works_is_taken_down_in_the_windows_thread(lane, qtbot):
    made = []
    threads = threads_of_end(ViewModel())

    for _ in range(3):
        lane.run(make_many, made.append)
    qtbot.waitUntil(lambda: bool(threads) and len(made) == 3)

    assert threads == [threading.get_ident()]


def left_behind_late():
    """A view-model that has outlived the looks at what is young before it is left behind."""
    view = ViewModel()
    gc.collect()
    return threads_of_end(view)


def test_what_was_left_behind_late_goes_when_the_visit_does(application, qtbot):
    threads = left_behind_late()

    application.session.end()
    qtbot.waitUntil(lambda: bool(threads))

    assert threads == [threading.get_ident()]


def test_what_was_left_behind_late_goes_when_the_desk_is_locked(counter, qtbot):
    counter.desk.admit(counter.staff[SAMIRA])
    threads = left_behind_late()

    counter.desk.lock()
    qtbot.waitUntil(lambda: bool(threads))

    assert threads == [threading.get_ident()]


def test_what_was_left_behind_late_goes_when_somebody_else_takes_the_desk(counter, qtbot):
    counter.desk.admit(counter.staff[SAMIRA])
    threads = left_behind_late()

    counter.desk.admit(counter.staff[MARC])
    qtbot.waitUntil(lambda: bool(threads))

    assert threads == [threading.get_ident()]

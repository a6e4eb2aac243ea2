"""What is let go of after a visit: when, in which order, and that memory really goes back to the system."""

import ctypes
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.letting_go import LettingGo, give_back, keep_large_apart


@pytest.fixture
def window(qapp):
    window = QQuickWindow()
    window.resize(100, 100)
    window.show()
    yield window
    window.close()


def resident():
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_nothing_is_let_go_before_the_first_picture_stands(session, window, qtbot):
    seen = []
    window.frameSwapped.connect(lambda: seen.append("picture"))
    letting_go = LettingGo(session, window, [lambda: seen.append("one"), lambda: seen.append("two")], quiet_ms=0)

    with qtbot.waitSignal(letting_go.done):
        session.end()
        seen.append("ended")

    assert [what for what in seen[seen.index("ended") :] if what != "picture"] == ["ended", "one", "two"]
    assert "picture" in seen[seen.index("ended") : seen.index("one")]


def test_a_visit_that_ends_meanwhile_is_let_go_of_too(session, window, qtbot):
    taken = []
    letting_go = LettingGo(session, window, [lambda: taken.append("one"), lambda: taken.append("two")], quiet_ms=0)

    for _ in range(3):
        session.end()
    with qtbot.waitSignal(letting_go.done):
        session.end()
    with qtbot.waitSignal(letting_go.done):
        session.end()

    assert taken == ["one", "two"] * 2


def test_no_step_is_taken_once_stopped(session, window, qtbot):
    letting_go = LettingGo(session, window, [lambda: pytest.fail("it was stopped")], quiet_ms=0)

    session.end()
    letting_go.stop()
    session.end()
    with qtbot.waitSignal(window.frameSwapped):
        window.update()
    QCoreApplication.processEvents()

    assert letting_go.due_in_ms == -1


A_MINUTE_MS = 60_000


def touch(window):
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))


@pytest.mark.parametrize("act", [touch, lambda window: QTest.keyClick(window, Qt.Key.Key_A)])
def test_whoever_touches_the_window_waits_for_no_step(session, window, qtbot, act):
    letting_go = LettingGo(session, window, [lambda: pytest.fail("it is not quiet")], quiet_ms=A_MINUTE_MS)
    session.end()
    qtbot.waitUntil(lambda: 0 < letting_go.due_in_ms < A_MINUTE_MS - 2000)

    act(window)

    assert letting_go.due_in_ms > A_MINUTE_MS - 2000
    letting_go.stop()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Linux says what is resident in a file of its own")
def test_memory_that_nothing_is_in_goes_back_to_the_system():
    held = [bytearray(60_000) for _ in range(2000)]
    pin = bytearray(60_000)
    del held
    before = resident()

    give_back()

    assert resident() < before - 60_000_000
    assert len(pin) == 60_000


class Held(ctypes.Structure):
    """What the C library says of its memory; `hblks` is how many pieces stand apart."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keep",
        )
    ]


def pieces_apart():
    ask = ctypes.CDLL(None).mallinfo2
    ask.restype = Held
    return ask().hblks


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="the GNU C library alone says it")
def test_what_is_large_stands_apart_even_after_something_larger_was_freed():
    larger = bytearray(20_000_000)
    del larger

    keep_large_apart()
    before = pieces_apart()
    held = [bytearray(1_000_000) for _ in range(100)]

    # Holes that are there already may take some.
    assert pieces_apart() - before >= len(held) / 2

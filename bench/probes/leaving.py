"""Leave now touched on the page about feeling unsafe at home: milliseconds until the welcome picture is drawn."""

import json
import sys
import time

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from bench.measuring import median
from kiosk.app.citizen import CitizenApplication
from kiosk.bridge.sight import things
from kiosk.config import Config
from kiosk.visit.visit import Page, Stop, Visit

_SIZE = QSize(1080, 1920)
_VISIT = Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.URGENT), Stop(Page.SAFETY)))
_PATIENCE_S = 20


def main(times: int) -> None:
    """Leave so many times, after one that does not count, and say the middle and the slowest on one line."""
    application = QGuiApplication([])
    citizen = CitizenApplication(Config(), _SIZE)
    citizen.show()
    taken = [_left(citizen) for _ in range(times + 1)][1:]
    print(json.dumps({"ms": median(taken), "slowest": max(taken)}), flush=True)
    citizen.close()
    del application


def _left(citizen: CitizenApplication) -> float:
    """Milliseconds from the touch to the end of the first frame with the whole picture."""
    window = citizen.citizen.window
    citizen.session.do(lambda _: _VISIT)
    for _ in range(3):
        QGuiApplication.processEvents()
        window.grabWindow()
    key = next(thing for thing in things(window) if thing.name == "Leave now")
    pages = window.findChild(QQuickItem, "pages")
    assert isinstance(pages, QQuickItem)
    drawn: list[int] = []

    def note() -> None:
        if citizen.session.visit.page is Page.ATTRACT and pages.opacity() == 1:
            drawn.append(time.perf_counter_ns())

    connection = window.frameSwapped.connect(note)
    touched = time.perf_counter_ns()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(key.rect.center()))
    while not drawn:
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.perf_counter_ns() - touched > _PATIENCE_S * 1e9:
            raise SystemExit("the welcome picture did not come")
    window.frameSwapped.disconnect(connection)
    return (drawn[0] - touched) / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]))

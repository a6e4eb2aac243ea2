"""A thousand results on the search page, scrolled from the first to the last: what each frame costs, in milliseconds.

A frame is everything from the move to the picture: rows that come and go, layouts, garbage, drawing. It is counted in
the processor's time, as other measures are; garbage is looked for as it is in the program (`kiosk.app.run`).
"""

import json
import os
import time

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from bench.measuring import median
from kiosk.app.citizen import CitizenApplication
from kiosk.bridge.collecting import leave_start_out
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.viewmodels.results import Result
from kiosk.config import Config
from kiosk.visit.visit import Page, Stop, Visit

_SIZE = QSize(1080, 1920)
_COUNT = 1000
_FRAMES = 400
"""From the first result to the last in so many frames: faster than any hand."""
_OPENED = 5
"""Frames after which the list stands, once the page can be touched."""


def main() -> None:
    """Say the middle, the 95th of 100 and the slowest frame on one line."""
    os.environ.setdefault("QV4_GC_TIMELIMIT", "1")
    application = QGuiApplication([])
    citizen = CitizenApplication(Config(), _SIZE)
    citizen.show()
    citizen.session.do(lambda _: Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))
    rows = citizen.kiosk.viewOf(Page.SEARCH).findChild(Rows)
    assert isinstance(rows, Rows)
    window = citizen.citizen.window
    rows.show([_result(number) for number in range(_COUNT)])
    _drawn(window)
    moved = _scrolled(window.contentItem())
    leave_start_out()
    taken: list[float] = []
    swapped: list[int] = []
    window.frameSwapped.connect(lambda: swapped.append(1))
    for frame in range(1, _FRAMES + 1):
        height = float(moved.property("contentHeight")) - moved.height()
        swapped.clear()
        began = time.process_time_ns()
        moved.setProperty("contentY", height * frame / _FRAMES)
        while not swapped:
            QGuiApplication.processEvents()
        taken.append((time.process_time_ns() - began) / 1e6)
    taken.sort()
    said = {"ms": median(taken), "p95": taken[int(len(taken) * 0.95)], "slowest": taken[-1], "frames": len(taken)}
    print(json.dumps(said), flush=True)
    citizen.close()
    del application


def _drawn(window: QQuickWindow) -> None:
    """Let the page appear, and the guard against double taps pass: before that nobody can scroll."""
    page, shield = (window.findChild(QQuickItem, name) for name in ("pages", "settling"))
    assert isinstance(page, QQuickItem)
    assert isinstance(shield, QQuickItem)
    while page.opacity() < 1 or shield.isVisible():
        QGuiApplication.processEvents()
    frames: list[int] = []
    window.frameSwapped.connect(lambda: frames.append(1))
    while len(frames) < _OPENED:
        window.update()
        QGuiApplication.processEvents()


def _result(number: int) -> Result:
    return Result(
        "service", f"s{number}", f"Service number {number} of a thousand", "By phone or in person", "user", ""
    )


def _scrolled(item: QQuickItem) -> QQuickItem:
    """The tallest thing that scrolls."""
    found = [flick for flick in _below(item) if flick.inherits("QQuickFlickable") and flick.isVisible()]
    return max(found, key=lambda flick: float(flick.property("contentHeight")))


def _below(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(found for child in item.childItems() for found in _below(child))]


if __name__ == "__main__":
    main()

"""The plan of a death in the window, drawn again after each change: in milliseconds, the least of several, beside an
empty window's redraw in the same program."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.app.citizen import CitizenApplication
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.config import Config
from kiosk.visit.visit import Page, Stop, Visit

_SIZE = QSize(1080, 1920)
_EMPTY = b"import QtQuick\nWindow { width: 1080; height: 1920; property int turn; color: turn % 2 ? 'white' : 'ivory' }"
_VISIT = Visit(
    language="en",
    trail=(Stop(Page.HOME), Stop(Page.PLAN)),
    bundles=(BundleId("death-in-the-family"),),
    answers={FactId("event_date"): date(2026, 3, 6)},
)
_PATIENCE_S = 20


def main(times: int) -> None:
    """Change so many times each way, and say on one line what the middle one took."""
    application = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(_EMPTY)
    empty = engine.rootObjects()[0]
    assert isinstance(empty, QQuickWindow)
    empty.show()
    turns = iter(range(1, 10_000))
    said = {"empty": _taken(empty, lambda: empty.setProperty("turn", next(turns)), times)}
    empty.hide()

    citizen = CitizenApplication(Config(), _SIZE)
    citizen.show()
    citizen.citizen.singleton("Guichet.Theme", "Theme").setProperty("motion", False)
    citizen.session.do(lambda _: _VISIT)
    window, comfort = citizen.citizen.window, citizen.comfort
    languages, letters, palettes = cycle(("fr", "en")), cycle((1, 2, 0)), cycle(("dark", "cream", "light"))
    said["language"] = _taken(window, lambda: citizen.kiosk.speak(next(languages)), times)
    said["letters"] = _taken(window, lambda: comfort.setLetters(next(letters)), times)
    said["colours"] = _taken(window, lambda: comfort.setPalette(next(palettes)), times)
    print(json.dumps(said), flush=True)
    citizen.close()
    del engine, application


def _taken(window: QQuickWindow, change: Callable[[], object], times: int) -> float:
    """Milliseconds from a change to the end of the frame that shows it, the middle of so many."""
    taken = sorted(_each(window, change, times))
    return taken[len(taken) // 2]


def _each(window: QQuickWindow, change: Callable[[], object], times: int) -> Iterator[float]:
    drawn: list[int] = []
    window.frameSwapped.connect(lambda: drawn.append(time.perf_counter_ns()))
    for _ in range(times + 3):
        QGuiApplication.processEvents()
        drawn.clear()
        began = time.perf_counter_ns()
        change()
        while not drawn:
            QGuiApplication.processEvents()
            if time.perf_counter_ns() - began > _PATIENCE_S * 1e9:
                raise SystemExit("the window did not draw the change")
        yield (drawn[0] - began) / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]))

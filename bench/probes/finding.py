"""The walk-in page of the counter among 20,000 services: what each key costs until its lines are told, and drawn.

python -m bench.probes.finding FOLDER      where the index of those services is kept
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bench.finding import SERVICES, TYPED
from bench.many import many_services
from bench.measuring import ninety_fifth
from kiosk import paths
from kiosk.app.counter import CounterApplication
from kiosk.bridge.counter.places import CounterPage
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.config import Config

_PATIENCE_S = 20


class Somebody:
    """Whoever is at the desk."""

    id = name = "bench"
    role = "staff"

    @property
    def staff(self) -> "Somebody":
        """Themselves."""
        return self


class ManyServices(CounterApplication):
    """The counter with very many services."""

    def _open_catalogue(self) -> Catalogue:
        return many_services(load(paths.catalogue_file()), SERVICES)


def main(folder: str) -> None:
    """Type every query letter by letter, and say on one line what 95 of 100 keys took of the processor, in ms."""
    state = tempfile.mkdtemp(prefix="guichet-bench-")
    os.environ |= {"GUICHET_STATE": state, "GUICHET_CACHE": folder}
    application = QGuiApplication([])
    counter = ManyServices(Config(), QSize(1920, 1080))
    counter.desk.admit(Somebody())  # type: ignore[arg-type]
    counter.show()
    window = counter.counter.window
    searching = counter.desk.view_of(CounterPage.WALK_IN).searching  # type: ignore[attr-defined]
    drawn: list[int] = []
    window.frameSwapped.connect(lambda: drawn.append(time.process_time_ns()))
    told = [_taken(lambda text=text: searching.type(text)) for text in _prefixes()]  # type: ignore[misc]
    searching.type("")
    shown = []
    for text in TYPED:
        for letter in text:
            _work_off(drawn)
            began = time.process_time_ns()
            QTest.keyClick(window, Qt.Key(ord(letter.upper())))
            _wait_for(drawn)
            shown.append((drawn[0] - began) / 1e6)
        QTest.keyClick(window, Qt.Key.Key_Escape)
    print(json.dumps({"told": ninety_fifth(told), "drawn": ninety_fifth(shown)}), flush=True)
    counter.close()
    del application


def _prefixes() -> list[str]:
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def _taken(work: Callable[[], object]) -> float:
    began = time.process_time_ns()
    work()
    return (time.process_time_ns() - began) / 1e6


def _work_off(drawn: list[int]) -> None:
    for _ in range(5):
        QGuiApplication.processEvents()
    drawn.clear()


def _wait_for(drawn: list[int]) -> None:
    began = time.perf_counter_ns()
    while not drawn:
        QGuiApplication.processEvents()
        if time.perf_counter_ns() - began > _PATIENCE_S * 1e9:
            raise SystemExit("the window did not draw the key")


if __name__ == "__main__":
    main(sys.argv[1])

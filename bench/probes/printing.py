"""A plan taken away in the real window, printed by a receipt printer that is a socket of our own."""

import json
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Event, Thread

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QGuiApplication

from bench.measuring import median
from kiosk.app.citizen import CitizenApplication
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.config import Config, Printer, PrinterKind
from kiosk.visit.visit import Page, Stop, Visit

_VISIT = Visit(
    language="en",
    trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.TAKE)),
    bundles=(BundleId("death-in-the-family"),),
    answers={FactId("event_date"): date(2026, 3, 6)},
)
_ANSWERS = {b"\x10\x04\x01": b"\x12", b"\x10\x04\x04": b"\x12", b"\x1dr\x01": b"\x00"}
_CUT = b"\x1dV\x42\x00"
_PATIENCE_S = 30
_LOOKING_S = 1.0
"""How long a person looks at the slip before touching Print; few are quicker."""


class Paper:
    """A receipt printer in good health: answers what it is asked, and tells when the knife has come down."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp:127.0.0.1:{self._door.getsockname()[1]}"
        self.cut = Event()
        self.cut_at_ns = 0
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            caller, _ = self._door.accept()
            with caller:
                self._print(caller)

    def _print(self, caller: socket.socket) -> None:
        while received := caller.recv(1 << 20):
            for question, answer in _ANSWERS.items():
                if question in received:
                    caller.sendall(answer)
            if _CUT in received:
                self.cut_at_ns = time.perf_counter_ns()
                self.cut.set()


def main(times: int) -> None:
    """Print the slip so many times, after one that does not count, and say the median on one line."""
    paper = Paper()
    application = QGuiApplication([])
    config = replace(Config(), printer=Printer(kind=PrinterKind.RECEIPT, address=paper.address))
    citizen = CitizenApplication(config, QSize(1080, 1920))
    citizen.show()
    taken = [_printed(citizen, paper) for _ in range(times + 1)][1:]
    print(json.dumps({"ms": median(taken)}))
    citizen.close()
    del application


def _printed(citizen: CitizenApplication, paper: Paper) -> float:
    """Milliseconds from the touch until the printer has everything."""
    citizen.session.do(lambda _: _VISIT)
    take = citizen.kiosk.viewOf(Page.TAKE)
    _wait(lambda: bool(take.property("canPrint")) and bool(take.property("pages")))
    _look(_LOOKING_S)
    paper.cut.clear()
    touched = time.perf_counter_ns()
    take.print()  # type: ignore[attr-defined]
    _wait(paper.cut.is_set)
    taken = (paper.cut_at_ns - touched) / 1e6
    citizen.session.end()
    return taken


def _look(seconds: float) -> None:
    end = time.monotonic() + seconds
    _wait(lambda: time.monotonic() >= end)


def _wait(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not claim():
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.monotonic() > end:
            raise SystemExit("the slip did not come out")


if __name__ == "__main__":
    main(int(sys.argv[1]))

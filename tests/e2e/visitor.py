"""The real kiosk with a person before it: says planted words, then leaves as ENDING says. Run by the tests beside it.

    python -m tests.e2e.visitor ENDING

On standard output it names the points it reached, one a line; it never says what was planted.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

import kiosk.app.citizen
from kiosk import paths
from kiosk.app.front import Front
from kiosk.bridge.sight import things
from kiosk.bridge.viewmodels.done import DoneViewModel
from kiosk.bridge.viewmodels.take import TakeViewModel
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import BundleId
from kiosk.config import Config, load
from kiosk.visit.answers import write_answer
from kiosk.visit.visit import Page, Stop, Visit, going_to

TYPED = "zoroastre"
"""Typed on the keys of the search page."""
BORN = date(1931, 7, 19)
"""Answered where the plan asks for the day of the event."""
NEEDLES = (TYPED, BORN.isoformat(), "19 July 1931", "July 19, 1931", "19 juillet 1931", "July 19")

_PATIENCE_MS = 30_000
_GLANCE_MS = 10
_PLANTED: dict[FactId, Answer] = {FactId("event_date"): BORN, FactId("is_executor"): True}


class Visited(kiosk.app.citizen.CitizenApplication):
    """The citizen's program; once it is there, the person comes."""

    def __init__(self, config: Config, size: QSize | None, front: Front) -> None:
        """Let the person begin."""
        super().__init__(config, size, front=front)
        QTimer.singleShot(0, lambda: _ENDINGS[sys.argv[1]](self))


def _wait(claim: Callable[[], bool], what: str) -> None:
    for _ in range(_PATIENCE_MS // _GLANCE_MS):
        if claim():
            return
        _glance()
    _say(f"in vain: {what}")
    os._exit(3)


def _glance() -> None:
    """Let the window live for a moment."""
    moment = QEventLoop()
    QTimer.singleShot(_GLANCE_MS, moment.quit)
    moment.exec()


def _say(point: str) -> None:
    print(point, flush=True)


def _visit(kiosk: Visited) -> None:
    """Search, answer, look at the plan, print it, and stand before what there is to take."""
    session, window = kiosk.session, kiosk.citizen.window
    _search(kiosk)
    session.do(_answered)
    _wait(lambda: bool(session.plan.steps), "a plan")
    window.grabWindow()
    take = _look_at_slip(kiosk)
    take.print()
    _wait(lambda: any(paths.config_file().with_name("out").iterdir()), "the slip in the folder")
    assert {write_answer(answer) for answer in session.visit.answers.values()} >= {BORN.isoformat()}
    _say("planted")


def _visit_in_danger(kiosk: Visited) -> None:
    """Search, read who listens, look at the plain card and at a plan about leaving, and at its slip; print nothing."""
    session, window = kiosk.session, kiosk.citizen.window
    _search(kiosk)
    for page, subject in ((Page.URGENT, ""), (Page.SAFETY, ""), (Page.URGENT, "danger"), (Page.CARD, "")):
        session.do(partial(going_to, page=page, subject=subject))
        window.grabWindow()
    card = kiosk.kiosk.viewOf(Page.CARD)
    _wait(lambda: bool(card.property("pages")), "a picture of the card")
    session.do(lambda visit: replace(_answered(visit), bundles=(BundleId("fleeing-violence"),)))
    window.grabWindow()
    _look_at_slip(kiosk)
    assert session.visit.answers
    _say("planted")


def _search(kiosk: Visited) -> None:
    session, window = kiosk.session, kiosk.citizen.window
    kiosk.kiosk.speak("en")
    session.do(lambda visit: going_to(visit, Page.SEARCH))
    window.grabWindow()
    guard = window.findChild(QQuickItem, "settling")
    assert isinstance(guard, QQuickItem)
    _wait(lambda: not guard.isVisible(), "the end of the guard against double taps")
    for letter in TYPED:
        QTest.keyClick(window, Qt.Key(ord(letter.upper())))
    _wait(lambda: any(TYPED in thing.name for thing in things(window)), "the typed word on the screen")


def _look_at_slip(kiosk: Visited) -> TakeViewModel:
    kiosk.session.do(lambda visit: going_to(visit, Page.TAKE))
    take = kiosk.kiosk.viewOf(Page.TAKE)
    assert isinstance(take, TakeViewModel)
    _wait(lambda: bool(take.property("canPrint") and take.property("pages")), "a slip")
    kiosk.citizen.window.grabWindow()
    return take


def _answered(visit: Visit) -> Visit:
    trail = (*visit.trail, Stop(Page.PLAN))
    bundles = (BundleId("death-in-the-family"), BundleId("hiring-first-employee"))
    return replace(visit, trail=trail, bundles=bundles, answers=dict(_PLANTED), asked=tuple(_PLANTED))


def _gone(kiosk: Visited) -> None:
    """Nothing of the visit is held or shown; the first screen stands."""
    _wait(lambda: kiosk.session.visit == Visit(), "a visit without a word")
    _glance()
    kiosk.citizen.window.grabWindow()
    shown = " ".join(thing.name for thing in things(kiosk.citizen.window))
    _say("first screen" if "Touch" in shown or "English" in shown else "another screen")
    _say("shown" if any(needle in shown for needle in NEEDLES) else "not shown")


def _finish(kiosk: Visited) -> None:
    _visit(kiosk)
    kiosk.session.do(lambda visit: going_to(visit, Page.DONE))
    done = kiosk.kiosk.viewOf(Page.DONE)
    assert isinstance(done, DoneViewModel)
    done.finish()
    _gone(kiosk)
    QGuiApplication.exit(0)


def _leave(kiosk: Visited) -> None:
    """Touch the way out in the bar; then try to go back."""
    _visit_in_danger(kiosk)
    window = kiosk.citizen.window
    key = next(thing for thing in things(window) if thing.name == "Leave now")
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, key.rect.center())
    for back in (Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Backspace):
        QTest.keyClick(window, back)
    _gone(kiosk)
    QGuiApplication.exit(0)


def _time_out(kiosk: Visited) -> None:
    _visit(kiosk)
    kiosk.patience.ask()
    while kiosk.patience.property("warning"):
        kiosk.patience.tick()
    _gone(kiosk)
    QGuiApplication.exit(0)


def _bug(kiosk: Visited) -> None:
    _visit(kiosk)

    def fail() -> None:
        QTimer.singleShot(0, go_on)
        raise RuntimeError(f"{TYPED} said {BORN}")

    def go_on() -> None:
        _gone(kiosk)
        kiosk.kiosk.speak("fr")
        _say(f"goes on at {kiosk.session.visit.page.value}")
        QGuiApplication.exit(0)

    # From the event loop itself: raised under a wait of ours, it would come out of that wait.
    QTimer.singleShot(0, fail)


def _killed(kiosk: Visited) -> None:
    _visit(kiosk)
    os.kill(os.getpid(), signal.SIGKILL)


def _help(kiosk: Visited) -> None:
    """Nothing is planted: what do the urgent pages show?"""
    kiosk.kiosk.speak("en")
    for page in (Page.HELP, Page.URGENT, Page.HOME):
        kiosk.session.do(partial(going_to, page=page))
        kiosk.citizen.window.grabWindow()
        for thing in things(kiosk.citizen.window):
            _say(f"{page.value}: {thing.name}")
    QGuiApplication.exit(0)


_ENDINGS = {"finish": _finish, "leave": _leave, "time-out": _time_out, "bug": _bug, "killed": _killed, "help": _help}


if __name__ == "__main__":
    vars(kiosk.app.citizen)["CitizenApplication"] = Visited
    sys.exit(kiosk.app.run(lambda: load(paths.config_file()), windowed=True))

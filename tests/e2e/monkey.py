"""A monkey before the real kiosk: taps, keys, languages, settings, a printer that is unplugged, a clock that jumps.

    python -m tests.e2e.monkey EVENTS SEED SHAPE FOLDER

Slips go into FOLDER. On standard output it leaves one line of JSON: the pages it met, what Qt complained of, and the
memory in MB between two visits, after each tenth of its time. It touches what can be touched, and beside it.
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app.citizen import CitizenApplication
from kiosk.bridge.sight import in_sight, things
from kiosk.config import Config
from kiosk.referral.printing.file import FilePrinter
from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.slip.typeset import Typeset
from kiosk.visit.comfort import Palette
from kiosk.visit.visit import Visit

TYPED = "zoroastre"
SHAPES = {"portrait": QSize(1080, 1920), "landscape": QSize(1920, 1080)}
LANGUAGES = ("en", "fr", "ar")
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F12, Qt.Key.Key_Delete),
    *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
)
_LEAPS = (timedelta(days=-3650), timedelta(hours=-1), timedelta(seconds=40), timedelta(days=1), timedelta(days=400))
_ABOVE_THE_BAR = 0.88
_SAMPLES = 10
"""How often it looks at the memory."""
_BEGINNING = datetime(2026, 11, 26, 10, 14)


class LoosePlug:
    """A printer to a folder, whose plug is pulled and put back."""

    def __init__(self, folder: Path) -> None:
        self._printer = FilePrinter(folder)
        self.plugged = True

    def print(self, document: Typeset) -> PrintOutcome:
        return self._printer.print(document) if self.plugged else PrintOutcome(PrintState.OFFLINE)

    def look(self) -> PrintState | None:
        return self._printer.look() if self.plugged else PrintState.OFFLINE

    def poll(self, job: JobId) -> PrintOutcome:
        return self._printer.poll(job) if self.plugged else PrintOutcome(PrintState.OFFLINE, job)

    def cancel(self, job: JobId) -> None:
        self._printer.cancel(job)


class Monkey:
    """Does one thing after another, by the dice of `seed`."""

    def __init__(self, seed: int, shape: str, folder: Path) -> None:
        self._dice = random.Random(seed)
        self._now = _BEGINNING
        self._plug = LoosePlug(folder)
        config = Config()
        config = replace(
            config,
            site=replace(config.site, languages=LANGUAGES),
            screen=replace(config.screen, panel_diagonal_in=21.5),
        )
        zone = config.site.zone
        self._kiosk = CitizenApplication(config, SHAPES[shape], lambda: self._now.replace(tzinfo=zone), self._plug)
        self._kiosk.show()
        self._window = self._kiosk.citizen.window
        self._kiosk.let_go_between_visits()
        self._rests = 0
        self._kiosk.letting_go.done.connect(self._rested)
        theme = self._kiosk.citizen.singleton("Guichet.Theme", "Theme")
        theme.setProperty("settle", 0)
        theme.setProperty("motion", False)
        self.pages: Counter[str] = Counter()

    def act(self) -> None:
        """One thing, and whatever follows from it at once."""
        deeds: dict[Callable[[], None], int] = {
            self._touch_a_control: 60,
            self._touch_anywhere: 12,
            self._press_a_key: 12,
            self._type: 3,
            self._speak: 3,
            self._wish: 4,
            self._pull_the_plug: 2,
            self._leap_in_time: 2,
            self._grow_quiet: 1,
            self._leave: 1,
        }
        self._dice.choices(list(deeds), list(deeds.values()))[0]()
        _let_follow()
        self.pages[self._kiosk.session.visit.page] += 1

    def rest(self) -> None:
        """Leave, and let the kiosk become what it is between two visits."""
        rests = self._rests
        self._kiosk.session.end()
        while self._rests == rests:
            _let_follow()

    def end(self) -> Visit:
        """Leave, take the window down, and say what is still remembered."""
        self._kiosk.session.end()
        _let_follow()
        left = self._kiosk.session.visit
        self._kiosk.close()
        return left

    def _rested(self) -> None:
        self._rests += 1

    def _touch_a_control(self) -> None:
        controls = [thing for thing in things(self._window) if thing.is_control and thing.enabled]
        seen = [thing for thing in controls if in_sight(self._window, thing)]
        above = [thing for thing in seen if thing.rect.center().y() < self._window.height() * _ABOVE_THE_BAR]
        if seen:
            # The bar is on every page, and most of its keys lead away from it.
            self._tap(self._dice.choice(above if above and self._dice.random() < 0.9 else seen).rect.center())

    def _touch_anywhere(self) -> None:
        size = self._window.size()
        self._tap(QPoint(self._dice.randrange(size.width()), self._dice.randrange(size.height())))

    def _tap(self, where: QPoint) -> None:
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def _press_a_key(self) -> None:
        QTest.keyClick(self._window, self._dice.choice(_KEYS))

    def _type(self) -> None:
        for letter in TYPED[: self._dice.randrange(len(TYPED)) + 1]:
            QTest.keyClick(self._window, letter)

    def _speak(self) -> None:
        self._kiosk.kiosk.speak(self._dice.choice(LANGUAGES))

    def _wish(self) -> None:
        comfort = self._kiosk.comfort
        yes = self._dice.random() < 0.5
        self._dice.choice(
            [
                lambda: comfort.setLetters(self._dice.randrange(3)),
                lambda: comfort.setPalette(self._dice.choice(list(Palette))),
                lambda: comfort.setSteady(yes),
                lambda: comfort.setLower(yes),
                lambda: comfort.setMoreTime(yes),
                lambda: comfort.setBlank(yes),
            ]
        )()

    def _pull_the_plug(self) -> None:
        self._plug.plugged = not self._plug.plugged

    def _leap_in_time(self) -> None:
        leapt = self._now + self._dice.choice(_LEAPS)
        self._now = leapt if 2000 < leapt.year < 2100 else _BEGINNING

    def _grow_quiet(self) -> None:
        self._kiosk.patience.ask()
        for _ in range(self._dice.randrange(40)):
            self._kiosk.patience.tick()

    def _leave(self) -> None:
        self._kiosk.kiosk.leave()


def main(events: int, seed: int, shape: str, folder: Path) -> None:
    """Let the monkey at it, and say how it went."""
    complaints: Counter[str] = Counter()

    def listen(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            complaints[f"{Path(context.file or 'Qt').name}:{context.line}: {text}"] += 1

    application = QGuiApplication([])
    qInstallMessageHandler(listen)
    sys.excepthook = lambda kind, error, _trace: complaints.update([f"{kind.__name__}: {error}"])
    monkey = Monkey(seed, shape, folder)
    memory_mb = []
    for number in range(1, events + 1):
        monkey.act()
        if number % (events // _SAMPLES) == 0:
            monkey.rest()
            memory_mb.append(round(resident_mb()))
    left = monkey.end()
    said = {"pages": monkey.pages, "complaints": complaints.most_common(20), "memory_mb": memory_mb}
    print(json.dumps({**said, "forgotten": left == Visit()}), flush=True)
    del application


def _let_follow() -> None:
    """Work off what is due; what was let go of is otherwise deleted in a running event loop only."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def resident_mb() -> float:
    """What the program holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))

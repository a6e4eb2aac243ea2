"""The counter's program put together: desk, pages, calls from the kiosks, and the window that shows them."""

import gc
import os
import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk import logs, paths
from kiosk.app.counter_flags import settle_corrections
from kiosk.app.counter_ground import CounterGround
from kiosk.app.counter_pages import pages_of
from kiosk.bridge.collecting import Collecting, leave_start_out
from kiosk.bridge.counter.auto_lock import AutoLock
from kiosk.bridge.counter.case_sweeping import CaseSweeping
from kiosk.bridge.counter.density import PIXELS_PER_MM, palette_asked, scale_of, scale_within
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.window import CounterWindow
from kiosk.bridge.editions import Editions
from kiosk.bridge.jobs import Lane
from kiosk.bridge.letting_go import LettingGo
from kiosk.bridge.qt_messages import note_messages
from kiosk.bridge.slip_pictures import SlipPictureProvider
from kiosk.bridge.slips import one_thread
from kiosk.bridge.viewmodels.patience import seconds_asleep
from kiosk.config import Config, host_and_port
from kiosk.counter.calling.line import SOCKET_FILE, Address
from kiosk.counter.calling.listening import Listener
from kiosk.counter.calling.pairing import paired_key
from kiosk.counter.staff.machine import Stretch, argon2id
from kiosk.languages.shipped import words_of
from kiosk.visit.comfort import Palette

_WINDOW = QSize(1280, 800)
"""The size of a window that does not fill the screen."""


class CounterApplication(CounterGround):
    """The counter's program: the ground that its pages stand on, and the window that shows them."""

    def __init__(
        self,
        config: Config,
        size: QSize | None = None,
        now: Callable[[], datetime] | None = None,
        steady: Callable[[], float] = time.monotonic,
        asleep: Callable[[], float] = seconds_asleep,
        scale: float = 1.0,
        palette: Palette = Palette.LIGHT,
        stretch: Stretch = argon2id,
    ) -> None:
        """A Qt application must exist. The window takes `size`, or the whole screen when there is none.

        `now`, `steady` and `asleep` replace the clocks in tests and pictures; `scale` makes everything larger;
        `stretch` is what makes PINs slow to guess. Raises `KioskError`: what stands in the way.
        """
        self._collecting = Collecting()
        super().__init__(config, pages_of, now, steady, stretch)
        self._listener = self._listening()
        self.scanners.scanned.connect(self._hear)
        self._editions: Editions | None = None
        self._sweeping: CaseSweeping | None = None
        self._letting_go: LettingGo | None = None
        self._size = size
        self.counter = CounterWindow(
            self.desk,
            {"signIn": self.sign_in, "calls": self.calls},
            PIXELS_PER_MM * scale,
            palette,
            {"slip": SlipPictureProvider(self.pictures)},
            words_of,
            paths.ui_folder(),
            paths.assets_folder(),
        )
        self.auto_lock = AutoLock(self.desk, config.counter.lock_after_s, steady, asleep)
        self.counter.window.installEventFilter(self.auto_lock)
        self._listener.start()

    def pages(self) -> tuple[CounterPage, ...]:
        """Every page that there is."""
        return tuple(pages_of(self))

    def show(self) -> None:
        """Show the window."""
        self.counter.show(self._size)

    def settle_in(self) -> None:
        """What a counter in use does and a test need not: tell a scanner that types from a person, keep what this
        edition of the catalogue says, clear corrections that it has made needless, erase cases past their last day, let
        go of what a person or a colleague has left, and stay current.
        """
        self.scanners.watch(self.counter.window, self.counter.singleton("Guichet.Counter", "KeyPace"))
        self._editions = Editions(lambda: self.folder, Lane(one_thread()))
        self._editions.note(self.session.shipped, self.now().date())
        settle_corrections(self)
        from kiosk.app.counter_cases import sweeping

        self._sweeping = sweeping(self)
        self._sweeping.start()
        self._letting_go = LettingGo(self.session, self.counter.window, (gc.collect,))
        self.desk.locked.connect(self._letting_go.let_go)
        if self.config.sync.is_set:
            self.syncing.begin()

    def close(self) -> None:
        """Take everything down in order."""
        self.auto_lock.stop()
        self.scanners.close()
        if self._editions is not None:
            self._editions.close()
        if self._sweeping is not None:
            self._sweeping.close()
        if self._letting_go is not None:
            self.desk.locked.disconnect(self._letting_go.let_go)
            self._letting_go.stop()
        self._listener.close()
        self.calls.rest()
        self.keeping.close()
        self.checking.close()
        if "slips" in self.__dict__:
            self.slips.close()
        if "syncing" in self.__dict__:
            self.syncing.close()
        self._collecting.close()
        self.counter.close()
        self.desk.forget()
        self.state.close()

    def _hear(self, text: str) -> None:
        from kiosk.app.counter_scan import hear

        hear(self, text)

    def _listening(self) -> Listener:
        """The counter's ends of the line; the network's only where this machine is paired."""
        listen = self.config.counter.listen
        key = paired_key(self.folder) if listen else None
        address = Address(*host_and_port(listen)) if key is not None else None
        return Listener(self.calls.board.hear, self.folder / SOCKET_FILE, address, key)


def run_counter(
    config: Config, language: str, *, windowed: bool = False, without_display: Callable[[], None] = lambda: None
) -> int:
    """Open the counter and stay until it is closed; the exit status of the program. Raises `KioskError`.

    It speaks `language` until somebody signs in, the first of the site's office languages when that is empty.
    `without_display` is called before the program ends because Qt finds nothing to draw on.
    """
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    logs.start(paths.state_folder())
    note_messages(without_display)
    application = QGuiApplication(["guichet"])
    # Before the letters of our own take the place of the system's.
    screen = application.primaryScreen().availableSize()
    scale = config.counter.scale or scale_within(scale_of(QGuiApplication.font()), screen)
    counter = CounterApplication(config, _WINDOW if windowed else None, scale=scale, palette=_palette(config))
    hints = application.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda: counter.counter.paint_in(_palette(config)))
    logs.catch_bugs(then=counter.desk.lock)
    if language:
        counter.desk.speak(language)
    counter.show()
    counter.settle_in()
    leave_start_out()
    try:
        return application.exec()
    finally:
        counter.close()


def _palette(config: Config) -> Palette:
    return palette_asked() if config.counter.colours == "system" else Palette(config.counter.colours)

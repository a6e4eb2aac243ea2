"""The counter's program put together: desk, pages, calls from the kiosks, and the window that shows them."""

import gc
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk import logs, paths
from kiosk.app.counter_flags import settle_corrections
from kiosk.app.counter_pages import pages_of
from kiosk.app.counter_slips import CounterSlips
from kiosk.bridge.collecting import Collecting
from kiosk.bridge.counter.auto_lock import AutoLock
from kiosk.bridge.counter.calls import CallsViewModel
from kiosk.bridge.counter.case_sweeping import CaseSweeping
from kiosk.bridge.counter.density import PIXELS_PER_MM, palette_asked, scale_of, scale_within
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.keeping import Keeping
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.scanner import Scanners
from kiosk.bridge.counter.sign_in import SignInViewModel
from kiosk.bridge.counter.window import CounterWindow
from kiosk.bridge.editions import Editions
from kiosk.bridge.jobs import Lane
from kiosk.bridge.letting_go import LettingGo
from kiosk.bridge.qt_messages import note_messages
from kiosk.bridge.readying import collect_again
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictureProvider, SlipPictures
from kiosk.bridge.slips import one_thread
from kiosk.bridge.viewmodels.patience import seconds_asleep
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.config import Config, host_and_port
from kiosk.counter.calling.line import SOCKET_FILE, Address
from kiosk.counter.calling.lines import topic_words
from kiosk.counter.calling.listening import Listener
from kiosk.counter.calling.pairing import paired_key
from kiosk.counter.corrections.watching import Watch
from kiosk.counter.staff.machine import Stretch, argon2id, this_machine
from kiosk.counter.tables import MIGRATIONS
from kiosk.languages.shipped import words_of
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state
from kiosk.visit.comfort import Palette
from kiosk.visit.visit import Visit, has_answers

if TYPE_CHECKING:
    from kiosk.bridge.syncing import Syncing
    from kiosk.catalogue.model import Catalogue
    from kiosk.counter.staff import StaffId

_WINDOW = QSize(1280, 800)
"""The size of a window that does not fill the screen."""


class CounterApplication:
    """The counter's program. What pages stand on is public: each page's maker takes what it needs from here."""

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
        zone = config.site.zone
        self._collecting = Collecting()
        self.config = config
        self.now = now or (lambda: datetime.now(zone))
        self.steady = steady
        self.folder = paths.state_folder()
        self.machine = replace(this_machine(self.folder), stretch=stretch)
        self.state = self.open_state()
        self.watch = Watch(lambda: self.folder / STATE_FILE, for_staff=True)
        """What staff have put over the catalogue, taken up again whenever state.db has changed."""
        self.session = Session(config.site, self._open_catalogue, words_of, self.now, self.corrected)
        """The basket: the visit of the person at the desk, and the plan made of it."""
        self.desk = DeskViewModel(config.site, words_of, pages_of(self), self.has_basket)
        self.calls = CallsViewModel(self.now, lambda: self.desk.messages, lambda: self.desk.who, self._topic, steady)
        self.fleet = self.calls.board.fleet
        """The kiosks that report to this counter."""
        self.keeping = Keeping(self.state, self.calls.board, self._who, self.now)
        self.calls.board_changed.connect(self.keeping.count_calls)
        self.pictures = SlipPictures()
        """The slip and the code that are shown, `image://slip/` in QML."""
        self._checking = Lane(one_thread())
        self.sign_in = SignInViewModel(self.desk, self.state, self.machine, self.open_state, self._checking, self.now)
        self._listener = self._listening()
        self.scanners = Scanners(config.counter.scanner)
        self.scanners.scanned.connect(self._hear)
        self._editions: Editions | None = None
        self._sweeping: CaseSweeping | None = None
        self._letting_go: LettingGo | None = None
        self.desk.vacated.connect(self.session.end)
        self.desk.moved.connect(self.session.look_again)
        for signal in (self.desk.spoke, self.desk.changed):
            signal.connect(self.calls.say_again)
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
        self._checking.close()
        if "slips" in self.__dict__:
            self.slips.close()
        if "syncing" in self.__dict__:
            self.syncing.close()
        self._collecting.close()
        self.counter.close()
        self.desk.forget()
        self.state.close()

    @cached_property
    def syncing(self) -> "Syncing":
        """What brings this machine up to date, by itself where that is configured."""
        from kiosk.bridge.syncing import Syncing

        made = Syncing(self.config, lambda: self.folder, self.now, Lane(one_thread()))
        made.renewed.connect(self.session.renew)
        return made

    @cached_property
    def slips(self) -> CounterSlips:
        """What hands the basket over: on paper, as a code."""
        return CounterSlips(self.desk, self.session, self.config, self.pictures)

    def open_state(self) -> sqlite3.Connection:
        """A connection to state.db for one thread, to be closed there. Raises a `StateError`."""
        return open_state(self.folder / STATE_FILE, MIGRATIONS)

    def _who(self) -> "StaffId | Literal['']":
        """Who is signed in, as the audit names them."""
        signed_in = self.desk.signed_in
        return signed_in.staff.id if signed_in is not None else ""

    def _topic(self, about: tuple[str, ...]) -> str:
        """What a call is about, in the language of whoever is at the desk."""
        return topic_words(self.desk.messages, self.session.catalogue_for(Visit()), about)

    def _hear(self, text: str) -> None:
        from kiosk.app.counter_scan import hear

        hear(self, text)

    def has_basket(self) -> bool:
        """Whether the person at the desk has said or been given anything."""
        visit = self.session.visit
        return has_answers(visit) or bool(visit.bundles)

    def _listening(self) -> Listener:
        """The counter's ends of the line; the network's only where this machine is paired."""
        listen = self.config.counter.listen
        key = paired_key(self.folder) if listen else None
        address = Address(*host_and_port(listen)) if key is not None else None
        return Listener(self.calls.board.hear, self.folder / SOCKET_FILE, address, key)

    def corrected(self, catalogue: "Catalogue") -> "Catalogue":
        """`catalogue` with what staff have put over it."""
        return self.watch.over(catalogue, self.now().date())

    def _open_catalogue(self) -> "Catalogue":
        from kiosk.catalogue.reading import load

        return load(catalogue_in_use(self.config.catalogue), self.config.site.office_languages)


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
    collect_again()
    try:
        return application.exec()
    finally:
        counter.close()


def _palette(config: Config) -> Palette:
    return palette_asked() if config.counter.colours == "system" else Palette(config.counter.colours)

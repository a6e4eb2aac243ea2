"""What every page of the counter stands on: who is at the desk, the basket, what is kept, which kiosks report."""

import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from kiosk import paths
from kiosk.app.counter_slips import CounterSlips
from kiosk.bridge.counter.calls import CallsViewModel
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.keeping import Keeping
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.scanner import Scanners
from kiosk.bridge.counter.sign_in import SignInViewModel
from kiosk.bridge.jobs import Lane
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictures
from kiosk.bridge.slips import one_thread
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.config import Config
from kiosk.counter.calling.lines import topic_words
from kiosk.counter.corrections.watching import Watch
from kiosk.counter.staff.machine import Stretch, argon2id, this_machine
from kiosk.counter.tables import MIGRATIONS
from kiosk.languages.shipped import words_of
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state
from kiosk.visit.visit import Visit, has_answers

if TYPE_CHECKING:
    from kiosk.bridge.syncing import Syncing
    from kiosk.catalogue.model import Catalogue
    from kiosk.counter.staff import StaffId

Pages = Mapping[CounterPage, Callable[[], QObject]]
"""What makes the view-model of each page when it is first met."""


class CounterGround:
    """The counter without its window. Everything that pages need is public: each page's maker takes it from here."""

    def __init__(
        self,
        config: Config,
        pages: "Callable[[CounterGround], Pages]",
        now: Callable[[], datetime] | None = None,
        steady: Callable[[], float] = time.monotonic,
        stretch: Stretch = argon2id,
    ) -> None:
        """`now` and `steady` replace the clocks, `stretch` is what makes PINs slow to guess.

        Raises `KioskError`: what stands in the way.
        """
        zone = config.site.zone
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
        self.desk = DeskViewModel(config.site, words_of, pages(self), self.has_basket)
        self.calls = CallsViewModel(self.now, lambda: self.desk.messages, lambda: self.desk.who, self._topic, steady)
        self.fleet = self.calls.board.fleet
        """The kiosks that report to this counter."""
        self.keeping = Keeping(self.state, self.calls.board, self._who, self.now)
        self.calls.board_changed.connect(self.keeping.count_calls)
        self.pictures = SlipPictures()
        """The slip and the code that are shown, `image://slip/` in QML."""
        self.checking = Lane(one_thread())
        """Where PINs are checked."""
        self.sign_in = SignInViewModel(self.desk, self.state, self.machine, self.open_state, self.checking, self.now)
        self.scanners = Scanners(config.counter.scanner)
        self.desk.vacated.connect(self.session.end)
        self.desk.moved.connect(self.session.look_again)
        for signal in (self.desk.spoke, self.desk.changed):
            signal.connect(self.calls.say_again)

    def open_page(self, page: CounterPage, slot: str, *about: object) -> None:
        """Open `page` on top of the one shown, after its view-model has been told, by `slot`, what it is about."""
        getattr(self.desk.view_of(page), slot)(*about)
        self.desk.show(page)

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

    def has_basket(self) -> bool:
        """Whether the person at the desk has said or been given anything."""
        visit = self.session.visit
        return has_answers(visit) or bool(visit.bundles)

    def corrected(self, catalogue: "Catalogue") -> "Catalogue":
        """`catalogue` with what staff have put over it."""
        return self.watch.over(catalogue, self.now().date())

    def _open_catalogue(self) -> "Catalogue":
        from kiosk.catalogue.reading import load

        return load(catalogue_in_use(self.config.catalogue), self.config.site.office_languages)

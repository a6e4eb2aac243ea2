"""The citizen's program put together: one session, its pages, and the window that shows them."""

import gc
from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from kiosk import paths
from kiosk.app.front import Front
from kiosk.bridge.collecting import Collecting
from kiosk.bridge.narration.listening import Listening
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictureProvider, SlipPictures
from kiosk.bridge.viewmodels.kiosk import KioskViewModel
from kiosk.bridge.viewmodels.patience import PatienceViewModel
from kiosk.bridge.viewmodels.staff_words import StaffWordsViewModel
from kiosk.bridge.way_pictures import WayPictureProvider, WayPictures
from kiosk.config import Config
from kiosk.languages.shipped import words_of
from kiosk.visit.comfort import usual_at
from kiosk.visit.visit import Page

if TYPE_CHECKING:
    from kiosk.bridge.callers import Callers
    from kiosk.bridge.editions import Editions
    from kiosk.bridge.letting_go import LettingGo
    from kiosk.bridge.narration.speaker import Speaker
    from kiosk.bridge.outpost import Outpost
    from kiosk.bridge.slips import Slips
    from kiosk.bridge.syncing import Syncing
    from kiosk.catalogue.model import Catalogue
    from kiosk.counter.corrections.watching import Watch
    from kiosk.referral.printing.jobs import Printer

_PLAIN_PAGES = {
    Page.HOME: "Home",
    Page.SITUATIONS: "Situations",
    Page.URGENT: "Urgent",
    Page.QUESTION: "Question",
    Page.PLAN: "Plan",
    Page.STEP: "Step",
    Page.PAPERS: "Papers",
    Page.ANSWERS: "Answers",
}
"""The pages that need the session and nothing else; each is imported when it is first met, for a quick start."""


class CitizenApplication:
    """The citizen's program: one session, its pages, and the window that shows them."""

    def __init__(
        self,
        config: Config,
        size: QSize | None = None,
        now: Callable[[], datetime] | None = None,
        printer: "Printer | None" = None,
        speaker: "Speaker | None" = None,
        front: Front | None = None,
    ) -> None:
        """A Qt application must exist. The window takes `size`, or the whole screen when there is none.

        `now` replaces the clock, `printer` and `speaker` what is configured, in tests and in the guided tour. `front`
        is what greets already, made from the same configuration and size.
        """
        self._collecting = Collecting()
        self._front = front or Front(config, size)
        zone = config.site.zone
        clock = now or (lambda: datetime.now(zone))
        self.session = Session(self._front.site, self._open_catalogue, words_of, clock, self._corrected)
        self._watch: Watch | None = None
        self._config = config
        self._printer = printer
        self._pictures = SlipPictures()
        self._ways = WayPictures()
        self._slips: Slips | None = None
        self._editions: Editions | None = None
        self._callers: Callers | None = None
        self.outpost: Outpost | None = None
        self._syncing: Syncing | None = None
        self.staff = StaffWordsViewModel(self.session, words_of, lambda: bool(self.kiosk.property("discreet")))
        self.kiosk = KioskViewModel(self.session, self._pages())
        self.comfort = self._front.comfort
        self.patience = PatienceViewModel(
            self.session,
            config.timeouts,
            lambda: self.comfort.value,
            words_of,
            self._somebody_is_coming,
            usual=usual_at(config.comfort),
        )
        self.session.ended.connect(self.comfort.reset)
        self.comfort.changed.connect(self.patience.begin_anew)
        self._front.greeting.chosen.connect(self.kiosk.speak)
        self.citizen = self._front.window
        pictures = {"slip": SlipPictureProvider(self._pictures), "way": WayPictureProvider(self._ways)}
        self.citizen.furnish(self.session, self.kiosk, self.patience, self.staff, pictures, words_of)
        self.listening = Listening(
            self.citizen.window,
            self.session,
            self.kiosk,
            self.comfort,
            self.patience,
            words_of,
            config.speech,
            self._front.panel.pixels_per_mm,
            speaker,
        )
        self.staff.noted.connect(self.listening.arrive_again)
        self.letting_go: LettingGo | None = None
        self._steadying: QObject | None = None
        self.comfort.changed.connect(self._steady_hand)
        self._steady_hand()

    def _steady_hand(self) -> None:
        """Watch the touches once somebody has asked for it."""
        if self.comfort.value.steady and self._steadying is None:
            from kiosk.bridge.steadying import Steadying

            window, density = self.citizen.window, self._front.panel.pixels_per_mm
            self._steadying = Steadying(window, lambda: self.comfort.value.steady, density)

    def show(self) -> None:
        """Show the window."""
        self._front.show()

    def load_ahead(self) -> tuple[Callable[[], object], ...]:
        """What can be loaded before the first touch, in short steps: catalogue, home, planner, the other pages."""
        modules = ["kiosk.planning", *(f"kiosk.bridge.viewmodels.{name.lower()}" for name in _PLAIN_PAGES.values())]
        return (
            lambda: self.session.catalogue,
            lambda: self.kiosk.viewOf(Page.HOME),
            self.listening.watch_headset,
            *(partial(import_module, module) for module in (*modules, "kiosk.bridge.callers")),
            self.keep_in_touch,
            self._keep_edition,
            self.stay_current,
            self.let_go_between_visits,
        )

    def keep_in_touch(self) -> None:
        """Count visits from now on, and tell the counter how this kiosk is."""
        if self.outpost is None:
            from kiosk.bridge.outpost import Outpost
            from kiosk.bridge.slips import printer_configured

            printer = self._printer or printer_configured(self._config)
            self.outpost = Outpost(self.session, self._config, self.staff, printer)
            self.patience.gave_up.connect(self.outpost.counting.give_up)
            if self._slips is not None:
                self.outpost.follow_printing(self._slips.printing)
            if self._callers is not None:
                self.outpost.follow_calls(self._callers.calling)

    def stay_current(self) -> None:
        """Bring this machine up to date by itself from now on, where that is configured."""
        if self._syncing is None and self._config.sync.is_set:
            from kiosk.bridge.jobs import Lane
            from kiosk.bridge.slips import one_thread
            from kiosk.bridge.syncing import Syncing

            self._syncing = Syncing(self._config, paths.state_folder, self.session.now, Lane(one_thread()))
            self._syncing.renewed.connect(self.session.renew)
            self._syncing.begin()

    def let_go_between_visits(self) -> None:
        """Keep no more memory after a visit than before it, from now on."""
        if self.letting_go is None:
            from kiosk.bridge.letting_go import LettingGo, give_back, keep_large_apart

            keep_large_apart()
            steps = (gc.collect, self.citizen.collect_garbage, give_back)
            self.letting_go = LettingGo(self.session, self.citizen.window, steps)

    def close(self) -> None:
        """End the visit and take everything down in order."""
        self.listening.close()
        if self.letting_go is not None:
            self.letting_go.stop()
        for lanes in (self._slips, self._callers, self.outpost, self._editions, self._syncing):
            if lanes is not None:
                lanes.close()
        self._collecting.close()
        self.citizen.close()

    def _keep_edition(self) -> None:
        """Keep what this edition of the catalogue says, for slips that come back once it is another."""
        from kiosk.bridge.editions import Editions
        from kiosk.bridge.jobs import Lane
        from kiosk.bridge.slips import one_thread

        self._editions = Editions(paths.state_folder, Lane(one_thread()))
        self._editions.note(self.session.shipped, self.session.now().date())

    def _open_catalogue(self) -> "Catalogue":
        from kiosk.catalogue.editions import catalogue_in_use
        from kiosk.catalogue.reading import load

        return load(catalogue_in_use(self._config.catalogue), self._config.site.office_languages)

    def _corrected(self, catalogue: "Catalogue") -> "Catalogue":
        """The catalogue with what staff have put over it at the counter of this machine."""
        if self._watch is None:
            from kiosk.counter.corrections.watching import Watch
            from kiosk.referral.issuing import STATE_FILE

            self._watch = Watch(lambda: paths.state_folder() / STATE_FILE)
        return self._watch.over(catalogue, self.session.now().date())

    def _pages(self) -> dict[Page, Callable[[], QObject]]:
        plain = {page: partial(self._plain_page, name) for page, name in _PLAIN_PAGES.items()}
        return {
            **plain,
            Page.ATTRACT: lambda: self._front.greeting,
            Page.HELP: self._help_page,
            Page.WHERE: self._where_page,
            Page.SEARCH: self._search_page,
            Page.TAKE: lambda: self._slips_made().take,
            Page.DONE: lambda: self._slips_made().done,
            Page.SAFETY: self._safety_page,
            Page.CARD: lambda: self._slips_made().card,
            Page.FEEDBACK: lambda: self._callers_made().feedback,
        }

    def _plain_page(self, name: str) -> QObject:
        module = import_module(f"kiosk.bridge.viewmodels.{name.lower()}")
        view_model: QObject = getattr(module, f"{name}ViewModel")(self.session)
        return view_model

    def _slips_made(self) -> "Slips":
        """What hands plans over; made when the first person takes one away."""
        if self._slips is None:
            from kiosk.bridge.slips import Slips

            self._slips = Slips(
                self.session,
                self._config,
                words_of,
                self._pictures,
                lambda: self.comfort.value.letters,
                self._callers_made().feedback,
                printer=self._printer,
            )
            self.patience.counted.connect(self._slips.done.count)
            self._slips.done.moreTimeWanted.connect(self.patience.extend)
            if self.outpost is not None:
                self.outpost.follow_printing(self._slips.printing)
        return self._slips

    def _callers_made(self) -> "Callers":
        """What reaches staff; made when a page first needs it."""
        if self._callers is None:
            from kiosk.bridge.callers import Callers

            self._callers = Callers(self.session, self._config, lambda: self.comfort.value)
            if self.outpost is not None:
                self.outpost.follow_calls(self._callers.calling)
        return self._callers

    def _somebody_is_coming(self) -> bool:
        return self._callers is not None and self._callers.calling.stage.is_open

    def _help_page(self) -> QObject:
        from kiosk.bridge.viewmodels.help import HelpViewModel

        return HelpViewModel(self.session, self._callers_made().person, self.comfort)

    def _where_page(self) -> QObject:
        from kiosk.bridge.viewmodels.where import WhereViewModel

        return WhereViewModel(self.session, self._ways)

    def _safety_page(self) -> QObject:
        from kiosk.bridge.viewmodels.safety import SafetyViewModel

        return SafetyViewModel(self.session, self._callers_made().person, self._config.referral.kiosk_number)

    def _search_page(self) -> QObject:
        from kiosk.bridge.viewmodels.search import SearchViewModel
        from kiosk.catalogue.search import finder_of

        return SearchViewModel(
            self.session,
            lambda catalogue: finder_of(catalogue, paths.cache_folder),
            self._callers_made().noting,
        )

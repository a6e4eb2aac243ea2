"""The composition root of the windowed programs: the one place that builds objects and joins them."""

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication

from kiosk import logs, paths
from kiosk.bridge.narration.keypad import Keypad
from kiosk.bridge.panel import out_of_reach, pixels_per_mm
from kiosk.bridge.qt_messages import note_messages
from kiosk.bridge.readying import Readying, collect_again
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictures
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.kiosk import KioskViewModel
from kiosk.bridge.viewmodels.patience import PatienceViewModel
from kiosk.bridge.window import CitizenWindow
from kiosk.config import Config, Site
from kiosk.errors import KioskError
from kiosk.languages.known import missing_files
from kiosk.languages.shipped import words_of
from kiosk.logs import Code
from kiosk.visit.comfort import usual_at
from kiosk.visit.visit import Page

if TYPE_CHECKING:
    from kiosk.bridge.callers import Callers
    from kiosk.bridge.narration.narrator import Narrator
    from kiosk.bridge.narration.speaker import Speaker
    from kiosk.bridge.slips import Slips
    from kiosk.catalogue.model import Catalogue
    from kiosk.referral.printing.jobs import Printer

_log = logging.getLogger(__name__)

_WINDOW = QSize(720, 1280)
"""The size of a window that does not fill the screen, for trying out at a desk."""
_MODEL_IN = 21.5
"""The diagonal of the panel that such a window is a smaller picture of, in inches."""


_PLAIN_PAGES = {
    Page.HOME: "Home",
    Page.SITUATIONS: "Situations",
    Page.URGENT: "Urgent",
    Page.QUESTION: "Question",
    Page.PLAN: "Plan",
    Page.STEP: "Step",
    Page.WHERE: "Where",
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
    ) -> None:
        """A Qt application must exist. The window takes `size`, or the whole screen when there is none.

        `now` replaces the clock, `printer` and `speaker` what is configured, in tests and in the guided tour.
        """
        zone = ZoneInfo(config.site.timezone)
        self.session = Session(
            _speakable(config.site), self._open_catalogue, words_of, now or (lambda: datetime.now(zone))
        )
        self._config = config
        self._printer = printer
        screen = QGuiApplication.primaryScreen()
        panel = size or screen.size()
        self._size = size
        self._pictures = SlipPictures()
        self._slips: Slips | None = None
        self._callers: Callers | None = None
        reported = screen.physicalDotsPerInch() / 25.4
        density = pixels_per_mm(panel.width(), panel.height(), reported, config.screen)
        above = out_of_reach(panel.width(), panel.height(), reported, config.screen)
        self.kiosk = KioskViewModel(self.session, self._pages(), density, above)
        self.comfort = ComfortViewModel(self.session, usual_at(config.comfort))
        self.patience = PatienceViewModel(
            self.session,
            config.timeouts,
            lambda: self.comfort.value,
            words_of,
            self._somebody_is_coming,
            usual=usual_at(config.comfort),
        )
        self.comfort.changed.connect(self.patience.begin_anew)
        self.citizen = CitizenWindow(
            self.session,
            self.kiosk,
            self.comfort,
            self.patience,
            self._pictures,
            words_of,
            paths.ui_folder(),
            paths.assets_folder(),
        )
        self._speaker = speaker
        self._narrator: Narrator | None = None
        self._keypad = Keypad(self.session, self.comfort, self.patience, self._narrator_made)
        self.citizen.window.installEventFilter(self._keypad)
        self._steadying: QObject | None = None
        self.comfort.changed.connect(self._listen)
        self.comfort.changed.connect(self._steady_hand)
        self._steady_hand()

    def _steady_hand(self) -> None:
        """Watch the touches once somebody has asked for it."""
        if self.comfort.value.steady and self._steadying is None:
            from kiosk.bridge.steadying import Steadying

            window, density = self.citizen.window, self.kiosk.property("pixelsPerMm")
            self._steadying = Steadying(window, lambda: self.comfort.value.steady, density)

    def show(self) -> None:
        """Show the window."""
        self.citizen.show(self._size)

    def load_ahead(self) -> tuple[Callable[[], object], ...]:
        """What can be loaded before the first touch, in short steps: catalogue, home, planner, the other pages."""
        modules = ["kiosk.planning", *(f"kiosk.bridge.viewmodels.{name.lower()}" for name in _PLAIN_PAGES.values())]
        return (
            lambda: self.session.catalogue,
            lambda: self.kiosk.viewOf(Page.HOME),
            *(partial(import_module, module) for module in (*modules, "kiosk.bridge.callers")),
        )

    def close(self) -> None:
        """End the visit and take everything down in order."""
        for lanes in (self._slips, self._callers):
            if lanes is not None:
                lanes.close()
        self.citizen.close()

    def _open_catalogue(self) -> "Catalogue":
        from kiosk.catalogue.reading import load

        return load(self._config.catalogue.file(), self._config.site.office_languages)

    def _pages(self) -> dict[Page, Callable[[], QObject]]:
        plain = {page: partial(self._plain_page, name) for page, name in _PLAIN_PAGES.items()}
        return {
            **plain,
            Page.HELP: self._help_page,
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
        return self._slips

    def _callers_made(self) -> "Callers":
        """What reaches staff; made when a page first needs it."""
        if self._callers is None:
            from kiosk.bridge.callers import Callers

            self._callers = Callers(self.session, self._config, lambda: self.comfort.value)
        return self._callers

    def _somebody_is_coming(self) -> bool:
        return self._callers is not None and self._callers.calling.stage.is_open

    def _narrator_made(self) -> "Narrator | None":
        """Who says the window aloud; made when somebody first wants to listen. None where there is no voice."""
        if self._narrator is None and self._speaker is not None:
            from kiosk.bridge.narration.narrator import Narrator

            self._narrator = Narrator(
                self.citizen.window,
                self.session,
                self.kiosk,
                self.comfort,
                self.patience,
                words_of,
                self._speaker,
                lambda: False,
            )
        return self._narrator

    def _listen(self) -> None:
        if self.comfort.value.listening:
            self._narrator_made()

    def _help_page(self) -> QObject:
        from kiosk.bridge.viewmodels.help import HelpViewModel

        return HelpViewModel(self.session, self._callers_made().person, self.comfort)

    def _safety_page(self) -> QObject:
        from kiosk.bridge.viewmodels.safety import SafetyViewModel

        return SafetyViewModel(self.session, self._callers_made().person, self._config.referral.kiosk_number)

    def _search_page(self) -> QObject:
        from kiosk.bridge.viewmodels.search import SearchViewModel
        from kiosk.catalogue.search import Finder, index_of

        return SearchViewModel(
            self.session,
            lambda catalogue: Finder(index_of(catalogue, paths.cache_folder)),
            self._callers_made().noting,
        )


def run(config: Config, *, windowed: bool = False, without_display: Callable[[], None] = lambda: None) -> int:
    """Open the kiosk and stay until it is closed; the exit status of the program.

    It fills the screen, unless the configuration says otherwise or it is `windowed`. `without_display` is called
    before the program ends because Qt finds nothing to draw on. A folder that cannot be written stops nothing.
    """
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    _goes_on_without(lambda: logs.start(paths.state_folder()))
    note_messages(without_display)
    application = QGuiApplication([])
    if windowed or not config.screen.fullscreen:
        model = replace(config.screen, panel_diagonal_in=config.screen.panel_diagonal_in or _MODEL_IN)
        citizen = CitizenApplication(replace(config, screen=model), _WINDOW)
    else:
        citizen = CitizenApplication(config)
    logs.catch_bugs(then=lambda: _start_anew(citizen.session))
    Readying(citizen.citizen.window, (collect_again, *citizen.load_ahead()))
    citizen.show()
    try:
        return application.exec()
    finally:
        citizen.close()


def tour(
    config: Config,
    folder: Path,
    journeys: Sequence[str],
    orientations: Sequence[str],
    language: str,
    kept: Callable[[Path], None],
) -> None:
    """Walk through the window by itself and keep pictures; see `kiosk.bridge.touring.walking`. Raises `TourError`."""
    from kiosk.bridge.touring.walking import Itinerary, walk

    application = QGuiApplication([])
    application.styleHints().setCursorFlashTime(0)
    walk(Itinerary(folder, journeys, orientations, language), config, CitizenApplication, kept)
    application.quit()


def audit(
    config: Config, folder: Path, languages: Sequence[str], orientations: Sequence[str], said: Callable[[str], None]
) -> int:
    """Look at every page in every manner and keep pictures; see `kiosk.bridge.auditing.rounds`. Raises `AuditError`."""
    from kiosk.bridge.auditing.rounds import audit, manners

    application = QGuiApplication([])
    application.styleHints().setCursorFlashTime(0)
    faults = audit(tuple(manners(languages, orientations)), folder, config, CitizenApplication, said)
    application.quit()
    return faults


def _speakable(site: Site) -> Site:
    """`site` without the languages that lack words or letters here; an office language is never given up."""
    assets = paths.assets_folder()
    missing = {code: missing_files(code, assets / "locale", assets / "fonts") for code in site.languages}
    for language, files in missing.items():
        if files:
            _log.warning("language %s lacks %d files", Code(language), len(files))
    kept = (code for code, files in missing.items() if not files or code in site.office_languages)
    return replace(site, languages=tuple(kept))


def _goes_on_without(preparation: Callable[[], None]) -> None:
    try:
        preparation()
    except KioskError as error:
        _log.error("not ready: %s: %s", Code(error.code), error)


def _start_anew(session: Session) -> None:
    """Forget the visit after a bug; where that fails too the program ends, and whatever watches it starts it again."""
    try:
        session.end()
    except Exception as error:
        _log.critical("the visit could not be ended", exc_info=error)
        QGuiApplication.exit(1)

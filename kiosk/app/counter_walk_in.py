"""The walk-in page put together."""

from functools import partial
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.app.counter_cases import open_case_of
from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.asking import AskingViewModel
from kiosk.bridge.counter.basket import BasketViewModel
from kiosk.bridge.counter.on_kiosk import OnKioskViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.reading_aloud import ReadingAloudViewModel
from kiosk.bridge.counter.searching import SearchingViewModel
from kiosk.bridge.counter.together import TogetherViewModel
from kiosk.bridge.counter.walk_in import Parts, WalkInViewModel
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.search import Finder, finder_of
from kiosk.languages.known import TONGUES, missing_files

if TYPE_CHECKING:
    from kiosk.bridge.counter.reading_aloud import Reader


def walk_in(counter: CounterGround) -> WalkInViewModel:
    """The view-model of the page, with all that stands beside the search."""
    desk, session = counter.desk, counter.session
    handing = counter.slips.handing
    parts = Parts(
        BasketViewModel(desk, session),
        AskingViewModel(desk, session),
        handing,
        OnKioskViewModel(desk, session, handing, counter.fleet),
        ReadingAloudViewModel(handing, partial(_speaker, counter)),
        TogetherViewModel(desk, session),
    )
    searching = SearchingViewModel(desk, session, _finder)
    view = WalkInViewModel(desk, session, searching, slip_languages(counter), counter.steady, parts)
    view.seamsWanted.connect(lambda: desk.show(CounterPage.SEAMS))
    view.needWanted.connect(lambda: counter.open_page(CounterPage.NEED, "begin"))
    view.caseWanted.connect(lambda token: open_case_of(counter, token))
    view.flagWanted.connect(lambda service: counter.open_page(CounterPage.FLAG, "begin", service))
    return view


def slip_languages(counter: CounterGround) -> tuple[str, ...]:
    """Every language that a slip can be in here, the site's own first: those with words and letters."""
    assets = paths.assets_folder()
    shown = [code for code, tongue in TONGUES.items() if tongue.offered and tongue.is_shown]
    ready = [code for code in shown if not missing_files(code, assets / "locale", assets / "fonts")]
    site = counter.config.site.languages
    return tuple(dict.fromkeys((*(code for code in site if code in ready), *ready)))


def _finder(catalogue: Catalogue) -> Finder:
    return finder_of(catalogue, paths.cache_folder)


def _speaker(counter: CounterGround) -> "Reader | None":
    from kiosk.speech.voice import voice_for

    voice = voice_for(counter.config.speech)
    if voice.audible:
        return voice
    voice.close()
    return None

"""Which pages the counter has, and what makes the view-model of each."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from kiosk import paths
from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.places import CounterPage

Maker = Callable[[CounterGround], QObject]


def pages_of(counter: CounterGround) -> Mapping[CounterPage, Callable[[], QObject]]:
    """What makes each page's view-model when it is first met."""
    return {page: partial(maker, counter) for page, maker in _MAKERS.items()}


def _here(counter: CounterGround) -> QObject:
    """What can be done here, as the centre's own file beside the configuration says."""
    from kiosk.bridge.counter.here import HereViewModel
    from kiosk.counter.here.reading import FILE, read_centre

    session = counter.session
    return HereViewModel(
        counter.desk,
        lambda: session.catalogue,
        lambda: read_centre(paths.config_file().with_name(FILE), session.catalogue),
        lambda: counter.now().date(),
    )


def _seams(counter: CounterGround) -> QObject:
    """What lies behind the plan in the basket."""
    from kiosk.bridge.counter.seams import SeamsViewModel

    return SeamsViewModel(counter.desk, counter.session)


def _walk_in(counter: CounterGround) -> QObject:
    """The person at the desk: search, basket, slip."""
    from kiosk.app.counter_walk_in import walk_in

    return walk_in(counter)


def _scan(counter: CounterGround) -> QObject:
    """A slip that comes back."""
    from kiosk.app.counter_scan import scan

    return scan(counter)


def _cases(counter: CounterGround) -> QObject:
    """The list of cases."""
    from kiosk.app.counter_cases import cases

    return cases(counter)


def _case(counter: CounterGround) -> QObject:
    """One case."""
    from kiosk.app.counter_cases import case

    return case(counter)


def _people(counter: CounterGround) -> QObject:
    """Who works here."""
    from kiosk.app.counter_people import people

    return people(counter)


def _need(counter: CounterGround) -> QObject:
    """A need that nothing met."""
    from kiosk import paths
    from kiosk.bridge.counter.need import NeedViewModel
    from kiosk.catalogue.editions import catalogue_in_use
    from kiosk.catalogue.search import finder_of
    from kiosk.counter.unmet import terms_in

    return NeedViewModel(
        counter.desk,
        counter.session,
        counter.state,
        lambda catalogue: finder_of(catalogue, paths.cache_folder),
        lambda: terms_in(catalogue_in_use(counter.config.catalogue)),
        counter.now,
        counter.config.referral.kiosk_number,
    )


def _kiosks(counter: CounterGround) -> QObject:
    """Kiosks, calls, what waits to leave, and the catalogue."""
    from kiosk.app.counter_day import kiosks

    return kiosks(counter)


def _today(counter: CounterGround) -> QObject:
    """The day in numbers."""
    from kiosk.app.counter_day import today

    return today(counter)


def _flag(counter: CounterGround) -> QObject:
    """An error of the catalogue."""
    from kiosk.app.counter_flags import flag

    return flag(counter)


def _flags(counter: CounterGround) -> QObject:
    """What is said against the catalogue."""
    from kiosk.app.counter_flags import flags

    return flags(counter)


_MAKERS: Mapping[CounterPage, Maker] = {
    CounterPage.WALK_IN: _walk_in,
    CounterPage.SCAN: _scan,
    CounterPage.CASES: _cases,
    CounterPage.CASE: _case,
    CounterPage.NEED: _need,
    CounterPage.KIOSKS: _kiosks,
    CounterPage.TODAY: _today,
    CounterPage.HERE: _here,
    CounterPage.SEAMS: _seams,
    CounterPage.FLAG: _flag,
    CounterPage.FLAGS: _flags,
    CounterPage.PEOPLE: _people,
}

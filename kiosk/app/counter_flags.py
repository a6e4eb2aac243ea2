"""The pages of what is wrong in the catalogue, joined to the counter."""

import logging

from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.flag import FlagViewModel
from kiosk.bridge.counter.flags import FlagsViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.counter.corrections.keeping import settle
from kiosk.errors import KioskError
from kiosk.logs import Code

_log = logging.getLogger(__name__)


def flag(counter: CounterGround) -> FlagViewModel:
    """The page on which an error is reported, and corrected."""
    return FlagViewModel(counter.desk, counter.session, counter.state, counter.now)


def flags(counter: CounterGround) -> FlagsViewModel:
    """The page on which it is decided."""
    view = FlagsViewModel(counter.desk, counter.session, counter.state, counter.now)
    view.flagWanted.connect(lambda service: counter.open_page(CounterPage.FLAG, "begin", service))
    view.correctWanted.connect(lambda where: counter.open_page(CounterPage.FLAG, "answer", *where))
    return view


def settle_corrections(counter: CounterGround) -> None:
    """Clear what this edition of the catalogue has made needless; what cannot be written now is cleared another day."""
    try:
        settle(counter.state, counter.session.shipped, counter.now().date(), counter.now())
    except KioskError as error:
        _log.error("corrections were not settled: %s: %s", Code(error.code), error)

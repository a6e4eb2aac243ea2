"""The pages of what is wrong in the catalogue, joined to the counter."""

import logging
from typing import TYPE_CHECKING

from kiosk.app.counter_pages import open_with
from kiosk.bridge.counter.flag import FlagViewModel
from kiosk.bridge.counter.flags import FlagsViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.counter.corrections.keeping import settle
from kiosk.errors import KioskError
from kiosk.logs import Code

if TYPE_CHECKING:
    from kiosk.app.counter import CounterApplication


_log = logging.getLogger(__name__)


def flag(counter: "CounterApplication") -> FlagViewModel:
    """The page on which an error is reported, and corrected."""
    return FlagViewModel(counter.desk, counter.session, counter.state, counter.now)


def flags(counter: "CounterApplication") -> FlagsViewModel:
    """The page on which it is decided."""
    view = FlagsViewModel(counter.desk, counter.session, counter.state, counter.now)
    view.flagWanted.connect(lambda service: open_with(counter, CounterPage.FLAG, "begin", service))
    view.correctWanted.connect(lambda where: open_with(counter, CounterPage.FLAG, "answer", *where))
    return view


def settle_corrections(counter: "CounterApplication") -> None:
    """Clear what this edition of the catalogue has made needless; what cannot be written now is cleared another day."""
    try:
        settle(counter.state, counter.session.shipped, counter.now().date(), counter.now())
    except KioskError as error:
        _log.error("corrections were not settled: %s: %s", Code(error.code), error)

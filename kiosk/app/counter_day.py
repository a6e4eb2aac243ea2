"""The pages of kiosks and of the day put together."""

from typing import TYPE_CHECKING

from kiosk.bridge.counter.kiosks import KiosksViewModel
from kiosk.counter.day import Day, read_day
from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.app.counter import CounterApplication


def kiosks(counter: "CounterApplication") -> KiosksViewModel:
    """The view-model of the page of kiosks."""
    return KiosksViewModel(
        counter.desk,
        counter.session,
        counter.state,
        counter.calls.board,
        counter.keeping,
        lambda: day_now(counter),
        counter.now,
        counter.steady,
    )


def day_now(counter: "CounterApplication") -> Day | None:
    """Today so far; None where state.db cannot be read just now."""
    try:
        return read_day(counter.state, counter.now().date(), counter.fleet.kiosks)
    except KioskError:
        return None

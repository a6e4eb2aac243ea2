"""The pages of kiosks and of the day put together."""

from kiosk import paths
from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.kiosks import KiosksViewModel
from kiosk.bridge.counter.sheet_printing import SheetPrinting
from kiosk.bridge.counter.today import TodayViewModel
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slips import one_thread, printer_configured
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.counter.day import Day, read_day
from kiosk.counter.unmet import terms_in
from kiosk.errors import KioskError
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.numbers import NumberSheet
from kiosk.referral.slip.typeset import Typeset, Typesetter


def kiosks(counter: CounterGround) -> KiosksViewModel:
    """The view-model of the page of kiosks."""
    from kiosk.bridge.changes import Changes
    from kiosk.bridge.counter.current import CurrentViewModel
    from kiosk.sync.mounts import sticks
    from kiosk.sync.updates.trusting import UPDATES

    config, folder = counter.config, counter.folder
    return KiosksViewModel(
        counter.desk,
        counter.session,
        counter.state,
        counter.calls.board,
        counter.keeping,
        lambda: day_now(counter),
        counter.now,
        counter.steady,
        CurrentViewModel(
            counter.desk, config.sync, counter.syncing, folder, sticks, Changes(folder / UPDATES), counter.now
        ),
    )


def today(counter: CounterGround) -> TodayViewModel:
    """The view-model of the page of the day; its lane is closed with it."""
    return TodayViewModel(
        counter.desk,
        counter.session,
        counter.calls.board,
        counter.keeping,
        lambda: day_now(counter),
        lambda: terms_in(catalogue_in_use(counter.config.catalogue)),
        SheetPrinting(printer_configured(counter.config), Lane(one_thread())),
        lambda sheet: _typeset(counter, sheet),
        counter.now,
    )


def _typeset(counter: CounterGround, sheet: NumberSheet) -> Typeset:
    """On the paper of the counter's printer. Raises `SlipError`."""
    setter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")
    return setter.typeset_numbers(sheet, Paper(counter.config.printer.paper.value))


def day_now(counter: CounterGround) -> Day | None:
    """Today so far; None where state.db cannot be read just now."""
    try:
        return read_day(counter.state, counter.now().date(), counter.fleet.kiosks)
    except KioskError:
        return None

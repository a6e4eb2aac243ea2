"""The pages of cases put together, and the sweeping of cases past their last day."""

from functools import partial
from typing import cast

from kiosk import paths
from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.case import CaseViewModel
from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_sweeping import CaseSweeping
from kiosk.bridge.counter.cases import CasesViewModel
from kiosk.bridge.counter.hand_off_printing import HandOffPrinting
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.scan import ScanViewModel
from kiosk.bridge.counter.sheet_printing import SheetPrinting
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slips import one_thread, printer_configured
from kiosk.counter.cases.cabinet import Cabinet, open_keys
from kiosk.counter.cases.case import plan_of
from kiosk.counter.cases.day import Today, day_of
from kiosk.counter.cases.erasing import sweep_folder
from kiosk.languages.shipped import words_of
from kiosk.referral import token
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.handed import HandOffSheet
from kiosk.referral.slip.typeset import Typeset, Typesetter
from kiosk.state import StateError


def cases(counter: CounterGround) -> CasesViewModel:
    """The list of cases."""
    view = CasesViewModel(counter.desk, counter.state, lambda: counter.session.catalogue, partial(_today, counter))
    view.wanted.connect(lambda number: counter.open_page(CounterPage.CASE, "openNumber", number))
    return view


def case(counter: CounterGround) -> CaseViewModel:
    """One case. Saved or erased, it makes room for the page that it was opened from."""
    open_case = OpenCase(
        counter.desk,
        lambda: Cabinet(counter.state, open_keys(counter.folder)),
        counter.now,
        partial(_today, counter),
    )
    languages = {language: words_of(language) for language in counter.config.site.office_languages}
    view = CaseViewModel(open_case, lambda: counter.session.catalogue, languages, _printing(counter, open_case))
    view.saved.connect(counter.desk.close)
    view.erased.connect(counter.desk.close)
    view.left.connect(counter.desk.close)
    view.personRead.connect(cast(CasesViewModel, counter.desk.view_of(CounterPage.CASES)).remember)
    view.reprintWanted.connect(partial(_scan, counter))
    view.needWanted.connect(lambda: counter.desk.show(CounterPage.NEED))
    view.flagWanted.connect(lambda service: counter.open_page(CounterPage.FLAG, "begin", service))
    return view


def open_case_of(counter: CounterGround, token_text: str) -> None:
    """Lay open the case of the slip with this token, or a new one. Raises `ReferralError` for what is no token."""
    view = cast(CaseViewModel, counter.desk.view_of(CounterPage.CASE))
    view.open_plan(plan_of(counter.session.catalogue, token.claimed(token_text), token_text))
    counter.desk.show(CounterPage.CASE)


def sweeping(counter: CounterGround) -> CaseSweeping:
    """The sweeping of this counter's cases; the list of them follows."""
    folder, open_state = counter.folder, counter.open_state
    made = CaseSweeping(
        Lane(one_thread()),
        lambda: partial(sweep_folder, folder, open_state, counter.now(), counter.session.catalogue.day),
    )
    made.swept.connect(lambda: cast(CasesViewModel, counter.desk.view_of(CounterPage.CASES)).read())
    return made


def _printing(counter: CounterGround, open_case: OpenCase) -> HandOffPrinting:
    """The lane is the page's own, and closed with it."""
    return HandOffPrinting(
        open_case,
        lambda: counter.session.catalogue,
        lambda messages: counter.config.site.name.in_language(messages.language),
        SheetPrinting(printer_configured(counter.config), Lane(one_thread())),
        partial(_typeset, counter),
    )


def _typeset(counter: CounterGround, sheet: HandOffSheet) -> Typeset:
    """On the paper of the counter's printer. Raises `SlipError`."""
    setter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")
    return setter.typeset_hand_off(sheet, Paper(counter.config.printer.paper.value))


def _scan(counter: CounterGround, text: str) -> None:
    """Take the slip up as if it had been scanned: it is printed again from there, under its own code."""
    cast(ScanViewModel, counter.desk.view_of(CounterPage.SCAN)).hear(text)
    counter.desk.show(CounterPage.SCAN)


def _today(counter: CounterGround) -> Today:
    """The day to reckon with; what the clock says, and nothing certain, while it cannot be read or noted."""
    clock, catalogue = counter.now().date(), counter.session.catalogue.day
    try:
        return day_of(counter.state, clock, catalogue)
    except StateError:
        return Today(max(clock, catalogue), certain=False)

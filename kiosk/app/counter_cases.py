"""The pages of cases put together, and the sweeping of cases past their last day."""

from functools import partial
from typing import TYPE_CHECKING, cast

from kiosk.app.counter_pages import open_with
from kiosk.bridge.counter.case import CaseViewModel
from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_sweeping import CaseSweeping
from kiosk.bridge.counter.cases import CasesViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.scan import ScanViewModel
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slips import one_thread
from kiosk.counter.cases.cabinet import Cabinet, open_keys
from kiosk.counter.cases.case import plan_of
from kiosk.counter.cases.day import Today, day_of
from kiosk.counter.cases.erasing import sweep_folder
from kiosk.languages.shipped import words_of
from kiosk.referral import token
from kiosk.state import StateError

if TYPE_CHECKING:
    from kiosk.app.counter import CounterApplication


def cases(counter: "CounterApplication") -> CasesViewModel:
    """The list of cases."""
    view = CasesViewModel(counter.desk, counter.state, lambda: counter.session.catalogue, partial(_today, counter))
    view.wanted.connect(lambda number: open_with(counter, CounterPage.CASE, "openNumber", number))
    return view


def case(counter: "CounterApplication") -> CaseViewModel:
    """One case. Saved or erased, it makes room for the page that it was opened from."""
    open_case = OpenCase(
        counter.desk,
        lambda: Cabinet(counter.state, open_keys(counter.folder)),
        counter.now,
        partial(_today, counter),
    )
    languages = {language: words_of(language) for language in counter.config.site.office_languages}
    view = CaseViewModel(open_case, lambda: counter.session.catalogue, languages)
    view.saved.connect(counter.desk.close)
    view.erased.connect(counter.desk.close)
    view.left.connect(counter.desk.close)
    view.personRead.connect(cast(CasesViewModel, counter.desk.view_of(CounterPage.CASES)).remember)
    view.reprintWanted.connect(partial(_scan, counter))
    view.needWanted.connect(lambda: counter.desk.show(CounterPage.NEED))
    view.flagWanted.connect(lambda service: open_with(counter, CounterPage.FLAG, "begin", service))
    return view


def open_case_of(counter: "CounterApplication", token_text: str) -> None:
    """Lay open the case of the slip with this token, or a new one. Raises `ReferralError` for what is no token."""
    view = cast(CaseViewModel, counter.desk.view_of(CounterPage.CASE))
    view.open_plan(plan_of(counter.session.catalogue, token.claimed(token_text), token_text))
    counter.desk.show(CounterPage.CASE)


def sweeping(counter: "CounterApplication") -> CaseSweeping:
    """The sweeping of this counter's cases; the list of them follows."""
    folder, open_state = counter.folder, counter.open_state
    made = CaseSweeping(
        Lane(one_thread()),
        lambda: partial(sweep_folder, folder, open_state, counter.now(), counter.session.catalogue.day),
    )
    made.swept.connect(lambda: cast(CasesViewModel, counter.desk.view_of(CounterPage.CASES)).read())
    return made


def _scan(counter: "CounterApplication", text: str) -> None:
    """Take the slip up as if it had been scanned: it is printed again from there, under its own code."""
    cast(ScanViewModel, counter.desk.view_of(CounterPage.SCAN)).hear(text)
    counter.desk.show(CounterPage.SCAN)


def _today(counter: "CounterApplication") -> Today:
    """The day to reckon with; what the clock says, and nothing certain, while it cannot be read or noted."""
    clock, catalogue = counter.now().date(), counter.session.catalogue.day
    try:
        return day_of(counter.state, clock, catalogue)
    except StateError:
        return Today(max(clock, catalogue), certain=False)

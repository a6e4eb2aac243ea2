"""The page of slips that come back put together, and where what a scanner reads goes."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.on_kiosk import OnKioskViewModel
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.counter.scan import ScanViewModel
from kiosk.bridge.counter.scan_words import Became
from kiosk.bridge.counter.slip_reading import OpenSlip, SlipReader
from kiosk.bridge.session import Session
from kiosk.bridge.slip_pictures import SlipPictures
from kiosk.counter.cases.case import case_with_code, read_case
from kiosk.counter.cases.statuses import Status
from kiosk.counter.heard import heard_of
from kiosk.counter.scanning.meaning import badges_in
from kiosk.errors import KioskError
from kiosk.languages.shipped import words_of
from kiosk.referral.known import known_kiosks, own_kiosk
from kiosk.visit.visit import asking_anew, taking_up


def scan(counter: CounterGround) -> ScanViewModel:
    """The view-model of the page; its plan is in a session of its own."""
    desk = counter.desk
    session = Session(counter.config.site, lambda: counter.session.shipped, words_of, counter.now, counter.corrected)
    slips = SlipReader(
        counter.state,
        lambda: known_kiosks(counter.folder, counter.config, desk.messages.language),
        lambda: own_kiosk(counter.folder, counter.config, desk.messages.language),
        lambda: session.catalogue,
    )
    handing = counter.slips.handing_of(session, SlipPictures())
    view = ScanViewModel(
        desk,
        session,
        slips,
        partial(_became, counter),
        handing,
        OnKioskViewModel(desk, session, handing, counter.fleet),
        counter.scanners,
        counter.has_basket,
    )
    view.caseWanted.connect(partial(_open_case, counter))
    view.planWanted.connect(partial(_into_basket, counter))
    view.flagWanted.connect(lambda service: counter.open_page(CounterPage.FLAG, "begin", service))
    view.needWanted.connect(lambda: desk.show(CounterPage.NEED))
    return view


def hear(counter: CounterGround, text: str) -> None:
    """A badge signs its bearer in, whoever was there; anything else is a slip, once somebody is signed in."""
    if badges_in(text):
        counter.desk.lock()
        counter.sign_in.scan(text)
    elif counter.desk.signed_in is not None:
        view = cast(ScanViewModel, counter.desk.view_of(CounterPage.SCAN))
        counter.desk.show(CounterPage.SCAN)
        view.hear(text)


def _became(counter: CounterGround, code: str) -> Mapping[int, Became]:
    """What became of the steps, where a case has been opened with the slip here, or else at another office that told
    the hub of it; nothing where that cannot be read.
    """
    from kiosk.bridge.counter.case_words import status_name, status_tone

    today, messages = counter.now().date(), counter.desk.messages
    try:
        number = case_with_code(counter.state, code, today)
        steps = read_case(counter.state, number, today).steps if number is not None else ()
        elsewhere = heard_of(counter.state, code)
    except KioskError:
        return {}
    statuses = {heard.service: heard.status for heard in elsewhere}
    statuses |= {step.planned.service: step.status for step in steps if step.status is not Status.HANDED}
    return {service: Became(status_name(messages, each), status_tone(each)) for service, each in statuses.items()}


def _open_case(counter: CounterGround, slip: OpenSlip) -> None:
    from kiosk.app.counter_cases import open_case_of

    open_case_of(counter, slip.scan.token)


def _into_basket(counter: CounterGround, slip: OpenSlip, language: str, anew: bool) -> None:
    """Take the plan up in the basket, in place of what was there."""
    opened = slip.opened
    counter.session.end()
    counter.session.do(lambda visit: taking_up(replace(visit, language=language), opened.bundles, opened.given))
    if anew:
        counter.session.do(asking_anew)
    counter.desk.show(CounterPage.WALK_IN)

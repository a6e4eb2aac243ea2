"""Help and access: what it was opened for, and the way back."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.bridge.calling import Calling
from kiosk.bridge.jobs import Lane
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.help import HelpViewModel
from kiosk.bridge.viewmodels.person import PersonViewModel
from kiosk.counter.calling.line import Line
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import Page, going_to, opening_help, speaking


def person_of(session):
    lane = Lane(ThreadPoolExecutor(max_workers=1))
    lane.close()
    return PersonViewModel(session, Calling(session, lambda: Line(Path("nowhere")), lane, Comfort))


def help_of(session):
    return HelpViewModel(session, person_of(session), ComfortViewModel())


def test_help_knows_what_it_was_opened_for(session):
    help_page = help_of(session)

    session.do(lambda visit: opening_help(speaking(visit, "en"), "settings"))

    assert help_page.property("section") == "settings"


def test_closing_returns_to_where_one_was(session):
    session.do(lambda visit: going_to(speaking(visit, "en"), Page.SITUATIONS, "all"))
    before = session.visit
    session.do(lambda visit: going_to(visit, Page.HELP))

    help_of(session).close()

    assert session.visit == before

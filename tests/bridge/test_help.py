"""Where people are."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from kiosk.bridge.calling import Calling
from kiosk.bridge.jobs import Lane
from kiosk.bridge.session import empty_catalogue
from kiosk.bridge.viewmodels.help import HelpViewModel
from kiosk.bridge.viewmodels.person import PersonViewModel
from kiosk.config import InBoth, Site
from kiosk.counter.line import Line
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import Page, going_to, speaking


def person_of(session):
    lane = Lane(ThreadPoolExecutor(max_workers=1))
    lane.close()
    return PersonViewModel(session, Calling(session, lambda: Line(Path("nowhere")), lane, Comfort))


def test_the_desk_is_what_the_site_says_of_it(session_with):
    site = replace(Site(), desk=InBoth("Monday to Friday, 9 to 5", "Du lundi au vendredi, de 9 h à 17 h"))
    session = session_with(empty_catalogue, site)
    session.do(lambda visit: speaking(visit, "fr"))

    assert HelpViewModel(session, person_of(session)).property("desk") == "Du lundi au vendredi, de 9 h à 17 h"


def test_without_a_word_of_the_site_anyone_may_be_asked(session):
    assert HelpViewModel(session, person_of(session)).property("desk").startswith("Ask anyone who works here.")


def test_closing_returns_to_where_one_was(session):
    session.do(lambda visit: going_to(speaking(visit, "en"), Page.SITUATIONS, "all"))
    before = session.visit
    session.do(lambda visit: going_to(visit, Page.HELP))

    HelpViewModel(session, person_of(session)).close()

    assert session.visit == before

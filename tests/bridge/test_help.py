"""Where people are."""

from dataclasses import replace

from kiosk.bridge.session import empty_catalogue
from kiosk.bridge.viewmodels.help import HelpViewModel
from kiosk.config import InBoth, Site
from kiosk.visit.visit import Page, going_to, speaking


def test_the_desk_is_what_the_site_says_of_it(session_with):
    site = replace(Site(), desk=InBoth("Monday to Friday, 9 to 5", "Du lundi au vendredi, de 9 h à 17 h"))
    session = session_with(empty_catalogue, site)
    session.do(lambda visit: speaking(visit, "fr"))

    assert HelpViewModel(session).property("desk") == "Du lundi au vendredi, de 9 h à 17 h"


def test_without_a_word_of_the_site_anyone_may_be_asked(session):
    assert HelpViewModel(session).property("desk").startswith("Ask anyone who works here.")


def test_closing_returns_to_where_one_was(session):
    session.do(lambda visit: going_to(speaking(visit, "en"), Page.SITUATIONS, "all"))
    before = session.visit
    session.do(lambda visit: going_to(visit, Page.HELP))

    HelpViewModel(session).close()

    assert session.visit == before

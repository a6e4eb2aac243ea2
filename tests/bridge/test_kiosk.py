"""The window as a whole: page, language, and when it is to be left in an instant."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from kiosk.bridge.viewmodels.kiosk import KioskViewModel
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import Page, Stop, Visit, answering, going_to, only_about, speaking


@pytest.fixture
def kiosk(session):
    return KioskViewModel(session, {Page.HOME: QObject, Page.HELP: QObject})


def test_a_page_is_made_when_it_is_first_met_and_once(kiosk):
    assert kiosk.pages_made() == ()

    first = kiosk.viewOf("home")

    assert kiosk.viewOf("home") is first
    assert kiosk.pages_made() == (first,)


def test_a_page_s_view_model_is_never_javascript_s_to_throw_away(kiosk):
    page = kiosk.viewOf("home")

    assert QQmlEngine.objectOwnership(page) is QQmlEngine.ObjectOwnership.CppOwnership


def test_each_language_is_named_by_its_own_speakers(kiosk):
    assert kiosk.property("languages") == ["en", "fr"]
    assert kiosk.property("languageNames") == ["English", "Français"]


def test_there_is_nothing_to_go_back_from_on_the_first_screen(kiosk):
    assert not kiosk.property("canGoBack")

    kiosk.speak("en")

    assert kiosk.property("canGoBack")
    assert kiosk.property("page") == "home"


@pytest.mark.parametrize(
    ("bundle", "page", "discreet"),
    [
        ("", Page.HOME, False),
        ("", Page.URGENT, True),
        ("losing-a-job", Page.PLAN, False),
        ("fleeing-violence", Page.QUESTION, True),
        ("separation-divorce", Page.PLAN, True),
    ],
)
def test_a_sensitive_page_can_be_left_in_an_instant(session, kiosk, bundle, page, discreet):
    def there(visit):
        told = speaking(visit, "en")
        return going_to(only_about(told, BundleId(bundle)) if bundle else told, page)

    session.do(there)

    assert kiosk.property("discreet") is discreet


def test_starting_over_asks_once_where_something_was_answered(session, kiosk):
    kiosk.speak("en")
    session.do(lambda visit: answering(going_to(visit, Page.PLAN), FactId("lived_in_ns"), None))
    before = session.visit

    kiosk.startOver()
    assert kiosk.property("asksToStartOver")
    assert session.visit == before

    kiosk.startOver()
    assert not kiosk.property("asksToStartOver")
    assert session.visit == Visit(language="en", trail=(Stop(Page.HOME),))


def test_going_back_from_the_question_changes_nothing(session, kiosk):
    kiosk.speak("en")
    session.do(lambda visit: answering(going_to(visit, Page.PLAN), FactId("lived_in_ns"), None))
    before = session.visit
    kiosk.startOver()

    kiosk.back()

    assert not kiosk.property("asksToStartOver")
    assert session.visit == before


def test_help_changes_its_section_in_place(session, kiosk):
    kiosk.speak("en")
    before = session.visit
    kiosk.openHelp()

    kiosk.openSettings()
    kiosk.back()

    assert session.visit == before


def test_help_on_the_first_screen_forgets_nobody(session, kiosk, qtbot):
    kiosk.openSettings()

    with qtbot.assertNotEmitted(session.ended):
        kiosk.back()

    assert kiosk.property("page") == "attract"


def test_a_language_chosen_in_help_leads_home_from_it(kiosk):
    kiosk.openHelp()
    kiosk.speak("fr")

    kiosk.back()

    assert (kiosk.property("page"), kiosk.property("language")) == ("home", "fr")


def test_starting_over_keeps_the_language(session, kiosk):
    kiosk.speak("fr")
    kiosk.openHelp()

    kiosk.startOver()

    assert kiosk.property("page") == "home"
    assert kiosk.property("language") == "fr"

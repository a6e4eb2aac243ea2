"""The doors of the home screen."""

import pytest

from kiosk.bridge.session import empty_catalogue
from kiosk.bridge.viewmodels.home import HomeViewModel, Tile, tiles
from kiosk.errors import KioskError
from kiosk.visit.visit import Page, speaking


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", Tile("death", "A death in the family", "candle", "bereavement")),
        ("fr", Tile("death", "Décès dans la famille", "candle", "bereavement")),
    ],
)
def test_the_tiles_are_the_situations_in_the_editors_order(catalogue, language, first):
    shown = tiles(catalogue.doors, language)

    assert shown[0] == first
    assert [tile.door for tile in shown] == [door.id for door in catalogue.doors if door.kind == "situation"]


@pytest.fixture
def home(session):
    session.do(lambda visit: speaking(visit, "fr"))
    return HomeViewModel(session)


def test_everything_there_is_to_find_is_counted(session, home):
    bundles = len(session.catalogue.bundles)

    assert home.property("allLabel").startswith(str(bundles))


def test_a_door_with_one_situation_asks_its_first_question(session, home):
    home.open("death")

    assert session.visit.page is Page.QUESTION
    assert session.visit.bundles == ("death-in-the-family",)
    assert session.visit.here.subject == session.plan.next_question


def test_a_door_with_several_situations_opens_their_list(session, home):
    home.open("health")

    assert session.visit.page is Page.SITUATIONS
    assert session.visit.bundles == ()


def test_a_door_that_is_not_there_is_a_bug(home):
    with pytest.raises(KeyError):
        home.open("no-such-door")


@pytest.mark.parametrize(
    ("slot", "page"),
    [
        ("openAll", Page.SITUATIONS),
        ("openUrgent", Page.URGENT),
        ("openSearch", Page.SEARCH),
        ("openWhoIAm", Page.SITUATIONS),
    ],
)
def test_every_other_door_opens(session, home, slot, page):
    getattr(home, slot)()

    assert session.visit.page is page


def test_the_problem_is_told_when_there_is_no_catalogue(session_with):
    def unreadable():
        raise KioskError("damaged")

    session = session_with(unreadable)
    session.do(lambda visit: speaking(visit, "en"))
    home = HomeViewModel(session)

    assert home.property("problem") == KioskError.code
    assert session.catalogue is empty_catalogue()


def test_home_says_how_old_the_information_is_where_it_is_old(session, catalogue):
    home = HomeViewModel(session)
    fresh = home.property("age")

    morning = session.now()
    session.now = lambda: morning.replace(year=catalogue.day.year + 1)

    assert fresh == ""
    assert home.property("age").startswith("This information is from ")

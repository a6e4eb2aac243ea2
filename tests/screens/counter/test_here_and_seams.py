"""What can be done here, and what lies behind a plan, as staff see it."""

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import about

HERE = """
location = "hpl-north"
equipment = ["terminal", "telephone", "printer"]
spoken = { th = ["en", "fr"] }

[[mandates]]
organization = "service-canada"
acts = ["sight_document"]
until = 2027-03-31

[[given]]
service = "cvitp-free-tax-clinic"
structure = "shared"
by = "cra"
acts = ["inform", "sight_document", "accept_form"]
desk = { en = "Room 2", fr = "Salle 2" }
"""


@pytest.fixture
def centre(tmp_path, monkeypatch):
    """Write the centre's own file beside its configuration."""
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
    return (tmp_path / "here.toml").write_text


def test_a_service_given_here_says_by_whom_and_where_to_go(show, centre):
    centre(HERE)
    screen = show(page="here")

    screen.type("tax clinic")

    assert "Room 2" in screen.names()
    assert "Given under this roof: Shared" in screen.names()
    assert "Take their application" in screen.names()


def test_a_mistake_in_the_centres_file_is_told_in_the_language_of_whoever_is_at_the_desk(show, centre):
    centre(HERE.replace("hpl-north", "hpl-nord"))

    screen = show(page="here", language="fr")

    assert "le répertoire n’a pas de lieu `hpl-nord`" in screen.desk.view_of("here").property("problem")


def test_an_act_under_a_mandate_names_whose_it_is_and_its_end(show, centre):
    centre(HERE)
    screen = show(page="here", language="fr")

    screen.type("securite de la vieillesse")

    assert any(name.startswith("Au nom de Service Canada") for name in screen.names())
    assert any("2027" in name for name in screen.names())


def test_the_list_is_moved_through_with_the_arrows(show, centre):
    centre(HERE)
    screen = show(page="here")
    before = screen.desk.view_of("here").property("chosen")

    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Down)

    assert screen.desk.view_of("here").property("chosen") != before
    assert screen.focused().role in ("List", "ListItem")


def test_only_what_is_given_here_can_be_shown(show, centre):
    centre(HERE)
    screen = show(page="here")
    view = screen.desk.view_of("here")
    every = len(view.services.rows)

    screen.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    assert 0 < len(view.services.rows) < every
    assert all(row.given for row in view.services.rows)
    assert "cvitp-free-tax-clinic" in [row.service for row in view.services.rows]


def test_a_mistake_in_the_centres_file_is_told_and_nothing_is_bound(show, centre):
    centre(HERE.replace("hpl-north", "nowhere"))
    screen = show(page="here")

    assert any("nowhere" in name for name in screen.names())
    assert all(not row.given for row in screen.desk.view_of("here").services.rows)


@pytest.mark.parametrize(("language", "carried"), [("en", "The person carries"), ("fr", "La personne apporte")])
def test_the_seams_of_the_basket_are_drawn_and_read(show, language, carried, tmp_path):
    screen = show(language=language)
    screen.session.do(lambda visit: about(visit, BundleId("having-a-baby")))

    screen.go("seams")

    names = screen.names()
    assert any(name.startswith(carried) for name in names)
    assert screen.find("StaticText", "1. ")
    assert screen.focused() is not None


def test_the_arrows_go_from_step_to_step_of_the_seams(show):
    screen = show()
    screen.session.do(lambda visit: about(visit, BundleId("having-a-baby")))
    screen.go("seams")
    before = [name for name in screen.names() if name.startswith("1 Register")]

    screen.press(Qt.Key.Key_Right)

    after = [name for name in screen.names() if name.startswith("2 Get a health card")]
    assert len(before) == len(after) == 1
    assert not [name for name in screen.names() if name.startswith("1 Register")]


def test_without_a_plan_there_are_no_seams_to_see(show):
    screen = show(page="seams")

    assert "There is no plan yet. Add a service or a situation in Walk-in." in screen.names()

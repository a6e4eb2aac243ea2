"""What staff put over the catalogue, as a citizen reads it: on the page of a step, in a plan, behind a red door."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from kiosk.catalogue.model import BundleId, ServiceId
from kiosk.catalogue.reading import load
from kiosk.counter.corrections.keeping import Wrong, correct, raise_flag, reject
from kiosk.counter.corrections.values import About, ClosedValue, Field, NoteValue, Subject
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from kiosk.visit.single import single_service, single_step
from kiosk.visit.visit import Page, Stop, Visit

AT = datetime(2026, 3, 12, 13, 0, tzinfo=UTC)
TAXES = ServiceId("cvitp-free-tax-clinic")
LEGAL_AID = ServiceId("dalhousie-legal-aid")


@pytest.fixture
def counter(tmp_path, monkeypatch, catalogue_file):
    """state.db of this machine, and the catalogue with nothing over it."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        yield state, load(catalogue_file)


@pytest.fixture
def at_service(show):
    def _at_service(service, language="en", **how):
        screen = show(language=language, **how)
        trail = (Stop(Page.HOME), Stop(Page.STEP, single_step(service)))
        screen.go(Visit(language=language, trail=trail, bundles=(single_service(service),)))
        return screen

    return _at_service


def again(screen):
    """The page once more, as after a touch."""
    visit = screen.session.visit
    screen.go(Visit(language=visit.language, trail=visit.trail, bundles=visit.bundles))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This service may be closed. Ask staff before you go."),
        ("fr", "Ce service est peut-être fermé. Demandez au personnel avant d’y aller."),
    ],
)
def test_a_service_that_may_be_closed_says_so_first_and_leads_nowhere(counter, at_service, language, words):
    state, catalogue = counter
    raise_flag(state, catalogue, Wrong(Subject(About.SERVICE, TAXES), Field.CLOSED, urgent=True), "", AT)

    screen = at_service(TAXES, language)

    assert words in screen.names()
    assert not [way for way in screen.names("ListItem") if way.startswith(("By phone", "Par téléphone"))]


def test_a_number_in_doubt_is_asked_for_on_the_page_that_is_open(counter, at_service):
    state, catalogue = counter
    screen = at_service(LEGAL_AID)
    assert any("902-423-8105" in name for name in screen.names())

    raise_flag(state, catalogue, Wrong(Subject(About.NUMBER, "dallas"), Field.PHONE, urgent=True), "", AT)
    again(screen)

    assert not any("902-423-8105" in name for name in screen.names())
    assert any("Call 211 or ask staff for the number." in name for name in screen.names())


def test_a_rejected_flag_shows_the_number_to_the_next_person(counter, at_service):
    state, catalogue = counter
    flag = raise_flag(state, catalogue, Wrong(Subject(About.NUMBER, "dallas"), Field.PHONE, urgent=True), "", AT)
    screen = at_service(LEGAL_AID)
    visit = screen.session.visit

    reject(state, flag.id, "", AT)
    screen.session.end()
    screen.go(visit)

    assert any("902-423-8105" in name for name in screen.names())


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_note_for_citizens_is_read_on_the_page(counter, at_service, size, language):
    state, catalogue = counter
    note = NoteValue("Ring the bell at the side door.", "Sonnez à la porte de côté.", citizens=True)
    correct(state, catalogue, Subject(About.SERVICE, LEGAL_AID), note, "", AT)

    screen = at_service(LEGAL_AID, language, size=size)

    wanted = note.fr if language == "fr" else note.en
    assert any(wanted in name for name in screen.names())


@pytest.mark.parametrize(
    ("place", "service", "words"), [("dlas", LEGAL_AID, "Closed now."), ("isans", "isans-settlement", "closed for now")]
)
def test_a_place_closed_up_to_a_day_says_closed(counter, at_service, place, service, words):
    state, catalogue = counter
    correct(state, catalogue, Subject(About.PLACE, place), ClosedValue(AT.date()), "", AT)

    screen = at_service(ServiceId(service))

    assert any(words in name for name in screen.names()), [n for n in screen.names() if "losed" in n]


def test_a_food_bank_in_doubt_is_asked_for_behind_its_red_door(counter, show):
    state, catalogue = counter
    door = next(door for door in catalogue.doors if door.id == "food")
    service = next(catalogue.services[name] for name in door.services if catalogue.services[name].locations)
    place = catalogue.locations[service.locations[0]]
    raise_flag(state, catalogue, Wrong(Subject(About.PLACE, place.id), Field.ADDRESS, urgent=True), "", AT)

    screen = show(language="en")
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.URGENT, "food"))))

    assert place.address_1
    assert not any(place.address_1 in name for name in screen.names())


def test_a_plan_does_without_what_has_closed(counter, show):
    state, catalogue = counter
    closed = Subject(About.SERVICE, "credit-counselling")
    raise_flag(state, catalogue, Wrong(closed, Field.CLOSED, urgent=True), "", AT)

    screen = show(language="en")
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.PLAN)), bundles=(BundleId("making-ends-meet"),)))

    assert closed.id not in [step.service for step in screen.session.plan.steps]
    assert screen.session.plan.to_do()


def test_a_step_one_must_take_says_in_the_plan_that_its_service_may_be_closed(counter, show):
    state, catalogue = counter
    raise_flag(state, catalogue, Wrong(Subject(About.SERVICE, TAXES), Field.CLOSED, urgent=True), "", AT)

    screen = show(language="en")
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.PLAN)), bundles=(BundleId("making-ends-meet"),)))

    step = next(name for name in screen.names("Button") if "tax" in name.lower())
    assert "This service may be closed. Ask staff before you go." in step


def test_a_search_finds_what_may_be_closed_and_says_so(counter, show):
    state, catalogue = counter
    raise_flag(state, catalogue, Wrong(Subject(About.SERVICE, TAXES), Field.CLOSED, urgent=True), "", AT)

    screen = show(language="fr")
    screen.go(Visit(language="fr", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))
    screen.type("comptoir d'impot")

    assert any(name.startswith("Comptoir d’impôt gratuit") and "peut-être fermé" in name for name in screen.names())

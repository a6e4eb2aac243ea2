"""One visit at a time: told to the pages when it changes, and forgotten when it ends."""

from dataclasses import replace

import pytest

from kiosk.bridge.session import empty_catalogue
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.config import Site
from kiosk.errors import KioskError
from kiosk.planning.arranging import Move
from kiosk.visit.reopened import as_it_stands
from kiosk.visit.single import single_service
from kiosk.visit.visit import (
    Page,
    Visit,
    about,
    answering,
    doing_before,
    going_back,
    going_to,
    leaving_out,
    only_about,
    speaking,
    taking_up,
)


class NoCatalogueError(KioskError):
    code = "catalogue_missing"


@pytest.fixture
def heard_of():
    """Write down what a session says, in order."""

    def hear(session):
        said = []
        for name in ("changed", "ended", "moved"):
            getattr(session, name).connect(lambda name=name: said.append(name))
        return said

    return hear


@pytest.fixture
def heard(session, heard_of):
    """What the session says, in order."""
    return heard_of(session)


def test_a_move_is_told_once_every_page_knows_of_it(session, heard):
    session.do(lambda visit: speaking(visit, "fr"))

    assert heard == ["changed", "moved"]


def test_an_answer_that_leaves_the_page_standing_moves_nothing(session, heard):
    session.do(lambda visit: answering(speaking(visit, "en"), FactId("age"), 66))
    heard.clear()

    session.do(lambda visit: answering(visit, FactId("age"), 67))

    assert heard == ["changed"]


def test_a_change_that_changes_nothing_is_not_told(session, heard):
    session.do(lambda visit: speaking(visit, "en"))
    heard.clear()

    session.do(lambda visit: going_to(visit, Page.HOME))

    assert heard == []


def test_back_from_home_ends_the_visit(session, heard):
    session.do(lambda visit: answering(speaking(visit, "fr"), FactId("age"), 66))
    heard.clear()

    session.do(going_back)

    assert heard == ["changed", "ended", "moved"]
    assert session.visit == Visit()


def test_the_first_language_of_the_site_is_shown_until_one_is_chosen(session_with):
    session = session_with(empty_catalogue, replace(Site(), languages=("fr", "en")))

    assert session.language == "fr"
    assert session.messages.language == "fr"
    session.do(lambda visit: speaking(visit, "en"))
    assert session.language == "en"


def test_the_catalogue_is_opened_once_and_only_when_needed(session_with):
    opened = []
    session = session_with(lambda: opened.append(1) or empty_catalogue())
    session.do(lambda visit: speaking(visit, "en"))
    assert not opened

    assert session.catalogue is session.catalogue

    assert len(opened) == 1


def test_a_catalogue_that_cannot_be_read_leaves_an_empty_one_and_says_so(session_with):
    def missing():
        raise NoCatalogueError("no such file")

    session = session_with(missing)

    assert session.catalogue is empty_catalogue()
    assert session.problem == "catalogue_missing"


def test_the_plan_is_made_once_for_one_visit(session):
    session.do(lambda visit: only_about(speaking(visit, "en"), BundleId("losing-a-job")))
    plan = session.plan
    assert session.plan is plan

    session.do(lambda visit: answering(visit, FactId("age"), 66))

    assert session.plan is not plan


def test_ending_keeps_no_plan(session):
    session.do(lambda visit: only_about(speaking(visit, "en"), BundleId("losing-a-job")))
    assert session.plan.steps

    session.end()

    assert session.plan.steps == ()


def test_a_plan_that_was_handed_over_stands_without_any_answer(session):
    session.do(lambda visit: only_about(speaking(visit, "en"), BundleId("losing-a-job")))
    handed_over = session.plan
    stands = as_it_stands(handed_over)
    session.end()

    session.do(lambda visit: taking_up(speaking(visit, "fr"), stands.bundles, stands.given))

    assert [step.id for step in session.plan.to_do()] == [step.id for step in handed_over.to_do()]
    assert session.plan.next_question is None


def test_a_plan_is_without_what_the_person_leaves_out_and_in_their_order(session):
    food = single_service("food-bank")
    session.do(lambda visit: about(speaking(visit, "en"), BundleId("losing-a-job"), food))
    first, *_, last = session.plan.to_do()

    session.do(lambda visit: leaving_out(visit, first.id, *first.also))
    session.do(lambda visit: doing_before(visit, Move(last.id, session.plan.to_do()[0].id)))

    assert first.id not in [step.id for step in session.plan.steps]
    assert session.plan.to_do()[0].id == last.id


@pytest.fixture
def edited(session_with):
    """A session, and the editions that it reads one after the other."""
    editions = [replace(empty_catalogue(), version=number) for number in (2, 1)]
    return session_with(lambda: editions.pop())


def test_another_edition_is_shown_at_once_where_nobody_is(edited, heard_of):
    heard = heard_of(edited)
    assert edited.catalogue.version == 1

    edited.renew()

    assert edited.catalogue.version == 2
    assert heard == ["changed"]


def test_another_edition_waits_for_the_end_of_a_visit(edited):
    edited.do(lambda visit: speaking(visit, "en"))
    assert edited.catalogue.version == 1

    edited.renew()
    edited.do(lambda visit: answering(visit, FactId("age"), 66))
    assert edited.catalogue.version == 1

    edited.end()
    assert edited.catalogue.version == 2

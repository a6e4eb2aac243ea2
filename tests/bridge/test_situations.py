"""Lists of situations: all, those behind a tile, and "I am a ..."."""

import pytest

from kiosk.bridge.viewmodels.home import ALL_SITUATIONS, I_AM
from kiosk.bridge.viewmodels.situations import SituationsViewModel, rows_of, title_of
from kiosk.visit.visit import Page, going_to, speaking


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_situations_are_listed_by_name(words, catalogue, language):
    labels = [row.label for row in rows_of(words[language], catalogue, ALL_SITUATIONS)]

    assert len(labels) == len(catalogue.bundles)
    assert labels == sorted(labels, key=str.casefold)


def test_an_accent_does_not_send_a_situation_to_the_end(words, catalogue):
    labels = [row.label for row in rows_of(words["fr"], catalogue, ALL_SITUATIONS)]

    assert labels.index("Décès dans la famille") < labels.index("Déménager") < labels.index("Embaucher quelqu’un")


@pytest.mark.parametrize(("language", "title"), [("en", "I am a…"), ("fr", "Je suis…")])
def test_who_one_is_lists_the_clienteles(words, catalogue, language, title):
    rows = rows_of(words[language], catalogue, I_AM)

    assert title_of(words[language], catalogue, I_AM) == title
    assert {row.target.removeprefix("door:") for row in rows} == {
        door.id for door in catalogue.doors if door.kind == "clientele"
    }


def test_behind_a_door_the_editors_order_is_kept(words, catalogue):
    door = next(door for door in catalogue.doors if door.id == "health")

    assert [row.target for row in rows_of(words["en"], catalogue, "health")] == list(door.bundles)
    assert title_of(words["en"], catalogue, "health") == door.label.to("en")


@pytest.fixture
def situations(session):
    session.do(lambda visit: going_to(speaking(visit, "en"), Page.SITUATIONS, I_AM))
    return SituationsViewModel(session)


def test_a_clientele_of_several_situations_opens_another_list(session, situations):
    situations.open("door:senior")

    assert session.visit.here.subject == "senior"
    assert [row.target for row in situations.rows.rows] == ["turning-65", "caring-for-someone", "heating-help"]


def test_a_clientele_of_one_situation_is_taken_up_at_once(session, situations):
    situations.open("door:francophone")

    assert session.visit.bundles == ("services-en-francais",)
    assert session.visit.page in (Page.QUESTION, Page.PLAN)


def test_a_situation_is_taken_up(session, situations):
    situations.open("losing-a-job")

    assert session.visit.bundles == ("losing-a-job",)


def test_the_list_is_empty_after_the_visit(session, situations):
    assert situations.rows.rows

    session.end()

    assert situations.rows.rows == ()
    assert situations.property("title") == ""

"""What the walk-in page says of services, filters and steps, in both languages."""

from dataclasses import replace

import pytest

from kiosk.bridge.counter.asking_words import taking_back
from kiosk.bridge.counter.basket_words import names_of, removable, shown
from kiosk.bridge.counter.filter_words import filter_rows, toggled, unknown_words, wishes_offered
from kiosk.bridge.counter.handing_words import in_languages, print_words, slip_news, what_to_say
from kiosk.bridge.counter.walk_in_words import ROWS, Surroundings, elapsed_words, filled, often_rows, row_of
from kiosk.bridge.slip_printing import Progress
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, ServiceId
from kiosk.catalogue.search import Kind
from kiosk.config import Site
from kiosk.counter.walkin.filters import Filter, GivenIn
from kiosk.planning import Here
from kiosk.visit.single import single_service
from kiosk.visit.visit import Page, Stop, Visit, answering
from tests.bridge.conftest import THURSDAY

JOB = BundleId("losing-a-job")


@pytest.fixture
def seen(catalogue):
    site = Site()
    return Surroundings(catalogue, Here(site.latitude, site.longitude), THURSDAY, lambda _bundle: 4)


@pytest.mark.parametrize(
    ("language", "way", "limit"), [("en", "On the website", "Within 4"), ("fr", "Sur le site Web", "Délai")]
)
def test_a_service_tells_its_way_how_far_until_when_and_its_limit(words, seen, language, way, limit):
    row = row_of(words[language], seen, Kind.SERVICE, "ei-regular", added=False)

    assert row.way == way
    assert row.away.endswith("km")
    assert row.limit.startswith(limit)
    assert all(part in row.spoken for part in (row.label, row.way, row.away, row.limit))


def test_a_life_event_tells_how_many_questions_it_asks(words, seen):
    row = row_of(words["en"], seen, Kind.BUNDLE, JOB, added=True)

    assert (row.way, row.asks) == ("Plan", "4 questions")
    assert row.spoken.startswith("Losing a job, In the plan")


def test_the_place_of_a_discreet_service_is_not_told(words, seen, catalogue):
    discreet = replace(catalogue.services["ei-regular"], discreet=True)
    hidden = replace(
        seen, catalogue=replace(catalogue, services={**catalogue.services, "ei-regular": discreet}), made={}
    )

    row = row_of(words["en"], hidden, Kind.SERVICE, "ei-regular", added=False)

    assert row_of(words["en"], seen, Kind.SERVICE, "ei-regular", added=False).away
    assert row.away == row.hours == ""


def test_a_page_has_nine_lines_however_few_are_found(words, seen):
    assert len(filled([])) == ROWS
    assert len(filled([row_of(words["en"], seen, Kind.BUNDLE, JOB, added=False)])) == ROWS


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "3 more: hours not known. 1 more: cost not known"),
        ("fr", "3 de plus\xa0: heures inconnues. 1 de plus\xa0: coût inconnu"),
    ],
)
def test_what_filters_leave_open_is_told_by_reason(words, language, told):
    assert unknown_words(words[language], {Filter.OPEN_NOW: 3, Filter.FREE: 1}) == told


def test_every_filter_has_words_of_its_own_in_both_languages(words):
    offered = wishes_offered(("fr", "mic"))

    for language in ("en", "fr"):
        labels = [row.label for row in filter_rows(words[language], offered, frozenset({Filter.FREE}))]
        assert len(set(labels)) == len(offered)
    assert "In Mi’kmaw" in [row.label for row in filter_rows(words["en"], offered, frozenset())]


def test_who_can_start_it_and_two_languages_exclude_each_other():
    assert toggled(frozenset({Filter.ALONE}), Filter.WITH_STAFF) == {Filter.WITH_STAFF}
    assert toggled(frozenset({GivenIn("fr"), Filter.FREE}), GivenIn("en")) == {GivenIn("en"), Filter.FREE}
    assert toggled(frozenset({Filter.FREE}), Filter.FREE) == frozenset()


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00"), (42.9, "0:42"), (725, "12:05"), (3630, "1:00:30")])
def test_the_clock_is_in_minutes_and_seconds(seconds, told):
    assert elapsed_words(seconds) == told


def test_often_today_never_names_a_sensitive_topic_or_a_discreet_service(words, catalogue):
    sensitive = next(bundle.id for bundle in catalogue.bundles.values() if bundle.sensitive)
    discreet = next(service.id for service in catalogue.services.values() if service.discreet)
    things = (JOB, sensitive, single_service(discreet), single_service(ServiceId("ei-regular")), "gone")

    rows = often_rows(words["en"], catalogue, things)

    assert [row.target for row in rows] == [JOB, "ei-regular"]
    assert rows[1].label == "EI"


def test_a_step_says_why_it_cannot_come_earlier_and_what_came_in_for_a_paper_stays(words, session):
    session.do(lambda _: Visit("en", (Stop(Page.PLAN),), (JOB,), {FactId("has_sin"): False}))
    plan = session.plan
    basket = shown(words["en"], session.catalogue, session.visit, plan, THURSDAY.date())

    first, *others = (row for row in basket.steps if row.kind == "do")
    assert first.held == "It is the first step already."
    assert not first.up
    assert all(row.up or "must come first" in row.held for row in others)
    for step in plan.to_do():
        assert removable(plan, step) == (step.step is not None)
        assert all("/" in name for name in names_of(step))


def test_the_slip_is_in_one_language_where_person_and_office_share_it(words):
    assert in_languages("en", "en") == ("en",)
    assert print_words(words["en"], in_languages("uk", "en")) == "Print in Ukrainian and English"
    assert print_words(words["fr"], in_languages("ar", "fr")) == "Imprimer en arabe et en français"


@pytest.mark.parametrize("progress", list(Progress))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_state_of_the_printer_has_words_but_the_one_before_any_slip(words, language, progress):
    news = slip_news(words[language], progress, failed=False, making=False, changed=False)

    assert bool(news.text) == bool(news.symbol) == (progress is not Progress.NONE)


def test_an_interpreter_is_asked_for_only_where_211_may_not_speak_the_language(words, session):
    session.do(lambda _: Visit("uk", (Stop(Page.PLAN),), (JOB,)))
    said = " ".join(what_to_say(words["en"], session.catalogue, Site(), session.visit, session.plan))
    in_french = what_to_say(words["en"], session.catalogue, Site(), replace(session.visit, language="fr"), session.plan)

    assert "They speak Ukrainian. Can you add an interpreter" in said
    assert "interpreter" not in " ".join(in_french)


def test_an_answer_taken_back_is_asked_again_whatever_it_was():
    visit = answering(answering(Visit("en"), FactId("age"), 66), FactId("tenure"), None)

    once, twice = taking_back(visit), taking_back(taking_back(visit))

    assert once.skipped == frozenset()
    assert once.answers == {FactId("age"): 66}
    assert twice == Visit("en") == taking_back(twice)

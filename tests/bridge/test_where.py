"""Where to go and when: the hours as they are drawn, the places to choose from, and what is not told."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kiosk.bridge.viewmodels.hours_ahead import HoursAhead, hours_ahead
from kiosk.bridge.viewmodels.where import WhereViewModel
from kiosk.bridge.viewmodels.where_words import having_chosen, shown, subject_of
from kiosk.bridge.way_pictures import WayPictures
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.hours import ALWAYS_OPEN, UNKNOWN_HOURS, Kind, Rule, Schedule
from kiosk.catalogue.hours.values import ByDay
from kiosk.catalogue.model import BundleId, LocationId, ServiceId
from kiosk.planning.plan import Status
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, choosing_place, going_back

HALIFAX = ZoneInfo("America/Halifax")
JOB = "losing-a-job"
EI, TRURO = ServiceId("ei-regular"), LocationId("sc-truro")
NBSP = "\N{NO-BREAK SPACE}"
EVERY_DAY = tuple(ByDay(weekday) for weekday in range(7))


def at(moment, day=12):
    return datetime(2026, 3, day, *moment, tzinfo=HALIFAX)


def open_daily(*spans):
    rules = tuple(Rule(opens_at=time(*opens), closes_at=time(*closes), byday=EVERY_DAY) for opens, closes in spans)
    return Schedule(kind=Kind.TIMETABLE, rules=rules)


def at_where(subject, *, bundle=JOB, language="en", answers=None, **more):
    plan, step = Stop(Page.PLAN), Stop(Page.STEP, "/".join(subject.split("/")[:2]))
    return Visit(
        language=language,
        trail=(Stop(Page.HOME), plan, step, Stop(Page.WHERE, subject)),
        bundles=(BundleId(bundle),),
        answers={EVENT_DATE: date(2026, 3, 6)} if answers is None else answers,
        **more,
    )


@pytest.fixture
def told(session, words):
    """What the page says at a visit."""

    def _told(visit):
        session.do(lambda _: visit)
        return shown(words[visit.language], session.catalogue, visit, session.plan, session.site, session.now())

    return _told


def test_a_place_is_told_with_its_address_its_distance_and_its_opening(told):
    page = told(at_where(f"{JOB}/ei"))

    assert page.above == "Step 1: Apply for Employment Insurance (EI) now"
    assert page.title == "Dartmouth Service Canada Centre"
    assert page.address == "Belmont House, 33 Alderney Drive, 3rd floor, Dartmouth"
    assert page.way is not None
    assert page.way.straight == f"1.6{NBSP}km to the east"
    assert (page.opening, page.tone) == (f"Open now until 4{NBSP}p.m.", "good")
    assert page.doubt == ""


def test_getting_in_parking_and_languages_are_told(told):
    lines = {line.symbol: line.words for line in told(at_where(f"{JOB}/ei")).lines}

    assert lines["wheelchair"] == "Wheelchair access"
    assert lines["parking"] == "Paid parking"
    assert lines["language"] == "Service in English"


def test_where_the_place_does_not_speak_the_readers_language_an_interpreter_is_offered(told):
    lines = {line.symbol: line.words for line in told(at_where(f"{JOB}/ei", language="fr")).lines}

    assert lines["language"] == "Service en anglais. Vous pouvez demander un interprète."


def test_a_place_that_nobody_has_checked_is_told_with_its_mark(told, catalogue):
    doubted = LocationId("ans-truro")
    service = next(s for s in catalogue.services.values() if doubted in s.locations)
    bundle = f"service/{service.id}"

    page = told(at_where(f"{bundle}/it/{doubted}", bundle=bundle, answers={}))

    assert page.title == catalogue.locations[doubted].name.to("en")
    assert page.address == "15 Alderbrook Drive, Truro"
    assert page.mark == "Not checked this year: phone first"
    assert (page.doubt, page.opening, page.hours) == ("", "Hours not known: call first", HoursAhead())


def test_of_all_places_those_that_nobody_has_checked_are_marked(told, catalogue):
    page = told(at_where("service/marriage-licence/it/places", bundle="service/marriage-licence", answers={}))

    assert {bool(row.mark) for row in page.places} == {True, False}
    for row in page.places:
        assert bool(row.mark) != catalogue.locations[LocationId(row.place)].verified
        assert catalogue.locations[LocationId(row.place)].address_1 in row.detail


def test_a_number_that_nobody_has_checked_is_not_told_but_whom_to_ask(told):
    page = told(at_where("service/fane-community/it", bundle="service/fane-community", answers={}))

    assert page.phone == "Call 211 or ask staff for the number."


def test_no_page_tells_the_place_of_a_shelter_or_of_a_discreet_service(told, session, catalogue):
    hidden = [s for s in catalogue.services.values() if s.locations and hides_places(s)]
    assert hidden

    for service in hidden:
        bundle = f"service/{service.id}"
        for rest in ("", "/places", *(f"/{place}" for place in service.locations)):
            page = told(at_where(f"{bundle}/it{rest}", bundle=bundle, answers={}))

            assert page.doubt == "The address is not shown here. Call first."
            assert (page.location, page.address, page.way, page.phone, page.places) == ("", "", None, "", ())


def test_every_place_of_every_step_can_be_shown(told, session, catalogue):
    count = 0
    for bundle in catalogue.bundles:
        visit = at_where(f"{bundle}/", bundle=bundle, answers={})
        session.do(lambda _, visit=visit: visit)
        for step in session.plan.steps:
            if step.location is not None and step.status is not Status.DOES_NOT_APPLY:
                page = told(replace(visit, trail=(*visit.trail[:-1], Stop(Page.WHERE, step.id))))
                count += 1

                assert page.title, step.id
                assert page.doubt or page.opening, step.id

    assert count > 20


def test_all_places_are_listed_nearest_first_and_the_plans_own_is_marked(told, session):
    page = told(at_where(f"{JOB}/ei/places"))

    assert page.title == "19 places"
    assert len(page.places) == 19
    assert [row.chosen for row in page.places] == [True] + [False] * 18
    assert "About 2.1" in page.places[1].detail
    assert page.location == ""


def test_the_place_the_person_chose_is_the_one_shown_and_marked(told):
    visit = choosing_place(at_where(f"{JOB}/ei"), EI, TRURO)

    page = told(visit)

    assert (page.location, page.chosen) == (TRURO, True)


def test_another_place_is_shown_without_being_chosen(told):
    page = told(at_where(f"{JOB}/ei/{TRURO}"))

    assert (page.location, page.chosen) == (TRURO, False)
    assert page.others == "18 other places"


def test_a_place_that_does_not_give_the_service_is_never_shown(told):
    page = told(at_where(f"{JOB}/ei/metro-turning-point"))

    assert page.location == "sc-dartmouth"


@pytest.mark.parametrize("subject", ["", "nothing", f"{JOB}/gone", f"{JOB}/gone/places", f"{JOB}/roe/places/x"])
def test_a_subject_that_is_no_step_of_the_plan_says_so(told, subject):
    page = told(at_where(subject))

    assert page.title == "This step is not in your plan any more"
    assert page.location == ""


def test_a_subject_names_its_step_and_then_a_place(session):
    session.do(lambda _: at_where(f"{JOB}/ei"))

    step, rest = subject_of(session.plan, f"{JOB}/ei/{TRURO}")

    assert step is not None
    assert (step.id, rest) == (f"{JOB}/ei", TRURO)


def test_choosing_goes_back_to_the_step_and_leaves_no_places_behind():
    visit = at_where(f"{JOB}/ei")
    looked = replace(visit, trail=(*visit.trail, Stop(Page.WHERE, f"{JOB}/ei/places")))

    chosen = having_chosen(looked, EI, TRURO, f"{JOB}/ei")

    assert chosen.places == {EI: TRURO}
    assert chosen.here == Stop(Page.STEP, f"{JOB}/ei")
    assert going_back(chosen).page is Page.PLAN


def test_a_closed_day_says_so_beside_an_empty_bar(told, session):
    session.now = lambda: at((10, 14), day=15)

    page = told(at_where(f"{JOB}/ei"))

    assert page.hours.bar.spans == ()
    assert page.hours.bar.ticks
    assert page.hours.today == "Today, Sunday: closed"
    assert page.tone == "calm"


def test_the_six_days_to_come_are_told_once_each_in_runs(told):
    week = told(at_where(f"{JOB}/ei", language="fr")).hours.week

    assert [(row.days, row.hours, row.is_open) for row in week] == [
        ("Vendredi", f"8{NBSP}h{NBSP}30 à 16{NBSP}h", True),
        ("Samedi et dimanche", "Fermé", False),
        ("Lundi au mercredi", f"8{NBSP}h{NBSP}30 à 16{NBSP}h", True),
    ]


def test_a_holiday_of_the_next_four_weeks_is_named(told):
    assert told(at_where(f"{JOB}/ei", language="fr")).hours.unusual[0] == (
        f"Vendredi 3 avril{NBSP}: fermé (Vendredi saint)"
    )


def test_a_holiday_is_closed_in_the_week_too(told, session):
    session.now = lambda: datetime(2026, 4, 2, 10, 0, tzinfo=HALIFAX)

    week = told(at_where(f"{JOB}/ei")).hours.week

    assert [(row.days, row.is_open) for row in week] == [("Friday to Monday", False), ("Tuesday and Wednesday", True)]


@pytest.mark.parametrize("schedule", [ALWAYS_OPEN, UNKNOWN_HOURS])
def test_without_a_timetable_there_is_nothing_to_draw(words, schedule):
    assert hours_ahead(words["en"], schedule, at((10, 0)), HALIFAX) == HoursAhead()


@pytest.fixture
def page(session):
    session.do(lambda _: at_where(f"{JOB}/ei"))
    return WhereViewModel(session, WayPictures())


def test_a_person_looks_at_all_places_opens_one_and_keeps_it(session, page):
    page.openOthers()
    assert page.property("listed")

    page.open(TRURO)
    assert page.property("title") == "Truro Service Canada Centre"
    assert not page.property("settled")

    page.choose()
    assert session.visit.places == {EI: TRURO}
    assert session.visit.here == Stop(Page.STEP, f"{JOB}/ei")


def test_there_is_nothing_to_choose_at_the_plans_own_place_or_the_only_one(session, page):
    assert page.property("settled")

    session.do(lambda _: at_where("death-in-the-family/certs", bundle="death-in-the-family"))

    assert page.property("settled")
    assert page.property("others") == ""


def test_nothing_is_kept_from_a_page_without_a_place(session, page):
    session.do(lambda _: at_where(f"{JOB}/gone"))
    before = session.visit

    page.choose()

    assert session.visit is before


def test_the_page_holds_nothing_once_the_visit_has_ended(session, page):
    assert page.property("title")

    session.end()

    assert page.property("title") == page.property("address") == page.property("phone") == ""
    assert page.week.rows == page.lines.rows == page.spans.rows == ()

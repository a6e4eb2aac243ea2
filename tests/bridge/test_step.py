"""One step in full: where it stands, what it costs, every way to do it, and what it keeps to itself."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.step import StepViewModel, reaching_now
from kiosk.bridge.viewmodels.step_words import checked_line, shown
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import BundleId, ChannelType, Confidence, LocationId, ServiceId
from kiosk.config import Site
from kiosk.planning.plan import Status
from kiosk.visit.single import single_service, single_step
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit, choosing_place

DEATH, JOB = "death-in-the-family", "losing-a-job"
DIED = date(2026, 3, 6)
NBSP = "\N{NO-BREAK SPACE}"
THURSDAY = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
SUNDAY = datetime(2026, 3, 15, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


def at_step(step, *, bundle=DEATH, language="en", answers=None):
    known = {EVENT_DATE: DIED} if answers is None else answers
    return Visit(
        language=language,
        trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.STEP, f"{bundle}/{step}")),
        bundles=(BundleId(bundle),),
        answers={FactId(fact): answer for fact, answer in known.items()},
        asked=tuple(FactId(fact) for fact in known),
    )


@pytest.fixture
def told(session):
    """What the page says at a visit."""

    def told(visit):
        session.do(lambda _: visit)
        return _told(session, session.plan.step(visit.here.subject))

    return told


@pytest.fixture(scope="module")
def every_step(qapp, catalogue, words):
    """Each step of each situation on a Thursday morning with the words of its page, by language."""
    session = Session(Site(), lambda: catalogue, words.__getitem__, lambda: THURSDAY)
    return {language: list(_told_of_every_step(session, language)) for language in words}


def _told_of_every_step(session, language):
    for bundle in session.catalogue.bundles:
        visit = at_step("", bundle=bundle, language=language, answers={})
        session.do(lambda _, visit=visit: visit)
        for step in session.plan.steps:
            yield step, _told(session, step)


def _told(session, step):
    today, reaching = session.now().date(), reaching_now(session, step)
    return shown(session.messages, session.catalogue, session.visit, session.plan, step, today, reaching)


def way(page, channel):
    return next(row for row in page.ways if row.channel == channel)


def fact(page, label):
    return next(row.value for row in page.facts if row.label == label)


def all_words(page):
    return "\n".join([page.gives, page.note, page.title, *(f"{way.main}\n{way.lines}" for way in page.ways)])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_step_of_every_situation_has_its_words(every_step, language):
    assert len(every_step[language]) > 300

    for step, page in every_step[language]:
        assert page.title == step.title.to(language)
        assert all(row.label and row.value for row in page.facts), step.id
        assert all(row.title for row in page.ways), step.id


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_way_says_how_to_use_it(every_step, language):
    for step, page in every_step[language]:
        assert all(row.main or row.lines for row in page.ways), step.id


def test_no_way_is_hidden_and_they_stand_in_the_plans_order(every_step):
    for step, page in every_step["en"]:
        ranked = [row.channel for row in page.ways if row.channel not in ("ask_phone", "relay")]

        assert ranked == [channel.type for channel in step.channels], step.id


def test_exactly_one_way_is_recommended_and_it_is_the_first(every_step):
    for step, page in every_step["en"]:
        recommended = [row.recommended for row in page.ways if row.channel not in ("ask_phone", "relay")]

        assert recommended == [True] + [False] * (len(recommended) - 1) or not recommended, step.id


def test_a_recommended_way_always_says_why(every_step):
    for step, page in every_step["en"]:
        first = next((row for row in page.ways if row.recommended), None)

        assert first is None or first.reason or first.opening, step.id


def test_the_place_of_a_discreet_service_or_a_shelter_is_never_told(every_step, catalogue):
    hidden = 0

    for step, page in every_step["en"]:
        service = catalogue.services[step.service] if step.service else None
        if service is not None and hides_places(service):
            hidden += 1
            assert not any(row.leads for row in page.ways), step.id
            for place in (catalogue.locations[p] for p in service.locations):
                assert not place.address_1 or place.address_1 not in all_words(page), step.id

    assert hidden > 10


def test_a_number_that_nobody_has_checked_is_never_told_and_an_address_only_with_its_mark(every_step, catalogue):
    doubted = [phone for phone in catalogue.phones.values() if not phone.verified]
    unsure = [place for place in catalogue.locations.values() if place.address_1 and not place.verified]

    for step, page in every_step["en"]:
        service = catalogue.services[step.service] if step.service else None
        if service is None:
            continue
        told = all_words(page)
        sure = {catalogue.phones[p].number for p in service.phones if catalogue.phones[p].verified}
        for phone in doubted:
            assert phone.id not in service.phones or phone.number in sure or phone.number not in told, step.id
        for place in unsure:
            marked = all(row.mark for row in page.ways if place.address_1 in row.lines)
            assert place.id not in service.locations or place.address_1 not in told or marked, step.id


def test_a_voice_line_always_has_its_silent_twin(every_step, catalogue):
    for step, page in every_step["en"]:
        dialled = [row.main for row in page.ways if row.channel in ("phone", "ask_phone")]
        lines = [number for number in dialled if len(number.split(" or ")[0]) > 3]

        assert any(row.channel == "relay" for row in page.ways) or not lines, step.id


def test_a_telephone_with_a_tty_gives_its_number(told):
    page = told(at_step("deathbenefit"))

    assert "TTY 1-800-255-4786" in way(page, "relay").lines


@pytest.mark.parametrize(("language", "number"), [("en", "1-800-277-9914"), ("fr", "1-800-277-9915")])
def test_the_number_answers_in_the_language_shown(told, language, number):
    page = told(at_step("deathbenefit", language=language))

    assert way(page, "ask_phone").main == number


def test_a_local_number_has_its_free_twin(told):
    page = told(at_step("certs"))

    assert way(page, "ask_phone").main == "902-424-4381 or free 1-877-848-2578"


def test_a_place_is_told_with_its_opening_and_its_distance(told):
    place = way(told(at_step("ei", bundle=JOB)), ChannelType.IN_PERSON)

    assert place.leads
    assert (place.opening, place.tone) == (f"Open now until 4{NBSP}p.m.", "good")
    assert place.main == "Dartmouth Service Canada Centre"
    assert place.lines.splitlines()[-1].startswith("About 1.")


def test_on_a_sunday_the_place_says_when_it_opens(told, session):
    session.now = lambda: SUNDAY

    place = way(told(at_step("ei", bundle=JOB)), ChannelType.IN_PERSON)

    assert place.tone == "calm"
    assert place.opening == f"Opens tomorrow at 8:30{NBSP}a.m."


def test_the_place_that_the_person_chose_stands_in_for_the_nearest(told):
    visit = choosing_place(at_step("ei", bundle=JOB), ServiceId("ei-regular"), LocationId("sc-truro"))

    assert way(told(visit), ChannelType.IN_PERSON).main == "Truro Service Canada Centre"


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "Not checked this year: phone first"),
        ("fr", f"Non vérifié cette année{NBSP}: appelez d’abord"),
    ],
)
def test_an_address_that_nobody_has_checked_is_told_with_its_mark(told, language, mark):
    place = way(told(at_step("food", bundle=JOB, language=language)), ChannelType.IN_PERSON)

    assert place.lines.splitlines()[0] == "2415 Maynard Street, Halifax"
    assert place.opening
    assert place.mark == mark


def test_an_address_that_was_checked_has_no_mark(told):
    assert way(told(at_step("ei", bundle=JOB)), ChannelType.IN_PERSON).mark == ""


def test_a_way_is_not_called_open_beside_a_number_whose_hours_nobody_knows(every_step):
    for step, page in every_step["en"]:
        for row in page.ways:
            assert row.reason != "Open now" or row.opening, (step.id, row)


def test_the_first_step_says_so_and_the_others_count(told):
    assert told(at_step("certs")).chip == "Step 3 of 14: do this first"
    assert told(at_step("certs")).chip_tone == "first"
    assert told(at_step("msi")).chip == "Step 7 of 14"
    assert told(at_step("msi")).chip_tone == "calm"


def test_a_step_that_may_apply_asks_the_question_that_would_settle_it(told, session):
    page = told(at_step("deathbenefit"))

    assert page.maybe == "May be for you: ask"
    assert page.question == session.catalogue.facts[FactId("is_executor")].question.to("en")
    assert page.question_fact == "is_executor"


def test_an_answer_settles_the_step(told):
    answers = {EVENT_DATE: DIED, "is_executor": True, "cpp_contributor": True}

    page = told(at_step("deathbenefit", answers=answers))

    assert page.maybe == page.question == ""


def test_a_step_that_does_not_apply_says_so(told, session):
    visit = at_step("deathbenefit", answers={EVENT_DATE: DIED, "cpp_contributor": False, "is_executor": False})
    session.do(lambda _: visit)
    assert session.plan.step(visit.here.subject).status is Status.DOES_NOT_APPLY

    page = told(visit)

    assert page.chip == "Not for you, from your answers"


def test_cost_wait_and_date_are_told_at_a_glance(told):
    page = told(at_step("certs"))

    assert [(row.label, row.value) for row in page.facts] == [
        ("Cost", "From $33"),
        ("Wait", "2 to 3 weeks"),
        ("Best done by", "Fri 20 March"),
    ]


def test_a_missed_day_says_what_can_still_be_done(told):
    page = told(at_step("deathbenefit", answers={EVENT_DATE: DIED - timedelta(days=200)}))

    assert fact(page, "Was due")
    assert page.late.startswith("The date has passed. Ask anyway")


def test_a_day_in_time_says_nothing_of_being_late(told):
    assert told(at_step("deathbenefit")).late == ""


def test_what_comes_first_is_named_and_so_is_what_comes_next(told):
    page = told(at_step("deathbenefit"))

    assert page.before == "Needs step 3"
    assert page.before_title == "Get the death certificate"
    assert page.next_title == "Cancel the health card (MSI)"


def test_what_to_say_stands_in_the_quotation_marks_of_each_language(told):
    assert told(at_step("certs")).say.startswith("\N{LEFT DOUBLE QUOTATION MARK}I need")
    assert told(at_step("certs", language="fr")).say.startswith("«\N{NO-BREAK SPACE}J\N{RIGHT SINGLE QUOTATION MARK}ai")


def test_the_papers_of_the_step_are_those_of_the_plan(told, session):
    page = told(at_step("deathbenefit"))

    needed = [paper for paper in session.plan.documents if f"{DEATH}/deathbenefit" in paper.steps]
    assert len(page.papers) == len(needed) > 0


def test_a_step_that_borrows_a_service_says_and_asks_what_its_own_errand_needs(told):
    page = told(at_step("msi"))

    assert page.say == "“Someone in my family died and I need to cancel their health card.”"
    assert page.papers == ()
    assert page.note.endswith("Ask what to bring.")
    assert "Wait" not in [row.label for row in page.facts]


def test_a_step_without_a_service_has_a_title_and_a_date_and_no_way(told):
    page = told(at_step("proof", bundle="getting-married", answers={EVENT_DATE: date(2026, 8, 1)}))

    assert page.title
    assert [row.label for row in page.facts] == ["Best done by"]
    assert (page.ways, page.organization, page.checked, page.papers) == ((), "", "", ())


def test_a_service_by_itself_stands_alone_and_can_be_taken_away(told):
    service = ServiceId("death-certificate")
    subject = Stop(Page.STEP, single_step(service))
    visit = Visit(language="en", trail=(Stop(Page.HOME), subject), bundles=(single_service(service),))

    page = told(visit)

    assert (page.chip, page.before, page.next_title, page.question) == ("", "", "", "")
    assert page.single
    assert page.ways


def test_the_organization_is_told_with_its_order_of_government(told):
    assert told(at_step("certs")).organization == "Vital Statistics (Nova Scotia), provincial government"


@pytest.mark.parametrize(
    ("as_of", "url", "seen", "line"),
    [
        ("2026-03-11", "https://novascotia.ca/sns", True, "Checked on 11 March, from novascotia.ca"),
        ("2025-03", "https://www.canada.ca/en/", True, "Checked in March 2025, from canada.ca"),
        ("2026", "https://beta.novascotia.ca/x", True, "Checked in 2026, from beta.novascotia.ca"),
        ("2026", "https://www.canada.ca/en/", False, "Information of 2026. Official site: canada.ca"),
        ("2024", "", True, "Information of 2024"),
    ],
)
def test_the_source_is_named_and_whether_it_was_read(words, catalogue, as_of, url, seen, line):
    service = catalogue.services[ServiceId("death-certificate")]
    service = replace(service, source=replace(service.source, as_of=as_of, url=url, url_seen=seen))

    assert checked_line(words["en"], service, date(2026, 3, 12)) == line


def test_facts_that_nobody_is_sure_of_carry_a_mark(every_step, catalogue):
    for step, page in every_step["en"]:
        service = catalogue.services[step.service] if step.service else None
        doubted = service is not None and service.source.confidence is Confidence.LOW

        assert bool(page.doubt) == doubted, step.id


def test_the_title_of_a_step_is_not_for_the_room_in_a_sensitive_situation(told):
    assert told(at_step("money", bundle="fleeing-violence", answers={})).discreet
    assert not told(at_step("certs")).discreet


@pytest.fixture
def page(session):
    session.do(lambda _: at_step("deathbenefit"))
    return StepViewModel(session)


def test_the_page_leads_to_its_place_its_papers_and_the_steps_around_it(session, page):
    led = []
    for touch in (page.openPlace, page.openPapers, page.openBefore, page.openNext, page.answer):
        session.do(lambda _: at_step("deathbenefit"))
        touch()
        led.append(session.visit.here)

    assert led == [
        Stop(Page.WHERE, f"{DEATH}/deathbenefit"),
        Stop(Page.PAPERS),
        Stop(Page.STEP, f"{DEATH}/certs"),
        Stop(Page.STEP, f"{DEATH}/msi"),
        Stop(Page.QUESTION, "is_executor"),
    ]


def test_a_step_that_an_answer_has_taken_away_is_said_to_be_gone(session, page):
    session.do(lambda _: at_step("no-such-step"))

    assert page.property("title") == "This step is not in your plan any more"
    assert page.ways.rows == ()


def test_the_page_holds_nothing_once_the_visit_has_ended(session, page):
    assert page.property("title")

    session.end()

    assert page.property("title") == page.property("note") == page.property("question") == ""
    assert page.ways.rows == page.facts.rows == ()

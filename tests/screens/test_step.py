"""One step on the screen: every way to do it, and the ways on from it."""

from datetime import date

import pytest

from kiosk.catalogue.model import BundleId, ServiceId
from kiosk.visit.single import single_service, single_step
from kiosk.visit.visit import EVENT_DATE, Page, Stop, Visit

WAYS = ("On the website", "In person", "By mail", "Ask by phone", "Text, relay, sign language")


@pytest.fixture
def at_step(show):
    def _at_step(step, *, bundle="death-in-the-family", language="en", event=date(2026, 3, 6), **how):
        screen = show(language=language, **how)
        screen.go(
            Visit(
                language=language,
                trail=(Stop(Page.HOME), Stop(Page.PLAN), Stop(Page.STEP, f"{bundle}/{step}")),
                bundles=(BundleId(bundle),),
                answers={EVENT_DATE: event},
                asked=(EVENT_DATE,),
            )
        )
        return screen

    return _at_step


@pytest.fixture
def at_service(show):
    def _at_service(service, *, language="en", **how):
        screen = show(language=language, **how)
        trail = (Stop(Page.HOME), Stop(Page.STEP, single_step(ServiceId(service))))
        screen.go(Visit(language=language, trail=trail, bundles=(single_service(ServiceId(service)),)))
        return screen

    return _at_service


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_every_way_is_read_out_whole(at_step, size):
    screen = at_step("certs", size=size)

    assert screen.find("ListItem", "On the website. Recommended. Quickest. beta.novascotia.ca/apply-death-certificate")
    assert screen.find(
        "Button", "In person. Access Nova Scotia Halifax (Bayers Lake). 300 Horseshoe Lake Drive, Halifax"
    )
    assert screen.find("ListItem", "By mail")
    assert screen.find(
        "ListItem", "Ask by phone. Open now until 4:30\N{NO-BREAK SPACE}p.m.. 902-424-4381 or free 1-877-848-2578"
    )
    assert screen.find("ListItem", "Text, relay, sign language. Relay 711")


def test_cost_wait_and_date_are_read_out_with_their_labels(at_step):
    screen = at_step("certs", language="fr")

    assert screen.find("ListItem", "Coût\N{NO-BREAK SPACE}: À partir de 33\N{NO-BREAK SPACE}$")
    assert screen.find("ListItem", "Délai\N{NO-BREAK SPACE}: 2 à 3 semaines")


def test_a_visit_in_person_opens_the_place(at_step):
    screen = at_step("certs")

    screen.tap("Button", "In person")

    assert screen.page == "where"


def test_the_step_that_comes_first_is_one_touch_away(at_step):
    screen = at_step("deathbenefit")

    screen.tap("Button", "Needs step")

    assert "Get the death certificate" in screen.names("Heading")


def test_the_step_after_follows_and_back_returns(at_step):
    screen = at_step("certs")

    screen.tap("Button", "Tell the Canada Revenue Agency")
    assert "Get the death certificate" not in screen.names("Heading")
    screen.tap("Button", "Back")

    assert "Get the death certificate" in screen.names("Heading")


def test_a_step_that_may_apply_asks_what_would_settle_it(at_step):
    screen = at_step("deathbenefit")

    screen.tap("Button", "Are you in charge of the person’s estate?")

    assert screen.page == "question"
    assert screen.session.visit.here.subject == "is_executor"


def test_the_papers_of_a_step_lead_to_the_list_of_all(at_step):
    screen = at_step("deathbenefit")

    screen.tap("Button", "What to bring. Social Insurance Number")

    assert screen.page == "papers"


def test_a_service_found_by_itself_can_be_taken_away_at_once(at_service):
    screen = at_service("passport-adult")

    screen.tap("Button", "Take this with me")

    assert screen.page == "take"


def test_the_address_of_a_shelter_is_never_on_the_screen(at_service):
    screen = at_service("bryony-house")

    assert screen.page == "step"
    assert not any(name.startswith("In person") for name in screen.names("Button"))
    assert "The address stays secret." in screen.names("StaticText")


def test_another_language_keeps_the_step(at_step):
    screen = at_step("certs")

    screen.tap("RadioButton", "Français")

    assert "Obtenir le certificat de décès" in screen.names("Heading")
    assert "Choisissez comment" in screen.names("Heading")


def test_the_ways_are_equal_in_width_and_begin_at_the_same_edge(at_step):
    screen = at_step("certs")

    cards = [node.rect for node in screen.nodes() if node.name.split(". ")[0] in WAYS]

    assert len(cards) == len(WAYS)
    assert len({(card.left(), card.width()) for card in cards}) == 1


def test_only_a_place_leads_further(at_step):
    screen = at_step("certs")

    touched = [node.name.split(". ")[0] for node in screen.controls() if node.name.split(". ")[0] in WAYS]

    assert touched == ["In person"]


def test_what_can_still_be_done_after_the_day_is_on_the_page(at_step):
    screen = at_step("deathbenefit", event=date(2025, 3, 6))

    assert any(name.startswith("The date has passed. Ask anyway") for name in screen.names("StaticText"))


def test_a_step_without_a_service_shows_no_empty_card(at_step):
    screen = at_step("proof", bundle="getting-married", event=date(2026, 8, 1))

    assert "Choose how" not in screen.names("Heading")
    assert not any(name.startswith(("Cost", "What to bring", *WAYS)) for name in screen.names())


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("letters", [0, 2])
def test_the_step_after_can_be_reached_and_begins_at_its_head(at_step, size, letters):
    screen = at_step("certs", size=size, letters=letters)

    screen.tap("Button", "Tell the Canada Revenue Agency")

    assert screen.sees(screen.find("Heading", "Tell the Canada Revenue Agency"))


def test_leaving_takes_every_word_of_the_step_away(at_step):
    screen = at_step("money", bundle="fleeing-violence")
    told = {name for name in screen.names() if len(name) > 20}
    assert told

    screen.tap("Button", "Leave now")

    held = {str(item.property("text")) for item in screen.items()}
    assert screen.page == "attract"
    assert not told & (held | set(screen.names()))


@pytest.mark.parametrize(("bundle", "promised"), [("death-in-the-family", False), ("new-to-nova-scotia", True)])
def test_what_a_service_gives_is_promised_only_where_the_step_is_its_own_errand(at_step, bundle, promised):
    screen = at_step("msi", bundle=bundle)

    gives = screen.session.catalogue.services[ServiceId("health-card-msi")].gives.to("en")
    assert (gives in screen.names()) is promised

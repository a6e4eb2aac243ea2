"""What is done here, in whose name, and what is sent elsewhere."""

from datetime import date

import pytest

from kiosk.catalogue.model import DeliveryStructure, LocationId, OrganizationId, ServiceId
from kiosk.counter.here.centre import Act, Centre, Equipment, Given, Mandate, Term
from kiosk.counter.here.doing import Elsewhere, what_here

TODAY = date(2026, 3, 12)
PENSION = ServiceId("oas-pension")
PASSPORT = ServiceId("passport-adult")
CLINIC = ServiceId("cvitp-free-tax-clinic")
SERVICE_CANADA = OrganizationId("service-canada")


def mandate(*acts, **more):
    return Mandate(SERVICE_CANADA, frozenset(acts), **more)


def test_a_centre_that_has_said_nothing_helps_and_binds_nobody(real):
    doings = [what_here(real, Centre(), service, TODAY) for service in real.services]

    assert all(Act.INFORM in doing.acts for doing in doings)
    assert not any(act.needs_mandate for doing in doings for act in doing.acts)
    assert all(doing.on_behalf_of is None for doing in doings)


def test_what_needs_a_mandate_is_sent_to_a_place_of_the_service(real):
    doing = what_here(real, Centre(location=LocationId("sc-halifax")), PASSPORT, TODAY)

    assert {act.act for act in doing.elsewhere} == {Act.SIGHT_DOCUMENT, Act.ACCEPT_FORM, Act.TAKE_PAYMENT, Act.ISSUE}
    assert all(act.location in real.services[PASSPORT].locations for act in doing.elsewhere)
    assert all(act.location != "sc-halifax" for act in doing.elsewhere)
    assert not doing.is_done_here


def test_a_mandate_lets_staff_act_in_the_organizations_name(real):
    centre = Centre(mandates=(mandate(Act.SIGHT_DOCUMENT, term=Term(until=date(2026, 12, 31))),))

    doing = what_here(real, centre, PENSION, TODAY)

    assert Act.SIGHT_DOCUMENT in doing.acts
    assert Act.SIGHT_DOCUMENT not in [elsewhere.act for elsewhere in doing.elsewhere]
    assert (doing.on_behalf_of, doing.until) == (SERVICE_CANADA, date(2026, 12, 31))


@pytest.mark.parametrize(
    "term", [Term(until=date(2026, 3, 11)), Term(since=date(2026, 3, 13))], ids=["run out", "not begun"]
)
def test_an_agreement_out_of_force_allows_nothing_and_is_told(real, term):
    doing = what_here(real, Centre(mandates=(mandate(Act.SIGHT_DOCUMENT, term=term),)), PENSION, TODAY)

    assert Act.SIGHT_DOCUMENT not in doing.acts
    assert doing.lapsed == (Act.SIGHT_DOCUMENT,)
    assert doing.on_behalf_of is None


def test_an_agreement_holds_on_its_last_day(real):
    centre = Centre(mandates=(mandate(Act.SIGHT_DOCUMENT, term=Term(TODAY, TODAY)),))

    assert Act.SIGHT_DOCUMENT in what_here(real, centre, PENSION, TODAY).acts


def test_a_mandate_for_one_service_says_nothing_of_another(real):
    centre = Centre(mandates=(mandate(Act.SIGHT_DOCUMENT, services=frozenset({PENSION})),))

    assert Act.SIGHT_DOCUMENT in what_here(real, centre, PENSION, TODAY).acts
    assert Act.SIGHT_DOCUMENT not in what_here(real, centre, ServiceId("cpp-retirement"), TODAY).acts


def test_a_centre_without_a_scanner_never_scans(real):
    acts = frozenset(Act)
    without, with_one = (Centre(equipment=equipment, usual=acts) for equipment in (frozenset(), frozenset(Equipment)))

    assert not any(Act.SCAN_AND_SEND in what_here(real, without, s, TODAY).acts for s in real.services)
    assert any(Act.SCAN_AND_SEND in what_here(real, with_one, s, TODAY).acts for s in real.services)


def test_a_service_given_under_this_roof_by_its_own_people_is_done_here_in_their_own_name(real):
    clinic = Given(CLINIC, DeliveryStructure.SHARED, frozenset(Act), by=OrganizationId("cra"))

    doing = what_here(real, Centre(given=(clinic,)), CLINIC, TODAY)

    assert doing.is_done_here
    assert (doing.given, doing.elsewhere, doing.on_behalf_of) == (clinic, (), None)


def test_an_agent_acts_in_the_name_of_whose_service_it_is(real):
    agent = Given(CLINIC, DeliveryStructure.AGENT, frozenset(Act))

    assert what_here(real, Centre(given=(agent,)), CLINIC, TODAY).on_behalf_of == "cra"


def test_nobody_is_told_to_telephone_where_no_telephone_answers(real):
    for service in real.services.values():
        doing = what_here(real, Centre(usual=frozenset(Act)), service.id, TODAY)
        assert (Act.USE_TELEPHONE in doing.acts) <= ("phone" in service.channels)


def test_elsewhere_names_no_place_where_the_catalogue_has_none(real):
    alone = next(s for s in real.services.values() if not s.locations and not s.automatic)

    assert Elsewhere(Act.ACCEPT_FORM, None) in what_here(real, Centre(), alone.id, TODAY).elsewhere

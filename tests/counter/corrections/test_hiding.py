"""What an urgent flag hides from citizens, and that nothing else moves."""

from random import Random

import pytest

from kiosk.catalogue.conditions import ALWAYS
from kiosk.catalogue.doubts import printable_address, printable_phone
from kiosk.catalogue.hours import UNKNOWN_HOURS
from kiosk.catalogue.lifelines import LIFELINES
from kiosk.catalogue.model import FactType, StepLevel
from kiosk.counter.corrections.notices import BEING_CHECKED, MAY_BE_CLOSED, PLACE_MAY_BE_CLOSED
from kiosk.counter.corrections.overlay import overlaid
from kiosk.counter.corrections.values import NOTHING_OVER, Field, FlagState
from kiosk.languages.known import TONGUES
from kiosk.planning import make_plan
from kiosk.visit.single import single_service, with_single_services

SHARED_FIELDS = ("services", "locations", "phones", "documents", "facts", "anchors", "bundles")


def changed(before, after):
    """The ids of every entry that is not the very same, by kind."""
    return {
        kind: {key for key, entry in getattr(after, kind).items() if entry is not getattr(before, kind)[key]}
        for kind in SHARED_FIELDS
        if getattr(after, kind) is not getattr(before, kind)
    }


def test_nothing_over_it_leaves_the_very_same_catalogue(catalogue, today):
    assert overlaid(catalogue, NOTHING_OVER, today) is catalogue


@pytest.mark.parametrize("state", [FlagState.REJECTED, FlagState.CLEARED])
def test_a_flag_that_was_decided_hides_nothing(catalogue, flagged, over, today, state):
    flag = flagged("number", "dallas", "phone", state=state)

    assert overlaid(catalogue, over(flag), today) is catalogue


def test_a_flag_that_is_not_urgent_hides_nothing(catalogue, flagged, over, today):
    assert overlaid(catalogue, over(flagged("number", "dallas", "phone", urgent=False)), today) is catalogue


@pytest.mark.parametrize("state", [FlagState.WAITING, FlagState.ACCEPTED])
def test_a_number_in_doubt_goes_and_nothing_else(catalogue, flagged, over, today, state):
    laid = overlaid(catalogue, over(flagged("number", "dallas", "phone", state=state)), today)

    assert printable_phone(catalogue.phones["dallas"])
    assert not printable_phone(laid.phones["dallas"])
    assert changed(catalogue, laid) == {"phones": {"dallas"}}


def test_hours_in_doubt_are_not_known(catalogue, flagged, over, today):
    place = overlaid(catalogue, over(flagged("place", "dlas", "hours")), today)
    line = overlaid(catalogue, over(flagged("number", "dallas", "hours")), today)

    assert place.locations["dlas"].schedule == UNKNOWN_HOURS
    assert line.phones["dallas"].schedule == UNKNOWN_HOURS
    assert printable_phone(line.phones["dallas"])
    assert changed(catalogue, place) == {"locations": {"dlas"}}
    assert changed(catalogue, line) == {"phones": {"dallas"}}


def test_the_only_address_in_doubt_goes_and_the_service_stays(catalogue, flagged, over, today):
    laid = overlaid(catalogue, over(flagged("place", "dlas", "address")), today)

    place = laid.locations["dlas"]
    assert not printable_address(place)
    assert (place.address_1, place.postal_code, place.latitude, place.longitude) == ("", "", None, None)
    assert place.city == catalogue.locations["dlas"].city
    assert changed(catalogue, laid) == {"locations": {"dlas"}}


def test_one_of_several_places_goes_from_every_service(catalogue, flagged, over, today):
    place = catalogue.services["hrm-311"].locations[0]

    laid = overlaid(catalogue, over(flagged("place", place, "address")), today)

    assert all(place not in service.locations for service in laid.services.values() if len(service.locations) > 1)
    assert laid.services["hrm-311"].locations == catalogue.services["hrm-311"].locations[1:]
    assert laid.bundles is catalogue.bundles


def test_a_place_that_may_be_closed_says_so_where_there_is_no_other(catalogue, flagged, over, today):
    laid = overlaid(catalogue, over(flagged("place", "dlas", "closed")), today)

    assert laid.services["dalhousie-legal-aid"].notice == PLACE_MAY_BE_CLOSED
    assert PLACE_MAY_BE_CLOSED.to("fr") in laid.locations["dlas"].note.to("fr")
    assert laid.locations["dlas"].schedule == UNKNOWN_HOURS


@pytest.mark.parametrize("field", [field for field in Field if field is not Field.CLOSED])
def test_a_service_in_doubt_says_what_is_being_checked(catalogue, flagged, over, today, field):
    laid = overlaid(catalogue, over(flagged("service", "birth-certificate", field)), today)

    assert laid.services["birth-certificate"].notice == BEING_CHECKED[field]
    assert changed(catalogue, laid) == {"services": {"birth-certificate"}}


def test_each_field_of_a_service_loses_what_would_mislead(catalogue, flagged, over, today):
    def laid(field):
        return overlaid(catalogue, over(flagged("service", "health-card-msi", field)), today).services[
            "health-card-msi"
        ]

    assert laid("phone").phones == ()
    assert laid("address").locations == ()
    assert laid("web").url is None
    assert [cost.amount for cost in laid("fee").costs] == [None]
    assert laid("eligibility").eligibility is ALWAYS
    assert laid("documents").requirements == catalogue.services["health-card-msi"].requirements


def test_two_flags_on_one_service_are_both_said(catalogue, flagged, over, today):
    flags = [flagged("service", "passport-adult", field) for field in ("fee", "documents")]

    laid = overlaid(catalogue, over(*flags), today)

    for language in TONGUES:
        if language in BEING_CHECKED[Field.FEE].wordings:
            said = laid.services["passport-adult"].notice.to(language)
            assert all(BEING_CHECKED[Field(field)].to(language) in said for field in ("fee", "documents"))


def test_a_closed_service_leaves_new_plans_and_cannot_be_reached(catalogue, flagged, over, today, now):
    bundle = catalogue.bundles["death-in-the-family"]
    step = next(step for step in bundle.steps if step.level is not StepLevel.MUST and step.service)

    laid = overlaid(catalogue, over(flagged("service", step.service, "closed")), today)

    assert laid.bundles is catalogue.bundles
    assert step.service in [planned.service for planned in make_plan(catalogue, [bundle.id], {}, now=now).steps]
    plan = make_plan(laid, [bundle.id], {}, now=now)
    assert step.service not in [planned.service for planned in plan.steps]
    closed = laid.services[step.service]
    assert (closed.channels, closed.phones, closed.locations, closed.url) == ((), (), (), None)
    assert closed.notice == MAY_BE_CLOSED


def test_a_must_step_whose_service_may_be_closed_stays_to_be_asked_about(catalogue, flagged, over, today, now):
    bundle = catalogue.bundles["death-in-the-family"]
    step = next(step for step in bundle.steps if step.level is StepLevel.MUST and step.service == "death-certificate")

    laid = overlaid(catalogue, over(flagged("service", step.service, "closed")), today)

    plan = make_plan(laid, [bundle.id], {}, now=now)
    assert step.service in [planned.service for planned in plan.steps]
    assert laid.services[step.service].notice == MAY_BE_CLOSED


def answers_at_random(catalogue, bundle, random):
    """An answer to each of the bundle's questions, as they come."""
    answers = {}
    for name in (*bundle.questions, *bundle.optional_questions):
        fact = catalogue.facts.get(name)
        if fact is not None and fact.type is FactType.BOOLEAN:
            answers[name] = random.choice([True, False])
        elif fact is not None and fact.type in (FactType.CHOICE, FactType.MONEY_BAND):
            answers[name] = random.choice(fact.choices).value
    return answers


def test_no_plan_is_empty_though_every_service_of_its_situation_may_be_closed(catalogue, flagged, over, today, now):
    random = Random(7)
    for bundle in catalogue.bundles.values():
        services = dict.fromkeys(step.service for step in bundle.steps if step.service)
        laid = overlaid(catalogue, over(*(flagged("service", name, "closed") for name in services)), today)
        for answers in ({}, *(answers_at_random(catalogue, bundle, random) for _ in range(4))):
            before = make_plan(catalogue, [bundle.id], answers, now=now)

            plan = make_plan(laid, [bundle.id], answers, now=now)

            assert bool(plan.to_do()) == bool(before.to_do()), (bundle.id, answers)


def test_a_closed_service_that_was_searched_for_says_so_on_its_page(catalogue, flagged, over, today, now):
    laid = overlaid(catalogue, over(flagged("service", "cvitp-free-tax-clinic", "closed")), today)
    bundle = single_service("cvitp-free-tax-clinic")

    plan = make_plan(with_single_services(laid, (bundle,)), [bundle], {}, now=now)

    assert [step.service for step in plan.to_do()] == ["cvitp-free-tax-clinic"]
    assert plan.steps[0].channels == ()


def test_no_urgent_door_opens_on_nothing(catalogue, flagged, over, today):
    for door in catalogue.doors:
        if not door.services:
            continue
        laid = overlaid(catalogue, over(*(flagged("service", name, "closed") for name in door.services)), today)

        assert next(other for other in laid.doors if other.id == door.id).services, door.id


@pytest.mark.parametrize("field", list(Field))
def test_no_flag_hides_an_urgent_number(catalogue, flagged, over, today, field):
    flags = [flagged("number", line.phone, field) for line in LIFELINES]
    flags += [flagged("service", line.service, field) for line in LIFELINES]

    assert overlaid(catalogue, over(*flags), today) is catalogue


def test_a_flag_on_what_is_gone_changes_nothing(catalogue, flagged, over, today):
    flags = [flagged(about, "no-such-thing", "closed") for about in ("service", "place", "number")]

    assert overlaid(catalogue, over(*flags), today) is catalogue


def test_every_sentence_is_in_every_language_of_the_screen():
    shown = {code for code, tongue in TONGUES.items() if tongue.offered and tongue.is_shown}

    for sentence in (*BEING_CHECKED.values(), MAY_BE_CLOSED, PLACE_MAY_BE_CLOSED):
        assert shown <= sentence.wordings.keys()

"""One service taken up by itself."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.model import BundleId, Catalogue, ServiceId, StepList
from kiosk.catalogue.reading import load
from kiosk.config import Site
from kiosk.languages import Language, load_messages
from kiosk.paths import assets_folder, cache_folder
from kiosk.planning import make_plan
from kiosk.planning.plan import Status
from kiosk.referral import token
from kiosk.referral.composing import Choices, compose
from kiosk.referral.issuing import Issuer
from kiosk.visit.single import single_service, single_service_bundle, single_step, situations, with_single_services

SOURCES = Path(__file__).parents[2] / "assets" / "catalogue"
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("America/Halifax"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue of Nova Scotia."""
    target = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(SOURCES, target)
    return load(target)


def plan_for(catalogue, service):
    bundles = (single_service(ServiceId(service)),)
    return make_plan(with_single_services(catalogue, bundles), bundles, {}, now=NOW)


def test_a_service_alone_is_a_plan_of_one_step_that_asks_nothing(real):
    plan = plan_for(real, "food-bank")

    (step,) = plan.to_do()
    assert (step.id, step.service, step.status) == (single_step(ServiceId("food-bank")), "food-bank", Status.APPLIES)
    assert step.channels
    assert plan.next_question is None


def test_every_service_can_be_taken_up_alone(real):
    for service in real.services.values():
        plan = plan_for(real, service.id)

        step = plan.step(single_step(service.id))
        assert step.service == service.id
        assert plan.next_question is None
        assert step.list is (StepList.AUTOMATIC if service.automatic else StepList.TO_DO)


def test_a_discreet_service_alone_is_a_sensitive_topic(real):
    assert single_service_bundle(real, ServiceId("transition-houses")).sensitive
    assert not single_service_bundle(real, ServiceId("food-bank")).sensitive


def test_the_catalogue_of_a_visit_without_single_services_is_the_same_value(real):
    assert with_single_services(real, (BundleId("moving-house"),)) is real


def test_a_service_alone_is_no_situation(real):
    extended = with_single_services(real, (single_service(ServiceId("food-bank")),))

    assert len(extended.bundles) == len(real.bundles) + 1
    assert situations(extended) == situations(real) == tuple(real.bundles.values())


def test_a_service_that_does_not_exist_cannot_be_taken_up(real):
    with pytest.raises(KeyError):
        with_single_services(replace(real), (single_service(ServiceId("no-such-service")),))


def test_the_code_of_a_service_alone_carries_the_service_and_no_life_event(real, tmp_path):
    service = ServiceId("food-bank")
    bundles = (single_service(service),)
    catalogue = with_single_services(real, bundles)
    plan = make_plan(catalogue, bundles, {}, now=NOW)

    handover = Issuer(lambda: tmp_path).sign(catalogue, plan, Choices(), NOW.date(), token.new_id())

    assert handover.referral is not None
    assert handover.referral.life_event is None
    assert [(item.service, item.step) for item in handover.referral.items] == [(real.services[service].number, 0)]


def test_the_slip_of_a_service_alone_tells_its_one_step(real):
    service = ServiceId("food-bank")
    bundles = (single_service(service),)
    catalogue = with_single_services(real, bundles)
    plan = make_plan(catalogue, bundles, {}, now=NOW)

    slip = compose(catalogue, plan, Choices(("fr",)), Site(), NOW, words_of, code="", qr=())

    (part,) = slip.parts
    assert part.title == real.services[service].name.to("fr")
    assert [step.number for step in part.steps] == [1]


def words_of(language):
    return load_messages(Language(language), assets_folder() / "locale", cache_folder())

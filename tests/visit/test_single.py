"""One service taken up by itself."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.model import BundleId, Catalogue, ServiceId, StepList
from kiosk.catalogue.reading import load
from kiosk.planning import make_plan
from kiosk.planning.plan import Status
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

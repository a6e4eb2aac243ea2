"""What of a referral a case is opened with."""

import pytest

from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.counter.cases.case import plan_of
from kiosk.referral.token import Item, Referral
from tests.counter.cases.conftest import TODAY


@pytest.fixture(scope="module")
def catalogue():
    return load(paths.catalogue_file())


def referral(catalogue, numbers, bundle):
    return Referral(bytes(8), TODAY, catalogue.version, tuple(map(Item, numbers)), catalogue.bundles[bundle].number)


def test_the_steps_and_the_situation_are_taken_over(catalogue):
    services = [service.number for service in catalogue.services.values() if not service.discreet][:3]

    plan = plan_of(catalogue, referral(catalogue, [*services, 60000], "losing-a-job"), "TOKEN")

    assert [step.service for step in plan.steps] == [*services, 60000]
    assert (plan.bundle, plan.token) == (catalogue.bundles["losing-a-job"].number, "TOKEN")


def test_a_discreet_service_is_in_no_case(catalogue):
    discreet = [service.number for service in catalogue.services.values() if service.discreet]
    assert discreet

    plan = plan_of(catalogue, referral(catalogue, discreet[:3], "losing-a-job"))

    assert (plan.steps, plan.bundle) == ((), 0)


def test_a_topic_that_must_not_be_known_is_in_no_case(catalogue):
    service = next(one.number for one in catalogue.services.values() if not one.discreet)
    sensitive = [bundle.id for bundle in catalogue.bundles.values() if bundle.sensitive]
    assert sensitive

    for bundle in sensitive:
        assert plan_of(catalogue, referral(catalogue, [service], bundle)).bundle == 0

"""What people say, in state.db: on the disk, by the hour, without a topic that must not be known."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.model import BundleId, ServiceId
from kiosk.catalogue.reading import load
from kiosk.counter.needs import Flag, Judgement, Met, Reason, Setting, UnmetNeed, keep, setting_of
from tests.by_hand import rows

NOW = datetime(2026, 3, 12, 10, 59, 59, tzinfo=ZoneInfo("America/Halifax"))
SETTING = Setting("2026-03-12T10", 2, "fr", BundleId("losing-a-job"), ServiceId("ei-regular"))


@pytest.fixture(scope="module")
def catalogue(catalogue_file):
    return load(catalogue_file)


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state.db"


def test_an_unmet_need_is_kept_with_its_reason_and_setting(state):
    keep(state, UnmetNeed(Reason.NO_WAY_THERE), SETTING)

    assert rows(state, "unmet_need", "hour, kiosk, language, bundle, service, source, reason") == [
        ("2026-03-12T10", 2, "fr", "losing-a-job", "ei-regular", "citizen", "transport")
    ]


def test_wrong_information_is_a_flag_on_the_service(state):
    keep(state, Flag(), SETTING)

    assert rows(state, "flag", "hour, service, source, field") == [("2026-03-12T10", "ei-regular", "citizen", "")]


def test_whether_a_need_was_met_is_only_counted(state):
    for met in (Met.YES, Met.YES, Met.NO):
        keep(state, Judgement(met), SETTING)

    assert rows(state, "measure", "hour, name, count") == [
        ("2026-03-12T10", "met.yes", 2),
        ("2026-03-12T10", "met.no", 1),
    ]


def test_no_row_says_who_or_when_to_the_minute(state):
    keep(state, UnmetNeed(Reason.CLOSED), SETTING)
    keep(state, UnmetNeed(Reason.CLOSED), SETTING)

    first, second = rows(state, "unmet_need", "id, hour")
    assert len({first[0], second[0]}) == 2
    assert first[1] == second[1] == "2026-03-12T10"


def test_the_hour_is_the_finest_time(catalogue):
    assert setting_of(catalogue, (), None, NOW, 0, "en") == Setting("2026-03-12T10", 0, "en")


def test_an_ordinary_visit_names_its_situation_and_service(catalogue):
    bundle = BundleId("losing-a-job")
    service = next(step.service for step in catalogue.bundles[bundle].steps if step.service)

    setting = setting_of(catalogue, (bundle,), service, NOW, 2, "en")

    assert (setting.bundle, setting.service) == (bundle, service)


def test_a_sensitive_visit_names_neither(catalogue):
    sensitive = [bundle for bundle in catalogue.bundles.values() if bundle.sensitive]
    assert sensitive

    for bundle in sensitive:
        service = next((step.service for step in bundle.steps if step.service), None)
        assert setting_of(catalogue, (bundle.id,), service, NOW, 2, "en") == Setting("2026-03-12T10", 2, "en")


def test_a_discreet_service_is_never_named(catalogue):
    discreet = [service.id for service in catalogue.services.values() if service.discreet]
    assert discreet

    for service in discreet:
        assert setting_of(catalogue, (BundleId("losing-a-job"),), service, NOW, 2, "en").bundle is None


def test_a_state_that_knows_only_referrals_takes_up_needs(state):
    from kiosk.referral.registry import MIGRATIONS
    from kiosk.state import open_state

    open_state(state, MIGRATIONS).close()

    keep(state, Flag(), SETTING)

    assert rows(state, "referral_issued", "count(*)") == [(0,)]
    assert rows(state, "flag", "count(*)") == [(1,)]

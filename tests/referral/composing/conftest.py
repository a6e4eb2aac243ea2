"""Slips of the real catalogue, as a person in Halifax gets them two days before Remembrance Day."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.catalogue.reading import load
from kiosk.config import Site
from kiosk.languages import Language, Messages, load_messages
from kiosk.planning import Here, Preferences, make_plan
from kiosk.planning.plan import Plan
from kiosk.referral.composing import Choices
from kiosk.referral.handover import Prepared, prepare
from kiosk.referral.issuing import Handover, Issuer

NOW = datetime(2026, 11, 9, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
ID = bytes.fromhex("00112233aabbccdd")
SITE = Site()

PlanOf = Callable[..., Plan]
Prepare = Callable[..., Prepared]


@cache
def words_of(language: str) -> Messages:
    return load_messages(Language(language), paths.assets_folder() / "locale")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(paths.catalogue_file())


@pytest.fixture(scope="session")
def plan_of(catalogue: Catalogue) -> PlanOf:
    def _plan_of(*bundles: str, answers: Mapping[str, Answer] | None = None, now: datetime = NOW) -> Plan:
        known = {"event_date": date(2026, 11, 5), **(answers or {})}
        return make_plan(
            catalogue,
            tuple(BundleId(bundle) for bundle in bundles),
            {FactId(fact): answer for fact, answer in known.items()},
            skipped=frozenset(),
            now=now,
            here=Here(SITE.latitude, SITE.longitude),
            preferences=Preferences(language="en"),
        )

    return _plan_of


@pytest.fixture(scope="session")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    folder: Path = tmp_path_factory.mktemp("state")
    return Issuer(lambda: folder, kiosk_number=12)


@pytest.fixture(scope="session")
def prepared(catalogue: Catalogue, issuer: Issuer) -> Prepare:
    """Sign a plan and compose its slip; `handover` stands in for the signing."""

    def _prepared(
        plan: Plan,
        choices: Choices = Choices(),  # noqa: B008 - frozen
        handover: Handover | None = None,
        page_address: str = "",
        site: Site = SITE,
    ) -> Prepared:
        signed = handover or issuer.sign(catalogue, plan, choices, NOW.date(), ID)
        return prepare(catalogue, plan, choices, site, NOW, words_of, signed, page_address)

    return _prepared

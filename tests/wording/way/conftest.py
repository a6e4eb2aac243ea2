"""The catalogue that is shipped, and the plans made of it one Thursday morning in Halifax."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.catalogue.reading import load
from kiosk.planning import Here, make_plan
from kiosk.planning.plan import Plan

THURSDAY = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


@pytest.fixture(scope="session")
def catalogue(catalogue_file: Path) -> Catalogue:
    """The real catalogue."""
    return load(catalogue_file)


@pytest.fixture(scope="session")
def plan_of(catalogue: Catalogue) -> Callable[[BundleId], Plan]:
    """The plan of one bundle with nothing answered."""
    return lambda bundle: make_plan(catalogue, (bundle,), {}, now=THURSDAY, here=Here(44.6625, -63.5905))

"""The catalogue that is shipped, and the plans made of it one Thursday morning in Halifax."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.catalogue.build import build
from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.catalogue.reading import load
from kiosk.planning import Here, make_plan
from kiosk.planning.plan import Plan

THURSDAY = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The real catalogue."""
    target: Path = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(paths.assets_folder() / "catalogue", target)
    return load(target)


@pytest.fixture(scope="session")
def plan_of(catalogue: Catalogue) -> Callable[[BundleId], Plan]:
    """The plan of one bundle with nothing answered."""
    return lambda bundle: make_plan(catalogue, (bundle,), {}, now=THURSDAY, here=Here(44.6625, -63.5905))

"""A session on the real catalogue, one Thursday morning in March, without a window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.bridge.session import Session
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.config import Site
from kiosk.languages import Language, Messages, load_messages

THURSDAY = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


def _words_of(language: str) -> Messages:
    return load_messages(Language(language), paths.assets_folder() / "locale")


@pytest.fixture(scope="session")
def catalogue(catalogue_file: Path) -> Catalogue:
    """The real catalogue."""
    return load(catalogue_file)


@pytest.fixture(scope="session")
def words() -> dict[str, Messages]:
    """The words of the window, by language."""
    return {language: _words_of(language) for language in ("en", "fr")}


@pytest.fixture
def session(qapp: object, catalogue: Catalogue) -> Session:
    """A session at the first screen of a kiosk in Halifax."""
    return Session(Site(), lambda: catalogue, _words_of, lambda: THURSDAY)


@pytest.fixture
def session_with(qapp: object) -> Callable[..., Session]:
    """A session that opens its catalogue by `opening`."""
    return lambda opening, site=None: Session(site or Site(), opening, _words_of, lambda: THURSDAY)

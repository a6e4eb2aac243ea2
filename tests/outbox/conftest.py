"""An outbox with nothing in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.outbox.tables import MIGRATIONS
from kiosk.referral.keys import KioskKey, own_key
from kiosk.state import open_state


@pytest.fixture
def state_file(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def state(state_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_state(state_file, MIGRATIONS)) as connection:
        yield connection


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """What Guichet comes with."""
    return load(paths.catalogue_file())


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> KioskKey:
    """The key of a kiosk in Truro."""
    return own_key(tmp_path_factory.mktemp("truro"), kiosk_number=12)

"""The catalogue of Nova Scotia exported once, and the tiny one to spoil."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.exchange.export import export
from tests.catalogue.exchange.tables import HALIFAX, Tables, read_tables


@pytest.fixture(scope="session")
def exported(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an export; nobody writes in it."""
    folder = tmp_path_factory.mktemp("hsds") / "export"
    export(real_database, folder, HALIFAX)
    return folder


@pytest.fixture(scope="session")
def english(exported: Path) -> Tables:
    """The English tables."""
    return read_tables(exported / "en")


@pytest.fixture(scope="session")
def french(exported: Path) -> Tables:
    """The French tables."""
    return read_tables(exported / "fr")


@pytest.fixture
def package(edited: Callable[[str, str, str], Path], tmp_path: Path) -> Path:
    """The English tables of the tiny catalogue, its back office that of an organization which hides nothing."""
    sources = edited("locations.yaml", "organization: pension", "organization: registry")
    build(sources, tmp_path / "tiny.db")
    export(tmp_path / "tiny.db", tmp_path / "hsds", HALIFAX)
    return tmp_path / "hsds" / "en"


@pytest.fixture
def tables_of(tmp_path: Path) -> Callable[[Path], Tables]:
    """The English tables of a folder of sources."""

    def read(sources: Path) -> Tables:
        build(sources, tmp_path / "edited.db")
        export(tmp_path / "edited.db", tmp_path / "edited", HALIFAX)
        return read_tables(tmp_path / "edited" / "en")

    return read

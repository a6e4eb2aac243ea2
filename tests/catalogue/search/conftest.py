"""The real catalogue, searched."""

from pathlib import Path

import pytest

from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.search import Finder, index_of


@pytest.fixture(scope="session")
def finder(real: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Finder:
    """A finder over the catalogue of Nova Scotia."""
    folder: Path = tmp_path_factory.mktemp("index")
    return Finder(index_of(real, lambda: folder))

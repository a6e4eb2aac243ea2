"""A tiny catalogue of the tests' own, whole or with one thing wrong, and the real one built once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load

FIXTURES = Path(__file__).parent / "fixtures"
SOURCES = Path(__file__).parents[2] / "assets" / "catalogue"

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The sources of the tiny catalogue, to read or to spoil."""
    shutil.copytree(FIXTURES / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny" / "catalogue"


@pytest.fixture
def edited(tiny: Path) -> Edit:
    """Replace one passage of one file of the tiny catalogue, which must be there exactly once."""

    def edit(file: str, old: str, new: str) -> Path:
        text = (tiny / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        (tiny / file).write_text(text.replace(old, new), encoding="utf-8")
        return tiny

    return edit


@pytest.fixture
def tiny_database(tiny: Path, tmp_path: Path) -> Path:
    """The tiny catalogue, built."""
    build(tiny, tmp_path / "tiny.db")
    return tmp_path / "tiny.db"


@pytest.fixture
def small(tiny_database: Path) -> Catalogue:
    """The tiny catalogue, read back."""
    return load(tiny_database)


@pytest.fixture(scope="session")
def real_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of Nova Scotia, built from the sources as they stand."""
    target = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(SOURCES, target)
    return target


@pytest.fixture(scope="session")
def real(real_database: Path) -> Catalogue:
    """The catalogue of Nova Scotia, read back."""
    return load(real_database)

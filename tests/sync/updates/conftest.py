"""A kiosk that is brought up to date, and an operator who publishes with the reference tools."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest

from kiosk.catalogue.editions import catalogue_in_use, installed, updates_folder
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.sync.updates.outcomes import Outcome, Refused
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.sources import FolderSource, Source, Way
from kiosk.sync.updates.trusting import trust
from kiosk.sync.updates.updating import update
from tests.sync.updates.reference import NOW, SHIPPED, Publisher, make_edition

FIRST, SECOND, THIRD = SHIPPED + 1, SHIPPED + 2, SHIPPED + 3


class NetworkFolder(FolderSource):
    """A folder that is believed to be the network, where the machine's clock judges."""

    way = Way.NETWORK


@dataclass
class Kiosk:
    """A machine of its own; `config` may be changed."""

    folder: Path
    config: Config

    def update(self, publisher: Publisher | Path | Source, now: datetime = NOW, way: Way = Way.NETWORK) -> Outcome:
        """Try to update from a publisher's folder, as if by network or stick."""
        folder = publisher.folder if isinstance(publisher, Publisher) else publisher
        if isinstance(folder, Path):
            source = NetworkFolder(folder) if way is Way.NETWORK else FolderSource(folder)
        else:
            source = folder
        outcome = update(source, self.folder, self.config, now, state_file=self.folder.parent / "state.db")
        assert self.catalogue.version >= SHIPPED  # whatever happened, the kiosk has a catalogue that opens
        return outcome

    @property
    def catalogue(self) -> Catalogue:
        """What the kiosk would show."""
        return load(catalogue_in_use(self.config.catalogue))

    @property
    def version(self) -> int:
        """The version of the installed edition; 0 for none."""
        edition = installed(self.folder)
        return edition.version if edition else 0


@pytest.fixture(scope="session")
def editions(tmp_path_factory) -> dict[int, bytes]:
    """Three catalogues, each newer than the one that Guichet came with."""
    folder = tmp_path_factory.mktemp("editions")
    return {version: make_edition(folder / f"{version}.db", version) for version in (FIRST, SECOND, THIRD)}


@pytest.fixture
def publisher(tmp_path, editions) -> Publisher:
    """An operator who has published the first edition today."""
    publisher = Publisher(tmp_path / "repository", NOW)
    publisher.publish(FIRST, editions[FIRST], NOW)
    return publisher


@pytest.fixture
def kiosk(tmp_path, monkeypatch, publisher) -> Kiosk:
    """A kiosk that trusts that operator, and has fetched nothing yet."""
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    kiosk = Kiosk(updates_folder(), Config())
    trust(kiosk.folder, publisher.first_root)
    return kiosk


@pytest.fixture
def copied(tmp_path):
    """Return a way to keep the repository as it is now, for who serves it later."""
    made = []

    def copy(publisher: Publisher) -> Path:
        made.append(copytree(publisher.folder, tmp_path / f"copy{len(made)}"))
        return made[-1]

    return copy


def refused(outcome: Outcome) -> Reason:
    """The reason of a refusal; anything else fails the test."""
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


def in_region(config: Config, region: str) -> Config:
    """The same configuration for a kiosk elsewhere."""
    return replace(config, sync=replace(config.sync, region=region))

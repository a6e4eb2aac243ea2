"""The power goes while an operator publishes: kiosks read the edition before or the new one, and publishing goes on."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.catalogue.build import build
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.repository import read_repository, target_path, targets_named
from kiosk.hub.publishing.resigning import resign
from kiosk.hub.publishing.starting import init
from tests.faults.power import Log, Loss, lay, left_after, places
from tests.faults.watched_folder import watched

TINY = Path(__file__).parents[1] / "catalogue" / "fixtures" / "tiny" / "catalogue"
CUTS = 150
NOW = datetime.now(UTC).replace(microsecond=0) - timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Operator:
    """Has a repository with one edition, and its keys."""

    repository: Path
    keys: Keys

    def publish(self, version: int, repository: Path, at: datetime = NOW) -> None:
        """Publish an edition into it, or into what a cut left of it."""
        publish(repository, self.keys, NewEdition(self.repository.parent / f"{version}.db", "ns"), at)


@pytest.fixture(scope="module")
def operator(tmp_path_factory: pytest.TempPathFactory) -> Operator:
    """One who has published edition 1."""
    folder = tmp_path_factory.mktemp("operator")
    build(TINY, folder / "tiny.db")
    for version in (1, 2, 3):
        shutil.copy(folder / "tiny.db", folder / f"{version}.db")
        with closing(sqlite3.connect(folder / f"{version}.db")) as connection:
            connection.execute("UPDATE edition SET version = ?", (version,))
            connection.execute("UPDATE service SET description = ?", (f"As it is in edition {version}. " * 40,))
            connection.commit()
    operator = Operator(folder / "repository", Keys.within(folder / "keys"))
    init(operator.repository, operator.keys, NOW)
    operator.publish(1, operator.repository)
    return operator


@pytest.fixture
def repository(operator: Operator, tmp_path: Path) -> Path:
    """A copy of the repository for one test."""
    return Path(shutil.copytree(operator.repository, tmp_path / "repository"))


def left(log: Log, loss: Loss, cuts: int, into: Path) -> Iterator[Path]:
    """What each of so many cuts left, the first after the end."""
    chance = random.Random(1)
    for deeds in places(log, cuts, chance):
        with TemporaryDirectory(dir=into) as again:
            lay(left_after(log, deeds, loss, chance), Path(again))
            yield Path(again)


def offered(repository: Path) -> int:
    """The edition that kiosks are offered, once every signature, length and digest of all files has been checked."""
    (current,) = [one for one in targets_named(read_repository(repository)) if one.path.endswith("/current.json")]
    version: int = json.loads((repository / target_path(current)).read_bytes())["version"]
    return version


@pytest.mark.parametrize("loss", Loss)
def test_a_cut_while_publishing_leaves_the_edition_before_or_the_new_one(
    operator: Operator, repository: Path, tmp_path: Path, loss: Loss
) -> None:
    log = Log.of(repository)
    with watched(repository, log):
        operator.publish(2, repository)

    found = [offered(again) for again in left(log, loss, CUTS, tmp_path)]

    assert found[0] == 2, "what was published is on the disk"
    assert set(found) == {1, 2}


def test_what_was_cut_is_published_by_the_next(operator: Operator, repository: Path, tmp_path: Path) -> None:
    log = Log.of(repository)
    with watched(repository, log):
        operator.publish(2, repository)

    for again in left(log, Loss.TORN, 12, tmp_path):
        operator.publish(3, again)

        assert offered(again) == 3


@pytest.mark.parametrize("loss", Loss)
def test_a_cut_while_signing_again_leaves_a_repository_that_is_read(
    operator: Operator, repository: Path, tmp_path: Path, loss: Loss
) -> None:
    log = Log.of(repository)
    with watched(repository, log):
        resign(repository, operator.keys, NOW + timedelta(days=1))

    assert {offered(again) for again in left(log, loss, 50, tmp_path)} == {1}

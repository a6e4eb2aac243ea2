"""The power goes while an edition is put in place: the old one opens or the new one, never a mixture and never none."""

import hashlib
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

from kiosk import paths
from kiosk.catalogue.build import build
from kiosk.catalogue.editions import EDITIONS, Edition, installed, point_to, version_of
from kiosk.catalogue.reading import load
from kiosk.config import Config
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init
from kiosk.sync.updates.floors import read_floors
from kiosk.sync.updates.installing import tidy
from kiosk.sync.updates.outcomes import Updated, UpToDate
from kiosk.sync.updates.sources import FolderSource
from kiosk.sync.updates.trusting import trust
from kiosk.sync.updates.updating import update
from tests.faults.power import Log, Loss, lay, left_after, places
from tests.faults.watched_folder import watched

TINY = Path(__file__).parents[1] / "catalogue" / "fixtures" / "tiny" / "catalogue"
CUTS = 300
NOW = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Operator:
    """Publishes editions of a tiny catalogue; `first` is newer than the one that Guichet comes with."""

    repository: Path
    keys: Keys
    tiny: Path
    first: int

    @classmethod
    def beginning(cls, folder: Path) -> "Operator":
        """One who has keys and a repository in `folder`, and has published nothing yet."""
        build(TINY, folder / "tiny.db")
        keys = Keys.within(folder / "keys")
        init(folder / "repository", keys, NOW)
        return cls(folder / "repository", keys, folder / "tiny.db", version_of(paths.catalogue_file()) + 1)

    def edition(self, version: int) -> Path:
        """An edition, with so many other words that most of the file differs."""
        target = self.repository.parent / f"edition-{version}.db"
        shutil.copy(self.tiny, target)
        with closing(sqlite3.connect(target)) as connection:
            connection.execute("UPDATE edition SET version = ?", (version,))
            connection.execute("UPDATE service SET description = ?", (f"As it is in edition {version}. " * 40,))
            connection.commit()
        return target

    def publish(self, version: int) -> None:
        """Sign an edition."""
        publish(self.repository, self.keys, NewEdition(self.edition(version), "ns"), NOW)


@pytest.fixture(scope="module")
def operator(tmp_path_factory: pytest.TempPathFactory) -> Operator:
    """One who has published nothing yet."""
    return Operator.beginning(tmp_path_factory.mktemp("operator"))


@pytest.fixture(scope="module")
def behind(operator: Operator, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a kiosk keeps that has the first two editions, while a third is published."""
    folder = tmp_path_factory.mktemp("kiosk") / "sync"
    trust(folder, (operator.repository / "metadata" / "1.root.json").read_bytes())
    for version in range(2):
        operator.publish(operator.first + version)
        bring_up_to_date(operator, folder)
    operator.publish(operator.first + 2)
    return folder


@pytest.fixture
def folder(behind: Path, tmp_path: Path) -> Path:
    """The same for one test."""
    shutil.copytree(behind, tmp_path / "sync", symlinks=True)
    return tmp_path / "sync"


def bring_up_to_date(operator: Operator, folder: Path) -> None:
    """Update, as `guichet sync` does, from a folder."""
    outcome = update(FolderSource(operator.repository), folder, Config(), NOW)
    assert isinstance(outcome, Updated | UpToDate), outcome


def opens(folder: Path) -> int | None:
    """The version of the edition that opens, read with the real reader; None when none does."""
    edition = installed(folder)
    if edition is None:
        return None
    assert load(edition.path).version == edition.version
    return edition.version


def cut(log: Log, loss: Loss, cuts: int, into: Path) -> Iterator[Path]:
    """What each of so many cuts left; the first comes after the end."""
    for left in lefts(log, loss, cuts):
        with TemporaryDirectory(dir=into) as again:
            lay(left, Path(again))
            yield Path(again)


def lefts(log: Log, loss: Loss, cuts: int) -> Iterator[dict[str, bytes]]:
    """The same, not laid into a folder."""
    chance = random.Random(1)
    for deeds in places(log, cuts, chance):
        yield left_after(log, deeds, loss, chance)


Found = tuple[int | None, int]
"""Which edition opens, and which is marked as installed."""


def found_after(log: Log, loss: Loss, cuts: int, into: Path) -> list[Found]:
    """What is found after each of so many cuts; where two left the same, it is looked at once."""
    known: dict[frozenset[tuple[str, bytes]], Found] = {}

    def found(left: dict[str, bytes]) -> Found:
        same = frozenset(left.items())
        if same not in known:
            with TemporaryDirectory(dir=into) as again:
                lay(left, Path(again))
                known[same] = opens(Path(again)), read_floors(Path(again)).version
        return known[same]

    return [found(left) for left in lefts(log, loss, cuts)]


@pytest.fixture
def log(operator: Operator, folder: Path) -> Log:
    """All that an update from the second edition to the third does to the disk."""
    log = Log.of(folder)
    with watched(folder, log):
        bring_up_to_date(operator, folder)
    return log


@pytest.mark.parametrize("loss", Loss)
def test_a_cut_during_an_update_leaves_the_old_edition_or_the_new_one_and_the_marks(
    operator: Operator, log: Log, tmp_path: Path, loss: Loss
) -> None:
    old, new = operator.first + 1, operator.first + 2

    found = found_after(log, loss, CUTS, tmp_path)

    assert len(found) == CUTS
    assert found[0] == (new, new), "what has ended is on the disk"
    assert {opened for opened, _ in found} == {old, new}
    assert {mark for _, mark in found} == {old, new}, "no cut takes away what rollback is refused by"
    assert all(opened is not None and mark <= opened for opened, mark in found)


@pytest.mark.slow
@pytest.mark.parametrize("loss", Loss)
def test_the_next_update_does_what_the_cut_one_could_not(
    operator: Operator, log: Log, tmp_path: Path, loss: Loss
) -> None:
    for left in cut(log, loss, 30, tmp_path):
        bring_up_to_date(operator, left)

        assert opens(left) == operator.first + 2


@pytest.mark.parametrize("loss", Loss)
def test_a_cut_during_the_first_update_leaves_the_edition_that_came_with_the_program_or_the_new_one(
    operator: Operator, behind: Path, tmp_path: Path, loss: Loss
) -> None:
    folder = tmp_path / "sync"
    trust(folder, (behind / "root.json").read_bytes())
    log = Log.of(folder)
    with watched(folder, log):
        bring_up_to_date(operator, folder)

    assert {opened for opened, _ in found_after(log, loss, CUTS, tmp_path)} == {None, operator.first + 2}


def test_a_swap_that_did_not_wait_for_the_disk_would_leave_none(
    operator: Operator, folder: Path, tmp_path: Path
) -> None:
    new = operator.edition(operator.first + 2)
    log = Log.of(folder)

    with watched(folder, log):
        digest = hashlib.sha256(new.read_bytes()).hexdigest()
        target = folder / EDITIONS / f"{operator.first + 2}-{digest[:12]}.db"
        shutil.copy(new, target)
        point_to(folder, [Edition(operator.first + 2, load(new).day, target, digest)])
        tidy(folder)

    assert [opens(left) for left in cut(log, Loss.ALL, 1, tmp_path)] == [None]


@pytest.mark.thorough
@pytest.mark.parametrize("loss", Loss)
def test_no_cut_of_many_leaves_none(operator: Operator, log: Log, tmp_path: Path, loss: Loss) -> None:
    found = found_after(log, loss, 3_000, tmp_path)

    assert {opened for opened, _ in found} == {operator.first + 1, operator.first + 2}

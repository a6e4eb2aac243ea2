"""The power goes while state.db is written: what was acknowledged is there, and no act is there by half."""

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.outbox.kinds import Kind
from kiosk.referral.keys import KioskKey, own_key
from kiosk.state import StateError, open_state, state_errors
from tests.faults import acts
from tests.faults.power import Log, Loss, lay, left_after, places
from tests.faults.watched_database import watched

CUTS = 300


@dataclass(frozen=True, slots=True)
class Worked:
    """A day's acts, and all that the disk was asked to do for them."""

    log: Log
    day: acts.Day


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(paths.catalogue_file())


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> KioskKey:
    return own_key(tmp_path_factory.mktemp("truro"), kiosk_number=12)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue, key: KioskKey) -> Callable[..., Worked]:
    """Do a day's acts on a watched disk."""

    def done(pragmas: Sequence[str] = ()) -> Worked:
        folder, log = new_state(tmp_path_factory.mktemp("share"))
        with watched(folder, log):
            return Worked(log, acts.work(folder / "state.db", log, catalogue, key, pragmas))

    return done


def new_state(folder: Path) -> tuple[Path, Log]:
    """A folder with a state.db that has every table, all on the disk."""
    with closing(open_state(folder / "state.db", acts.MIGRATIONS)):
        pass
    return folder, Log.of(folder)


@pytest.fixture(scope="module")
def worked(work: Callable[..., Worked]) -> Worked:
    """A day's acts as the house does them."""
    return work()


def test_the_day_is_written_as_the_house_writes(worked: Worked) -> None:
    kinds = Counter(type(deed).__name__ for deed in worked.log.deeds)

    assert len(worked.day.stood) > 50
    assert kinds["Synced"] >= len(worked.day.stood), "every act waits for the disk"
    assert kinds["Removed"], "the last to close takes the log away"
    assert kinds["Cut"], "purging empties the log"


TOLD = {
    "referral_issued": Kind.REFERRAL,
    "unmet_need": Kind.UNMET_NEED,
    "flag": Kind.CITIZEN_FLAG,
    "catalogue_flag": Kind.STAFF_FLAG,
    "catalogue_correction": Kind.CORRECTION,
}
"""What kind of record goes up with a new row of these tables."""


def test_each_act_goes_with_the_record_that_tells_of_it(worked: Worked) -> None:
    def added(table: str, column: int, before: acts.Content, after: acts.Content) -> set[tuple[object, ...]]:
        known = {row[column] for row in before[table]}
        return {row for row in after[table] if row[column] not in known}

    together: Counter[Kind] = Counter()
    for before, after in pairwise(worked.day.stood):
        records = Counter(Kind(int(str(row[1]))) for row in added("outbox", 2, before, after))
        acted = Counter(kind for table, kind in TOLD.items() for _ in added(table, 0, before, after))
        assert records - Counter({Kind.COUNTS: 1}) == acted
        together += acted

    assert together == {
        Kind.REFERRAL: 32,
        Kind.UNMET_NEED: 4,
        Kind.CITIZEN_FLAG: 4,
        Kind.STAFF_FLAG: 6,
        Kind.CORRECTION: 6,
    }


def outcome(left: dict[str, bytes], folder: Path, day: acts.Day, deeds: int) -> str:
    """What a kiosk finds afterwards: "whole", "lost" when an act that was told is gone, "mixed" or "damaged"."""
    lay(left, folder)
    try:
        with state_errors(), closing(open_state(folder / "state.db", acts.MIGRATIONS)) as state:
            if state.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return "damaged"
            found = acts.content(state)
    except (StateError, sqlite3.DatabaseError):
        return "damaged"
    told = day.told_before(deeds)
    if found in day.stood[told : told + 2]:
        return "whole"
    return "lost" if found in day.stood[:told] else "mixed"


def outcomes(worked: Worked, loss: Loss, cuts: int, folder: Path, seed: int = 1) -> Counter[str]:
    """How a number of cuts ended."""
    chance = random.Random(seed)
    ended: Counter[str] = Counter()
    for deeds in places(worked.log, cuts, chance):
        with TemporaryDirectory(dir=folder) as again:
            ended[outcome(left_after(worked.log, deeds, loss, chance), Path(again), worked.day, deeds)] += 1
    return ended


@pytest.mark.slow
@pytest.mark.parametrize("loss", Loss)
def test_no_cut_loses_an_acknowledged_act_or_leaves_one_by_half(worked: Worked, tmp_path: Path, loss: Loss) -> None:
    assert outcomes(worked, loss, CUTS, tmp_path) == {"whole": CUTS}


def test_a_state_that_did_not_wait_for_the_disk_would_lose_acts(work: Callable[..., Worked], tmp_path: Path) -> None:
    ended = outcomes(work(["PRAGMA synchronous = NORMAL"]), Loss.ALL, 60, tmp_path)

    assert ended["lost"] > 20, ended


def test_a_state_that_never_waits_would_be_damaged(work: Callable[..., Worked], tmp_path: Path) -> None:
    ended = outcomes(work(["PRAGMA synchronous = OFF"]), Loss.TORN, 60, tmp_path)

    assert ended["damaged"] > 5, ended


def test_a_record_put_down_after_its_act_would_be_missing(tmp_path: Path) -> None:
    folder, log = new_state(tmp_path / "share")
    with watched(folder, log):
        day = acts.careless_work(folder / "state.db", log)

    ended = outcomes(Worked(log, day), Loss.ALL, 60, tmp_path)

    assert ended["mixed"] > 10, ended


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("loss", Loss)
def test_no_cut_of_many_loses_an_act(worked: Worked, tmp_path: Path, loss: Loss, seed: int) -> None:
    assert outcomes(worked, loss, CUTS, tmp_path, seed) == {"whole": CUTS}

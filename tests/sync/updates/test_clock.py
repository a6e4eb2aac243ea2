"""Which clock judges signatures."""

import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.reading import load
from kiosk.sync.updates.clock import EARLIEST, Reference, built, reference
from kiosk.sync.updates.sources import Way

BUILT = datetime(2026, 11, 25, tzinfo=UTC)
ISSUED = datetime(2027, 3, 1, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("clock", "judged_by", "wrong"),
    [
        (ISSUED + HOUR, ISSUED + HOUR, False),
        (ISSUED + timedelta(days=3 * 365), ISSUED + timedelta(days=3 * 365), False),
        (ISSUED - HOUR, ISSUED, False),
        (ISSUED - timedelta(days=2), ISSUED, True),
        (ISSUED + timedelta(days=4 * 365), ISSUED, True),
        (datetime(1970, 1, 1, tzinfo=UTC), ISSUED, True),
    ],
)
def test_online_the_clock_is_believed_between_the_newest_signature_and_three_years_later(clock, judged_by, wrong):
    assert reference(clock, ISSUED, Way.NETWORK, BUILT) == Reference(judged_by, wrong)


def test_a_stick_is_judged_by_the_newest_signature_whatever_the_clock_says():
    assert reference(ISSUED + timedelta(days=200), ISSUED, Way.STICK, BUILT) == Reference(ISSUED, clock_is_wrong=False)


def test_before_any_signature_was_seen_no_clock_is_believed_that_shows_a_time_before_the_program_was_built():
    assert reference(datetime(1970, 1, 1, tzinfo=UTC), None, Way.NETWORK, BUILT) == Reference(
        BUILT, clock_is_wrong=True
    )
    assert reference(ISSUED, None, Way.NETWORK, BUILT) == Reference(ISSUED, clock_is_wrong=False)
    old = BUILT - timedelta(days=900)
    assert reference(BUILT, old, Way.STICK, BUILT) == Reference(BUILT, clock_is_wrong=False)


def commit_day():
    """The day of the newest commit; None where this is no checkout."""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%cI"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
    return datetime.fromisoformat(told).astimezone(UTC)


def test_the_time_that_the_program_was_built_is_that_of_the_catalogue_it_comes_with():
    shipped = load(paths.catalogue_file())
    newest = commit_day()

    assert built(paths.catalogue_file()).date() == shipped.day
    assert built(paths.catalogue_file()) <= datetime.now(UTC)
    assert newest is None or built(paths.catalogue_file()) <= newest, "no right clock would be believed"


@pytest.mark.parametrize("day", ["2019-03-01", "", "soon", None])
def test_a_catalogue_that_says_no_day_or_an_impossible_one_leaves_the_earliest(tmp_path, day):
    file = tmp_path / "catalogue.db"
    with closing(sqlite3.connect(file)) as catalogue:
        catalogue.execute("CREATE TABLE edition (day)")
        catalogue.execute("INSERT INTO edition VALUES (?)", (day,))
        catalogue.commit()

    assert built(file) == built(tmp_path / "missing.db") == EARLIEST

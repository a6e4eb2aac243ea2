"""Guessing a PIN is held to five tries though the program is killed anywhere and the clock is set anyhow."""

import random
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.counter import anchor, audit
from kiosk.counter.audit import Whole
from kiosk.counter.staff import this_machine
from kiosk.counter.staff.attempts import MOST_TRIES, LockedError
from kiosk.counter.staff.beginning import first_code, make_first_supervisor
from kiosk.counter.staff.signing import sign_in_by_pin
from kiosk.counter.tables import MIGRATIONS
from kiosk.state import open_state
from tests.by_hand import rows

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 3, 12, 13, 14, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    """A counter with its first supervisor."""
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state:
        make_first_supervisor(
            state,
            this_machine(tmp_path),
            untrusted_code=first_code(state, tmp_path),
            name="Samira",
            untrusted_pin="482915",
            language="en",
            at=AT,
        )
    return tmp_path


def guessed_until_killed(folder, chance):
    """Start the guesser at a moment of any year, kill it at a moment of its own choosing, and give what it said."""
    moment = AT + timedelta(days=chance.randrange(-20_000, 20_000))
    program = [sys.executable, "-m", "tests.e2e.pin_guesser", str(folder), "Samira", moment.isoformat()]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as guesser:
        lived_through = chance.randrange(1, 6)
        # The count comes first: the other way about, `zip` would take one line more and drop it.
        said = [line.strip() for _, line in zip(range(lived_through), guesser.stdout, strict=False)]
        with suppress(subprocess.TimeoutExpired):
            guesser.wait(timeout=chance.random() * 0.3)
        guesser.kill()
        return said + guesser.stdout.read().split()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_kill_and_no_clock_gives_a_sixth_try(folder, seed):
    chance = random.Random(seed)
    checked, last, lives = 0, [], 0

    while last != ["counting", "over"]:
        last = guessed_until_killed(folder, chance)
        checked += last.count("checking")
        lives += 1
        assert "inside" not in last
        assert checked <= dict(rows(folder / "state.db", "staff_attempt", "whom, tries")).get("*", 0) <= MOST_TRIES
        assert lives < 60

    assert checked <= MOST_TRIES
    machine = this_machine(folder)
    with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
        with pytest.raises(LockedError):
            sign_in_by_pin(state, replace(machine, stretch=never), "Samira", "482915", at=AT + timedelta(days=36_500))
        assert isinstance(audit.verify(state, anchor.read(folder, machine.secret)), Whole)


@pytest.mark.slow
def test_programs_that_guess_at_once_share_the_five_tries(folder):
    program = [sys.executable, "-m", "tests.e2e.pin_guesser", str(folder), "Samira", AT.isoformat()]
    guessers = [subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]

    said = [line for guesser in guessers for line in guesser.communicate()[0].split()]

    assert said.count("checking") == MOST_TRIES
    assert said.count("over") == 4
    assert "inside" not in said


def never(pin, salt, secret):
    """No PIN may be looked at any more."""
    raise AssertionError("a PIN was checked though it is locked")

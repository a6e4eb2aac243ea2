"""Killed anywhere, cases that were said to be kept are there, and those said to be erased are nowhere."""

import random
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from kiosk.counter import audit
from kiosk.counter.audit import Whole
from kiosk.counter.cases.cabinet import Cabinet, open_keys
from kiosk.counter.cases.case import CaseGoneError, read_case
from kiosk.counter.cases.consenting import read_private
from kiosk.counter.cases.counting import tallies
from kiosk.counter.cases.day import Today
from kiosk.counter.cases.erasing import sweep
from kiosk.counter.tables import MIGRATIONS
from kiosk.counter.vault import new_vault_key
from kiosk.state import open_state
from tests.e2e.case_keeper import BY, DAY

ROOT = Path(__file__).parents[2]


def kept_until_killed(folder, vault, chance):
    """Let the keeper work for a while, kill it, and give what it said, a line each."""
    program = [sys.executable, "-m", "tests.e2e.case_keeper", folder, vault.hex(), str(chance.randrange(10**9))]
    with subprocess.Popen([str(word) for word in program], cwd=ROOT, stdout=subprocess.PIPE, text=True) as keeper:
        lines = chance.randrange(2, 14)
        said = [line for _, line in zip(range(lines), keeper.stdout, strict=False)]
        with suppress(subprocess.TimeoutExpired):
            keeper.wait(timeout=chance.random() * 0.08)
        keeper.kill()
        return [line.split() for line in (*said, *keeper.stdout) if line.endswith("\n")]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_kept_is_there_and_what_was_erased_is_nowhere(tmp_path, seed):
    chance, vault = random.Random(seed), new_vault_key()
    names, erasing, erased = {}, set(), set()

    for _ in range(6):
        for what, number, *name in kept_until_killed(tmp_path, vault, chance):
            match what:
                case "kept":
                    names[number] = name[0]
                case "erasing":
                    erasing.add(number)
                case "erased":
                    erased.add(number)

    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state, closing(open_keys(tmp_path)) as keys:
        cabinet = Cabinet(state, keys)
        sweep(cabinet, Today(DAY, certain=False), BY.at)
        for number, name in names.items():
            if number in erased:
                with pytest.raises(CaseGoneError):
                    read_case(state, number, DAY)
            elif number not in erasing:
                private = read_private(cabinet, vault, read_case(state, number, DAY), BY)
                assert (private.person.first_name, private.note) == (name, f"note of {name}")
        assert isinstance(audit.verify(state), Whole)
        assert all(tally.count >= 1 for tally in tallies(state, ()))
        assert keys.execute("SELECT count(*) FROM case_key").fetchone()[0] >= len(names) - len(erasing)

    assert len(names) > 6
    assert len(erased) > 2
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert not any(name.encode() in left for name in names.values())


@pytest.mark.slow
def test_a_case_that_was_being_erased_is_whole_or_gone_after_the_sweep(tmp_path):
    chance, vault = random.Random(7), new_vault_key()
    seen = 0

    for _ in range(12):
        said = kept_until_killed(tmp_path, vault, chance)
        with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as state, closing(open_keys(tmp_path)) as keys:
            cabinet = Cabinet(state, keys)
            sweep(cabinet, Today(DAY, certain=False), BY.at)
            if not said or said[-1][0] != "erasing":
                continue
            seen += 1
            try:
                case = read_case(state, said[-1][1], DAY)
            except CaseGoneError:
                continue
            assert read_private(cabinet, vault, case, BY).person.first_name

    assert seen

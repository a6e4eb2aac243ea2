"""A program that is killed in the middle of an update leaves a kiosk that opens, and that gets there the next time."""

import random
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from kiosk.catalogue.editions import installed, point_to, pointed_to
from kiosk.catalogue.reading import load
from kiosk.sync.updates.outcomes import Updated, UpToDate
from tests.sync.updates.conftest import FIRST, SECOND
from tests.sync.updates.reference import NOW

PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from kiosk.config import Config
from kiosk.sync.updates.updating import source_of, update
print("ready", flush=True)
sys.stdin.readline()
print(update(source_of(sys.argv[1]), Path(sys.argv[2]), Config(), datetime.fromisoformat(sys.argv[3])), flush=True)
"""


def killed_after(seconds, publisher, kiosk):
    """Begin an update in a program of its own and kill it; whether it was still at it, and how long it was."""
    command = [sys.executable, "-c", PROGRAM, str(publisher.folder), str(kiosk.folder), NOW.isoformat()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stdout.readline() == b"ready\n"
        program.stdin.write(b"\n")
        program.stdin.flush()
        began = time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            program.wait(seconds)
        program.send_signal(signal.SIGKILL)
        return program.wait() == -signal.SIGKILL, time.monotonic() - began


def rounds(kiosk, publisher, editions, count, seed):
    """Kill `count` updates at random moments; gives how many were at it, and checks what each left behind."""
    chance = random.Random(seed)
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW, since=[FIRST])
    _, usual = killed_after(60, publisher, kiosk)
    at_it = 0
    for round_number in range(count):
        # Back to the first edition, as a kiosk stood before.
        first = next(edition for edition in pointed_to(kiosk.folder) if edition.version == FIRST)
        point_to(kiosk.folder, [first])
        at_it += killed_after(chance.uniform(0, usual), publisher, kiosk)[0]
        edition = installed(kiosk.folder)
        assert edition is not None, round_number
        assert load(edition.path).version in (FIRST, SECOND), round_number
        assert isinstance(kiosk.update(publisher), Updated | UpToDate), round_number
        assert kiosk.version == SECOND, round_number
        assert not list((kiosk.folder / "partial").iterdir())
        assert not list((kiosk.folder / "metadata").glob("tmp*"))
    return at_it


@pytest.mark.slow
def test_a_kiosk_killed_at_random_moments_always_opens_and_always_gets_there(kiosk, publisher, editions):
    assert rounds(kiosk, publisher, editions, 6, seed=1)


@pytest.mark.thorough
def test_a_kiosk_killed_sixty_times_always_opens_and_always_gets_there(kiosk, publisher, editions):
    assert rounds(kiosk, publisher, editions, 60, seed=2) > 10

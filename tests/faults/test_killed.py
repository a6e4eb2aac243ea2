"""A hundred programs killed with -9 in one run, wherever it may be: nothing told is lost, nothing is there twice.

Most die at a line of the house's code that was drawn among those that the job has, a third at a moment, which may lie
within SQLite, zstd or a system call.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kiosk.counter.tables import MIGRATIONS
from kiosk.hub.publishing.repository import read_repository
from kiosk.outbox.kinds import Kind
from kiosk.outbox.putting import put
from kiosk.outbox.streams import waiting
from kiosk.referral.code import parse as made
from kiosk.state import atomic, open_state
from kiosk.sync.exchange.exchanging import exchange_once
from kiosk.sync.exchange.messages import Health
from kiosk.sync.updates.trusting import trust
from tests.faults.acts import NOON
from tests.faults.killed_hub import HubAtWork
from tests.faults.test_power_of_publishing import offered
from tests.faults.test_power_of_updates import NOW, Operator, bring_up_to_date, opens
from tests.hub.fleet import DAY
from tests.hub.fleet import Kiosk as Sender

ROOT = Path(__file__).parents[2]
HOUSE = ("kiosk.",)
SWAP = ("kiosk.sync.updates.installing", "kiosk.private_files")
LAYING = ("kiosk.hub.publishing.writing",)
"""Where the few lines are that matter most; chance alone would hardly meet them."""


class Killer:
    """Lets jobs be done in programs of their own, and kills them."""

    def __init__(self, program: "subprocess.Popen[str]", chance: random.Random) -> None:
        self._program = program
        self._chance = chance
        self._whole: dict[tuple[str, tuple[str, ...]], tuple[int, float]] = {}
        self.killed = 0

    def kill(self, job: str, make: Callable[[], Path], modules: tuple[str, ...] = HOUSE) -> tuple[Path, list[str]]:
        """Kill `job` in what `make` lays down for it, at a place not drawn before; gives that folder, and what the job
        said until then.
        """
        lines, seconds = self._measured(job, make, modules)
        while True:
            at_line = modules is not HOUSE or self._chance.random() < 0.5
            place = (
                {"line": self._chance.randint(1, lines)} if at_line else {"seconds": self._chance.uniform(0, seconds)}
            )
            folder = make()
            said, ended = self._run({"job": job, "folder": str(folder), "modules": modules, **place})
            if ended["killed"]:
                self.killed += 1
                return folder, said

    def _measured(self, job: str, make: Callable[[], Path], modules: tuple[str, ...]) -> tuple[int, float]:
        """How many lines and seconds the whole job has."""
        if (job, modules) not in self._whole:
            whole = {"job": job, "modules": modules}
            _, counted = self._run({**whole, "folder": str(make()), "line": 0})
            _, timed = self._run({**whole, "folder": str(make())})
            assert not counted["killed"]
            self._whole[job, modules] = counted["lines"], timed["seconds"]
        return self._whole[job, modules]

    def _run(self, told: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(f"{json.dumps(told)}\n")
        self._program.stdin.flush()
        said: list[str] = []
        for line in self._program.stdout:
            if line.startswith("{"):
                return said, json.loads(line)
            said.append(line.strip())
        raise AssertionError(f"{told} failed of itself")


@pytest.fixture(scope="module")
def operator(tmp_path_factory: pytest.TempPathFactory) -> Operator:
    """One who has published three editions, and has a fourth."""
    operator = Operator.beginning(tmp_path_factory.mktemp("operator"))
    operator.publish(operator.first)
    operator.publish(operator.first + 1)
    return operator


@dataclass(slots=True)
class Ground:
    """Lays down, again and again, what the jobs begin with, and checks what is left of it."""

    folder: Path
    operator: Operator
    made: int = 0

    def new(self) -> Path:
        """A folder of its own."""
        self.made += 1
        folder = self.folder / str(self.made)
        folder.mkdir()
        return folder

    # What happened here is on the disk with its record, or neither is.

    def machine(self) -> Path:
        folder = self.new()
        open_state(folder / "state.db", MIGRATIONS).close()
        return folder

    def check_acts(self, folder: Path, said: list[str]) -> None:
        with closing(open_state(folder / "state.db", MIGRATIONS)) as state:
            assert state.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            codes = [row[0] for row in state.execute("SELECT code FROM referral_issued")]
            flags = {row[0] for row in state.execute("SELECT id FROM catalogue_flag")}
            records = dict(state.execute("SELECT kind, count(*) FROM outbox GROUP BY kind").fetchall())
        done = {f"referral {made(code)}" for code in codes} | {f"flag {flag}" for flag in flags}
        assert set(said) <= done
        assert len(done) <= len(said) + 1, "at most one had no time to be told"
        assert (records.get(Kind.REFERRAL, 0), records.get(Kind.STAFF_FLAG, 0)) == (len(codes), len(flags))

    # A kiosk and its hub, both killed at once.

    def pair(self) -> Path:
        folder = self.new()
        with closing(HubAtWork(folder)) as hub:
            hub.enrol(folder / "kiosk")
        with closing(open_state(folder / "kiosk" / "state.db", MIGRATIONS)) as state, atomic(state):
            for _ in range(9):
                put(state, Kind.CALL, {1: "2026-03-12T10", 2: "answered"}, DAY)
        return folder

    def check_pair(self, folder: Path, _said: list[str]) -> None:
        file = folder / "kiosk" / "state.db"
        with closing(open_state(file, MIGRATIONS)) as state:
            put_in = {row[0] for row in state.execute("SELECT id FROM outbox")}
        with closing(HubAtWork(folder)) as hub:
            for _ in range(3):
                exchange_once(file, folder / "kiosk", hub, NOON, Health("test"))
            kept = hub.ids()
        assert set(kept) == put_in
        assert len(kept) == 9
        with closing(open_state(file, MIGRATIONS)) as state:
            assert waiting(state).count == 0

    # A hub that gives its word for one request after the other.

    def requests(self) -> Path:
        folder = self.new()
        (folder / "requests").mkdir()
        with closing(HubAtWork(folder)) as hub:
            sender = Sender(hub.store)  # type: ignore[no-untyped-call]
        for number in range(5):
            for _ in range(20):
                sender.put(Kind.CALL, {1: "2026-03-12T10", 2: "answered"})  # type: ignore[no-untyped-call]
            (folder / "requests" / str(number)).write_bytes(sender.request(20 * number + 1))  # type: ignore[no-untyped-call]
        return folder

    def check_requests(self, folder: Path, said: list[str]) -> None:
        with closing(HubAtWork(folder)) as hub:
            assert len(hub.ids()) in (20 * len(said), 20 * len(said) + 20), "what it gave its word for, and one at most"
            for number in range(5):
                hub.exchange((folder / "requests" / str(number)).read_bytes())
            kept = hub.ids()
        assert len(kept) == len(set(kept)) == 100

    # A kiosk that takes an edition up, and puts it in the place of another.

    def behind(self) -> Path:
        folder = self.new()
        first = self.folder / "first"
        if not first.exists():
            trust(first / "sync", (self.operator.repository / "metadata" / "1.root.json").read_bytes())
            bring_up_to_date(self.operator, first / "sync")
            self.operator.publish(self.operator.first + 2)
            told = {"repository": str(self.operator.repository), "at": NOW.isoformat()}
            (first / "told.json").write_text(json.dumps(told))
        shutil.copytree(first, folder, dirs_exist_ok=True)
        return folder

    def check_behind(self, folder: Path, _said: list[str]) -> None:
        old, new = self.operator.first + 1, self.operator.first + 2
        assert opens(folder / "sync") in (old, new)
        bring_up_to_date(self.operator, folder / "sync")
        assert opens(folder / "sync") == new

    # An operator who publishes.

    def operators(self) -> Path:
        folder = self.new()
        shutil.copytree(self.operator.repository, folder / "repository")
        edition = self.operator.edition(self.operator.first + 3)
        told = {"keys": str(self.operator.keys.folders[0]), "edition": str(edition), "at": NOW.isoformat()}
        (folder / "told.json").write_text(json.dumps(told))
        return folder

    def check_operators(self, folder: Path, _said: list[str]) -> None:
        again = Operator(folder / "repository", self.operator.keys, self.operator.tiny, self.operator.first)
        assert offered(again.repository) - self.operator.first in (2, 3)
        again.publish(again.first + 4)
        assert offered(again.repository) == again.first + 4
        read_repository(again.repository)


@pytest.fixture
def ground(tmp_path: Path, operator: Operator) -> Ground:
    return Ground(tmp_path, operator)


@pytest.fixture
def killer() -> Iterator[Callable[[int], Killer]]:
    """Make one with a seed."""
    programs: list[subprocess.Popen[str]] = []

    def make(seed: int) -> Killer:
        command = [sys.executable, "-m", "tests.faults.killed_program"]
        program = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        programs.append(program)
        return Killer(program, random.Random(seed))

    yield make
    for program in programs:
        with program:
            program.kill()


def killed(killer: Killer, ground: Ground, times: int) -> None:
    """Kill so many times, of each job as many, and look each time at what is left."""
    jobs = [
        ("act", ground.machine, ground.check_acts, HOUSE),
        ("exchange", ground.pair, ground.check_pair, HOUSE),
        ("keep", ground.requests, ground.check_requests, HOUSE),
        ("update", ground.behind, ground.check_behind, HOUSE),
        ("update", ground.behind, ground.check_behind, SWAP),
        ("publish", ground.operators, ground.check_operators, HOUSE),
        ("publish", ground.operators, ground.check_operators, LAYING),
    ]
    for number in range(times):
        job, make, check, modules = jobs[number % len(jobs)]
        folder, said = killer.kill(job, make, modules)
        check(folder, said)
        shutil.rmtree(folder)


@pytest.mark.slow
def test_in_a_hundred_places_nothing_is_lost_and_nothing_is_there_twice(
    killer: Callable[[int], Killer], ground: Ground
) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    hand = killer(seed)

    killed(hand, ground, 100)

    assert hand.killed == 100

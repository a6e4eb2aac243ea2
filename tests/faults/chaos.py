"""Eight kiosks, a bad line, and a hub that dies: everybody is killed now and then, and started again."""

import random
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.counter.tables import MIGRATIONS
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.store import kiosks
from kiosk.hub.store.statements import Store
from kiosk.referral.keys import own_key
from kiosk.state import open_state
from kiosk.sync.exchange.known_hub import KnownHub, keep_hub
from tests.faults.proxy import Fate, bad_line

_ROOT = Path(__file__).parents[2]
_NOW = 1_773_324_840


@dataclass(slots=True)
class Ended:
    """What came of it: the things that each kiosk said it has kept, how often who died, and what the line did."""

    kept: list[int] = field(default_factory=list)
    kiosks_killed: int = 0
    hubs_died: int = 0
    fates: Counter[Fate] = field(default_factory=Counter)


@dataclass(slots=True)
class Fleet:
    """Where everything of a run lies; `database` is a file, or an address of PostgreSQL."""

    folder: Path
    database: str
    kiosks: int
    things: int
    hub_dies_after: int
    """So many exchanges each time."""
    kills: int
    """Of all kiosks together."""
    seed: int = 1
    at_each_kill: Callable[[], None] = lambda: None
    """What else befalls the machine when a kiosk is killed."""
    ended: Ended = field(default_factory=Ended)
    _hub: subprocess.Popen[bytes] | None = None
    _over: bool = False
    _changing: threading.Lock = field(default_factory=threading.Lock)

    def enrol(self, store: Store) -> None:
        """Make every kiosk's folder, and let hub and kiosk know each other."""
        hub = hub_keys(self.folder / "keys")
        for number in range(self.kiosks):
            key = own_key(self.kiosk(number))
            known = kiosks.enrol_by_hand(store, key.public, f"Kiosk {number}", _NOW, number + 1)
            keep_hub(self.kiosk(number), KnownHub(known.key_id, hub.signing.public, "ns", hub.sealing_public))

    def kiosk(self, number: int) -> Path:
        """The state folder of one."""
        return self.folder / f"kiosk-{number}"

    def run(self) -> Ended:
        """Let them all live until every kiosk has been told that the hub has everything."""
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        hub = threading.Thread(target=self._keep_hub_alive, args=(port,))
        hub.start()
        try:
            with bad_line(port, self.seed) as line, ThreadPoolExecutor(self.kiosks) as together:
                address = f"http://127.0.0.1:{line.port}"
                self.ended.kept = list(together.map(lambda number: self._live(number, address), range(self.kiosks)))
                self.ended.fates = line.fates
        finally:
            with self._changing:
                self._over = True
                if self._hub is not None:
                    self._hub.kill()
            hub.join()
        return self.ended

    def _keep_hub_alive(self, port: int) -> None:
        arguments = (str(port), str(self.folder / "keys"), self.database, str(self.hub_dies_after))
        while True:
            with self._changing:
                if self._over:
                    return
                self._hub = _program("hub_program", arguments)
            with self._hub:
                self._hub.wait()
            self.ended.hubs_died += not self._over

    def _live(self, number: int, address: str) -> int:
        """One kiosk's life; the number of the last thing that it said it has kept."""
        chance = random.Random(self.seed * 1000 + number)
        mine = range(number, self.kills, self.kiosks)
        ends = [chance.randrange(1, self.things) for _ in mine]
        kept = 0
        while True:
            with _program("kiosk_program", (str(self.kiosk(number)), address, str(self.things))) as program:
                assert program.stdout is not None
                for line in program.stdout:
                    if line == b"told\n":
                        program.wait()
                        return kept
                    kept = int(line)
                    if ends and kept >= min(ends):
                        ends.remove(min(ends))
                        program.kill()
                        with self._changing:
                            self.ended.kiosks_killed += 1
                            self.at_each_kill()
                        break
                else:
                    raise AssertionError(f"kiosk {number} gave up with {program.wait()}")


def records_of(fleet: Fleet) -> Sequence[bytes]:
    """The ids of all records that the kiosks have put into their outboxes."""
    found: list[bytes] = []
    for number in range(fleet.kiosks):
        with closing(open_state(fleet.kiosk(number) / "state.db", MIGRATIONS)) as state:
            found += [row[0] for row in state.execute("SELECT id FROM outbox")]
    return found


def _program(name: str, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"tests.faults.{name}", *arguments]
    return subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)

"""A hub in a program of its own, on the loopback, as `guichet hub serve` runs it."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import urllib3

from bench.exchanges import MONDAY
from kiosk.hub.store import kiosks
from kiosk.referral.keys import KioskKey, number_of
from tests.faults.hub_program import opened


@dataclass(frozen=True, slots=True)
class Answer:
    """How many seconds a kiosk waited, and how many bytes it got."""

    waited: float
    size: int


_ROOT = Path(__file__).parents[1]
_STARTS_WITHIN_S = 60.0


@contextmanager
def serving(fleet: Sequence[KioskKey], database: str) -> Iterator[str]:
    """Give the address of a hub that knows these kiosks, and end it afterwards."""
    with closing(opened(database)) as store:
        for key in fleet:
            number = number_of(key.key_id)
            kiosks.enrol_by_hand(store, key.public, f"Kiosk {number}", MONDAY, number)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as folder:
        command = [sys.executable, "-m", "tests.faults.hub_program", str(port), folder, database, "0"]
        with subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.DEVNULL) as program:
            try:
                _wait_for(port)
                yield f"http://127.0.0.1:{port}"
            finally:
                program.kill()


def ask_all(address: str, asked: Sequence[Sequence[bytes]]) -> tuple[list[Answer], float]:
    """What each kiosk was answered to its requests, all kiosks at once, one after another each; and the seconds."""
    start = time.perf_counter()
    with ThreadPoolExecutor(len(asked)) as threads:
        answers = [one for each in threads.map(lambda of_one: _ask(address, of_one), asked) for one in each]
    return answers, time.perf_counter() - start


def _ask(address: str, requests: Sequence[bytes]) -> list[Answer]:
    """Over one connection that stays open."""
    answers = []
    with urllib3.PoolManager(retries=False) as pool:
        for request in requests:
            start = time.perf_counter()
            answer = pool.request("POST", f"{address}/v1/exchange", body=request, timeout=60)
            answers.append(Answer(time.perf_counter() - start, len(answer.data)))
            if answer.status != 200:
                raise RuntimeError(f"the hub answered {answer.status}")
    return answers


def _wait_for(port: int) -> None:
    until = time.monotonic() + _STARTS_WITHIN_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return

"""A hub in a program of its own, on the loopback, as `guichet hub serve` runs it."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from bench.exchanges import MONDAY
from kiosk.hub.store import kiosks
from kiosk.referral.keys import KioskKey, number_of
from tests.faults.hub_program import opened

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

"""A real kiosk killed with -9 anywhere, between an act, its record, the request and the hub's word."""

import random
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import cbor2
import pytest

from kiosk.outbox.streams import waiting
from tests.sync.exchange.a_hub import Hub, say, serving
from tests.sync.exchange.conftest import Kiosk

ROOT = Path(__file__).parents[3]


def handed_over_until_killed(kiosk: Kiosk, address: str, chance: random.Random) -> list[str]:
    """Let the kiosk work for a while, kill it, and give the referrals that it said it had handed over."""
    program = [sys.executable, "-m", "tests.sync.exchange.kiosk_at_work", str(kiosk.folder), address]
    with subprocess.Popen(
        [*program, str(chance.randrange(10**9))], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as working:
        assert working.stdout is not None
        said = [line for _, line in zip(range(chance.randrange(3, 30)), working.stdout, strict=False)]
        with suppress(subprocess.TimeoutExpired):
            working.wait(timeout=chance.random() * 0.03)
        working.kill()
        return [line.strip() for line in (*said, *working.stdout) if line.endswith("\n")]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_everything_handed_over_reaches_the_hub_and_only_once(kiosk: Kiosk, hub: Hub, seed: int) -> None:
    chance, one_at_a_time = random.Random(seed), threading.Lock()
    handed: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        with one_at_a_time:
            response, fate = hub.exchange(body), chance.random()
        with suppress(OSError):
            if fate < 0.3:
                return  # the hub has it, and nobody hears
            say(handler, 200, response[: len(response) // 2] if fate < 0.4 else response)

    with serving(answer) as address:
        for _ in range(8):
            handed += handed_over_until_killed(kiosk, address, chance)
    kiosk.exchange(hub)

    told = [cbor2.loads(item.body)[1].hex() for items in hub.items.values() for item in items]
    assert len(handed) > 40
    assert set(handed) <= set(told)
    assert len(told) == len(set(told)) == len(set(hub.ids))
    assert len(hub.items) == 1
    assert len(told) <= len(handed) + 8  # of each life, at most one that it had no time to say
    with kiosk.open() as state:
        assert waiting(state).count == 0

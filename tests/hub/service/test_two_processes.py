"""Two hub processes on one PostgreSQL, and kiosks that meet the one and the other: nothing is lost, nothing twice."""

import random
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.hub.service.keys import hub_keys
from kiosk.hub.settings import Hub, Settings
from kiosk.hub.store import kiosks
from kiosk.hub.store.opening import open_store
from kiosk.outbox.kinds import Kind
from kiosk.referral.keys import KioskKey, read_key_list
from kiosk.sync.exchange.messages import Verdict, open_ack, request_hash
from kiosk.sync.exchange.rotating import key_proof
from tests.hub.fleet import Kiosk, number, rows

PROGRAM = Path(__file__).with_name("dying_hub.py")
KIOSKS, ROUNDS, EACH = 4, 12, 5


@pytest.fixture
def settings(address, tmp_path):
    return Hub(Settings(database=address, keys=str(tmp_path / "keys")), Path("/"))


@pytest.fixture
def store(settings):
    with closing(open_store(settings)) as store:
        yield store


@pytest.fixture
def doors(settings, store):
    """The addresses of two processes of one hub."""
    hub_keys(settings.keys_folder)
    started, urls = [], []
    for _ in range(2):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            told = (str(listening.fileno()), settings.settings.keys, settings.settings.database, "0")
            started.append(subprocess.Popen([sys.executable, str(PROGRAM), *told], pass_fds=[listening.fileno()]))
            urls.append(f"http://127.0.0.1:{listening.getsockname()[1]}")
    yield urls
    for program in started:
        program.kill()
        program.wait()


def exchanged(door, request, settings):
    """The hub's word on a request."""
    answer = urllib3.request("POST", f"{door}/v1/exchange", body=request, retries=False, timeout=60)
    assert answer.status == 200, answer.data
    ack = open_ack(answer.data, hub_keys(settings.keys_folder).signing.public)
    assert ack.request == request_hash(request)
    return ack


def at_both(doors, request, settings):
    """The words of both processes on one request, asked at the same moment."""
    with ThreadPoolExecutor(2) as both:
        return list(both.map(lambda door: exchanged(door, request, settings), doors))


def work(kiosk, doors, settings, seed):
    """Put records in and tell the one process or the other, sometimes both at once, sometimes the same once more."""
    chance = random.Random(seed)
    told = 0
    for _ in range(ROUNDS):
        for _ in range(EACH):
            kiosk.put(Kind.CALL, {1: "2026-03-12T10", 2: "answered"})
        request = kiosk.request(told + 1)
        if chance.random() < 0.4:
            acks = at_both(doors, request, settings)
        else:
            acks = [exchanged(chance.choice(doors), request, settings) for _ in range(chance.choice((1, 1, 2)))]
        assert {(ack.verdict, ack.hwm) for ack in acks} == {(Verdict.OK, len(kiosk.items))}
        told = acks[0].hwm
        kiosk.cursor = max(ack.cursor for ack in acks)


@pytest.mark.slow
def test_kiosks_that_alternate_between_them_lose_and_double_nothing(store, doors, settings):
    fleet = [Kiosk(store, f"Office {place}") for place in range(KIOSKS)]

    with ThreadPoolExecutor(KIOSKS) as threads:
        list(threads.map(lambda place: work(fleet[place], doors, settings, place), range(KIOSKS)))

    kept = [bytes(row[0]) for row in rows(store, "SELECT id FROM item")]
    assert len(kept) == KIOSKS * ROUNDS * EACH
    assert set(kept) == {item.id for kiosk in fleet for item in kiosk.items}
    assert number(store, "call") == len(kept)
    assert rows(store, "SELECT count(*) FROM receipt") == rows(
        store, "SELECT count(*) FROM (SELECT DISTINCT kid, number FROM receipt) AS told"
    )


@pytest.mark.slow
def test_a_key_that_is_first_used_at_both_at_once_is_taken_once(store, doors, settings, tmp_path):
    library = Kiosk(store, "Library")
    following = Ed25519PrivateKey.generate()
    public = following.public_key().public_bytes_raw()
    library.put(Kind.NEXT_KEY, {1: public, 2: following.sign(key_proof(library.stream, library.kid))})
    exchanged(doors[0], library.request(), settings)
    former, library.key = library.key.public, KioskKey(library.kid, following)
    library.put(Kind.CALL, {1: "2026-03-12T10", 2: "answered"})
    request = library.request(2)

    acks = at_both(doors, request, settings)

    assert {ack.hwm for ack in acks} == {2}
    (tmp_path / "list").write_bytes(kiosks.key_list(store))
    assert [kiosk.public for kiosk in read_key_list(tmp_path / "list")] == [public, former]

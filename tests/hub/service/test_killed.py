"""A hub killed between its commit and its word: nothing is lost, nothing doubled."""

import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import urllib3

from kiosk.hub.service.keys import hub_keys
from kiosk.hub.settings import Hub, Settings
from kiosk.hub.store.opening import open_store
from kiosk.outbox.kinds import Kind
from kiosk.sync.exchange.messages import open_ack
from tests.hub.fleet import Kiosk, number

PROGRAM = Path(__file__).with_name("dying_hub.py")


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, tmp_path):
    database = str(tmp_path / "hub.db") if request.param == "sqlite" else request.getfixturevalue("address")
    return Hub(Settings(database=database, keys=str(tmp_path / "keys")), Path("/"))


@pytest.fixture
def start(settings):
    """Start the hub as a program of its own, on a socket that waits for it already; gives the address of exchanges."""
    started = []

    def begin(dies):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            told = (str(listening.fileno()), settings.settings.keys, settings.settings.database, str(int(dies)))
            program = subprocess.Popen([sys.executable, str(PROGRAM), *told], pass_fds=[listening.fileno()])
            started.append(program)
            return f"http://127.0.0.1:{listening.getsockname()[1]}/v1/exchange", program

    yield begin
    for program in started:
        program.kill()
        program.wait()


def post(url, request):
    return urllib3.request("POST", url, body=request, retries=False, timeout=30)


@pytest.mark.slow
def test_a_hub_that_dies_between_commit_and_word_has_everything_once(settings, start):
    with closing(open_store(settings)) as store:
        kiosk = Kiosk(store)
    for _ in range(20):
        kiosk.put(Kind.CALL, {1: "2026-03-12T10", 2: "answered"})
    kiosk.put(Kind.CALL, b"poison")
    request = kiosk.request()
    url, dying = start(dies=True)

    with pytest.raises(urllib3.exceptions.HTTPError):
        post(url, request)
    assert dying.wait(10) == -9
    with closing(open_store(settings)) as store:
        assert number(store, "item") == 21
    url, _ = start(dies=False)

    ack = open_ack(post(url, request).data, hub_keys(settings.keys_folder).signing.public)
    assert ack.hwm == 21
    assert [refusal.seq for refusal in ack.poison] == [21]
    with closing(open_store(settings)) as store:
        assert (number(store, "item"), number(store, "call"), number(store, "quarantine")) == (21, 20, 1)

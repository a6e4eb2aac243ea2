"""A hub that serves on the loopback interface, on either store."""

import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
import urllib3
import uvicorn

from kiosk.hub.service.app import Limits, hub_app
from kiosk.hub.service.desk import Hub
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.service.serving import door_at
from kiosk.sync.exchange.messages import seal_ack
from tests.hub.fleet import AT, Kiosk


class Clock:
    """The hub's clock, which only a test moves."""

    def __init__(self):
        self.at = AT

    def __call__(self):
        return self.at


class Served:
    """A hub and the way to it."""

    def __init__(self, hub, store, clock, port):
        self.hub, self.store, self.clock = hub, store, clock
        self.url = f"http://127.0.0.1:{port}"
        self._pool = urllib3.PoolManager(retries=False, timeout=10)

    def post(self, path, body, **options):
        return self._pool.request("POST", self.url + path, body=body, **options)

    def get(self, path, **headers):
        return self._pool.request("GET", self.url + path, headers=headers)

    def close(self):
        self._pool.clear()


@pytest.fixture
def keys(tmp_path):
    return hub_keys(tmp_path / "keys")


@pytest.fixture
def serving(store, keys):
    """Start a hub with what is to be other than usual; it ends with the test."""
    clock = Clock()
    usual = Hub(store, lambda ack: seal_ack(ack, keys.signing), keys.signing.public, keys.sealing_public, "ns", clock)
    running = []

    def start(limits=None, **other):
        hub = replace(usual, **other)
        context = _running(hub_app(hub, 400, limits=limits or Limits()))
        port = context.__enter__()
        served = Served(hub, store, clock, port)
        running.append((served, context))
        return served

    yield start
    for served, context in running:
        served.close()
        context.__exit__(None, None, None)


@pytest.fixture
def served(serving):
    return serving()


@pytest.fixture
def library(store):
    return Kiosk(store)


@contextmanager
def _running(app):
    with door_at("127.0.0.1", 0) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()

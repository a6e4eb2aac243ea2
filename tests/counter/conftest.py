"""A counter that listens, on this machine and on the loopback network."""

import itertools
import socket
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.reading import load
from kiosk.counter.calling.board import Board
from kiosk.counter.calling.line import SOCKET_FILE, Address, Line
from kiosk.counter.calling.listening import Listener
from kiosk.counter.calling.pairing import key_from, new_code
from kiosk.paths import catalogue_file

MORNING = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))


class Steady:
    """A clock that goes on only when it is told to."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture(scope="session")
def real():
    """The catalogue of Nova Scotia as it is shipped."""
    return load(catalogue_file())


@pytest.fixture(scope="session")
def key():
    return key_from(new_code())


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
def told():
    """Every state of a call that the counter was told of."""
    return []


@pytest.fixture
def board(steady, told):
    return Board(lambda: MORNING, steady, told.append)


@pytest.fixture
def listening(board, tmp_path):
    """Open the counter's end of the line; give the kiosk's."""
    opened = []
    numbers = itertools.count()

    def _listening(key=None, kiosk_key=None):
        address = Address("127.0.0.1", 0) if key is not None else None
        listener = Listener(board.hear, tmp_path / f"{next(numbers)}{SOCKET_FILE}", address, key)
        listener.start()
        opened.append(listener)
        if key is None:
            return Line(listener._path)
        return Line(listener._path, Address("127.0.0.1", listener.ports[0]), kiosk_key or key)

    yield _listening
    for listener in opened:
        listener.close()


@pytest.fixture
def closed_port():
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

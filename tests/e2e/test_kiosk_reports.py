"""A real kiosk program tells a counter how it is within seconds of its start, closes when staff want it, and goes."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from threading import Condition

import pytest

from kiosk.counter.calling.board import Board
from kiosk.counter.calling.line import SOCKET_FILE
from kiosk.counter.calling.listening import Listener

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60


@pytest.fixture
def board(tmp_path, heard):
    """A counter in the state folder of the kiosk."""
    board = Board(datetime.now, time.monotonic, lambda entry: None)

    def hear(request):
        reply = board.hear(request)
        with heard:
            heard.notify_all()
        return reply

    listener = Listener(hear, tmp_path / SOCKET_FILE)
    listener.start()
    yield board
    listener.close()


@pytest.fixture
def heard():
    """Notified whenever the kiosk says something."""
    return Condition()


@pytest.fixture
def kiosk(tmp_path, board):
    """The kiosk at the entrance, number 2."""
    config = tmp_path / "guichet.toml"
    config.write_text('[referral]\nkiosk_number = 2\n[counter.place]\nen = "Entrance"\nfr = "Entrée"\n')
    environment = {**os.environ, "GUICHET_STATE": str(tmp_path), "GUICHET_CONFIG": str(config)}
    command = [sys.executable, "-m", "kiosk", "--window"]
    program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    yield program
    program.send_signal(signal.SIGTERM)
    output, _ = program.communicate(timeout=PATIENCE_S)
    assert b"Traceback" not in output


@pytest.fixture
def until(heard):
    """Wait for what the kiosk says in its own time."""

    def _until(claim):
        with heard:
            assert heard.wait_for(claim, PATIENCE_S)

    return _until


def test_a_kiosk_reports_by_itself_and_is_closed_and_opened_from_afar(kiosk, board, until):
    until(lambda: board.fleet.kiosks)
    report = board.fleet.kiosks[0].report
    assert (report.kiosk, report.place_fr, report.shares_state) == (2, "Entrée", True)
    assert report.catalogue > 0

    board.fleet.close(2, True)
    until(lambda: board.fleet.kiosks[0].report.closed)

    board.fleet.close(2, False)
    until(lambda: not board.fleet.kiosks[0].report.closed)
    assert kiosk.poll() is None

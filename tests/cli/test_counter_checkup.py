"""What the doctor says of the counter."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.cli.counter_checkup import counter
from kiosk.cli.findings import Machine, Verdict
from kiosk.config import Config, Counter
from kiosk.counter.calling.board import Board
from kiosk.counter.calling.line import SOCKET_FILE, Address
from kiosk.counter.calling.listening import Listener
from kiosk.counter.calling.pairing import key_from, new_code, pair
from kiosk.languages import ENGLISH, Messages

NOW = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
WORDS = Messages(ENGLISH)


@pytest.fixture
def board():
    return Board(lambda: NOW, lambda: 0.0, lambda entry: None)


@pytest.fixture
def machine(tmp_path):
    return Machine(
        config=Config(),
        config_problem="",
        environment={},
        assets=tmp_path,
        catalogue=tmp_path,
        state=tmp_path,
        now=NOW,
        qt="",
    )


@pytest.fixture
def listening(board, tmp_path):
    opened = []

    def _listening(key=None):
        address = Address("127.0.0.1", 0) if key else None
        opened.append(Listener(board.hear, tmp_path / SOCKET_FILE, address, key))
        opened[-1].start()
        return opened[-1]

    yield _listening
    for listener in opened:
        listener.close()


def calling(machine, port):
    return replace(machine, config=replace(Config(), counter=Counter(address=f"127.0.0.1:{port}")))


def test_a_kiosk_without_a_counter_could_have_one(machine):
    found = counter(machine, WORDS)

    assert found.verdict is Verdict.WISHES
    assert "guichet counter" in found.advice


@pytest.mark.parametrize("attended", [True, False])
def test_a_counter_on_the_machine_answers(machine, board, listening, attended):
    listening()
    board.attended = attended

    found = counter(machine, WORDS)

    assert found.verdict is Verdict.OK
    assert ("nobody" in found.seen) is not attended


def test_a_kiosk_that_is_not_paired_is_told_to_be(machine):
    found = counter(calling(machine, 7411), WORDS)

    assert "guichet counter pair" in found.advice


def test_another_key_is_told(machine, listening, tmp_path):
    port = listening(key_from(new_code())).ports[0]
    pair(tmp_path, new_code())

    found = counter(calling(machine, port), WORDS)

    assert found.verdict is Verdict.LACKS
    assert "--again" in found.advice

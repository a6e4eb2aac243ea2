"""`guichet counter` as a program: open, open twice, killed, and on files that are torn."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.counter.calling.calls import CounterError, Ping, Pong
from kiosk.counter.calling.line import SOCKET_FILE, Line

PATIENCE_S = 30


class Counter:
    """One running program."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self.program = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "counter", "--windowed"],
            env={
                **os.environ,
                "GUICHET_STATE": str(state),
                "GUICHET_CONFIG": str(state / "guichet.toml"),
                "QT_QPA_PLATFORM": "offscreen",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def answers(self) -> bool:
        """Whether a kiosk is answered before patience, or the program, ends."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self.program.poll() is None:
            try:
                return Line(self._state / SOCKET_FILE).ask(Ping(), 1.0) == Pong(True)
            except CounterError:
                continue
        return False

    def end(self, how: signal.Signals = signal.SIGKILL) -> None:
        if self.program.poll() is None:
            self.program.send_signal(how)
        self.program.communicate(timeout=PATIENCE_S)


@pytest.fixture
def open_counter(tmp_path: Path) -> Iterator:
    opened: list[Counter] = []

    def _open() -> Counter:
        opened.append(Counter(tmp_path))
        return opened[-1]

    yield _open
    for counter in opened:
        counter.end()


def refusal(counter: Counter) -> tuple[int, str]:
    """How a program that cannot open ends: its status, and what it says."""
    _, said = counter.program.communicate(timeout=PATIENCE_S)
    return counter.program.returncode, said


def test_a_second_counter_at_the_same_place_is_refused_in_one_sentence(open_counter):
    first = open_counter()
    assert first.answers()

    status, said = refusal(open_counter())

    assert status == 1
    assert said == "Error: the counter is open already on this machine\n"
    assert first.answers()


def test_a_counter_that_was_killed_opens_again_and_answers(open_counter):
    first = open_counter()
    assert first.answers()
    first.end(signal.SIGKILL)

    assert open_counter().answers()


def test_a_torn_state_is_told_in_one_sentence_and_left_as_it_is(open_counter, tmp_path):
    (tmp_path / "state.db").write_bytes(b"SQLite format 3\0" + b"torn" * 400)

    status, said = refusal(open_counter())

    assert status == 1
    assert said.startswith("Error: ")
    assert said.count("\n") == 1
    assert (tmp_path / "state.db").read_bytes().startswith(b"SQLite format 3\0torn")


def test_a_torn_secret_of_the_machine_is_told_and_never_replaced(open_counter, tmp_path):
    (tmp_path / "machine-secret").write_bytes(b"too short")

    status, said = refusal(open_counter())

    assert status == 1
    assert "machine-secret" in said
    assert "backup" in said
    assert (tmp_path / "machine-secret").read_bytes() == b"too short"

"""Calling a person from the window, with a real counter as another program: on this machine and over the network."""

import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from queue import Queue
from threading import Thread

import pytest
from PySide6.QtCore import Qt, QTimer

from kiosk.bridge.calling import Stage
from kiosk.catalogue.model import BundleId
from kiosk.config import Config, Counter
from kiosk.counter.calling.pairing import new_code, pair
from kiosk.visit.visit import about

SOON_MS = 15_000


class Desk:
    """`guichet counter calls` as staff use it: what it writes comes line by line."""

    def __init__(self, state, config):
        environment = {**os.environ, "GUICHET_STATE": str(state), "GUICHET_CONFIG": str(config)}
        self.program = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "counter", "calls"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines = Queue()
        Thread(target=self._read, daemon=True).start()
        assert self.next().startswith("The counter is open.")

    def next(self):
        """The next line that the counter writes."""
        return self._lines.get(timeout=30)

    def next_with(self, words):
        """The next line that holds `words`."""
        while words not in (line := self.next()):
            pass
        return line

    def type(self, line):
        self.program.stdin.write(line + "\n")
        self.program.stdin.flush()

    def end(self, how=signal.SIGTERM):
        self.program.send_signal(how)
        self.program.wait(timeout=30)
        self.program.stdin.close()

    def _read(self):
        with self.program.stdout as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))


@pytest.fixture
def desk(tmp_path):
    """Open a counter in a state folder of its own; the same place again for a second one."""
    opened = []

    def _desk(state, listen=""):
        state.mkdir(exist_ok=True)
        config = tmp_path / "counter.toml"
        config.write_text(f'[counter]\nlisten = "{listen}"\n')
        opened.append(Desk(state, config))
        return opened[-1]

    yield _desk
    for each in opened:
        if each.program.poll() is None:
            each.end()


@pytest.fixture
def window(show, tmp_path, monkeypatch, qtbot):
    """The citizen’s window at its page of help; its state folder is `kiosk` unless `state` says otherwise."""

    def _window(address="", state="kiosk", language="en"):
        folder = tmp_path / state
        folder.mkdir(exist_ok=True)
        monkeypatch.setenv("GUICHET_STATE", str(folder))
        config = Config()
        counter, referral = Counter(address=address), replace(config.referral, kiosk_number=2)
        screen = show(config=replace(config, counter=counter, referral=referral), language=language)
        screen.kiosk.openHelp()
        screen.settle()
        return screen

    return _window


def calling(screen):
    return screen.application._callers_made().calling


def wait_for(screen, qtbot, stage):
    qtbot.waitUntil(lambda: calling(screen).stage is stage, timeout=SOON_MS)
    screen.draw()


def look_again(screen, qtbot):
    with qtbot.waitSignal(calling(screen)._lane._finished, timeout=SOON_MS):
        calling(screen).look()
    screen.draw()


def free_address():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture(params=["machine", "network"])
def joined(request, desk, window, tmp_path):
    """A counter and a window that reach each other, either way."""
    if request.param == "machine":
        return desk(tmp_path / "one"), window(state="one")
    code, address = new_code(), free_address()
    for machine in ("counter", "kiosk"):
        (tmp_path / machine).mkdir()
        pair(tmp_path / machine, code)
    return desk(tmp_path / "counter", address), window(address)


def test_a_call_is_told_in_time_answered_and_closed(joined, qtbot):
    counter, screen = joined
    wait_for(screen, qtbot, Stage.READY)

    screen.tap("Button", "Call a person")
    wait_for(screen, qtbot, Stage.TOLD)  # after two seconds it would have failed for good
    assert "Kiosk 2 · English · waiting" in counter.next_with("waiting")
    counter.type("Samira 2")
    wait_for(screen, qtbot, Stage.COMING)

    assert "Staff have been told." in screen.names("AlertMessage")
    assert "Samira is coming in about 2 minutes." in screen.names("StaticText")
    counter.type("done")
    wait_for(screen, qtbot, Stage.READY)


def test_leaving_takes_the_call_back_at_the_counter(joined, qtbot):
    counter, screen = joined
    wait_for(screen, qtbot, Stage.READY)
    screen.tap("Button", "Call a person")
    wait_for(screen, qtbot, Stage.TOLD)

    screen.session.end()

    assert counter.next_with("left")


def test_whoever_waits_for_a_person_is_given_longer(desk, window, tmp_path, qtbot):
    desk(tmp_path / "one")
    screen = window(state="one")
    wait_for(screen, qtbot, Stage.READY)
    quiet = next(timer for timer in screen.patience.findChildren(QTimer) if timer.isSingleShot())
    usual = quiet.interval()

    screen.tap("Button", "Call a person")
    wait_for(screen, qtbot, Stage.TOLD)
    screen.press(Qt.Key.Key_Down)

    assert quiet.interval() == usual * 2


def test_a_counter_killed_in_the_middle_is_told_and_finds_the_call_again(desk, window, tmp_path, qtbot):
    counter = desk(tmp_path / "one")
    screen = window(state="one")
    wait_for(screen, qtbot, Stage.READY)
    screen.tap("Button", "Call a person")
    wait_for(screen, qtbot, Stage.TOLD)

    counter.end(signal.SIGKILL)
    wait_for(screen, qtbot, Stage.LOST)
    assert "The counter has stopped answering." in screen.names("AlertMessage")
    second = desk(tmp_path / "one")
    wait_for(screen, qtbot, Stage.TOLD)

    assert "Kiosk 2" in second.next_with("waiting")


def test_another_key_gives_no_button(desk, window, tmp_path, qtbot):
    address = free_address()
    for machine in ("counter", "kiosk"):
        (tmp_path / machine).mkdir()
        pair(tmp_path / machine, new_code())
    desk(tmp_path / "counter", address)
    screen = window(address)

    look_again(screen, qtbot)

    assert calling(screen).stage is Stage.ABSENT
    assert "A person at the desk" in screen.names("Heading")
    assert "Call a person" not in screen.names("Button")


def test_without_a_counter_there_are_the_desk_and_211(window, qtbot):
    screen = window()

    look_again(screen, qtbot)

    assert "Call a person" not in screen.names("Button")
    assert any("211" in name for name in screen.names("StaticText"))


def test_a_counter_that_nobody_sits_at_gives_no_button(desk, window, tmp_path, qtbot):
    counter = desk(tmp_path / "one")
    counter.type("away")
    counter.next_with("no button")
    screen = window(state="one")

    look_again(screen, qtbot)

    assert calling(screen).stage is Stage.ABSENT


def test_a_call_says_nothing_of_the_visit(desk, window, tmp_path, qtbot):
    counter = desk(tmp_path / "one")
    screen = window(state="one", language="fr")
    wait_for(screen, qtbot, Stage.READY)
    calling(screen).call(private=True)

    line = counter.next_with("waiting")

    assert line.split("  ")[-1] == "Kiosk 2 · private help, go quietly · French · waiting"


def test_staff_are_told_what_the_plan_is_about_once_it_is_ticked(desk, window, tmp_path, qtbot):
    counter = desk(tmp_path / "one")
    screen = window(state="one")
    screen.session.do(lambda visit: about(visit, BundleId("losing-a-job")))
    wait_for(screen, qtbot, Stage.READY)
    screen.tap("Button", "Call a person")
    wait_for(screen, qtbot, Stage.TOLD)
    assert "Kiosk 2 · English · waiting" in counter.next_with("waiting")

    screen.tap("CheckBox", "Tell staff what my plan is about. Losing a job")
    for _ in range(2):  # what was under way may have been said before the touch
        with qtbot.waitSignal(calling(screen)._lane._finished, timeout=SOON_MS):
            pass

    assert "Kiosk 2 · English · about: Losing a job · waiting" in counter.next_with("about")
    screen.session.end()
    assert "about" not in counter.next_with("left")

"""A headset that comes or goes is noticed from its socket's switch or from the sound server, and nothing is guessed."""

import json
import os
import queue
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.headset import Headset
from kiosk.speech.jacks import HEADPHONES, SWITCHES_NOW, WHICH_SWITCHES, Jacks
from kiosk.speech.sinks import Sinks, SoundServerSockets, read_sinks
from tests.speech.conftest import SoundServer

SWITCH_EVENT = struct.pack("llHHi", 0, 0, 5, HEADPHONES, 1)


class Socket:
    """A named pipe that stands for the input device of a headphone socket: the kernel's switch is `plugged`."""

    def __init__(self, folder: Path, switches: int = 1 << HEADPHONES) -> None:
        self.plugged = False
        self._switches = switches
        path = folder / "event3"
        os.mkfifo(path)
        self._kernel = os.open(path, os.O_RDWR)

    def ask(self, device: int, request: int) -> int:
        match request:
            case _ if request == WHICH_SWITCHES:
                return self._switches
            case _ if request == SWITCHES_NOW:
                return self.plugged << HEADPHONES
        raise AssertionError

    def switch(self, plugged: bool) -> None:
        self.plugged = plugged
        os.write(self._kernel, SWITCH_EVENT)

    def close(self) -> None:
        os.close(self._kernel)


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Socket]:
    socket = Socket(tmp_path)
    yield socket
    socket.close()


@pytest.fixture
def told() -> "queue.SimpleQueue[bool]":
    return queue.SimpleQueue()


def port(availability: str, kind: str = "Headphones") -> dict[str, str]:
    return {"name": "analog-output", "type": kind, "availability": availability}


def test_plugging_in_and_out_is_told_each_time(socket: Socket, tmp_path: Path, told: "queue.SimpleQueue[bool]") -> None:
    headset = Headset(Jacks(tmp_path, socket.ask))
    before = headset.present()
    headset.watch(told.put)

    for plugged in (True, False, True):
        socket.switch(plugged)
        assert told.get(timeout=10) is plugged
    headset.close()

    assert before is False


def test_a_headset_that_is_there_already_is_told_at_once(
    socket: Socket, tmp_path: Path, told: "queue.SimpleQueue[bool]"
) -> None:
    socket.plugged = True
    headset = Headset(Jacks(tmp_path, socket.ask))

    headset.watch(told.put)

    assert told.get(timeout=10) is True
    headset.close()


def test_input_devices_without_such_a_switch_tell_nothing(tmp_path: Path) -> None:
    keyboard = Socket(tmp_path, switches=0)
    (tmp_path / "event4").write_bytes(b"no device at all")

    assert Headset(Jacks(tmp_path, keyboard.ask)).present() is None
    assert Headset(Jacks(tmp_path)).present() is None
    assert Headset(Jacks(tmp_path / "nowhere")).present() is None


def test_no_thread_is_left_over(socket: Socket, tmp_path: Path, told: "queue.SimpleQueue[bool]") -> None:
    before = threading.active_count()
    headset = Headset(Jacks(tmp_path, socket.ask), SoundServerSockets(["false"], ["false"]))
    headset.watch(told.put)

    headset.close()

    assert threading.active_count() == before


@pytest.mark.parametrize(
    ("sinks", "known"),
    [
        ([{"name": "a", "ports": [port("available")]}], Sinks(True, frozenset())),
        ([{"name": "a", "ports": [port("not available"), port("available", "Speaker")]}], Sinks(False, frozenset())),
        ([{"name": "a", "ports": [port("availability unknown")]}], Sinks(None, frozenset())),
        ([{"name": "a", "ports": [], "properties": {"device.bus": "usb"}}], Sinks(None, frozenset({"a"}))),
        ([], Sinks(None, frozenset())),
        ({"no": "list"}, Sinks(None, frozenset())),
    ],
)
def test_a_sound_server_is_believed_only_where_a_socket_senses_the_plug(sinks: object, known: Sinks) -> None:
    assert read_sinks(json.dumps(sinks)) == known


def test_an_answer_that_cannot_be_read_knows_nothing() -> None:
    assert read_sinks("Connection refused") == Sinks(None, frozenset())


def test_without_a_sound_server_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")

    assert SoundServerSockets().present() is None


@pytest.mark.sound
def test_usb_sound_that_comes_later_is_a_headset_and_is_told(
    sound_server: SoundServer, told: "queue.SimpleQueue[bool]"
) -> None:
    usb = ["load-module", "module-null-sink", "sink_properties=device.bus=usb"]
    own = sound_server.tell(*usb, "sink_name=own").strip()
    headset = Headset(SoundServerSockets())
    before = headset.present()
    headset.watch(told.put)

    came = [sound_server.tell(*usb, "sink_name=headset").strip()]
    while not _comes(told):  # the watch may have begun after that one came
        came.append(sound_server.tell(*usb, f"sink_name=headset{len(came)}").strip())
    for module in came:
        sound_server.tell("unload-module", module)
    went = told.get(timeout=10)
    headset.close()
    sound_server.tell("unload-module", own)

    assert before is None
    assert went is False


def _comes(told: "queue.SimpleQueue[bool]") -> bool:
    try:
        return told.get(timeout=1)
    except queue.Empty:
        return False

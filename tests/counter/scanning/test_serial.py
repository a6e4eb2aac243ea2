"""A scanner on a serial line: a pseudo-terminal stands for the cable, pulled and put back."""

import os
import queue
import threading
from pathlib import Path

import pytest

from kiosk.counter.scanning.serial import LONGEST_SCAN, ScannerError, SerialScanner, opened

PATIENCE_S = 20


class Cable:
    """The scanner's end of a line. `device` is a name that stays when another line is plugged in."""

    def __init__(self, device: Path):
        self.device = device
        self._ends: tuple[int, int] | None = None

    def plug_in(self):
        scanner, computer = os.openpty()
        beside = self.device.with_name("new")
        beside.symlink_to(os.ttyname(computer))
        beside.replace(self.device)
        self._ends = scanner, computer

    def pull_out(self):
        self.device.unlink(missing_ok=True)
        for end in self._ends or ():
            os.close(end)
        self._ends = None

    def says(self, text):
        assert self._ends
        os.write(self._ends[0], text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def cable(tmp_path):
    cable = Cable(tmp_path / "scanner")
    yield cable
    cable.pull_out()


class Counter:
    """What a listening scanner told, in order."""

    def __init__(self, device):
        self.scans: queue.Queue[str] = queue.Queue()
        self.plugs: queue.Queue[bool] = queue.Queue()
        self._scanner = SerialScanner(device, self.scans.put, self.plugs.put)
        self._thread = threading.Thread(target=self._scanner.run)
        self._thread.start()

    def scan(self):
        return self.scans.get(timeout=PATIENCE_S)

    def plugged(self):
        return self.plugs.get(timeout=PATIENCE_S)

    def stop(self):
        self._scanner.stop()
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()


@pytest.fixture
def counter(cable):
    opened_ones = []

    def listen():
        opened_ones.append(Counter(cable.device))
        return opened_ones[-1]

    yield listen
    for one in opened_ones:
        one.stop()


def test_each_scan_comes_whole_whatever_ends_it(cable, counter):
    cable.plug_in()
    listening = counter()
    assert listening.plugged()

    for said in ("R-7K3F-9XD\r\n", "R-7K3F-9XE", "\x02R-7K3F-9XF\x03", "R-7K3F-9XG\t"):
        cable.says(said)
        assert listening.scan() == said.strip("\x02\x03\r\n\t")


def test_a_plan_as_text_is_one_scan_with_its_lines_and_its_accents(cable, counter):
    cable.plug_in()
    listening = counter()
    assert listening.plugged()

    cable.says("Un décès dans la famille\r\nR-7K3F-9XD\r\n1. Demander le certificat\r\n")

    assert listening.scan() == "Un décès dans la famille\r\nR-7K3F-9XD\r\n1. Demander le certificat"


def test_bytes_that_are_no_text_stop_nothing(cable, counter):
    cable.plug_in()
    listening = counter()
    assert listening.plugged()

    cable.says(b"\xff\xfe\x00")
    assert "\N{REPLACEMENT CHARACTER}" in listening.scan()

    cable.says("R-7K3F-9XD\n")
    assert listening.scan() == "R-7K3F-9XD"


def test_a_scanner_that_is_pulled_out_is_heard_again_once_it_is_back(cable, counter):
    cable.plug_in()
    listening = counter()
    assert listening.plugged()
    cable.says("first\n")
    assert listening.scan() == "first"

    cable.pull_out()
    assert not listening.plugged()
    cable.plug_in()
    assert listening.plugged()

    cable.says("second\n")
    assert listening.scan() == "second"


def test_a_scanner_that_is_not_there_yet_is_waited_for(cable, counter):
    listening = counter()
    assert not listening.plugged()

    cable.plug_in()

    assert listening.plugged()


def test_stopping_lets_go_of_the_line_at_once(cable, counter):
    cable.plug_in()
    before = len(list(Path("/proc/self/fd").iterdir()))
    listening = Counter(cable.device)
    assert listening.plugged()

    listening.stop()

    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_line_that_never_pauses_fills_no_memory(cable, counter):
    cable.plug_in()
    listening = counter()
    assert listening.plugged()

    writing = threading.Thread(target=lambda: [cable.says(b"A" * 500) for _ in range(50)])
    writing.start()

    assert len(listening.scan()) == LONGEST_SCAN
    assert len(listening.scan()) == 50 * 500 - LONGEST_SCAN
    writing.join(PATIENCE_S)


@pytest.mark.parametrize("kind", ["missing", "file", "folder"])
def test_what_is_no_serial_line_is_refused(tmp_path, kind):
    device = tmp_path / "scanner"
    if kind == "file":
        device.write_text("R-7K3F-9XD")
    elif kind == "folder":
        device.mkdir()

    with pytest.raises(ScannerError), opened(device):
        pass

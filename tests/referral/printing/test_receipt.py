"""Printing on a receipt printer that is a real socket: what it received is a picture again, and its QR reads."""

import contextlib
import io
import socket
import threading
from dataclasses import dataclass, field

import pytest
import zxingcpp
from PIL import Image

from kiosk.referral.printing.jobs import PrintState, follow
from kiosk.referral.printing.receipt import PrinterAddressError, ReceiptPrinter, commands, device_at
from kiosk.referral.slip.raster import Raster

SECONDS = 10.0


@dataclass
class PaperRoll:
    """A network receipt printer: reads ESC/POS, keeps the dots, answers for its paper and its cover."""

    answers: bool = True
    paper: bool = True
    online: bool = True
    runs_out: bool = False
    """The paper ends while the next slip is printed."""
    received: bytearray = field(default_factory=bytearray)
    cuts: int = 0
    rows: list[bytes] = field(default_factory=list)
    stride: int = 0
    _listening: socket.socket = field(default_factory=socket.socket)

    def start(self) -> str:
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen()
        threading.Thread(target=self._serve, daemon=True).start()
        return f"tcp:127.0.0.1:{self._listening.getsockname()[1]}"

    def stop(self) -> None:
        with contextlib.suppress(OSError):  # not connected, says the system, and wakes the thread that waits for a call
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._listening.accept()
            except OSError:
                return
            with caller:
                caller.settimeout(SECONDS)
                self._listen(caller)

    def _listen(self, caller: socket.socket) -> None:
        stream = caller.makefile("rb")
        while command := stream.read(2):
            self.received += command
            match command:
                case b"\x1b@":
                    pass
                case b"\x1bJ":
                    stream.read(1)
                case b"\x10\x04":
                    self._answer(caller, self._status(stream.read(1)))
                case b"\x10\x14":
                    stream.read(8)
                case b"\x1dr":
                    stream.read(1)
                    self.paper = self.paper and not self.runs_out
                    self._answer(caller, 0 if self.paper else 0x0C)
                case b"\x1dV":
                    stream.read(2)
                    self.cuts += 1
                case b"\x1dv":
                    head = stream.read(6)
                    self.stride = head[2] + 256 * head[3]
                    self.rows += [stream.read(self.stride) for _ in range(head[4] + 256 * head[5])]
                case _:
                    raise AssertionError(f"unknown command {command!r}")

    def _status(self, kind: bytes) -> int:
        if kind == b"\x04":
            return 0x12 if self.paper else 0x72
        return 0x12 if self.online else 0x1A

    def _answer(self, caller: socket.socket, status: int) -> None:
        if self.answers:
            caller.sendall(bytes([status]))

    def picture(self) -> Raster:
        return Raster(self.stride * 8, len(self.rows), b"".join(self.rows))


@pytest.fixture
def roll():
    roll = PaperRoll()
    yield roll
    roll.stop()


def read(raster: Raster) -> list[str]:
    grey = Image.open(io.BytesIO(raster.png())).convert("L")
    return [found.text for found in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)]


def test_every_dot_arrives_once_and_the_qr_reads(roll, receipt):
    outcome = ReceiptPrinter(roll.start()).print(receipt)

    assert outcome.state is PrintState.PRINTED
    assert outcome.is_over
    assert roll.picture() == receipt.raster()
    assert read(roll.picture()) == ["R7K3FQ9XD"]
    assert roll.cuts == 1


def test_without_paper_nothing_is_sent(roll, receipt):
    roll.paper = False

    outcome = ReceiptPrinter(roll.start()).print(receipt)

    assert outcome.state is PrintState.PAPER_OUT
    assert outcome.is_over
    assert roll.rows == []


def test_paper_that_ends_halfway_is_told_until_there_is_more(roll, receipt):
    roll.runs_out = True
    printer = ReceiptPrinter(roll.start())
    out = printer.print(receipt)
    again = printer.poll(out.job)

    def put_paper_in() -> None:
        roll.runs_out, roll.paper = False, True

    states = [known.state for known in follow(printer, out, put_paper_in)]

    assert not out.is_over
    assert again.state is PrintState.PAPER_OUT
    assert states == [PrintState.PAPER_OUT, PrintState.PRINTED]


def test_a_printer_with_its_cover_open_is_offline(roll, receipt):
    roll.online = False

    outcome = ReceiptPrinter(roll.start()).print(receipt)

    assert outcome.state is PrintState.OFFLINE
    assert roll.rows == []


def test_a_printer_that_is_switched_off_is_offline(roll, receipt):
    address = roll.start()
    roll.stop()

    outcome = ReceiptPrinter(address).print(receipt)

    assert outcome.state is PrintState.OFFLINE
    assert outcome.is_over


def test_a_printer_known_to_be_silent_is_not_asked(roll, receipt):
    roll.answers = False

    outcome = ReceiptPrinter(roll.start(), answers=False).print(receipt)

    assert outcome.state is PrintState.PRINTED
    assert b"\x10\x04" not in roll.received


def test_a_device_file_takes_the_same_bytes(tmp_path, receipt):
    device = tmp_path / "lp0"
    device.touch()

    outcome = ReceiptPrinter(f"file:{device}").print(receipt)

    assert outcome.state is PrintState.PRINTED
    assert device.read_bytes() == b"".join(commands(receipt.raster()))


def test_the_dots_go_in_pieces_a_printer_can_take_at_once(receipt):
    raster = receipt.raster()

    pieces = list(commands(raster))

    assert max(map(len, pieces)) <= 128 * 72 + 8
    assert b"".join(piece[8:] for piece in pieces[1:-1]) == raster.rows


def test_without_a_knife_the_paper_is_fed_past_the_tear_bar(receipt):
    assert list(commands(receipt.raster(), cuts=False))[-1] == b"\x1bJ\xa0"


def test_a_slip_taken_back_clears_the_printers_memory(roll, receipt):
    roll.runs_out = True
    printer = ReceiptPrinter(roll.start())

    printer.cancel(printer.print(receipt).job)
    printer.poll("receipt")  # the printer serves one caller after another: the clearing has been read by now

    assert b"\x10\x14" in roll.received


@pytest.mark.parametrize("address", ["", "tcp:printer", "tcp:printer:port", "usb:4b8:e15", "serial:", "lpt1", "file:"])
def test_an_address_that_makes_no_sense_is_told(address):
    with pytest.raises(PrinterAddressError):
        device_at(address)


@pytest.mark.parametrize("address", ["tcp:192.168.1.50:9100", "usb:04b8:0e15", "serial:/dev/ttyUSB0", "file:/dev/lp0"])
def test_an_address_is_read_without_touching_the_device(address):
    assert callable(device_at(address))


@pytest.mark.parametrize("address", ["usb:ffff:fffe", "serial:/dev/ttyNobody"])
def test_a_printer_that_is_not_plugged_in_is_off_line(address):
    assert ReceiptPrinter(address).look() is PrintState.OFFLINE


@pytest.mark.parametrize(
    ("paper", "online", "seen"),
    [(True, True, PrintState.READY), (False, True, PrintState.PAPER_OUT), (True, False, PrintState.OFFLINE)],
)
def test_a_look_asks_for_paper_and_sends_no_dot(roll, paper, online, seen):
    roll.paper, roll.online = paper, online

    assert ReceiptPrinter(roll.start()).look() is seen
    assert roll.rows == []


def test_a_look_at_a_printer_known_to_be_silent_tells_nothing(roll):
    assert ReceiptPrinter(roll.start(), answers=False).look() is None


def test_a_look_at_a_printer_that_takes_no_call_finds_it_off_line(roll):
    address = roll.start()
    roll.stop()

    assert ReceiptPrinter(address).look() is PrintState.OFFLINE

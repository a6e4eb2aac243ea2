"""A receipt printer, in ESC/POS: dots out, status in.

Everything is sent as dots (GS v 0), so that any script prints and the QR is ours; the printer's own letters and its
own QR are never used. A printer that answers no question about its state is taken at its silence.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import Protocol

from kiosk.errors import KioskError
from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.slip.raster import Raster
from kiosk.referral.slip.typeset import Typeset

CHUNK_ROWS = 128
"""Rows in one GS v 0: 9 kB on 80 mm paper, which any printer takes in well under the time allowed."""

_SECONDS = 3.0
_JOB = JobId("receipt")

_START = b"\x1b@"  # ESC @: forget settings left by others
_CUT = b"\x1dV\x42\x00"  # GS V 66 0: feed to the knife and cut
_FEED_TO_TEAR = b"\x1bJ\xa0"  # ESC J 160: 20 mm, past the tear bar
_CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"  # DLE DC4 8: clear the buffers
_ASK_PRINTER = b"\x10\x04\x01"  # DLE EOT 1, answered at once: bit 3 is offline
_ASK_PAPER = b"\x10\x04\x04"  # DLE EOT 4, answered at once: bits 5 and 6 are the end of the paper
_ASK_WHEN_DONE = b"\x1dr\x01"  # GS r 1, answered after all that went before: bits 2 and 3 are the end of the paper
_OFFLINE_BIT, _PAPER_END_BITS, _PAPER_END_WHEN_DONE = 0x08, 0x60, 0x0C


class PrinterAddressError(KioskError):
    """The configuration's address of a receipt printer makes no sense."""

    code = "printer_address_wrong"


class Device(Protocol):
    """What is used of a printer of python-escpos."""

    def open(self) -> None: ...
    def close(self) -> None: ...
    def _raw(self, msg: bytes) -> None: ...
    def _read(self) -> bytes: ...


class ReceiptPrinter:
    """One receipt printer, opened for each slip and closed after it."""

    def __init__(self, address: str, cuts: bool = True, answers: bool = True) -> None:
        """`address` is `tcp:192.168.1.50:9100`, `usb:04b8:0e15`, `serial:/dev/ttyUSB0` or `file:/dev/usb/lp0`.

        `cuts` is false without a knife; `answers` is false for a printer known to be silent, which saves three
        seconds a slip. A `file:` never answers. Raises `PrinterAddressError`.
        """
        self._device = device_at(address)
        self._cuts = cuts
        self._answers = answers and not address.startswith("file:")

    def print(self, document: Typeset) -> PrintOutcome:
        """Send the dots, and wait for the printer to say they are on paper, three seconds at most.

        Without paper at the start, nothing is sent. Raises `SlipError` when the slip itself cannot be made.
        """
        raster = document.raster()

        def send(device: Device) -> PrintOutcome:
            trouble = self._trouble(device, None)
            if trouble is not None:
                return trouble
            for command in commands(raster, self._cuts):
                device._raw(command)
            return self._outcome(device)

        return self._with_device(send, None)

    def look(self) -> PrintState | None:
        """Ask for paper and whether it is on line; None from a printer that answers no question."""

        def ask(device: Device) -> PrintOutcome:
            # One that takes the call and says nothing is taken at its silence, here too.
            paper = _ask(device, _ASK_PAPER) if self._answers else None
            if paper is None:
                return PrintOutcome(PrintState.PRINTING)
            return self._trouble(device, None) or PrintOutcome(PrintState.READY)

        state = self._with_device(ask, None).state
        return None if state is PrintState.PRINTING else state

    def poll(self, job: JobId) -> PrintOutcome:
        """Ask whether paper is in and the printer ready; if so, what was sent is on paper."""
        return self._with_device(
            lambda device: self._trouble(device, job) or PrintOutcome(PrintState.PRINTED, job), job
        )

    def cancel(self, job: JobId) -> None:
        """Clear the printer's memory of what it has not printed yet."""

        def clear(device: Device) -> PrintOutcome:
            device._raw(_CLEAR)
            return PrintOutcome(PrintState.CANCELLED, job)

        self._with_device(clear, job)

    def _with_device(self, use: Callable[[Device], PrintOutcome], job: JobId | None) -> PrintOutcome:
        from escpos.exceptions import Error as EscposError  # half a second to import, so not before it is needed

        device = self._device()
        try:
            device.open()
            return use(device)
        except (OSError, EscposError) as error:
            return PrintOutcome(PrintState.OFFLINE, job, str(error))
        finally:
            with contextlib.suppress(OSError, EscposError):
                device.close()

    def _trouble(self, device: Device, job: JobId | None) -> PrintOutcome | None:
        if not self._answers:
            return None
        paper = _ask(device, _ASK_PAPER)
        if paper is None:
            return None
        if paper & _PAPER_END_BITS:
            return PrintOutcome(PrintState.PAPER_OUT, job)
        printer = _ask(device, _ASK_PRINTER)
        if printer is not None and printer & _OFFLINE_BIT:
            return PrintOutcome(PrintState.OFFLINE, job, "the printer says that it is offline")
        return None

    def _outcome(self, device: Device) -> PrintOutcome:
        if not self._answers:
            return PrintOutcome(PrintState.PRINTED, _JOB, "the printer does not answer")
        done = _ask(device, _ASK_WHEN_DONE)
        if done is None:
            return self._trouble(device, _JOB) or PrintOutcome(PrintState.PRINTING, _JOB)
        if done & _PAPER_END_WHEN_DONE:
            return PrintOutcome(PrintState.PAPER_OUT, _JOB)
        return PrintOutcome(PrintState.PRINTED, _JOB)


def commands(raster: Raster, cuts: bool = True) -> Iterator[bytes]:
    """Give the commands that print `raster` and part it from the roll, each short enough to send at once."""
    yield _START
    for top in range(0, raster.height, CHUNK_ROWS):
        rows = raster.rows[top * raster.stride : (top + CHUNK_ROWS) * raster.stride]
        height = len(rows) // raster.stride
        yield b"\x1dv0\x00" + raster.stride.to_bytes(2, "little") + height.to_bytes(2, "little") + rows
    yield _CUT if cuts else _FEED_TO_TEAR


def device_at(address: str) -> Callable[[], Device]:
    """Read a printer's address; what is returned makes the device, unopened. Raises `PrinterAddressError`."""
    kind, _, place = address.partition(":")
    if kind == "tcp" and (network := re.fullmatch(r"(.+):(\d{1,5})", place)):
        return lambda: _escpos("Network", network[1], int(network[2]), timeout=_SECONDS)
    if kind == "usb" and (ids := re.fullmatch(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})", place)):
        return lambda: _escpos("Usb", int(ids[1], 16), int(ids[2], 16), timeout=int(_SECONDS * 1000))
    if kind == "serial" and place:
        return lambda: _escpos("Serial", place, timeout=_SECONDS)
    if kind == "file" and place:
        return lambda: _escpos("File", place)
    raise PrinterAddressError(f"{address!r} is no tcp:HOST:PORT, usb:VVVV:PPPP, serial:PATH or file:PATH")


def _escpos(name: str, *where: object, **how: object) -> Device:
    import escpos.printer

    device: Device = getattr(escpos.printer, name)(*where, **how)
    return device


def _ask(device: Device, question: bytes) -> int | None:
    """Ask for one byte of status; None when the printer stays silent."""
    try:
        device._raw(question)
        answer = device._read()
    except TimeoutError:
        return None
    except OSError as error:
        if type(error).__name__ == "USBTimeoutError":  # of pyusb, which is not a TimeoutError
            return None
        raise
    return answer[-1] if answer else None

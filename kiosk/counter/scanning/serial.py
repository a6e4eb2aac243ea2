"""A scanner on a serial line (USB-COM or RS-232): what it says, scan by scan, and whether it is plugged in.

Such a scanner sends bytes and needs no layout. Set it to this mode where its manual offers it.
"""

import contextlib
import os
import select
import stat
import termios
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.errors import KioskError

PAUSE_S = 0.1
"""The silence after which a scan is over: a plan as text has line ends of its own."""

LONGEST_SCAN = 20_000
"""Bytes; what comes after them without a pause is a scan of its own."""

_TRY_AGAIN_S = 1.0
_AT_ONCE = 4096


class ScannerError(KioskError):
    """The scanner's line is there and cannot be used."""

    code = "scanner_unusable"


class SerialScanner:
    """Listens to one line until it is told to stop; run it in a thread of its own.

    `heard` is called with each scan and `plugged` with each change, both in that thread. A scanner that is unplugged
    is waited for; what came before the plug was pulled is not taken for a scan.
    """

    def __init__(self, device: Path, heard: Callable[[str], None], plugged: Callable[[bool], None]) -> None:
        self._device = device
        self._heard = heard
        self._plugged = plugged
        self._stop_read, self._stop_write = os.pipe()

    def stop(self) -> None:
        """Make `run` return; may be called from any thread, once."""
        os.write(self._stop_write, b".")

    def run(self) -> None:
        """Listen until `stop` is called; then nothing of the line is open any more."""
        plugged = None
        try:
            while True:
                with contextlib.suppress(ScannerError), opened(self._device) as line:
                    plugged = self._tell(plugged, True)
                    if self._listen(line):
                        return
                plugged = self._tell(plugged, False)
                if self._is_told_to_stop(_TRY_AGAIN_S):
                    return
        finally:
            os.close(self._stop_read)
            os.close(self._stop_write)

    def _tell(self, before: bool | None, now: bool) -> bool:
        if before is not now:
            self._plugged(now)
        return now

    def _listen(self, line: int) -> bool:
        """Hear scans until the scanner is unplugged (False) or `stop` is called (True)."""
        scan = b""
        while True:
            ready = select.select([line, self._stop_read], [], [], PAUSE_S if scan else None)[0]
            if self._stop_read in ready:
                return True
            if not ready:
                self._say(scan)
                scan = b""
                continue
            piece = _piece(line)
            if not piece:
                return False
            scan += piece
            while len(scan) >= LONGEST_SCAN:
                self._say(scan[:LONGEST_SCAN])
                scan = scan[LONGEST_SCAN:]

    def _say(self, scan: bytes) -> None:
        text = scan.decode("utf-8", errors="replace").strip("\x00\x02\x03\r\n\t ")
        if text:
            self._heard(text)

    def _is_told_to_stop(self, within_s: float) -> bool:
        return bool(select.select([self._stop_read], [], [], within_s)[0])


@contextlib.contextmanager
def opened(device: Path) -> Iterator[int]:
    """The line's descriptor, set to raw bytes at 9600 baud, 8 bits, no parity; USB takes no notice of the speed.

    Raises `ScannerError` when there is no such device, or it may not be read.
    """
    try:
        line = os.open(device, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError as error:
        raise ScannerError(f"{device}: {error.strerror}") from error
    try:
        _set_raw(line, device)
        yield line
    finally:
        os.close(line)


def _set_raw(line: int, device: Path) -> None:
    try:
        if not stat.S_ISCHR(os.fstat(line).st_mode):
            raise ScannerError(f"{device}: not a device")
        tty.setraw(line, termios.TCSANOW)
        settings = termios.tcgetattr(line)
        settings[2] |= termios.CLOCAL | termios.CREAD
        settings[4] = settings[5] = termios.B9600
        termios.tcsetattr(line, termios.TCSANOW, settings)
    except (OSError, termios.error) as error:
        raise ScannerError(f"{device}: not a serial line") from error


def _piece(line: int) -> bytes:
    """What came; nothing when the scanner is gone."""
    try:
        return os.read(line, _AT_ONCE)
    except BlockingIOError:
        return b""
    except OSError:  # a pulled plug: no such device, or an input and output error
        return b""

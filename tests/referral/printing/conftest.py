"""A real CUPS and a real IPP printer on the loopback interface, with everything of theirs in one folder.

Nothing of the machine's own print system is used or changed.
"""

import contextlib
import os
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import qrcode

from kiosk.referral.slip.content import Paper, Row, Slip, SlipPart, SlipStep
from kiosk.referral.slip.typeset import Typeset, Typesetter

ROOT = Path(__file__).parents[3]
PROGRAMS = ("cupsd", "ippeveprinter", "lp", "lpadmin", "cancel", "dbus-daemon")
PLANTED = "Zoroastre"
"""A word of the slip that no spool may keep."""
LONGEST_WAIT = 20.0

_BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={folder}/bus</listen>
<policy context="default">
<allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
</policy>
</busconfig>
"""
# Stricter than CUPS comes with: only a job's owner may cancel or purge it, and has to prove to be that, as a local
# socket does. PreserveJobFiles is left at a day on purpose: what is gone was purged by us.
_CUPSD = """\
Listen 127.0.0.1:{port}
Listen {folder}/cups.sock
Browsing Off
DefaultAuthType Basic
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Purge-Jobs CUPS-Get-Document>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Cancel-Job>
    AuthType Default
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Add-Modify-Printer Cancel-Jobs Pause-Printer Resume-Printer CUPS-Accept-Jobs CUPS-Reject-Jobs>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_CUPS_FILES = """\
SystemGroup root
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
"""
# What the printer does with a sheet: waits for paper while there is none, then keeps the sheet.
_PAPER_PATH = """\
#!/bin/sh
for turn in $(seq 200); do
  test -e {folder}/tray-empty || break
  echo "STATE: +media-empty-error" >&2
  sleep 0.1
done
test -e {folder}/tray-empty && exit 1
echo "STATE: -media-empty-error" >&2
cp "$1" {folder}/out/sheet.unfinished && mv {folder}/out/sheet.unfinished {folder}/out/$(date +%s%N).pdf
"""


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


def wait_until(claim, process: subprocess.Popen[bytes], longest: float = LONGEST_WAIT) -> None:
    """Look again and again until `claim` holds; fail when `process` dies first, or after `longest` seconds."""
    end = time.monotonic() + longest
    while not claim():
        let_run(process)
        if time.monotonic() > end:
            pytest.fail(f"{process.args}: not ready within {longest} seconds")


def let_run(process: subprocess.Popen[bytes]) -> None:
    """Give a program a moment; fail when it ends in it."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        pytest.fail(f"{process.args} ended with {process.wait(0.02)}")


@dataclass
class PrintShop:
    """A print server with one queue, and the printer behind it."""

    folder: Path
    port: int
    printer_port: int
    environment: dict[str, str]
    printer: subprocess.Popen[bytes] | None = None
    print_server: subprocess.Popen[bytes] | None = None

    @property
    def server(self) -> str:
        return str(self.folder / "cups.sock")

    @property
    def network_server(self) -> str:
        return f"127.0.0.1:{self.port}"

    def sheets(self) -> list[Path]:
        return sorted((self.folder / "out").glob("*.pdf"))

    def take_paper_out(self) -> None:
        (self.folder / "tray-empty").touch()

    def put_paper_in(self) -> None:
        (self.folder / "tray-empty").unlink(missing_ok=True)

    def let_print(self) -> None:
        """Give the print server a moment."""
        assert self.print_server is not None
        let_run(self.print_server)

    def switch_on(self) -> None:
        self.printer = subprocess.Popen(
            [
                *("ippeveprinter", "-p", str(self.printer_port), "-r", "off", "-n", "localhost"),
                *("-d", self.folder / "printer", "-f", "application/pdf,image/pwg-raster"),
                *("-c", self.folder / "paper-path", "-M", "Test", "-m", "Laser", "Laser"),
            ],
            env=self.environment,
            stdout=(self.folder / "log/printer").open("ab"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        wait_until(lambda: answers(self.printer_port), self.printer)

    def switch_off(self) -> None:
        if self.printer is not None:
            os.killpg(self.printer.pid, signal.SIGKILL)
            self.printer.wait(LONGEST_WAIT)
            self.printer = None

    def run(self, *command: str) -> str:
        environment = self.environment | {"CUPS_SERVER": self.server}
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=LONGEST_WAIT, check=True
        ).stdout

    def spooled(self) -> list[str]:
        """Name every file in CUPS's spool that is a job's record or a job's document."""
        return sorted(file.name for file in (self.folder / "spool").iterdir() if file.is_file())

    def traces(self) -> list[str]:
        """Name every file of the print server, logs too, that is a PDF or has the slip's planted word in it."""
        folders = ("etc", "spool", "cache", "state", "log")
        files = [file for name in folders for file in (self.folder / name).rglob("*") if file.is_file()]
        contents = {file.name: file.read_bytes() for file in files}
        return [name for name, content in contents.items() if b"%PDF" in content or PLANTED.encode() in content]


def answers(port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def shop():
    if os.geteuid() != 0 or any(shutil.which(program) is None for program in PROGRAMS):
        pytest.skip("needs root and the programs of CUPS")
    folder = Path(tempfile.mkdtemp(prefix="guichet-print-"))
    folder.chmod(0o755)  # CUPS runs its filters as another user
    for name in ("etc", "spool/tmp", "cache", "state", "log", "printer", "out"):
        (folder / name).mkdir(parents=True)
    shop = PrintShop(folder, free_port(), free_port(), dict(os.environ) | {"LC_ALL": "C"})
    shop.environment["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={folder}/bus"
    (folder / "bus.conf").write_text(_BUS.format(folder=folder))
    (folder / "etc/cupsd.conf").write_text(_CUPSD.format(folder=folder, port=shop.port))
    (folder / "etc/cups-files.conf").write_text(_CUPS_FILES.format(folder=folder))
    script = folder / "paper-path"
    script.write_text(_PAPER_PATH.format(folder=folder))
    script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    started: list[subprocess.Popen[bytes]] = []

    def start(*command: object) -> subprocess.Popen[bytes]:
        log = (folder / "log" / str(command[0])).open("ab")
        program = subprocess.Popen([str(word) for word in command], env=shop.environment, stdout=log, stderr=log)
        started.append(program)
        return program

    try:
        bus = start("dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork")
        wait_until((folder / "bus").exists, bus)
        shop.switch_on()
        shop.print_server = start("cupsd", "-f", "-c", folder / "etc/cupsd.conf", "-s", folder / "etc/cups-files.conf")
        wait_until(lambda: answers(shop.port), shop.print_server)
        address = f"ipp://127.0.0.1:{shop.printer_port}/ipp/print"
        shop.run("lpadmin", "-p", "Laser", "-E", "-v", address, "-m", "everywhere")
        yield shop
    finally:
        shop.put_paper_in()
        shop.switch_off()
        for process in reversed(started):
            process.terminate()
            process.wait(LONGEST_WAIT)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "assets/slip", ROOT / "assets/fonts")


@pytest.fixture(scope="session")
def slip() -> Slip:
    symbol = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    symbol.add_data("R7K3FQ9XD")
    symbol.make()
    steps = (SlipStep(1, f"Write to {PLANTED}", rows=(Row("Phone", ("902-424-4381",)),)),)
    part = SlipPart("en", "North End Community Centre", "Thu 12 March 2026", f"About {PLANTED}", "My list", steps)
    return Slip("R-7K3F-9XD", (part,), tuple(tuple(bool(m) for m in row) for row in symbol.get_matrix()))


@pytest.fixture(scope="session")
def sheet(typesetter, slip) -> Typeset:
    return typesetter.typeset(slip, Paper.LETTER)


@pytest.fixture(scope="session")
def receipt(typesetter, slip) -> Typeset:
    return typesetter.typeset(slip, Paper.RECEIPT_80)

"""What a kiosk needs of its machine, looked at one thing after the other; each finding says what to do."""

import os
import shutil
import socket
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from kiosk.cli.findings import Checkup, Finding, Machine, Verdict
from kiosk.cli.hearing import headset, sound, sound_server, voices
from kiosk.config import Printer, PrinterKind
from kiosk.errors import KioskError
from kiosk.languages import Messages

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_QT_PACKAGE = "PySide6-Essentials"
_SANE_YEAR = 2025
_STALE_DAYS = 180
_LEAST_BYTES = 50_000_000
_COMFORTABLE_BYTES = 500_000_000
_SECONDS = 3.0


def configuration(machine: Machine, messages: Messages) -> Finding:
    """The configuration is there and makes sense."""
    if not machine.config_problem:
        return Finding("configuration", Verdict.OK, messages.gettext("The configuration makes sense."))
    return Finding(
        "configuration", Verdict.LACKS, machine.config_problem, messages.gettext("Correct that line of the file.")
    )


def display(machine: Machine, messages: Messages) -> Finding:
    """There is something to draw on."""
    if sys.platform != "linux" or any(machine.environment.get(name) for name in _DISPLAYS):
        return Finding("display", Verdict.OK, messages.gettext("There is a display."))
    return Finding(
        "display",
        Verdict.LACKS,
        messages.gettext("There is no display."),
        messages.gettext("Start Guichet in a graphical session; DISPLAY or WAYLAND_DISPLAY names it."),
    )


def qt(machine: Machine, messages: Messages) -> Finding:
    """Qt is there, in a version that does not end after a few hours."""
    seen = messages.gettext("Qt for Python {version}.").format(version=machine.qt or "?")
    if not machine.qt:
        advice = messages.gettext("Install PySide6-Essentials 6.11.3.")
        return Finding("qt", Verdict.LACKS, messages.gettext("Qt for Python is missing."), advice)
    # 6.12.0 loses references on Python 3.10 and 3.11, and aborts: see tests/bridge/test_reference_counts.py.
    if machine.qt.startswith("6.12.") and machine.python < (3, 12):
        advice = messages.gettext("This version ends by itself on Python 3.11: install PySide6-Essentials 6.11.3.")
        return Finding("qt", Verdict.LACKS, seen, advice)
    return Finding("qt", Verdict.OK, seen)


def fonts(machine: Machine, messages: Messages) -> Finding:
    """The letters that the screens and slips are written in can be read."""
    found = [font for font in (machine.assets / "fonts").glob("*.ttf") if os.access(font, os.R_OK)]
    if found:
        seen = messages.ngettext("{count} font can be read.", "{count} fonts can be read.", len(found))
        return Finding("fonts", Verdict.OK, seen.format(count=len(found)))
    return Finding(
        "fonts",
        Verdict.LACKS,
        messages.gettext("The fonts cannot be read: {folder}").format(folder=machine.assets / "fonts"),
        messages.gettext("Install Guichet again, or give its account the right to read that folder."),
    )


def catalogue(machine: Machine, messages: Messages) -> Finding:
    """The catalogue can be read, and is not old."""
    from kiosk.catalogue.reading import load

    try:
        read = load(machine.catalogue)
    except KioskError as error:
        advice = messages.gettext("Put it back, or run: guichet catalogue build. Until then only urgent numbers show.")
        return Finding("catalogue", Verdict.LACKS, str(error), advice)
    days = (machine.now.date() - read.day).days
    seen = messages.gettext("Catalogue {version} of {day}, {count} services.").format(
        version=read.version, day=read.day.isoformat(), count=len(read.services)
    )
    if days > _STALE_DAYS:
        advice = messages.ngettext(
            "It is {days} day old: ask for a newer one.", "It is {days} days old: ask for a newer one.", days
        )
        return Finding("catalogue", Verdict.WISHES, seen, advice.format(days=days))
    return Finding("catalogue", Verdict.OK, seen)


def printer(machine: Machine, messages: Messages) -> Finding:
    """The configured printer can be reached."""
    settings = machine.config.printer
    match settings.kind:
        case PrinterKind.NONE:
            return Finding(
                "printer",
                Verdict.WISHES,
                messages.gettext("No printer is configured: plans leave by a code only."),
                messages.gettext("Name one under [printer] in the configuration."),
            )
        case PrinterKind.CUPS:
            return _cups(machine, messages)
        case PrinterKind.RECEIPT:
            return _receipt(settings, messages)
        case PrinterKind.FILE:
            folder = Path(settings.folder)
            if folder.is_dir() and os.access(folder, os.W_OK):
                return Finding("printer", Verdict.OK, messages.gettext("Slips are left in a folder."))
            return Finding(
                "printer",
                Verdict.LACKS,
                messages.gettext("Slips cannot be left in {folder}.").format(folder=folder),
                messages.gettext("Make that folder, and let Guichet’s account write in it."),
            )


def clock(machine: Machine, messages: Messages) -> Finding:
    """The clock is right enough for deadlines and opening hours."""
    shown = machine.now.strftime("%Y-%m-%d %H:%M")
    seen = messages.gettext("The clock says {moment}.").format(moment=shown)
    if machine.now.year < _SANE_YEAR:
        advice = messages.gettext("Set the clock, and see to its battery: deadlines and opening hours would be wrong.")
        return Finding("clock", Verdict.LACKS, seen, advice)
    synchronised = machine.told("timedatectl", "show", "--property=NTPSynchronized", "--value")
    if synchronised is not None and synchronised.strip() == "no":
        advice = messages.gettext("Nothing keeps it right: connect a network now and then, or check it each month.")
        return Finding("clock", Verdict.WISHES, seen, advice)
    return Finding("clock", Verdict.OK, seen)


def disk(machine: Machine, messages: Messages) -> Finding:
    """There is room for what is written down."""
    free = shutil.disk_usage(_nearest(machine.state)).free
    seen = messages.gettext("{megabytes} MB are free.").format(megabytes=free // 1_000_000)
    if free >= _COMFORTABLE_BYTES:
        return Finding("disk", Verdict.OK, seen)
    verdict = Verdict.LACKS if free < _LEAST_BYTES else Verdict.WISHES
    return Finding("disk", verdict, seen, messages.gettext("Make room: slips and updates need it."))


def state_folder(machine: Machine, messages: Messages) -> Finding:
    """What outlives a visit can be written."""
    try:
        with tempfile.TemporaryFile(dir=machine.state) as file:
            file.write(b"0")
    except OSError as error:
        seen = messages.gettext("The folder {folder} cannot be written: {reason}.").format(
            folder=machine.state, reason=error.strerror
        )
        advice = messages.gettext("Let Guichet’s account write there: without it, slips have no code.")
        return Finding("state", Verdict.LACKS, seen, advice)
    seen = messages.gettext("The folder {folder} can be written.").format(folder=machine.state)
    return Finding("state", Verdict.OK, seen)


def key(machine: Machine, messages: Messages) -> Finding:
    """The kiosk's own key is whole, or will be made when the first slip needs it."""
    from kiosk.referral.keys import KEY_FILE, own_key

    if not (machine.state / KEY_FILE).exists():
        return Finding("key", Verdict.OK, messages.gettext("The kiosk’s key will be made with the first slip."))
    try:
        own_key(machine.state)
    except KioskError as error:
        return Finding(
            "key", Verdict.LACKS, str(error), messages.gettext("Without it, slips are not signed and have no code.")
        )
    return Finding("key", Verdict.OK, messages.gettext("The kiosk’s key is whole."))


CHECKUPS: tuple[Checkup, ...] = (
    *(configuration, display, qt, fonts, catalogue, printer),
    *(voices, sound_server, sound, headset),
    *(clock, disk, state_folder, key),
)


def qt_installed() -> str:
    """The version of Qt for Python, without loading it; empty when it is missing."""
    try:
        return metadata.version(_QT_PACKAGE)
    except metadata.PackageNotFoundError:
        return ""


def _cups(machine: Machine, messages: Messages) -> Finding:
    from kiosk.referral.printing.cups import keeps_files

    name = machine.config.printer.name
    queues = machine.told("lpstat", "-e")
    if queues is None:
        return Finding(
            "printer",
            Verdict.LACKS,
            messages.gettext("The print system CUPS does not answer."),
            messages.gettext("Install and start cups."),
        )
    if name not in queues.split():
        return Finding(
            "printer",
            Verdict.LACKS,
            messages.gettext("CUPS has no printer called {name}.").format(name=name),
            messages.gettext("Add it to CUPS, or correct the name under [printer] in the configuration."),
        )
    seen = messages.gettext("CUPS has the printer {name}.").format(name=name)
    if keeps_files():
        advice = messages.gettext("CUPS keeps what was printed: write PreserveJobFiles No in cupsd.conf.")
        return Finding("printer", Verdict.WISHES, seen, advice)
    return Finding("printer", Verdict.OK, seen)


def _receipt(settings: Printer, messages: Messages) -> Finding:
    from kiosk.referral.printing.receipt import device_at

    lacking = messages.gettext("The printer at {address} does not answer.").format(address=settings.address)
    advice = messages.gettext("Check that it is on, that its cable is in, and its address under [printer].")
    try:
        device_at(settings.address)
    except KioskError as error:
        return Finding("printer", Verdict.LACKS, str(error), advice)
    kind, _, place = settings.address.partition(":")
    if (kind == "tcp" and not _answers(place)) or (kind in ("serial", "file") and not Path(place).exists()):
        return Finding("printer", Verdict.LACKS, lacking, advice)
    seen = messages.gettext("There is a receipt printer at {address}.").format(address=settings.address)
    return Finding("printer", Verdict.OK, seen)


def _answers(place: str) -> bool:
    host, _, port = place.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=_SECONDS):
            return True
    except (OSError, OverflowError):
        return False


def _nearest(folder: Path) -> Path:
    """`folder`, or the nearest folder above it that is there."""
    return next(path for path in (folder, *folder.parents) if path.exists())

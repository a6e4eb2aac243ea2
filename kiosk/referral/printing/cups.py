"""An office printer through CUPS: `lp` takes the slip, then the queue is asked until the paper is out.

The PDF goes in by standard input; no file of ours is written. CUPS itself keeps each document in its spool while it
prints and, unless told otherwise, for a day after. Two things see to that. A job that is over is purged here, record
and document. And a site sets `PreserveJobFiles No` in cupsd.conf and puts the spool (`RequestRoot`) on a tmpfs, for the
job that a power cut leaves behind, and for a server across the network, which may let nobody purge without a password.
`keeps_files` tells whether that was done.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection
from pathlib import Path

from kiosk.referral.printing.ipp import Answer, IppError, Operation, ask, ask_device, purge
from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.slip.raster import DOTS_PER_INCH
from kiosk.referral.slip.typeset import Typeset

JOB_TITLE = "Guichet"
"""What the queue shows to whoever looks: nothing of the person, nothing of the topic."""
CONFIGURATION = Path("/etc/cups/cupsd.conf")

_SECONDS = 20
_OFFLINE_AFTER = 5
"""Seconds of trying to reach the device before it counts as offline; every job tries for a moment."""

_HELD, _JOB_STOPPED = 4, 6  # job-state, RFC 8011 section 5.3.7
_ENDINGS = {7: PrintState.CANCELLED, 8: PrintState.REFUSED, 9: PrintState.PRINTED}  # canceled, aborted, completed
_QUEUE_STOPPED = 5  # printer-state, RFC 8011 section 5.4.11
_PAPER_OUT = ("media-empty", "media-needed", "input-tray-missing")
_OFFLINE = ("offline", "timed-out", "shutdown")
_OFFLINE_IN_WORDS = ("unavailable", "unreachable", "not responding", "Unable to", "Waiting for printer")
"""What the backends of CUPS say, and only say, of a printer they cannot reach, in the language `lp` was run in: C."""

_ABOUT_QUEUE = (
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "printer-up-time",
    "sides-supported",
    "device-uri",
)
_ABOUT_JOB = ("job-state", "job-state-reasons", "time-at-processing")


class CupsPrinter:
    """One queue of CUPS."""

    def __init__(self, queue: str, server: str = "") -> None:
        """`queue` is a name as `lpstat -e` lists it; `server` is empty for the one that CUPS itself would take."""
        self._queue = queue
        self._server = server

    def print(self, document: Typeset) -> PrintOutcome:
        """Hand the PDF to the queue. Raises `SlipError` when the slip itself cannot be made."""
        try:
            about_queue = self._ask(Operation.GET_PRINTER_ATTRIBUTES, None)
        except IppError as error:
            return PrintOutcome(PrintState.OFFLINE, detail=str(error))
        if about_queue.is_not_found:
            return PrintOutcome(PrintState.UNKNOWN_QUEUE, detail=f"CUPS has no queue {self._queue}")
        if not about_queue.is_good or about_queue.attributes.get("printer-is-accepting-jobs") == [False]:
            return PrintOutcome(PrintState.REFUSED, detail=f"the queue {self._queue} takes no jobs")
        options = [f"-o{option}" for option in job_options(document, about_queue.texts("sides-supported"))]
        sent = self._run("lp", "-d", self._queue, "-t", JOB_TITLE, *options, "-", given=document.pdf())
        if isinstance(sent, str):
            return PrintOutcome(PrintState.REFUSED, detail=sent)
        number = re.search(rb"-(\d+) \(", sent)
        if number is None:
            return PrintOutcome(PrintState.REFUSED, detail="lp named no job")
        return PrintOutcome(PrintState.PRINTING, JobId(number[1].decode()))

    def look(self) -> PrintState | None:
        """Ask the queue, and the printer behind it where it speaks plain IPP; None where the queue alone knows of no
        trouble, for a queue learns of trouble only when it prints.
        """
        try:
            queue = self._ask(Operation.GET_PRINTER_ATTRIBUTES, None)
        except IppError:
            return PrintState.OFFLINE
        if queue.is_not_found:
            return PrintState.UNKNOWN_QUEUE
        if queue.attributes.get("printer-is-accepting-jobs") == [False]:
            return PrintState.STOPPED
        if queue.number("printer-state") == _QUEUE_STOPPED:
            return PrintState.STOPPED
        try:
            device = next((ask_device(address, _ABOUT_QUEUE) for address in queue.texts("device-uri")), None)
        except IppError:
            return PrintState.OFFLINE
        if device is None or not device.is_good:
            return _trouble_in(queue.texts("printer-state-reasons"))
        return _trouble_in(device.texts("printer-state-reasons")) or PrintState.READY

    def poll(self, job: JobId) -> PrintOutcome:
        """Ask the queue where the slip is; purge it when it is over."""
        try:
            about_queue = self._ask(Operation.GET_PRINTER_ATTRIBUTES, None)
            about_job = self._ask(Operation.GET_JOB_ATTRIBUTES, int(job))
        except IppError as error:
            return PrintOutcome(PrintState.OFFLINE, job, str(error))
        if about_job.is_not_found:
            # A server that keeps no history forgets a job as soon as it is done.
            return PrintOutcome(PrintState.PRINTED, job, "the queue keeps no history")
        outcome = PrintOutcome(state_of(about_job, about_queue), job, _said(about_job, about_queue))
        if outcome.is_over:
            self.cancel(job)
        return outcome

    def cancel(self, job: JobId) -> None:
        """Stop the job if it is not done, and purge its record and its document from the spool."""
        try:
            purged = purge(self._reached(), self._queue, int(job)).is_good
        except IppError:
            purged = False
        if not purged:
            # A server that wants a password: `cancel` knows how to sign in.
            self._run("cancel", "-x", f"{self._queue}-{job}")

    def _ask(self, operation: Operation, job: int | None) -> Answer:
        return ask(self._reached(), operation, self._queue, job, _ABOUT_QUEUE if job is None else _ABOUT_JOB)

    def _reached(self) -> str:
        """Name the print server; the programs of CUPS know which, from their settings and ours."""
        if not self._server:
            told = self._run("lpstat", "-H")
            if isinstance(told, str):
                raise IppError(told)
            self._server = told.decode().strip()
        return self._server

    def _run(self, *command: str, given: bytes = b"") -> bytes | str:
        """Give what a program of CUPS said, or, as text, why it could not."""
        surroundings = os.environ | {"LC_ALL": "C"}
        if self._server:
            surroundings["CUPS_SERVER"] = self._server
        try:
            run = subprocess.run(
                command, input=given, capture_output=True, timeout=_SECONDS, env=surroundings, check=False
            )
        except FileNotFoundError:
            return f"{command[0]} is not installed"
        except subprocess.TimeoutExpired:
            return f"{command[0]} did not answer in {_SECONDS} seconds"
        except OSError as error:
            return f"{command[0]}: {error.strerror}"
        return run.stdout if run.returncode == 0 else f"{command[0]}: {run.stderr.decode(errors='replace').strip()}"


def state_of(job: Answer, queue: Answer) -> PrintState:
    """Tell where a job is from what the server says of it and of its queue."""
    if (ending := _ENDINGS.get(job.number("job-state"))) is not None:
        return ending
    if queue.number("printer-state") == _QUEUE_STOPPED or job.number("job-state") in (_HELD, _JOB_STOPPED):
        return PrintState.STOPPED
    reasons = queue.texts("printer-state-reasons") + job.texts("job-state-reasons")
    if (trouble := _trouble_in(reasons)) is not None:
        return trouble
    return PrintState.OFFLINE if _is_out_of_reach(job, queue) else PrintState.PRINTING


def _trouble_in(reasons: Collection[str]) -> PrintState | None:
    if any(reason.startswith(_PAPER_OUT) for reason in reasons):
        return PrintState.PAPER_OUT
    return PrintState.OFFLINE if any(reason.startswith(_OFFLINE) for reason in reasons) else None


def _is_out_of_reach(job: Answer, queue: Answer) -> bool:
    began, now = job.number("time-at-processing"), queue.number("printer-up-time")
    if "connecting-to-device" in queue.texts("printer-state-reasons"):
        return 0 < began <= now - _OFFLINE_AFTER
    said = " ".join(queue.texts("printer-state-message"))
    return began > 0 and any(words in said for words in _OFFLINE_IN_WORDS)


def _said(job: Answer, queue: Answer) -> str:
    reasons = queue.texts("printer-state-reasons") + job.texts("job-state-reasons")
    return " ".join(sorted({reason for reason in reasons if reason != "none"}))


def job_options(document: Typeset, sides: Collection[str]) -> tuple[str, ...]:
    """Give the options of `lp` for a slip: its true size, and both sides of a sheet where the printer can.

    A printer drops a job that asks for `sides` it does not have.
    """
    if not document.paper.is_receipt:
        both = ("sides=two-sided-long-edge",) if "two-sided-long-edge" in sides else ()
        return ("media=Letter", "print-scaling=none", *both)
    raster = document.raster()
    across, down = (round(dots / DOTS_PER_INCH * 25.4, 1) for dots in (raster.width, raster.height))
    return (f"media=Custom.{across}x{down}mm", "print-scaling=none")


def keeps_files(configuration: Path = CONFIGURATION) -> bool | None:
    """Tell whether the local CUPS keeps documents after they are printed; None when its settings cannot be read.

    CUPS keeps them for a day when its file does not say (cupsd.conf(5), PreserveJobFiles).
    """
    try:
        lines = configuration.read_text(errors="replace").splitlines()
    except OSError:
        return None
    settings = {words[0].lower(): words[1].lower() for line in lines if len(words := line.split()) == 2}
    off = {"no", "off", "false", "0"}
    return settings.get("preservejobfiles") not in off and settings.get("preservejobhistory") not in off

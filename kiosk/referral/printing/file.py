"""A printer that leaves slips in a folder, for a site that prints by its own means, and for trials."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.slip.saving import save
from kiosk.referral.slip.typeset import Typeset

_NO_CODE = "slip"
"""The name of a slip without a code; the next such slip takes its place."""


class Form(StrEnum):
    """What kind of file."""

    PDF = "pdf"
    PNG = "png"
    TEXT = "txt"
    RASTER = "pbm"
    """The dots of a receipt, one bit each (Netpbm, P4)."""


class FilePrinter:
    """Leaves each slip in a folder under its code, whole or not at all."""

    def __init__(self, folder: Path, form: Form = Form.PDF) -> None:
        self._folder = folder
        self._form = form

    def print(self, document: Typeset) -> PrintOutcome:
        """Write the file. Raises `SlipError` when the slip cannot be made, `SaveError` when it cannot be written."""
        if not self._folder.is_dir():
            return PrintOutcome(PrintState.UNKNOWN_QUEUE, detail=f"no folder {self._folder}")
        target = self._folder / f"{document.slip.code or _NO_CODE}.{self._form.value}"
        save(in_form(document, self._form), target)
        return PrintOutcome(PrintState.PRINTED, JobId(target.name))

    def look(self) -> PrintState | None:
        """Say whether the folder is there and can be written to."""
        if not self._folder.is_dir():
            return PrintState.UNKNOWN_QUEUE
        return PrintState.READY if os.access(self._folder, os.W_OK | os.X_OK) else PrintState.STOPPED

    def poll(self, job: JobId) -> PrintOutcome:
        """Say that it is printed: a file is whole as soon as it is there."""
        return PrintOutcome(PrintState.PRINTED, job)

    def cancel(self, job: JobId) -> None:
        """Take the file away again."""
        (self._folder / Path(job).name).unlink(missing_ok=True)


def in_form(document: Typeset, form: Form) -> bytes:
    """Give a slip as the content of a file."""
    match form:
        case Form.PDF:
            return document.pdf()
        case Form.PNG:
            return document.png(1.0)
        case Form.TEXT:
            return document.text().encode()
        case Form.RASTER:
            raster = document.raster()
            return b"P4\n%d %d\n" % (raster.width, raster.height) + raster.rows

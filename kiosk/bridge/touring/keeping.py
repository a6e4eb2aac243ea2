"""The printer of a tour: every slip becomes a PDF and a picture beside the pictures of the screens."""

from collections.abc import Callable
from pathlib import Path

from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.slip.saving import save
from kiosk.referral.slip.typeset import Typeset

_DRAFT = 1.0
"""Of the 203 dots to the inch."""


class SlipKeeper:
    """Keeps each slip as NAME-slip.pdf and, page by page, as NAME-slip.png, NAME-slip-2.png ..."""

    def __init__(self, folder: Path, name: str, kept: Callable[[Path], None]) -> None:
        self._folder = folder
        self._name = name
        self._kept = kept

    def print(self, document: Typeset) -> PrintOutcome:
        """Write the files. Raises `SlipError` when the slip cannot be made, `SaveError` when it cannot be written."""
        self._keep(document.pdf(), f"{self._name}-slip.pdf")
        for number, page in enumerate(document.pages(_DRAFT), start=1):
            self._keep(page, f"{self._name}-slip{f'-{number}' if number > 1 else ''}.png")
        return PrintOutcome(PrintState.PRINTED, JobId(self._name))

    def look(self) -> PrintState | None:
        """Say that it is ready."""
        return PrintState.READY

    def poll(self, job: JobId) -> PrintOutcome:
        """Say that it is printed."""
        return PrintOutcome(PrintState.PRINTED, job)

    def cancel(self, job: JobId) -> None:
        """Leave what is kept: a tour wants its slips after the visit."""

    def _keep(self, content: bytes, name: str) -> None:
        save(content, self._folder / name)
        self._kept(self._folder / name)

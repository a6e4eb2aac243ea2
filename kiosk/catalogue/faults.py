"""What is wrong in the catalogue's sources: where, what, and what to do about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.errors import KioskError


class Severity(Enum):
    """A fault keeps a catalogue from being released; a warning does not."""

    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a source file, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing for an editor to put right, in a sentence that says how."""

    place: Place
    message: str
    severity: Severity = Severity.FAULT

    def __str__(self) -> str:
        mark = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.place}: {mark}{self.message}"


def in_reading_order(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, by file and line."""
    return sorted(set(faults), key=lambda fault: (fault.place, fault.severity.value, fault.message))


class SourcesFaultyError(KioskError):
    """The sources do not make a catalogue."""

    code = "sources_faulty"

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")

"""What is wrong in the catalogue's sources: where, what, and what to do about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.languages.sentences import Sentence, sentence

if TYPE_CHECKING:
    from kiosk.languages import Messages


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
    """One thing for an editor to put right, in a sentence that says how; as a string it is an English line."""

    place: Place
    what: Sentence
    severity: Severity = Severity.FAULT

    def __str__(self) -> str:
        return str(self._line())

    def said(self, messages: "Messages") -> str:
        """Its line in the language of `messages`."""
        return self._line().said(messages)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.what)

    def _line(self) -> Sentence:
        if self.severity is Severity.WARNING:
            return sentence("{place}: warning: {what}", place=self.place, what=self.what)
        return sentence("{place}: {what}", place=self.place, what=self.what)


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

"""What a setting may be, said beside its type: a number between two others, a text of some length or form.

Nothing that takes time is imported for them: the kiosk's first picture waits for the settings, but not for whoever
checks a file.
"""

import re
from typing import NamedTuple

from kiosk.languages.sentences import Sentence, sentence


class Within(NamedTuple):
    """A number from `least` to `most`, both included."""

    least: float
    most: float

    def refusal(self, value: object) -> Sentence | None:
        """Why `value` is not one; None where it is."""
        if isinstance(value, int | float) and self.least <= value <= self.most:
            return None
        return sentence("expected a number from {least} to {most}", least=self.least, most=self.most)


class Length(NamedTuple):
    """A text of `least` to `most` characters."""

    least: int
    most: int

    def refusal(self, value: object) -> Sentence | None:
        """Why `value` is not one; None where it is."""
        if isinstance(value, str) and self.least <= len(value) <= self.most:
            return None
        return sentence("expected {least} to {most} characters", least=self.least, most=self.most)


class Like(NamedTuple):
    """A text that is wholly of the form of a regular expression."""

    pattern: str

    def refusal(self, value: object) -> Sentence | None:
        """Why `value` is not one; None where it is."""
        if isinstance(value, str) and re.fullmatch(self.pattern, value):
            return None
        return sentence("expected {pattern}", pattern=self.pattern)


class TimeZone(NamedTuple):
    """A name that the system or tzdata knows as a time zone."""

    def refusal(self, value: object) -> Sentence | None:
        """Why `value` is not one; None where it is."""
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(str(value))
        except (KeyError, ValueError, OSError):  # no such zone, a path out of the zones' folder, a folder of zones
            return sentence("{value!r} is not a time zone such as America/Halifax", value=str(value))
        return None

"""How fast and how loud the voice speaks, in the steps that people choose from."""

from enum import StrEnum

LOUDEST = 8
"""Volume goes from 1 to this."""


class Pace(StrEnum):
    """How fast the voice speaks."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"

    @property
    def words_per_minute(self) -> int:
        """As synthesisers count: 175 is what espeak-ng calls normal, and too fast for a stranger at a kiosk."""
        return {Pace.SLOW: 120, Pace.NORMAL: 155, Pace.FAST: 220}[self]

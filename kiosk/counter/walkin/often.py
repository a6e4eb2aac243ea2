"""What was often given today, so that it is one key away: counted in memory, for this day and this window only."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

LEAST = 3
"""Fewer might tell the next person what the one before came for."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class Often:
    """How many times each thing was given on `day`, by what the search calls it."""

    day: date = date.min
    counts: Counter[str] = field(default_factory=Counter)

    def with_one(self, thing: str, today: date) -> "Often":
        """One more of `thing`; another day begins with nothing."""
        before = self.counts if self.day == today else Counter[str]()
        return Often(today, before + Counter({thing: 1}))

    def first(self, today: date) -> tuple[str, ...]:
        """The few things given most often today, the most frequent first, each given at least `LEAST` times."""
        if self.day != today:
            return ()
        return tuple(thing for thing, count in self.counts.most_common(_MOST) if count >= LEAST)

"""What is measured, and how figures are brought together."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `aim` is the most it should be, None where it is only watched; `note` says how it came about."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the aim is reached; what has no aim always is."""
        return self.aim is None or self.value <= self.aim


def each_ms(work: Callable[[], object], times: int) -> list[float]:
    """How long `work` keeps the processor, in milliseconds, so many times, after one time that does not count.

    The processor's time, not the wall's: what other programs do at the same time is not ours to measure.
    """
    work()
    taken = []
    for _ in range(times):
        start = time.process_time_ns()
        work()
        taken.append((time.process_time_ns() - start) / 1e6)
    return taken


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def ninety_fifth(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def table(measures: Sequence[Measure]) -> list[str]:
    """One line a measure: name, figure, aim, whether it is met, and how it came about."""
    width = max(len(measure.name) for measure in measures)
    return [f"{one.name:<{width}}  {one.value:8.2f} {one.unit:<2}  {_aim(one):<16}  {one.note}" for one in measures]


def _aim(measure: Measure) -> str:
    if measure.aim is None:
        return "watched"
    return f"{'met' if measure.is_met else 'MISSED'}: at most {measure.aim:g}"

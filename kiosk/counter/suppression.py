"""Which numbers may be shown: a small one is not told, and no sum of those that are told gives it away.

A number from 1 to 4 is shown as "fewer than five"; so is a zero that is a part of such a number. Where adding and
subtracting what is shown would narrow it down, others are withheld beside it, parts before totals: `told`, for a few
numbers that everybody knows by name. In a list of whatever there was, the small ones are not named at all, and what
they make together is not small either: `listed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

LEAST = 5
"""The smallest number of people that is told (see "suppress n < 5" in docs/counter.md)."""

LEAST_LEFT = LEAST - 1
"""How many numbers stay possible for every one that is not told, whatever is added and subtracted."""

_NO_LIMIT = 10**12
_ROOM_ENOUGH = 2 * LEAST - 1
"""A number of this size or more, withheld alone, leaves a small one beside it all of its room."""


class Hidden(StrEnum):
    """Why a number is not told: it is below `LEAST`; or it would give away one that is, or to say that it is one would
    say too much.
    """

    FEW = "few"
    WITHHELD = "withheld"


Told: TypeAlias = int | Hidden
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Sum:
    """What everybody can add up: `parts` make `total`; where it is `open`, there is more to the total than the parts.

    No number may be a part of two sums; one may be the total of several.
    """

    total: str
    parts: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Listed(Generic[K]):
    """The parts of a total that are told, the largest first, and what the others make together: 0, or not small."""

    parts: tuple[tuple[K, int], ...] = ()
    rest: int = 0


def listed(total: Told, parts: Mapping[K, int]) -> Listed[K]:
    """The `parts` of `total` that may be named; none where the total is hidden itself.

    What is left over never is a single small one: the smallest that could be told joins it.
    """
    if isinstance(total, Hidden):
        return Listed()
    ordered = sorted(parts.items(), key=lambda part: -part[1])
    named = [part for part in ordered if part[1] >= LEAST]
    rest = max(0, total - sum(count for _, count in named))
    if 0 < rest < LEAST and named:
        rest += named.pop()[1]
    return Listed(tuple(named), rest)


def told(counts: Mapping[str, int], sums: Sequence[Sum]) -> dict[str, Told]:
    """`counts` as they may be shown, by the same names. Raises ValueError where a part is in two sums."""
    names = [part for each in sums for part in each.parts]
    if len(set(names)) < len(names):
        raise ValueError("a number can be a part of one sum only")
    few = {name for name, count in counts.items() if 0 < count < LEAST}
    while more := {part for each in sums if each.total in few for part in each.parts} - few:
        few |= more
    shown: dict[str, Told] = {name: Hidden.FEW if name in few else count for name, count in counts.items()}
    while exposed := exposed_by(shown, sums):
        further = _nearest_told(exposed, shown, sums)
        if further is not None:
            shown[further] = Hidden.WITHHELD
            continue
        # Everything near is hidden, and to know which of it is small says too much still: that is not told either.
        together = _together(exposed[0], sums)
        shown |= {name: Hidden.WITHHELD for name in together if isinstance(shown[name], Hidden)}
    return shown


def exposed_by(shown: Mapping[str, Told], sums: Sequence[Sum]) -> tuple[str, ...]:
    """The hidden numbers of which fewer than `LEAST_LEFT` stay possible for whoever adds up what is shown."""
    ranges = possible(shown, sums)
    return tuple(n for n, (low, high) in ranges.items() if isinstance(shown[n], Hidden) and high - low + 1 < LEAST_LEFT)


def possible(shown: Mapping[str, Told], sums: Sequence[Sum]) -> dict[str, tuple[int, int]]:
    """The least and the most that each number can be for whoever sees what is shown, and knows this module.

    Exact, because every number is a part of one sum at most: the sums hang together like a tree, and each lets every
    number between its ends be reached. What contradicts itself narrows nothing.
    """
    within_few = {part for each in sums if shown[each.total] is Hidden.FEW for part in each.parts}
    beside_few = {name for few in shown if shown[few] is Hidden.FEW for name in _together(few, sums)}
    ranges = {name: _range_of(value, name in within_few, name in beside_few) for name, value in shown.items()}
    changed = True
    while changed:
        changed = False
        for each in sums:
            for name, narrower in _narrowed(each, ranges):
                if narrower != ranges[name] and narrower[0] <= narrower[1]:
                    ranges[name] = narrower
                    changed = True
    return ranges


def _range_of(value: Told, within_few: bool, beside_few: bool) -> tuple[int, int]:
    """A number withheld beside one that is said to be small is not small itself; without such a one it may be any."""
    match value:
        case Hidden.FEW:
            return 0 if within_few else 1, LEAST - 1
        case Hidden.WITHHELD:
            return LEAST if beside_few else 0, _NO_LIMIT
        case _:
            return value, value


def _narrowed(each: Sum, ranges: Mapping[str, tuple[int, int]]) -> Iterable[tuple[str, tuple[int, int]]]:
    """What one sum says of each of its numbers."""
    least = sum(ranges[part][0] for part in each.parts)
    most = _NO_LIMIT if each.open else sum(ranges[part][1] for part in each.parts)
    low, high = ranges[each.total]
    yield each.total, (max(low, least), min(high, most))
    for part in each.parts:
        own_low, own_high = ranges[part]
        others = 0 if each.open else low - (most - own_high)
        yield part, (max(own_low, others), min(own_high, high - (least - own_low)))


def _nearest_told(exposed: Sequence[str], shown: Mapping[str, Told], sums: Sequence[Sum]) -> str | None:
    """The number to withhold next: among those nearest to an exposed one, a part rather than a total, and the
    smallest that leaves room enough; None when nothing near it is told any more.
    """
    totals = {each.total for each in sums}
    reached = set(exposed)
    while True:
        near = reached | _beside(reached, sums)
        candidates = [name for name in near if shown[name] not in (0, *Hidden)]
        if candidates:
            return min(candidates, key=lambda name: _preference(name, shown[name], totals))
        if near == reached:
            return None
        reached = near


def _beside(names: set[str], sums: Sequence[Sum]) -> set[str]:
    """Everything that is in a sum with one of `names`."""
    return {name for each in sums if (own := {each.total, *each.parts}) & names for name in own}


def _together(name: str, sums: Sequence[Sum]) -> set[str]:
    """Everything that hangs together with a number by sums, itself among it."""
    reached = {name}
    while more := _beside(reached, sums) - reached:
        reached |= more
    return reached


def _preference(name: str, value: Told, totals: set[str]) -> tuple[bool, bool, int, str]:
    assert not isinstance(value, Hidden)
    small = value < _ROOM_ENOUGH
    return name in totals, small, -value if small else value, name

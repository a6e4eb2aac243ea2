"""Whether any answers at all can make a condition hold.

Only the values around each limit can make a difference, so a condition is settled by trying those, one fact at a
time, and stopping as soon as what is tried already decides it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from kiosk.catalogue.conditions import (
    AllOf,
    Answer,
    AnyOf,
    Comparison,
    Condition,
    FactId,
    NoneOf,
    Operator,
    comparisons,
)
from kiosk.catalogue.model import FactType
from kiosk.catalogue.sources.shapes import FactShape

_MANY_CHOICES = 8
_NO_LIMIT = 10**12

Band = tuple[int, int]
"""A money band from its lowest to its highest whole dollar."""

Candidate = Answer | Band


def can_hold(condition: Condition, facts: Mapping[str, FactShape]) -> bool:
    """Tell whether some answers satisfy `condition`; a comparison that is not required bars nobody."""
    asked: dict[FactId, list[Comparison]] = {}
    for comparison in comparisons(condition):
        asked.setdefault(comparison.fact, []).append(comparison)
    candidates = {fact: list(_candidates(facts[fact], on_it)) for fact, on_it in asked.items() if fact in facts}
    return _search(condition, candidates, {})


def _search(
    condition: Condition, candidates: Mapping[FactId, list[Candidate]], known: Mapping[FactId, Candidate]
) -> bool:
    verdict = _verdict(condition, known)
    if verdict is not None:
        return verdict
    fact = next((fact for fact in candidates if fact not in known), None)
    if fact is None:
        return True
    return any(_search(condition, candidates, {**known, fact: candidate}) for candidate in candidates[fact])


def _verdict(condition: Condition, known: Mapping[FactId, Candidate]) -> bool | None:
    """True, False, or None while the facts in `known` leave it open."""
    match condition:
        case AllOf(parts):
            return _all(_verdict(part, known) for part in parts)
        case AnyOf(parts):
            return _not(_all(_not(_verdict(part, known)) for part in parts))
        case NoneOf(parts):
            return _all(_not(_verdict(part, known)) for part in parts if _bars(part))
        case Comparison():
            if not condition.required:
                return True
            return _holds(condition, known[condition.fact]) if condition.fact in known else None


def _bars(part: Condition) -> bool:
    return not isinstance(part, Comparison) or part.required


def _all(verdicts: Iterable[bool | None]) -> bool | None:
    open_ones = False
    for verdict in verdicts:
        if verdict is False:
            return False
        open_ones = open_ones or verdict is None
    return None if open_ones else True


def _not(verdict: bool | None) -> bool | None:
    return None if verdict is None else not verdict


def _holds(comparison: Comparison, candidate: Candidate) -> bool | None:
    if isinstance(candidate, tuple):
        low, high = _ordered(comparison, candidate[0]), _ordered(comparison, candidate[1])
        return low if low == high else None  # a limit inside the band: perhaps, which is enough to reach a step
    if isinstance(candidate, frozenset):
        among = bool(candidate & _set(comparison.value))
        return among is not (comparison.operator is Operator.NOT_IN)
    match comparison.operator:
        case Operator.EQUAL:
            return candidate == comparison.value
        case Operator.IN:
            return candidate in _set(comparison.value)
        case Operator.NOT_IN:
            return candidate not in _set(comparison.value)
        case _:
            return _ordered(comparison, candidate)


def _ordered(comparison: Comparison, candidate: Answer) -> bool:
    value = comparison.value
    match comparison.operator:
        case Operator.ABOVE:
            return candidate > value  # type: ignore[operator]  # checks.references lets only like kinds meet
        case Operator.AT_LEAST:
            return candidate >= value  # type: ignore[operator]
        case Operator.BELOW:
            return candidate < value  # type: ignore[operator]
        case Operator.AT_MOST:
            return candidate <= value  # type: ignore[operator]
        case _:
            return candidate == value


def _set(value: Answer) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset([str(value)])


def _candidates(fact: FactShape, on_it: Iterable[Comparison]) -> Iterator[Candidate]:
    """One answer of every sort that the comparisons on this fact can tell apart."""
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.CHOICE:
            yield from (choice.value for choice in fact.choices)
        case FactType.SEVERAL:
            yield from _several([choice.value for choice in fact.choices])
        case FactType.MONEY_BAND:
            for choice in fact.choices:
                yield choice.min or 0, _NO_LIMIT if choice.max is None else choice.max
        case FactType.NUMBER:
            yield from _numbers(fact, on_it)
        case FactType.DATE:
            for day in {part.value for part in on_it if isinstance(part.value, date)}:
                yield from (day + timedelta(days=step) for step in (-1, 0, 1))


def _several(values: list[str]) -> Iterator[frozenset[str]]:
    sizes = range(len(values) + 1) if len(values) <= _MANY_CHOICES else (0, 1, 2, len(values))
    for size in sizes:
        yield from (frozenset(chosen) for chosen in combinations(values, size))


def _numbers(fact: FactShape, on_it: Iterable[Comparison]) -> Iterator[int]:
    lowest = 0 if fact.minimum is None else fact.minimum
    highest = _NO_LIMIT if fact.maximum is None else fact.maximum
    around = {part.value + step for part in on_it if isinstance(part.value, int) for step in (-1, 0, 1)}
    yield from sorted(number for number in around | {lowest, highest} if lowest <= number <= highest)

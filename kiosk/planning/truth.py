"""Whether a condition holds, in Kleene's three values: yes, no, and not known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum

from kiosk.catalogue.conditions import (
    ALWAYS,
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
from kiosk.catalogue.model import Fact, FactType

_NO_INCOME_IS_SO_HIGH = 10**12

Facts = Mapping[FactId, Fact]
Known = Mapping[FactId, Answer]
"""Answers with what may be assumed, derived or concluded from them; see `kiosk.planning.known`."""


class Verdict(IntEnum):
    """Ordered so that "all" is the lowest, "any" the highest, and "not" the mirror."""

    NO = 0
    UNKNOWN = 1
    YES = 2


def evaluate(condition: Condition, known: Known, facts: Facts) -> Verdict:
    """What `known` lets us say of `condition`. A comparison that is not required never says no (nor "not known")."""
    match condition:
        case Comparison():
            return _compare(condition, known, facts)
        case AllOf():
            return _lowest(condition.parts, known, facts)
        case AnyOf():
            return _highest(condition.parts, known, facts)
        case NoneOf():
            barring = [part for part in condition.parts if not isinstance(part, Comparison) or part.required]
            return opposite(_highest(barring, known, facts))


def _lowest(parts: Iterable[Condition], known: Known, facts: Facts) -> Verdict:
    lowest = Verdict.YES
    for part in parts:
        verdict = evaluate(part, known, facts)
        if verdict is Verdict.NO:
            return verdict
        if verdict is Verdict.UNKNOWN:
            lowest = verdict
    return lowest


def _highest(parts: Iterable[Condition], known: Known, facts: Facts) -> Verdict:
    highest = Verdict.NO
    for part in parts:
        verdict = evaluate(part, known, facts)
        if verdict is Verdict.YES:
            return verdict
        if verdict is Verdict.UNKNOWN:
            highest = verdict
    return highest


def opposite(verdict: Verdict) -> Verdict:
    """Kleene's "not"."""
    return Verdict(Verdict.YES - verdict)


def unsettled(condition: Condition, known: Known, facts: Facts) -> tuple[FactId, ...]:
    """The facts nobody has answered that could settle `condition`, in the order written; none once it is settled."""
    return tuple(dict.fromkeys(c.fact for c in _undecided(condition, known, facts) if c.fact not in known))


def overlapping(condition: Condition, known: Known, facts: Facts) -> tuple[FactId, ...]:
    """The facts answered too broadly to settle `condition`: a money band that lies across a limit."""
    return tuple(dict.fromkeys(c.fact for c in _undecided(condition, known, facts) if c.fact in known))


def decisive(condition: Condition, known: Known, facts: Facts) -> Iterator[Comparison]:
    """The comparisons that made a settled `condition` what it is; nothing while it is not settled."""
    verdict = evaluate(condition, known, facts)
    if verdict is Verdict.UNKNOWN:
        return
    if isinstance(condition, Comparison):
        yield condition
        return
    wanted = opposite(verdict) if isinstance(condition, NoneOf) else verdict
    for part in condition.parts:
        if evaluate(part, known, facts) is wanted:
            yield from decisive(part, known, facts)


def without(condition: Condition, dropped: Callable[[Comparison], bool]) -> Condition:
    """`condition` as it stands when nobody holds the `dropped` comparisons against the person."""
    match condition:
        case Comparison():
            return ALWAYS if dropped(condition) else condition
        case AllOf():
            parts = (without(part, dropped) for part in condition.parts)
            return AllOf(tuple(part for part in parts if part != ALWAYS))
        case AnyOf():
            either = tuple(without(part, dropped) for part in condition.parts)
            return ALWAYS if ALWAYS in either else AnyOf(either)
        case NoneOf():
            kept = tuple(part for part in condition.parts if not any(dropped(c) for c in comparisons(part)))
            return NoneOf(kept) if kept else ALWAYS


def mentioned(condition: Condition) -> frozenset[FactId]:
    """Every fact that `condition` speaks of."""
    return frozenset(comparison.fact for comparison in comparisons(condition))


def _undecided(condition: Condition, known: Known, facts: Facts) -> Iterator[Comparison]:
    if evaluate(condition, known, facts) is not Verdict.UNKNOWN:
        return
    if isinstance(condition, Comparison):
        yield condition
        return
    for part in condition.parts:
        yield from _undecided(part, known, facts)


def _compare(comparison: Comparison, known: Known, facts: Facts) -> Verdict:
    if not comparison.required:
        return Verdict.YES
    answer = known.get(comparison.fact)
    if answer is None:
        return Verdict.UNKNOWN
    if isinstance(answer, frozenset):
        return _several(comparison, answer)
    if isinstance(answer, str):
        fact = facts.get(comparison.fact)
        if fact is not None and fact.type is FactType.MONEY_BAND and not isinstance(comparison.value, str | frozenset):
            return _band(comparison, answer, fact)
    return Verdict.YES if _holds(comparison.operator, answer, comparison.value) else Verdict.NO


def _holds(operator: Operator, answer: Answer, value: Answer) -> bool:
    match operator:
        case Operator.EQUAL:
            return answer == value
        case Operator.IN:
            return answer in _set(value)
        case Operator.NOT_IN:
            return answer not in _set(value)
        case Operator.ABOVE:
            return answer > value  # type: ignore[operator]  # the catalogue's check compares like with like
        case Operator.AT_LEAST:
            return answer >= value  # type: ignore[operator]
        case Operator.BELOW:
            return answer < value  # type: ignore[operator]
        case Operator.AT_MOST:
            return answer <= value  # type: ignore[operator]


def _several(comparison: Comparison, chosen: frozenset[str]) -> Verdict:
    """Several choices are in a set when any of them is; they equal one choice when it is among them."""
    among = bool(chosen & _set(comparison.value))
    return Verdict.YES if among is not (comparison.operator is Operator.NOT_IN) else Verdict.NO


def _set(value: Answer) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset([str(value)])


def _band(comparison: Comparison, answer: str, fact: Fact) -> Verdict:
    """Both ends of the band on one side of the limit settle it; a limit inside the band does not."""
    band = next((choice for choice in fact.choices if choice.value == answer), None)
    if band is None:
        return Verdict.UNKNOWN
    low = _end(comparison, band.minimum, open_end=0)
    high = _end(comparison, band.maximum, open_end=_NO_INCOME_IS_SO_HIGH)
    if low is not high:
        return Verdict.UNKNOWN
    return Verdict.YES if low else Verdict.NO


def _end(comparison: Comparison, end: int | None, open_end: int) -> bool:
    return _holds(comparison.operator, open_end if end is None else end, comparison.value)

"""Conditions in the words that plain HSDS has for them: an English description and two ages."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.conditions import AllOf, AnyOf, Comparison, Condition, NoneOf, Operator
from kiosk.catalogue.sources.shapes import FactShape

_LIMITS: Mapping[Operator, str] = {
    Operator.ABOVE: "more than",
    Operator.AT_LEAST: "at least",
    Operator.BELOW: "less than",
    Operator.AT_MOST: "at most",
}


def in_english(condition: Condition, facts: Mapping[str, FactShape]) -> str:
    """The condition as questions and the answers that fit; empty when it always holds."""
    match condition:
        case AllOf(parts):
            return "; ".join(_sentences(parts, facts))
        case AnyOf(parts):
            return "any of: " + " | ".join(_sentences(parts, facts))
        case NoneOf(parts):
            return "none of: " + " | ".join(_sentences(parts, facts))
        case Comparison():
            return _comparison(condition, facts[condition.fact])


def ages(condition: Condition) -> tuple[int | None, int | None]:
    """The lowest and the highest age at which everyone is asked to be; None where there is no such limit."""
    lowest: int | None = None
    highest: int | None = None
    for part in condition.parts if isinstance(condition, AllOf) else ():
        if not isinstance(part, Comparison) or part.fact != "age" or not part.required:
            continue
        age = part.value
        if not isinstance(age, int):
            continue
        match part.operator:
            case Operator.AT_LEAST:
                lowest = age
            case Operator.ABOVE:
                lowest = age + 1
            case Operator.AT_MOST:
                highest = age
            case Operator.BELOW:
                highest = age - 1
            case Operator.EQUAL:
                lowest = highest = age
            case Operator.IN | Operator.NOT_IN:
                continue
    return lowest, highest


def _sentences(parts: tuple[Condition, ...], facts: Mapping[str, FactShape]) -> Iterator[str]:
    for part in parts:
        yield in_english(part, facts)


def _comparison(part: Comparison, fact: FactShape) -> str:
    labels = {choice.value: choice.label.get("en", choice.value) for choice in fact.choices}
    match part.value:
        case bool():
            answer = "yes" if part.value else "no"
        case frozenset():
            answer = " or ".join(label for value, label in labels.items() if value in part.value)
        case _:
            answer = labels.get(str(part.value), str(part.value))
    if part.operator in _LIMITS:
        answer = f"{_LIMITS[part.operator]} {answer}"
    if part.operator is Operator.NOT_IN:
        answer = f"not {answer}"
    if not part.required:
        answer += " (usual, not required)"
    note = f" ({part.note.to('en')})" if part.note else ""
    return f"{fact.question.get('en', fact.fact)} {answer}{note}"

"""From a condition as it is written to a `Condition`, with what makes it impossible."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kiosk.catalogue.conditions import ALWAYS, AllOf, Answer, AnyOf, Comparison, Condition, FactId, NoneOf, Operator
from kiosk.catalogue.model import FactType
from kiosk.catalogue.sources.files import Step
from kiosk.catalogue.sources.shapes import ConditionShape, FactShape
from kiosk.catalogue.text import Text

Finding = tuple[tuple[Step, ...], str]
"""A path below the condition, and what is wrong there."""

_SETS = frozenset({Operator.IN, Operator.NOT_IN})
_ORDERED = frozenset({Operator.ABOVE, Operator.AT_LEAST, Operator.BELOW, Operator.AT_MOST})
_COUNTED = frozenset({FactType.NUMBER, FactType.MONEY_BAND, FactType.DATE})
_CHOSEN = frozenset({FactType.CHOICE, FactType.SEVERAL})


def condition_of(shape: ConditionShape | None, facts: Mapping[str, FactShape]) -> Condition:
    """The condition as a value; no condition is one that always holds.

    Raises:
        ValueError: `findings` has something to say of it.
    """
    if shape is None:
        return ALWAYS
    for name, group in (("all_of", AllOf), ("any_of", AnyOf), ("none_of", NoneOf)):
        parts: list[ConditionShape] | None = getattr(shape, name)
        if parts is not None:
            return group(tuple(condition_of(part, facts) for part in parts))
    if shape.fact is None or shape.op is None or shape.value is None:
        raise ValueError("a comparison needs fact, op and value")
    known = facts.get(shape.fact)
    return Comparison(
        FactId(shape.fact),
        Operator(shape.op),
        _answer(shape.value, known.type if known else None),
        shape.required,
        Text(shape.note) if shape.note else None,
    )


def findings(
    shape: ConditionShape | None, facts: Mapping[str, FactShape], known: Callable[[str], bool]
) -> Iterator[Finding]:
    """Everything that keeps `shape` from being a condition; `known` tells of a name whether a fact has it."""
    if shape is None:
        return
    groups = {name: parts for name in ("all_of", "any_of", "none_of") if (parts := getattr(shape, name)) is not None}
    leaf = (shape.fact, shape.op, shape.value) != (None, None, None)
    if len(groups) + leaf != 1:
        yield (), "a condition is one of all_of, any_of, none_of, or one comparison with fact, op and value"
        return
    for name, parts in groups.items():
        for index, part in enumerate(parts):
            for path, message in findings(part, facts, known):
                yield (name, index, *path), message
    if leaf:
        yield from _leaf_findings(shape, facts, known)


def _leaf_findings(
    shape: ConditionShape, facts: Mapping[str, FactShape], known: Callable[[str], bool]
) -> Iterator[Finding]:
    if shape.fact is None or shape.op is None or shape.value is None:
        yield (), "a comparison needs all three of fact, op and value"
        return
    if not known(shape.fact):
        yield ("fact",), f"there is no fact `{shape.fact}`: add it to facts.yaml, or correct the name"
        return
    if shape.op not in {operator.value for operator in Operator}:
        yield ("op",), f"`{shape.op}` is no comparison: use one of {', '.join(operator.value for operator in Operator)}"
        return
    if fact := facts.get(shape.fact):
        yield from _value_findings(Operator(shape.op), shape.value, fact)


def _value_findings(operator: Operator, value: bool | int | str | list[str], fact: FactShape) -> Iterator[Finding]:
    if (operator in _SETS) != isinstance(value, list):
        wants = "a list of choices" if operator in _SETS else "one value"
        yield ("value",), f"`{operator.value}` needs {wants}, not {value!r}"
    elif operator in _ORDERED and fact.type not in _COUNTED:
        yield ("op",), f"`{operator.value}` compares numbers and days, and `{fact.fact}` is a {fact.type.value}"
    elif operator in _SETS and fact.type not in _CHOSEN:
        yield ("op",), f"`{operator.value}` is for choices, and `{fact.fact}` is a {fact.type.value}"
    elif message := _impossible(value, fact):
        yield ("value",), message


def _impossible(value: bool | int | str | list[str], fact: FactShape) -> str:
    """Why no answer to `fact` can ever be `value`; empty when one can."""
    match fact.type:
        case FactType.BOOLEAN:
            return "" if isinstance(value, bool) else f"`{fact.fact}` is true or false, never {value!r}"
        case FactType.CHOICE | FactType.SEVERAL:
            choices = [choice.value for choice in fact.choices]
            wrong = [item for item in (value if isinstance(value, list) else [value]) if item not in choices]
            return f"`{fact.fact}` has no choice {wrong[0]!r}: it has {', '.join(choices)}" if wrong else ""
        case FactType.NUMBER | FactType.MONEY_BAND:
            whole = isinstance(value, int) and not isinstance(value, bool)
            return "" if whole else f"`{fact.fact}` is a whole number, never {value!r}"
        case FactType.DATE:
            return "" if isinstance(value, str) and is_day(value) else f"`{fact.fact}` is a day such as 2026-11-25"


def is_day(text: str) -> bool:
    """Tell whether `text` is a day of the calendar, as 2026-11-25."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _answer(value: bool | int | str | list[str], kind: FactType | None) -> Answer:
    if isinstance(value, list):
        return frozenset(value)
    return date.fromisoformat(value) if kind is FactType.DATE and isinstance(value, str) else value

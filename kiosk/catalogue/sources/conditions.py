"""From a condition as it is written to a `Condition`, with what makes it impossible."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kiosk.catalogue.conditions import ALWAYS, AllOf, Answer, AnyOf, Comparison, Condition, FactId, NoneOf, Operator
from kiosk.catalogue.model import FactType
from kiosk.catalogue.sources.files import Step
from kiosk.catalogue.sources.shapes import ConditionShape, FactShape
from kiosk.catalogue.text import Text
from kiosk.languages.sentences import Sentence, sentence

Finding = tuple[tuple[Step, ...], Sentence]
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
        yield (), sentence("a condition is one of all_of, any_of, none_of, or one comparison with fact, op and value")
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
        yield (), sentence("a comparison needs all three of fact, op and value")
        return
    if not known(shape.fact):
        message = sentence("there is no fact `{name}`: add it to facts.yaml, or correct the name", name=shape.fact)
        yield ("fact",), message
        return
    if shape.op not in {operator.value for operator in Operator}:
        known_ones = ", ".join(operator.value for operator in Operator)
        yield ("op",), sentence("`{op}` is no comparison: use one of {all}", op=shape.op, all=known_ones)
        return
    if fact := facts.get(shape.fact):
        yield from _value_findings(Operator(shape.op), shape.value, fact)


def _value_findings(operator: Operator, value: bool | int | str | list[str], fact: FactShape) -> Iterator[Finding]:
    if (operator in _SETS) != isinstance(value, list):
        wanted = sentence("a list of choices") if operator in _SETS else sentence("one value")
        message = sentence("`{op}` needs {wanted}, not {value}", op=operator.value, wanted=wanted, value=repr(value))
        yield ("value",), message
    elif operator in _ORDERED and fact.type not in _COUNTED:
        message = sentence(
            "`{op}` compares numbers and days, and `{fact}` is a {type}",
            op=operator.value,
            fact=fact.fact,
            type=fact.type.value,
        )
        yield ("op",), message
    elif operator in _SETS and fact.type not in _CHOSEN:
        message = sentence(
            "`{op}` is for choices, and `{fact}` is a {type}",
            op=operator.value,
            fact=fact.fact,
            type=fact.type.value,
        )
        yield ("op",), message
    elif (impossible := _impossible(value, fact)) is not None:
        yield ("value",), impossible


def _impossible(value: bool | int | str | list[str], fact: FactShape) -> Sentence | None:
    """Why no answer to `fact` can ever be `value`; None when one can."""
    name = fact.fact
    match fact.type:
        case FactType.BOOLEAN:
            if isinstance(value, bool):
                return None
            return sentence("`{fact}` is true or false, never {value}", fact=name, value=repr(value))
        case FactType.CHOICE | FactType.SEVERAL:
            choices = [choice.value for choice in fact.choices]
            wrong = [item for item in (value if isinstance(value, list) else [value]) if item not in choices]
            if not wrong:
                return None
            known = ", ".join(choices)
            return sentence("`{fact}` has no choice {value}: it has {all}", fact=name, value=repr(wrong[0]), all=known)
        case FactType.NUMBER | FactType.MONEY_BAND:
            if isinstance(value, int) and not isinstance(value, bool):
                return None
            return sentence("`{fact}` is a whole number, never {value}", fact=name, value=repr(value))
        case FactType.DATE:
            if isinstance(value, str) and is_day(value):
                return None
            return sentence("`{fact}` is a day such as 2026-11-25", fact=name)


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

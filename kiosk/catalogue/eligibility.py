"""Who can get a service, in the words that plain HSDS has for it: a description in one language, and two ages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.catalogue import said
from kiosk.catalogue.conditions import AllOf, AnyOf, Comparison, Condition, FactId, NoneOf, Operator


@dataclass(frozen=True, slots=True)
class Asked:
    """What a fact is asked by, and what its choices are called, in the language of the description."""

    question: str
    labels: Mapping[str, str]


def in_words(condition: Condition, facts: Mapping[FactId, Asked], language: str) -> str:
    """The questions, and the answers that fit, in `language`; empty when the condition always holds."""
    match condition:
        case AllOf(parts):
            return "; ".join(_each(parts, facts, language))
        case AnyOf(parts):
            return said.ANY_OF.to(language).format(parts=" | ".join(_each(parts, facts, language)))
        case NoneOf(parts):
            return said.NONE_OF.to(language).format(parts=" | ".join(_each(parts, facts, language)))
        case Comparison():
            return _comparison(condition, facts[condition.fact], language)


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


def _each(parts: tuple[Condition, ...], facts: Mapping[FactId, Asked], language: str) -> Iterator[str]:
    for part in parts:
        yield in_words(part, facts, language)


def _comparison(part: Comparison, asked: Asked, language: str) -> str:
    match part.value:
        case bool():
            answer = (said.YES if part.value else said.NO).to(language)
        case frozenset():
            answer = said.OR.to(language).join(label for value, label in asked.labels.items() if value in part.value)
        case _:
            answer = asked.labels.get(str(part.value), str(part.value))
    if (limit := said.LIMITS.get(part.operator)) is not None:
        answer = limit.to(language).format(answer=answer)
    if not part.required:
        answer = said.USUAL.to(language).format(answer=answer)
    note = f" ({part.note.plain_to(language)})" if part.note else ""
    return f"{asked.question} {answer}{note}"

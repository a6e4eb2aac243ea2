"""Who can get a service, in the words of one language: the questions, and the answers that fit."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.conditions import AllOf, AnyOf, Comparison, Condition, FactId, NoneOf
from kiosk.catalogue.exchange import said
from kiosk.catalogue.model import Fact


def in_words(condition: Condition, facts: Mapping[FactId, Fact], language: str) -> str:
    """The condition in `language`; empty when it always holds."""
    match condition:
        case AllOf(parts):
            return "; ".join(_each(parts, facts, language))
        case AnyOf(parts):
            return said.ANY_OF.to(language).format(parts=" | ".join(_each(parts, facts, language)))
        case NoneOf(parts):
            return said.NONE_OF.to(language).format(parts=" | ".join(_each(parts, facts, language)))
        case Comparison():
            return _comparison(condition, facts[condition.fact], language)


def _each(parts: tuple[Condition, ...], facts: Mapping[FactId, Fact], language: str) -> Iterator[str]:
    for part in parts:
        yield in_words(part, facts, language)


def _comparison(part: Comparison, fact: Fact, language: str) -> str:
    labels = {choice.value: choice.label.plain_to(language) for choice in fact.choices}
    match part.value:
        case bool():
            answer = (said.YES if part.value else said.NO).to(language)
        case frozenset():
            answer = said.OR.to(language).join(label for value, label in labels.items() if value in part.value)
        case _:
            answer = labels.get(str(part.value), str(part.value))
    if (limit := said.LIMITS.get(part.operator)) is not None:
        answer = limit.to(language).format(answer=answer)
    if not part.required:
        answer = said.USUAL.to(language).format(answer=answer)
    note = f" ({part.note.plain_to(language)})" if part.note else ""
    return f"{fact.question.plain_to(language)} {answer}{note}"

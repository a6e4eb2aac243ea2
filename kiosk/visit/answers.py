"""Answers as people and programs write them, read into what a fact takes."""

from datetime import date

from kiosk.catalogue.conditions import Answer
from kiosk.catalogue.model import Fact, FactType
from kiosk.errors import KioskError

YES = "true"
NO = "false"

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

_DIGITS = 9
MOST = 10**_DIGITS - 1
"""The largest number that can be meant where the question sets no limit."""


class AnswerError(KioskError):
    """An answer is none of those that its question takes."""

    code = "answer"


def read_answer(fact: Fact, untrusted: str) -> Answer:
    """The answer that `untrusted` stands for: `true` or `false`, a choice, a whole number, an ISO day, or choices
    joined by commas.

    Raises:
        AnswerError: in one sentence, what the fact takes instead.
    """
    written = untrusted.strip()
    match fact.type:
        case FactType.BOOLEAN:
            if written not in (YES, NO):
                raise AnswerError(f"{fact.id}: {written!r} is neither true nor false")
            return written == YES
        case FactType.CHOICE | FactType.MONEY_BAND:
            return _choice(fact, written)
        case FactType.SEVERAL:
            return frozenset(_choice(fact, part.strip()) for part in written.split(",") if part.strip())
        case FactType.NUMBER:
            return _number(fact, written)
        case FactType.DATE:
            return _day(fact, written)


def write_answer(answer: Answer) -> str:
    """The same answer as `read_answer` takes it."""
    match answer:
        case bool():
            return YES if answer else NO
        case frozenset():
            return ",".join(sorted(answer))
        case date():
            return answer.isoformat()
        case _:
            return str(answer)


def _choice(fact: Fact, written: str) -> str:
    values = [choice.value for choice in fact.choices]
    if written not in values:
        raise AnswerError(f"{fact.id}: {written!r} is none of {', '.join(values)}")
    return written


def _number(fact: Fact, written: str) -> int:
    if not written.isascii() or not written.isdigit():
        raise AnswerError(f"{fact.id}: {written!r} is not a whole number")
    lowest = fact.minimum or 0
    highest = MOST if fact.maximum is None else fact.maximum
    if len(written) > _DIGITS or not lowest <= (number := int(written)) <= highest:
        top = "or more" if fact.maximum is None else f"to {fact.maximum}"
        raise AnswerError(f"{fact.id}: {written} is not possible; it takes {lowest} {top}")
    return number


def _day(fact: Fact, written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise AnswerError(f"{fact.id}: {written!r} is not a day such as 2026-03-12") from error
    if not EARLIEST <= day <= LATEST:
        raise AnswerError(f"{fact.id}: {written} is too far from today to be meant")
    return day

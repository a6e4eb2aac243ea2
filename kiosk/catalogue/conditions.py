"""Conditions on facts, as the catalogue states them; `kiosk.planning.truth` evaluates them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from kiosk.catalogue.text import Text

FactId = NewType("FactId", str)
Answer = bool | int | date | str | frozenset[str]
"""What a person said: yes or no, a whole number, a day, one choice, or several choices."""


class Operator(StrEnum):
    """How a comparison holds a fact against its value."""

    EQUAL = "eq"
    IN = "in"
    NOT_IN = "not_in"
    ABOVE = "gt"
    AT_LEAST = "gte"
    BELOW = "lt"
    AT_MOST = "lte"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact held against one value.

    `required` is false for what is typical but does not bar anyone; `note` is the nuance a person should hear.
    `value` of IN and NOT_IN is a frozenset of choices.
    """

    fact: FactId
    operator: Operator
    value: Answer
    required: bool = True
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold; with no parts it always holds."""

    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part must hold; with no parts it never holds."""

    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part may hold."""

    parts: tuple["Condition", ...] = ()


Condition = Comparison | AllOf | AnyOf | NoneOf

ALWAYS = AllOf()


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Every comparison inside `condition`, in the order written."""
    match condition:
        case Comparison():
            yield condition
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts):
            for part in parts:
                yield from comparisons(part)

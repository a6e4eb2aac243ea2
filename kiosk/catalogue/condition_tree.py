"""Conditions as the one JSON text that `catalogue.db` keeps of each.

`{"all_of": [..]}`, `{"any_of": [..]}`, `{"none_of": [..]}` or `{"fact": .., "op": .., "value": ..}`. Several choices
are a sorted list, a day is `{"day": "2026-11-25"}`, `"required": false` is written only then, and `"note": n` numbers
the comparison whose nuance is in the translations. A tree and not rows, because a condition is always read whole, and
because one text compares equal exactly when the conditions are the same; `condition_fact` serves whoever asks by fact.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

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
from kiosk.catalogue.text import Text

_LISTS: Mapping[str, type[AllOf] | type[AnyOf] | type[NoneOf]] = {"all_of": AllOf, "any_of": AnyOf, "none_of": NoneOf}


def written_tree(condition: Condition) -> str:
    """The canonical text: keys sorted, no spaces."""
    numbers = {id(comparison): number for number, comparison in enumerate(comparisons(condition))}
    return json.dumps(_tree(condition, numbers), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def notes_of(condition: Condition) -> dict[int, Text]:
    """The nuance of each comparison that has one, by its number in the tree."""
    return {number: part.note for number, part in enumerate(comparisons(condition)) if part.note}


def read_tree(tree: str, notes: Mapping[int, Text]) -> Condition:
    """Read what `written_tree` wrote, giving each comparison its note back.

    Raises:
        ValueError: the text is no such tree.
        KeyError: a note is missing.
    """
    return _condition(json.loads(tree), notes)


def _tree(condition: Condition, numbers: Mapping[int, int]) -> dict[str, Any]:
    match condition:
        case AllOf(parts):
            return {"all_of": [_tree(part, numbers) for part in parts]}
        case AnyOf(parts):
            return {"any_of": [_tree(part, numbers) for part in parts]}
        case NoneOf(parts):
            return {"none_of": [_tree(part, numbers) for part in parts]}
        case Comparison():
            leaf: dict[str, Any] = {
                "fact": condition.fact,
                "op": condition.operator.value,
                "value": _plain(condition.value),
            }
            if not condition.required:
                leaf["required"] = False
            if condition.note:
                leaf["note"] = numbers[id(condition)]
            return leaf


def _plain(value: Answer) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case date():
            return {"day": value.isoformat()}
        case _:
            return value


def _condition(tree: Mapping[str, Any], notes: Mapping[int, Text]) -> Condition:
    if "fact" not in tree:
        ((name, parts),) = tree.items()
        return _LISTS[name](tuple(_condition(part, notes) for part in parts))
    return Comparison(
        FactId(tree["fact"]),
        Operator(tree["op"]),
        _answer(tree["value"]),
        tree.get("required", True),
        notes[tree["note"]] if "note" in tree else None,
    )


def _answer(value: Any) -> Answer:
    match value:
        case list():
            return frozenset(value)
        case {"day": day}:
            return date.fromisoformat(day)
        case bool() | int() | str():
            return value
        case _:
            raise ValueError(f"{value!r} is not an answer")

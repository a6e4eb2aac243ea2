"""The wordings of a catalogue, all read at once."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import count
from typing import TypeVar

from kiosk.catalogue.text import Text

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_NONE = Text({})


class Texts:
    """Every text that the model holds, by table, row and field."""

    def __init__(self, connection: sqlite3.Connection, office: Sequence[str]) -> None:
        """`office` are the languages that stand in for others, the first one first."""
        self._found: dict[tuple[str, str, str], Text] = {}
        wordings: dict[str, str] = {}
        last = None
        for entity, entity_id, field, language, wording in connection.execute(
            "SELECT entity, entity_id, field, language, text FROM translation"
            " WHERE entity NOT IN ('taxonomy_term', 'service_area') ORDER BY entity, entity_id, field"
        ):
            key = (entity, entity_id, field)
            if key != last:
                last, wordings = key, {}
                self._found[key] = Text(wordings, office)
            wordings[language] = wording

    def get(self, entity: str, entity_id: str, field: str) -> Text:
        """The text, in no language at all when it was never written."""
        return self._found.get((entity, entity_id, field), _NONE)

    def find(self, entity: str, entity_id: str, field: str) -> Text | None:
        """The text, or None when it was never written."""
        return self._found.get((entity, entity_id, field))

    def numbered(self, entity: str, entity_id: str, field: str) -> tuple[Text, ...]:
        """The texts `field.0`, `field.1` and so on."""
        texts = (self.find(entity, entity_id, f"{field}.{number}") for number in count())
        return tuple(iter(lambda: next(texts), None))

    def notes(self, entity: str, entity_id: str, field: str, tree: str) -> dict[int, Text]:
        """The notes of the condition whose text is `tree`."""
        if '"note"' not in tree:
            return {}
        notes = (
            (number, self.find(entity, entity_id, f"{field}.note.{number}")) for number in range(tree.count('"fact"'))
        )
        return {number: note for number, note in notes if note is not None}


def grouped(rows: Iterable[tuple[K, V]]) -> Callable[[K], tuple[V, ...]]:
    """The values of each key, in the order of the rows; no values for a key that has none."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    whole = {key: tuple(values) for key, values in found.items()}
    return lambda key: whole.get(key, ())

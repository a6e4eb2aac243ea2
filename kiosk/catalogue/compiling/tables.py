"""The rows of a catalogue before they are written, by table."""

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.catalogue.model import Confidence
from kiosk.catalogue.sources.shapes import AsOf, NameStatus, SourceShape, Wordings, WordLists

Row = dict[str, Any]


class Tables:
    """Rows by table name; a column left out is NULL."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}

    def add(self, table: str, **columns: Any) -> None:
        """Add one row; True and False become 1 and 0."""
        row = {name: int(value) if isinstance(value, bool) else value for name, value in columns.items()}
        self.rows.setdefault(table, []).append(row)

    def say(
        self,
        entity: str,
        entity_id: str,
        field: str,
        wordings: Mapping[str, str] | None,
        french: NameStatus | None = None,
    ) -> None:
        """Add every wording of one text; `french` tells whether its French is an official name."""
        for language, text in (wordings or {}).items():
            if text.strip():
                key = {"entity": entity, "entity_id": entity_id, "field": field, "language": language}
                status = french if french and language == "fr" else ""
                self.add("translation", **key, text=text.strip(), status=status)

    def words(self, entity: str, entity_id: str, lists: WordLists) -> None:
        """Add the everyday words that find an entry."""
        for language, words in lists.items():
            self.listed("word", {"entity": entity, "entity_id": entity_id, "language": language}, "word", words)

    def doubts(self, entity: str, entity_id: str, to_verify: list[Wordings]) -> None:
        """Add what the editors want verified."""
        for position, doubt in enumerate(to_verify):
            self.add("doubt", entity=entity, entity_id=entity_id, position=position)
            self.say(entity, entity_id, f"doubt.{position}", doubt)

    def listed(self, table: str, owner: Mapping[str, str], column: str, values: Iterable[Any], **more: Any) -> None:
        """Add an ordered list, one row each."""
        for position, value in enumerate(values):
            self.add(table, **owner, position=position, **{column: value}, **more)

    def found(self, entity: str, entity_id: str, source: SourceShape, *, verified: bool) -> None:
        """Add where an entry was found."""
        self.provenance(
            entity,
            entity_id,
            basis=source.basis,
            url=source.url,
            as_of=source.as_of,
            confidence=source.confidence,
            url_seen=source.url_seen,
            verified=verified,
        )

    def provenance(
        self,
        entity: str,
        entity_id: str,
        *,
        field: str = "",
        basis: str = "",
        url: str = "",
        as_of: AsOf = "",
        confidence: Confidence | None = None,
        url_seen: bool = False,
        verified: bool = False,
    ) -> None:
        """Add what is known of where one entry, or one field of it, comes from."""
        self.add(
            "provenance",
            entity=entity,
            entity_id=entity_id,
            field=field,
            basis=basis,
            url=url,
            as_of=str(as_of),
            confidence=confidence.value if confidence else "",
            url_seen=url_seen,
            verified=verified,
        )

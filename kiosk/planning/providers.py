"""Which step of a plan gives a paper that another one asks for."""

from collections.abc import Mapping, Sequence

from kiosk.catalogue.model import Document, DocumentId
from kiosk.planning.entries import Entry, gives, is_in_plan
from kiosk.planning.papers import is_carried


class Providers:
    """The papers that the steps of one plan give."""

    __slots__ = ("_documents", "_given", "_lacking")

    def __init__(
        self, entries: Sequence[Entry], documents: Mapping[DocumentId, Document], lacking: frozenset[DocumentId]
    ) -> None:
        self._documents = documents
        self._lacking = lacking
        self._given: dict[DocumentId, list[Entry]] = {}
        for entry in entries:
            if is_in_plan(entry):
                for document in gives(entry):
                    self._given.setdefault(document, []).append(entry)

    def of(self, document: DocumentId, needed_by: Entry) -> Entry | None:
        """The step that gives `document` to `needed_by`; None when no other does, or when everyone has that paper.

        A paper that nearly everyone has comes from a step only for who lacks it and surely needs it; it may then be one
        that counts as it, from a step that does not ask for it in turn.
        """
        if is_carried(document) and (document not in self._lacking or document not in needed_by.needs):
            return None
        for entry in self._given.get(document, ()):
            if entry is not needed_by:
                return entry
        if document not in self._lacking:
            return None
        for stand_in in self._documents[document].satisfied_by:
            for entry in self._given.get(stand_in, ()):
                if entry is not needed_by and document not in entry.needs:
                    return entry
        return None
